"""Help behind F1, for the very place."""
