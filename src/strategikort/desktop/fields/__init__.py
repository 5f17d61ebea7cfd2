"""Entry fields bound to a field of a record: they show what the document says, and edit it as the user types."""
