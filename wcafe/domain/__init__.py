"""Values and rules of a café. No I/O, no clock, no chance."""
