"""The composition root: one café, its store and its services, built once and handed on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wcafe.domain.cafe import Cafe
from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changes
from wcafe.services.notes import NoteService
from wcafe.services.people import PeopleService
from wcafe.services.plan import PlanService
from wcafe.services.synthesis import SynthesisService
from wcafe.store import Store, create_store, open_store


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCafe:
    """Everything one can do with the café that is open."""

    path: Path
    cafes: CafeService
    people: PeopleService
    plans: PlanService
    notes: NoteService
    synthesis: SynthesisService


def utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_cafe(
    path: Path, *, is_read_only: bool = False, now: Callable[[], datetime] = utc_now
) -> Iterator[OpenCafe]:
    """Open the café in the file `path` while the block runs.

    Raises:
        NoSuchFile, NotACafe, NewerCafe, DamagedCafe: and the file is untouched.
        CafeInUse: another program writes it, and this one was to write too.
    """
    store = open_store(path, program=None if is_read_only else "command")
    try:
        yield _wired(store, now)
    finally:
        store.close()


def create_cafe(path: Path, cafe: Cafe) -> None:
    """Make the file `path` for `cafe`. Raises FileThere if there is one."""
    create_store(path, cafe).close()


def _wired(store: Store, now: Callable[[], datetime]) -> OpenCafe:
    changes = Changes()
    cafes = CafeService(store, changes)
    return OpenCafe(
        path=store.path,
        cafes=cafes,
        people=PeopleService(store, changes),
        plans=PlanService(store, cafes, changes),
        notes=NoteService(store, changes, now),
        synthesis=SynthesisService(store, changes),
    )
