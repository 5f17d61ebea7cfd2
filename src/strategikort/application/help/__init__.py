"""Help: pages of plain data, what is found in them, and how they are shown."""
