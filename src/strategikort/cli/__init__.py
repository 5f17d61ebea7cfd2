"""The command line, for scripts, batch jobs and those who do not need a window."""
