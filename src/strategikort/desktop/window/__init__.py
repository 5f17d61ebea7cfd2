"""The window of one open document."""
