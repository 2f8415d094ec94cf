"""Themes proposed from short notes; pure. The contracts of this layer hold from its first line."""
