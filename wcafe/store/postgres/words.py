"""The names of what lies on a server beside the tables of a café."""

SCHEMA_PREFIX = "wcafe_"
"""What the name of each café's schema begins with."""

PLACE = "wcafe_place"
"""The table that says which café this is, and in what state; one row."""

BELL = 0x42454C4C
"""Of the advisory lock of whoever holds the bell, beside the hash of the schema."""

SHARING = 0x53484152
"""Of the advisory lock of whoever shares a file, beside the hash of its café's id."""

COMMITS = "wcafe_commit"
"""The table of the last commits, each known by its mark."""
