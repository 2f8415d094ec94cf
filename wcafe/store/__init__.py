"""Keeping cafés. One door: `open_store` and `create_store`; rows never leave this package."""

from pathlib import Path

from wcafe.domain.shared_address import SharedAddress
from wcafe.store.document import create_store, open_store
from wcafe.store.store import Store
from wcafe.store.work import Work

__all__ = ["Store", "Work", "create_store", "open_anywhere", "open_store"]


def open_anywhere(where: Path | SharedAddress, *, program: str | None = "command") -> Store:
    """Open the café in a file or on a server. Raises: as `open_store`, as `open_shared`."""
    if isinstance(where, Path):
        return open_store(where, program=program)
    from wcafe.store.opening import open_shared  # few need a server

    return open_shared(where, program=program)
