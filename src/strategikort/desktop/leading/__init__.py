"""*Ledelse*: how the centres and the council's goals stand; each number opens its list."""
