"""The doors through which the desk reaches files, as a face opens no store by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wcafe.domain.cafe import Cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.services.opened import OpenCafe


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """How the desk reaches files: what `app` knows and the desk does not."""

    open: Callable[[Path | SharedAddress], OpenCafe]
    create: Callable[[Path, Cafe], None]
    example: Callable[[Path], None]
    duplicate: Callable[[OpenCafe, Path], None]
    copy: Callable[[OpenCafe, Path], None]
    harvest: Callable[[Path, OpenCafe], Sequence[Sequence[str]]]  # of a copy, as rows of a list
