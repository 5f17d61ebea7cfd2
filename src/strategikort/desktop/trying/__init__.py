"""Trying what would happen if (*Prøv det af*), before anything is written."""
