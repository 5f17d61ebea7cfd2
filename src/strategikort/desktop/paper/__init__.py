"""Printing: what goes on which paper, seen before it is there."""
