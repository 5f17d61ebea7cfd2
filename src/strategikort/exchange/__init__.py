"""Files of others: read into one change set, all or nothing, with a report of what could not be taken as it stood."""
