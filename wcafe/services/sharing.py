"""Which cafés a server has, whether it is safe there, and what it needs before the first."""

from wcafe.store.opening import shared_cafes, unsafe_settings_of
from wcafe.store.postgres.cafes import SharedCafe
from wcafe.store.postgres.preparing import DATABASE, ROLE, prepare

__all__ = [
    "DATABASE",
    "ROLE",
    "SharedCafe",
    "prepare",
    "shared_cafes",
    "unsafe_settings_of",
]
