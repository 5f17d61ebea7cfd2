"""What goes wrong with files, as the doors pass it on to the window and the command line."""

from strategikort.storage.problems import FileProblem

__all__ = ["FileProblem"]
