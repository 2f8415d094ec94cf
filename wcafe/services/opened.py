"""One café that is open: everything one can do with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from platformdirs import user_documents_path

from wcafe.domain.shared_address import SharedAddress
from wcafe.domain.sharing import Sharing
from wcafe.i18n import Words
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
from wcafe.services.people import PeopleService
from wcafe.services.phones import PhoneService
from wcafe.services.photos import PhotoService
from wcafe.services.plan import PlanService
from wcafe.services.printed import PrintedService
from wcafe.services.statements import StatementService
from wcafe.services.station import StationService
from wcafe.services.synthesis import SynthesisService
from wcafe.services.tables import TableService
from wcafe.services.walk_in import WalkInService

LARGE = 500_000_000
"""Bytes of a café's file beyond which its size is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a café is kept, as people are told of it.

    Attributes:
        path: of its file; on a server that of its name there.
        address: where it is on a server; None for a file.
        unsafe: settings of that server that let it forget what it acknowledged.
        sharing: of a file that is a keepsake and only read, where its café is; else None.
    """

    path: Path
    address: SharedAddress | None = None
    unsafe: tuple[str, ...] = ()
    sharing: Sharing | None = None

    @property
    def name(self) -> str:
        return self.path.name

    def is_at(self, where: Path | SharedAddress) -> bool:
        """Is the café kept there?"""
        return where in (self.path, self.address)

    @property
    def stem(self) -> str:
        """The name without what says its kind: other files of the café begin with it."""
        return self.path.stem

    @property
    def folder(self) -> Path:
        """Where what belongs to the café is put and looked for."""
        return self.path.parent if self.address is None else user_documents_path()


class Copy(Protocol):
    """Writes all that is saved into a file; `copying` tells how far it is, and may stop it."""

    def __call__(self, path: Path, /, *, copying: Copying | None = None) -> None: ...


def _nothing_waits() -> None:
    """What is told at once need not be waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCafe:
    """The services of one café, what tells of its changes, and how to let go of it."""

    place: Place
    changes: Changes
    cafes: CafeService
    people: PeopleService
    plans: PlanService
    walk_ins: WalkInService
    badges: BadgeService
    check_in: CheckInService
    tables: TableService
    hosts: HostService
    live: LiveService
    notes: NoteService
    synthesis: SynthesisService
    statements: StatementService
    verdicts: VerdictService
    amendments: AmendmentService
    printed: PrintedService
    photos: PhotoService
    phones: PhoneService
    earlier: Path | None  # the copy of it as an older wcafe left it, if it was upgraded just now
    was_older: bool  # it was upgraded just now
    saved_at: Callable[[], datetime]
    has_refused: Callable[[], bool]  # the last change that was to be kept
    is_short: Callable[[], bool]  # the disk is full, or nearly
    confirm: Callable[[], bool]  # that what is in the file is on the disk; is the one in doubt?
    copy_to: Copy  # in the place of an older file: ask first
    close: Callable[[], None]
    elsewhere: Elsewhere | None = None  # of a café on a server, while somebody stays in it
    station: StationService | None = None  # at the desk; a command has its own
    wait_until_told: Callable[[], None] = _nothing_waits  # what other threads changed


def size_remark(cafe: OpenCafe, words: Words) -> list[str]:
    """Say that a café has become too large to be sent or copied at ease; else nothing."""
    try:
        size = cafe.place.path.stat().st_size
    except OSError:  # whoever writes the file is told
        return []
    if size <= LARGE:
        return []
    sentence = words.gettext(
        "The file {name} has {size} MB now, nearly all of it pictures. Look whether there is room "
        "for its copies, and take out pictures that nobody needs."
    )
    return [sentence.format(name=cafe.place.name, size=size // 1_000_000)]


def upgrade_remark(cafe: OpenCafe, words: Words) -> list[str]:
    """Say that an older café was brought up to date, and where it lies as it was; else nothing."""
    if not cafe.was_older:
        return []
    if cafe.earlier is None:
        sentence = words.gettext(
            "{name} was made by an older wcafe and is up to date now. Other laptops open it with "
            "this wcafe or a newer one."
        )
        return [sentence.format(name=cafe.place.name)]
    sentence = words.gettext(
        "{name} was made by an older wcafe and is up to date now. As it was it lies beside it: "
        "{copy}."
    )
    return [sentence.format(name=cafe.place.name, copy=cafe.earlier.name)]


def unsafe_remark(unsafe: Sequence[str], words: Words) -> list[str]:
    """Say what the settings of a server put at risk; nothing where they are as they should be."""
    if not unsafe:
        return []
    sentence = words.gettext(
        "DANGER: this server may forget what it said is saved, as these are off there: "
        "{settings}. A power cut would take notes with it. Have them switched on before people "
        "write."
    )
    return [sentence.format(settings=", ".join(unsafe))]
