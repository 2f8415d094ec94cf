"""The synthesis and the theme sheets as documents that no format is in yet."""
