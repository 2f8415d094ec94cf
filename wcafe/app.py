"""The composition root: one café, its store and its services, built once and handed on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from platformdirs import user_data_path

from wcafe.domain.cafe import Cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.domain.sharing import Sharing
from wcafe.errors import AnotherCafe, CannotWrite, SameFile
from wcafe.exports.sheets import notes_sheet
from wcafe.i18n import ENGLISH
from wcafe.services.ahead import ReadAhead
from wcafe.services.badges import BadgeService
from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changes
from wcafe.services.check_in import CheckInService
from wcafe.services.copying import Copying
from wcafe.services.elsewhere import Elsewhere
from wcafe.services.feedback import AmendmentService, VerdictService
from wcafe.services.hosts import HostService
from wcafe.services.live import LiveService
from wcafe.services.notes import NoteService
from wcafe.services.opened import OpenCafe, Place
from wcafe.services.people import PeopleService
from wcafe.services.phones import PhoneService
from wcafe.services.photos import PhotoService
from wcafe.services.plan import PlanService
from wcafe.services.printed import PrintedService
from wcafe.services.statements import StatementService
from wcafe.services.station import Serving, StationService
from wcafe.services.synthesis import SynthesisService
from wcafe.services.tables import TableService
from wcafe.services.walk_in import WalkInService
from wcafe.store import Store, create_store, open_anywhere
from wcafe.store.lock import only_writer


def utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_cafe(
    where: Path | SharedAddress,
    *,
    is_read_only: bool = False,
    stays: bool = False,
    now: Callable[[], datetime] = utc_now,
) -> Iterator[OpenCafe]:
    """Open the café in a file, or on a server, while the block runs.

    Who `stays` hears what others write on the server meanwhile.

    Raises:
        those of `wcafe.store.opening.open_shared`, for a server
        NoSuchFile, NotACafe, NewerCafe, DamagedCafe: and the file is untouched.
        CafeInUse: another program writes it, and this one was to write too.
    """
    opened = _wired(
        open_anywhere(where, program=None if is_read_only else "command"), now, stays=stays
    )
    try:
        yield opened
    finally:
        opened.close()


def open_for_desk(
    where: Path | SharedAddress, *, now: Callable[[], datetime] = utc_now
) -> OpenCafe:
    """Open a café until `close` is called; errors as for `open_cafe`."""
    opened = _wired(open_anywhere(where, program="desk"), now, stays=True)
    ahead = ReadAhead(opened.cafes, opened.changes)
    station = StationService(lambda host: _station(opened, host), opened.changes)

    def close() -> None:
        station.stop()
        ahead.close()
        opened.close()

    return replace(
        opened,
        changes=ahead.changes,
        station=station,
        wait_until_told=ahead.wait_until_told,
        close=close,
    )


def _station(opened: OpenCafe, host: str) -> Serving:
    from wcafe.web.station import Station  # loaded when phones are wanted

    return Station(opened, host)


def create_cafe(path: Path, cafe: Cafe) -> None:
    """Make the file `path` for `cafe`. Raises FileThere if there is one."""
    create_store(path, cafe).close()


def duplicate_cafe(source: OpenCafe, path: Path) -> None:
    """Make the next café of a series in the file `path`: same design and people, nothing else.

    Raises:
        FileThere, NoSuchFolder, CannotMake: and there is no file of it. Nor is there half of one
        where the program is killed.
    """
    snapshot = source.cafes.snapshot()
    people = [person.next_of_series() for person in snapshot.people]
    create_store(path, snapshot.cafe.next_of_series(), people).close()


def share_cafe(
    path: Path,
    address: SharedAddress,
    *,
    copying: Copying | None = None,
    now: Callable[[], datetime] = utc_now,
) -> SharedAddress:
    """Let the café in the file `path` live on a server from now on; return where it is there.

    Raises: as `wcafe.store.moving.share`.
    """
    from wcafe.store.moving import share  # few need a server

    return share(path, address, now=now(), copying=copying)


def fetch_cafe(
    address: SharedAddress, path: Path, *, now: Callable[[], datetime] = utc_now
) -> None:
    """Write the café on a server into the new file `path`, as another generation of it.

    Raises: as `wcafe.store.moving.fetch`.
    """
    from wcafe.store.moving import fetch

    fetch(address, path, now=now())


def harvest_of_copy(path: Path, here: OpenCafe) -> list[Sequence[str]]:
    """Return the notes of the file `path`, a copy of the café `here`, as the rows of a list.

    Neither file is changed. Nobody writes the copy meanwhile.

    Raises:
        NoSuchFile, NotACafe, NewerCafe, DamagedCafe, CannotRead
        SameFile: it is the file of `here`. AnotherCafe: it is no copy of it.
        CafeInUse: another program writes it.
    """
    with suppress(OSError):
        if path.samefile(here.place.path):
            raise SameFile(path=path)
    with ExitStack() as held:
        if path.is_file():
            with suppress(CannotWrite):  # where no lock can stand, nobody writes
                held.enter_context(only_writer(path, program="command"))
        copy = held.enter_context(open_cafe(path, is_read_only=True))
        snapshot = copy.cafes.snapshot()
    if snapshot.cafe.id != here.cafes.get().id:
        raise AnotherCafe(path=path, title=snapshot.cafe.title)
    return notes_sheet(snapshot, ENGLISH)


def _remembered() -> Path:
    """Return where this computer keeps what wcafe remembers beside its files."""
    return user_data_path("wcafe", appauthor=False)


def _sharing(store: Store) -> Sharing | None:
    """Return what a file that is only read remembers of its café's way to a server."""
    if store.is_writable or store.place.address is not None:
        return None
    with store.read() as work:
        return work.sharings.get()


def _wired(store: Store, now: Callable[[], datetime], *, stays: bool) -> OpenCafe:
    changes = Changes()
    is_shared = stays and store.place.address is not None
    cafes = CafeService(store, changes)
    plans = PlanService(store, cafes, changes)
    return OpenCafe(
        place=Place(store.place.path, store.place.address, store.place.unsafe, _sharing(store)),
        changes=changes,
        cafes=cafes,
        people=PeopleService(store, changes),
        plans=plans,
        walk_ins=WalkInService(store, cafes, changes),
        badges=BadgeService(store, cafes, changes),
        check_in=CheckInService(store, cafes, changes),
        tables=TableService(store, changes),
        hosts=HostService(store, cafes, plans, changes),
        live=LiveService(store, changes, now),
        notes=NoteService(store, changes, now),
        synthesis=SynthesisService(store, changes),
        statements=StatementService(store, changes),
        verdicts=VerdictService(store, changes),
        amendments=AmendmentService(store, changes),
        printed=PrintedService(store, changes),
        photos=PhotoService(store, changes, now),
        phones=PhoneService(store, changes, now, _remembered),
        earlier=store.place.earlier,
        was_older=store.place.was_older,
        saved_at=lambda: store.saved_at,
        has_refused=lambda: store.has_refused,
        is_short=lambda: store.is_short,
        confirm=store.confirm,
        copy_to=partial(store.copy_to, replaces=True),
        close=store.close,
        elsewhere=Elsewhere(store, changes) if is_shared else None,
    )
