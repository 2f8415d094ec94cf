"""What is to be printed, for whom and on what: the wishes behind the print desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import PersonId
from wcafe.errors import NothingToPrint
from wcafe.services.changes import Part
from wcafe.services.pieces import PrintState, print_states
from wcafe.services.printing import everything, note_printed, only_changed
from wcafe.ui.plan.routes import lines_of
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.press import Made, Press
from wcafe.ui.tasks import Job
from wcafe.ui.words import _

_PAPER, _SIZE, _SHIFT = "print paper", "print size", "print shift"
"""Under what this computer remembers them: they belong to its printer, not to a café."""


class Extent(Enum):
    """How much of a thing is printed."""

    ALL = "all"
    CHANGED = "changed"
    SOME = "some"


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """For whom, which tables and rounds alone, from 0; None for all."""

    people: frozenset[PersonId] | None = None
    tables: frozenset[int] | None = None
    rounds: frozenset[int] | None = None


class PrintWishes(Presenter):
    """Knows what there is to print and how it stands with it, while somebody looks.

    Attributes:
        states: how it stands with each thing, by its key.
        extent: how much is printed of what one looks at.
        some: what alone is printed of it where that is `Extent.SOME`.
        options: what it is printed on.
    """

    parts = ~Part.PHOTOS

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.states: Mapping[str, PrintState] = {}
        self.extent = Extent.ALL
        self.some = Some()
        self.options = self._remembered()
        self.press = self.adopt(Press(desk))
        self._job: Job | None = None
        self.is_open = False

    def reload(self) -> None:
        if self.is_open:
            self.snapshot = self.desk.services.cafes.snapshot()
            self.states = print_states(self.snapshot)
            self.shown.emit()

    def open(self) -> None:
        """Look at the café from now on, until `close`."""
        self.is_open = True
        self.reload()

    def close(self) -> None:
        self.is_open = False
        self.stop()

    def is_there(self, key: str) -> bool:
        """Is there what it needs?"""
        return self.snapshot.plan is not None or not HANDOUTS[key].needs_plan

    def lines(self) -> dict[str, PersonId]:
        """Return everybody, by the line that is typed or chosen."""
        return lines_of(self.snapshot.people)

    def choose_paper(self, paper: PaperSize) -> None:
        self.options = replace(self.options, paper=paper)
        self.desk.settings.keep_text(_PAPER, paper.value)

    def choose_size(self, size: str) -> None:
        self.options = replace(self.options, size=size)
        self.desk.settings.keep_text(_SIZE, size)

    def choose_shift(self, right: float, down: float) -> None:
        self.options = replace(self.options, shift=(right, down))
        self.desk.settings.keep_text(_SHIFT, f"{right},{down}")

    def wanted(self, key: str) -> PrintOptions:
        """Return what is asked of one thing.

        Raises:
            NoBadgeHeld, NothingPrinted, NoBadgeChanged, NothingChanged
        """
        artefact = HANDOUTS[key]
        if self.extent is Extent.CHANGED:
            return only_changed(artefact, self.snapshot, self.options)
        if self.extent is Extent.SOME:
            return replace(
                self.options,
                only=self.some.people if artefact.per_person else None,
                tables=self.some.tables if artefact.per_table else None,
                rounds=self.some.rounds if artefact.per_round else None,
            )
        return self.options

    def preview(self, key: str, shown: Callable[[Made | None], object]) -> None:
        """Make the pages of one thing and hand them to `shown`; of the last one asked for only."""
        self.stop()
        self._job = self.press.preview(key, shown, options=self.wanted(key))

    def stop(self) -> None:
        """Make no more pages to look at."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def save(self, key: str, path: Path) -> None:
        """Write one thing to `path`, and note that it is on paper."""
        self.press.print_to(key, path, options=self.wanted(key))

    def save_all(self, path: Path, *, is_new_only: bool = False) -> None:
        """Write everything into the folder `path`, or one PDF; or only what is new or changed.

        Raises:
            NothingToPrint: all of it is on paper as it is.
        """
        wanted, lacking = everything(self.snapshot, self.options, is_new_only=is_new_only)
        if not wanted:
            raise NothingToPrint
        self.press.print_set_to(wanted, path, lacking=lacking)

    def print_on(self, key: str, draw: Callable[[Job], int]) -> None:
        """Put one thing on the computer's own printer by `draw`, and note that it is on paper."""
        shot, options, at = self.snapshot, self.wanted(key), datetime.now().astimezone()
        services = self.desk.services

        def printed(pages: int) -> None:
            artefact = HANDOUTS[key]
            self.attempt(lambda: note_printed(services, artefact, shot, options, at, by=self))
            self.told.emit(_("Sent to the printer, pages: {number}.").format(number=pages))
            self.reload()

        self.desk.tasks.run(_("Printing…"), draw, done=printed, failed=self.failed.emit)

    def _remembered(self) -> PrintOptions:
        """Return what this computer's printer had last; what makes no sense counts as not set."""
        settings, options = self.desk.settings, PrintOptions()
        paper, size = settings.text_of(_PAPER), settings.text_of(_SIZE)
        if paper in {each.value for each in PaperSize}:
            options = replace(options, paper=PaperSize(paper))
        if size:
            options = replace(options, size=size)
        try:
            right, down = map(float, settings.text_of(_SHIFT).split(","))
        except ValueError:
            return options
        return replace(options, shift=(right, down))
