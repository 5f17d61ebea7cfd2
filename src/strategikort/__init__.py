"""Strategikort: from a council's goals to signed agreements."""

from strategikort import late

__version__ = "0.1.0"

late.wait()
