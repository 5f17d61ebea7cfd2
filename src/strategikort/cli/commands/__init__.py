"""The commands, each a thin door to a use case of the application."""
