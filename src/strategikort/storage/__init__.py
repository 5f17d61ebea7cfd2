"""The file of a document and all that keeps it safe: work copy, checks, saving, versions, recovery, migrations."""
