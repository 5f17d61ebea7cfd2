"""The doors of the program: sessions and use cases, shared by the window and the command line."""
