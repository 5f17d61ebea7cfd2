"""Where a person begins who has no document open."""
