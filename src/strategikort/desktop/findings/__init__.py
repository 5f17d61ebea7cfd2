"""What the check says, as a list with ways out (*Tjek*)."""
