"""The scratch pad (*kladde*): ideas that are no goals yet."""
