"""A map without a screen: which goals it shows, where their cards stand, what it says; for window, paper and ear."""
