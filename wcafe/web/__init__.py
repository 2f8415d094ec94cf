"""Phones on the local network. The contracts of this layer hold from its first line."""
