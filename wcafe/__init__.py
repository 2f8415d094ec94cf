"""wcafe plans the rounds of a World Café, keeps what the tables say and prints the synthesis."""

__version__ = "0.1.0"
