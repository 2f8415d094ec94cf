"""Harvest › Photos: pictures of sheets are filed, and typed beside the picture."""
