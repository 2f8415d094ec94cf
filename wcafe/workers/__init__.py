"""Processes of our own: how one is started, one that is kept, one with limits."""
