"""Bring in a list: read it in the background, show what it says, take it in when asked."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.errors import NoNames, UnsureEncoding, WcafeError
from wcafe.services.people import AS_GUESSED, Decisions, ImportReport
from wcafe.ui.lists.asking import Asking
from wcafe.ui.lists.layout import Layout, Source
from wcafe.ui.lists.memory import Memory
from wcafe.ui.people.arrival import TITLES, Arrival, outcome_of
from wcafe.ui.people.reading import Read, people_in, read_as_known, read_list, remarks_in
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.words import _


class Importing(QObject):
    """One list on its way in. `arrival` is what the page shows of it, None if there is none.

    Signals:
        read: there is another arrival, or none any more.
        imported: an ImportReport that is kept, and a sentence about it.
        failed: a WcafeError; nothing was changed.
        resolved: the kind of a WcafeError that was told, once another list can be read.
    """

    read = Signal()
    imported = Signal(object, str)
    failed = Signal(object)
    resolved = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = Memory(desk.settings, "people")
        self._asking = Asking(desk.tasks, self._show_again)
        self.arrival: Arrival | None = None
        self.is_busy = False
        self._told: type[WcafeError] | None = None  # the kind of the last error

    def read_file(self, path: Path) -> None:
        """Read the list in `path` and show what would come in."""
        self._read_first(Source(name=path.name, path=path))

    def read_text(self, text: str) -> None:
        """Read a list that was pasted, as from a spreadsheet."""
        self._read_first(Source(name=_("What was pasted"), text=text))

    def map(self, places: Mapping[str, int], *, keeps_others: bool) -> None:
        """Read the list again with other columns for the fields."""
        if self.arrival is not None:
            wanted = self.arrival.wanted(places, keeps_others=keeps_others)
            layout = replace(self.arrival.layout, places=places)
            self._decide(replace(self.arrival.decisions, columns=wanted), layout)

    def decide_word(self, word: tuple[int, str], *, is_coming: bool) -> None:
        """Read the list again with all who have `word`, a StatusWord's key, coming or not."""
        if self.arrival is not None:
            before = self.arrival.decisions
            self._decide(replace(before, words={**before.words, word: is_coming}))

    def decide_row(self, row: int, is_person: bool | None) -> None:
        """Read the list again with `row` as one person, as nobody, or with None as guessed."""
        if self.arrival is None:
            return
        before = self.arrival.decisions
        rows = {number: said for number, said in before.rows.items() if number != row}
        if is_person is not None:
            rows[row] = is_person
            self._remember_row(row)
        self._decide(replace(before, rows=rows))

    def choose_header(self, row: int) -> None:
        """Read the list again with its headings in `row`, from 1; 0 if it has none.

        Columns that were chosen by other headings are guessed anew.
        """
        if self.arrival is not None:
            decisions = Decisions(header_row=row, encoding=self.arrival.decisions.encoding)
            self._decide(decisions)

    def choose_encoding(self, encoding: str) -> None:
        """Read the file again as text in another encoding."""
        if self.arrival is not None:
            header = self.arrival.decisions.header_row
            self._decide(Decisions(encoding=encoding, header_row=header))

    def read_anew(self) -> None:
        """Read the list as if none with its headings had come before."""
        if self.arrival is not None:
            self.arrival = replace(self.arrival, is_remembered=False)
            self._decide(Decisions(encoding=self.arrival.decisions.encoding))

    def cancel(self) -> None:
        """Let the list be; nothing was changed."""
        self._asking.forget()
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

    def _read_first(self, source: Source) -> None:
        people, known = self._desk.services.people, self._memory.all()
        self._asking.ask(
            _("Reading the list…"),
            lambda _job: read_as_known(people, source, known),
            done=partial(self._on_first_read, source),
            failed=partial(self._on_unread, source, AS_GUESSED, None),
        )

    def _decide(self, decisions: Decisions, layout: Layout | None = None) -> None:
        """Read the list again with `decisions`; what is not read yet counts as decided too."""
        assert self.arrival is not None
        before = replace(self.arrival, decisions=decisions, layout=layout or self.arrival.layout)
        self.arrival = replace(self.arrival, decisions=decisions)
        people, source = self._desk.services.people, before.source
        self._asking.ask(
            _("Reading the list…"),
            lambda _job: read_list(people, source, decisions),
            done=partial(self._on_read, before),
            failed=partial(self._on_unread, source, decisions, before),
        )

    def _on_first_read(self, source: Source, found: Read) -> None:
        arrival = Arrival(
            source=source,
            layout=Layout(headings=(), places={}),
            decisions=found.decisions,
            guessed=found.guessed,
            is_remembered=found.decisions != AS_GUESSED,
        )
        self._on_read(arrival, found)

    def _on_read(self, before: Arrival, read: Read) -> None:
        found, fields = read.report.found, {*TITLES, "name"}
        places = {name: place for name, place in found.places.items() if name in fields}
        chosen = before.decisions.columns
        self._show(
            replace(
                before,
                layout=Layout(headings=found.headings, places=places, sample=found.sample),
                report=read.report,
                filled=read.filled,
                changes=read.changes,
                error=None,
                guessed=before.guessed or found.headings,
                also=frozenset(
                    place
                    for name, place in found.places.items()
                    if name not in fields and name not in chosen
                ),
            )
        )

    def _on_unread(
        self,
        source: Source,
        decisions: Decisions,
        before: Arrival | None,
        error: WcafeError,
    ) -> None:
        """Say why a list cannot be read; what only has to be chosen can be chosen."""
        facts = error.facts
        if isinstance(error, NoNames):
            places = before.layout.places if before is not None else {}
            headings, sample = facts["headings"], facts["sample"]
            assert isinstance(headings, tuple)
            assert isinstance(sample, tuple)
            layout = Layout(headings=headings, places=places, sample=sample)
        elif isinstance(error, UnsureEncoding):
            layout = Layout(headings=(), places={})
        elif before is not None:
            layout = before.layout
        else:
            self._fail(error)
            return
        arrival = before or Arrival(source=source, layout=layout, decisions=decisions)
        self._show(
            replace(
                arrival,
                layout=layout,
                report=None,
                error=error,
                guessed=arrival.guessed or layout.headings,
            )
        )

    def _remember_row(self, row: int) -> None:
        """Remember what is told of `row`, and who is read from it, to be shown further on."""
        assert self.arrival is not None
        found, arrival = self.arrival.found, self.arrival
        if found is None:
            return
        told = {each.row: each for each in reversed(remarks_in(found)) if each.row == row}
        left = {number: person for number, person in people_in(found) if number == row}
        self.arrival = replace(
            arrival, told={**told, **arrival.told}, left={**left, **arrival.left}
        )

    def _on_taken_in(self, report: ImportReport) -> None:
        arrival = self.arrival
        if arrival is not None and arrival.found is not None and arrival.guessed:
            has_headings = arrival.found.header_row is not None
            self._memory.keep(arrival.guessed, arrival.to_remember() if has_headings else {})
        self._show(None)
        self.imported.emit(report, outcome_of(report))

    def _show_again(self) -> None:
        self._show(self.arrival)

    def _on_not_taken_in(self, error: WcafeError) -> None:
        self._show(self.arrival)
        self._fail(error)

    def _show(self, arrival: Arrival | None) -> None:
        self.arrival, self.is_busy = arrival, False
        if arrival is not None and self._told is not None:
            self.resolved.emit(self._told)
            self._told = None
        self.read.emit()

    def _fail(self, error: WcafeError) -> None:
        self._told = type(error)
        self.failed.emit(error)
