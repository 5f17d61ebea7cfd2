"""All goals as a list, in step with the map."""
