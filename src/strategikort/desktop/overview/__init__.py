"""The files of a folder as one municipality: looked at, read again, and the way to each file."""
