"""Phones, in a window of its own."""
