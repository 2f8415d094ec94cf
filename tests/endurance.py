"""How far the proofs go: short ones with each change, full ones by `make endurance`."""

import os
from typing import TypeVar

T = TypeVar("T")
IS_FULL = os.environ.get("WCAFE_ENDURANCE") == "full"


def full(whole: T, short: T) -> T:
    """Return `whole` for the figures of a release, `short` for each change."""
    return whole if IS_FULL else short
