"""A file of every version of the schema that was ever released, opened by the tests for ever."""
