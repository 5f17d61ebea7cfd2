"""A folder of files seen as one municipality, in the real window."""
