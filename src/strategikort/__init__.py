"""Strategikort: from a council's goals to signed agreements."""

__version__ = "0.1.0"
