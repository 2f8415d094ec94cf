"""Bring in a list: read it in the background, show what it says, take it in when asked."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.errors import NoNames, WcafeError
from wcafe.services.people import AS_GUESSED, Decisions, ImportReport
from wcafe.ui.people.arrival import TITLES, Arrival, Source, outcome_of
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.tasks import Job
from wcafe.ui.words import _


class Importing(QObject):
    """One list on its way in. `arrival` is what the page shows of it, None if there is none.

    Signals:
        read: there is another arrival, or none any more.
        imported: an ImportReport that is kept, and a sentence about it.
        failed: a WcafeError; nothing was changed.
    """

    read = Signal()
    imported = Signal(object, str)
    failed = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0  # only the answer to the last question counts
        self._job: Job | None = None
        self.arrival: Arrival | None = None
        self.is_busy = False

    def read_file(self, path: Path) -> None:
        """Read the list in `path` and show what would come in."""
        self._read(Source(name=path.name, path=path), AS_GUESSED)

    def read_text(self, text: str) -> None:
        """Read a list that was pasted, as from a spreadsheet."""
        self._read(Source(name=_("What was pasted"), text=text), AS_GUESSED)

    def map(self, places: Mapping[str, int], *, keeps_others: bool) -> None:
        """Read the list again with other columns for the fields."""
        if self.arrival is not None:
            wanted = self.arrival.wanted(places, keeps_others=keeps_others)
            decisions = replace(self.arrival.decisions, columns=wanted)
            self._read(self.arrival.source, decisions, self.arrival, places)

    def decide(self, word: tuple[int, str], *, is_coming: bool) -> None:
        """Read the list again with all who have `word`, a StatusWord's key, coming or not."""
        if self.arrival is not None:
            before = self.arrival.decisions
            decisions = replace(before, words={**before.words, word: is_coming})
            self.arrival = replace(self.arrival, decisions=decisions)
            self._read(self.arrival.source, decisions, self.arrival, self.arrival.places)

    def cancel(self) -> None:
        """Let the list be; nothing was changed."""
        self._asked += 1
        self._show(None)

    def take_in(self, *, keeps_away: bool = False) -> None:
        """Keep the people of the list; with `keeps_away` also who does not come, as absent."""
        if self.arrival is None or self.arrival.found is None or self.is_busy:
            return
        people, found, by = self._desk.services.people, self.arrival.found, self.parent()
        self.is_busy = True
        self.read.emit()
        self._desk.tasks.run(
            _("Importing people…"),
            lambda _job: people.take_in(found, keeps_away=keeps_away, by=by),
            done=self._on_taken_in,
            failed=self._on_not_taken_in,
        )

    def _read(
        self,
        source: Source,
        decisions: Decisions,
        before: Arrival | None = None,
        places: Mapping[str, int] | None = None,
    ) -> None:
        self._asked += 1
        people = self._desk.services.people
        self._job = self._desk.tasks.run(
            _("Reading the list…"),
            lambda _job: source.read(people, decisions),
            done=partial(self._on_read, self._asked, source, decisions),
            failed=partial(self._on_unread, self._asked, source, decisions, before, places),
        )

    def _on_read(
        self,
        asked: int,
        source: Source,
        decisions: Decisions,
        report: ImportReport,
    ) -> None:
        if asked != self._asked:
            return
        if self._job is not None and self._job.is_stopped():
            self._show(self.arrival)  # as it was
            return
        found = report.found
        fields = {*TITLES, "name"}
        self._show(
            Arrival(
                source=source,
                headings=found.headings,
                places={name: place for name, place in found.places.items() if name in fields},
                report=report,
                own={
                    name: column for name, column in decisions.columns.items() if name not in fields
                },
                also=frozenset(
                    place
                    for name, place in found.places.items()
                    if name not in fields and name not in decisions.columns
                ),
                decisions=decisions,
                sample=found.sample,
            )
        )

    def _on_unread(
        self,
        asked: int,
        source: Source,
        decisions: Decisions,
        before: Arrival | None,
        places: Mapping[str, int] | None,
        error: WcafeError,
    ) -> None:
        """Say why a list cannot be read; where only the names are missing, let them be chosen."""
        if asked != self._asked:
            return
        facts = error.facts if isinstance(error, NoNames) else {}
        headings, sample = facts.get("headings"), facts.get("sample", ())
        if before is not None:
            headings, sample = before.headings, before.sample
        if not isinstance(headings, tuple) or not isinstance(sample, tuple):
            self.failed.emit(error)
            return
        self._show(
            Arrival(
                source=source,
                headings=headings,
                places=places or {},
                error=error,
                sample=sample,
                decisions=decisions,
            )
        )

    def _on_taken_in(self, report: ImportReport) -> None:
        self._show(None)
        self.imported.emit(report, outcome_of(report))

    def _on_not_taken_in(self, error: WcafeError) -> None:
        self._show(self.arrival)
        self.failed.emit(error)

    def _show(self, arrival: Arrival | None) -> None:
        self.arrival, self.is_busy = arrival, False
        self.read.emit()
