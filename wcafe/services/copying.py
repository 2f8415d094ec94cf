"""A copy of a café under way, for whoever shows how far it is, or stops it."""

from wcafe.store.copying import Copying

__all__ = ["Copying"]
