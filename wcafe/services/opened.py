"""One café that is open: everything one can do with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changes
from wcafe.services.live import LiveService
from wcafe.services.notes import NoteService
from wcafe.services.people import PeopleService
from wcafe.services.plan import PlanService
from wcafe.services.synthesis import SynthesisService
from wcafe.services.walk_in import WalkInService


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCafe:
    """The services of one café, what tells of its changes, and how to let go of it."""

    path: Path
    changes: Changes
    cafes: CafeService
    people: PeopleService
    plans: PlanService
    walk_ins: WalkInService
    live: LiveService
    notes: NoteService
    synthesis: SynthesisService
    saved_at: Callable[[], datetime]
    has_refused: Callable[[], bool]  # the last change that was to be kept
    confirm: Callable[[], bool]  # that what is in the file is on the disk; is the one in doubt?
    copy_to: Callable[[Path], None]  # in the place of an older file: ask first
    close: Callable[[], None]
