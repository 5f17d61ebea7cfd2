"""Goals in and out: clipboard, pasted lists, files of other programs, the map as picture and file."""
