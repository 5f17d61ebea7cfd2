"""Choosing the goal at the other end of a link."""
