"""The doors through which the desk reaches files, as a face opens no store by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wcafe.domain.cafe import Cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.services.copying import Copying
from wcafe.services.opened import OpenCafe


class SharedCafe(Protocol):
    """One café of a server."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def shared(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """How the desk reaches servers."""

    share: Callable[[Path, SharedAddress, Copying], SharedAddress]
    cafes: Callable[[SharedAddress], Sequence[SharedCafe]]
    let_in: Callable[[SharedAddress, Callable[[], str | None]], tuple[SharedAddress, bool]]
    can_keep: Callable[[], bool]
    keep_password: Callable[[SharedAddress], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """How the desk reaches files: what `app` knows and the desk does not."""

    open: Callable[[Path | SharedAddress], OpenCafe]
    create: Callable[[Path, Cafe], None]
    example: Callable[[Path], None]
    duplicate: Callable[[OpenCafe, Path], None]
    copy: Callable[[OpenCafe, Path, Copying], None]
    servers: Servers
    harvest: Callable[[Path, OpenCafe], Sequence[Sequence[str]]]  # of a copy, as rows of a list
