"""What a director sees: every number with the list behind it."""
