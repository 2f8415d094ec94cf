"""Keeping cafés. One door: `open_store` and `create_store`; rows never leave this package."""

from wcafe.store.document import create_store, open_store
from wcafe.store.store import Store
from wcafe.store.work import Work

__all__ = ["Store", "Work", "create_store", "open_store"]
