"""Bring in a list of notes: read it in the background, show what it says, keep it when asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.domain.kinds import Kind
from wcafe.errors import MissingColumns, UnsureEncoding, WcafeError
from wcafe.services.note_lists import NOTES_AS_GUESSED, NoteDecisions, NotesRead, NotesReport
from wcafe.ui.lists.asking import Asking
from wcafe.ui.lists.layout import Layout, Source
from wcafe.ui.lists.memory import Memory
from wcafe.ui.notes.arrival import NotesArrival, layout_of
from wcafe.ui.notes.reading import Read, arriving_of, read_as_known, read_list
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.tasks import Job
from wcafe.ui.words import _


class NotesImporting(QObject):
    """One list on its way in. `arrival` is what the page shows of it, None if there is none.

    Signals:
        read: there is another arrival, or none any more.
        imported: a NotesReport of what is kept.
        failed: a WcafeError; nothing was changed.
        resolved: the kind of a WcafeError that was told, once another list can be read.
    """

    read = Signal()
    imported = Signal(object)
    failed = Signal(object)
    resolved = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = Memory(desk.settings, "notes")
        self._asking = Asking(desk.tasks, self._show_again)
        self.arrival: NotesArrival | None = None
        self.is_busy = False
        self._told: type[WcafeError] | None = None  # the kind of the last error

    def read_file(self, path: Path) -> None:
        """Read the list in `path` and show what would come in."""
        self._read_first(Source(name=path.name, path=path))

    def read_text(self, text: str) -> None:
        """Read rows that were pasted, as from a spreadsheet."""
        self._read_first(Source(name=_("What was pasted"), text=text))

    def read_copy(self, name: str, read: Callable[[], Iterable[Sequence[str]]]) -> None:
        """Show what another copy of the café would bring in; `read` returns its notes as rows."""
        lists = self._desk.services.notes.lists

        def work(job: Job) -> NotesArrival:
            source = Source(name=name, rows=tuple(read()))
            report = read_list(lists, source, NOTES_AS_GUESSED, arriving_of(job))
            return NotesArrival(source=source, layout=layout_of(report.found), report=report)

        self._asking.ask(_("Reading notes…"), work, done=self._show, failed=self._fail)

    def map(self, places: Mapping[str, int]) -> None:
        """Read the list again with other columns for the fields."""
        if self.arrival is not None:
            wanted = self.arrival.wanted(places)
            layout = replace(self.arrival.layout, places=places)
            self._decide(replace(self.arrival.decisions, columns=wanted), layout)

    def place_all(self, table: int | None, round_: int | None) -> None:
        """Read the list again with all of it said at `table` and in `round_`; None as it says."""
        if self.arrival is not None:
            self._decide(replace(self.arrival.decisions, table=table, round=round_))

    def decide_table(self, word: str, table: int) -> None:
        """Read the list again with `word` for a table, from 0."""
        if (arrival := self.arrival) is not None:
            tables = {**arrival.decisions.tables, word: table}
            self._decide(replace(arrival.decisions, tables=tables))

    def decide_round(self, word: str, round_: int) -> None:
        """Read the list again with `word` for a round, from 0."""
        if (arrival := self.arrival) is not None:
            rounds = {**arrival.decisions.rounds, word: round_}
            self._decide(replace(arrival.decisions, rounds=rounds))

    def decide_kind(self, word: str, kind: Kind) -> None:
        """Read the list again with `word` for a kind."""
        if (arrival := self.arrival) is not None:
            kinds = {**arrival.decisions.kinds, word: kind}
            self._decide(replace(arrival.decisions, kinds=kinds))

    def leave_out(self, row: int, *, is_out: bool) -> None:
        """Read the list again without the notes of `row`, or with them again."""
        if (arrival := self.arrival) is None:
            return
        left, rows = dict(arrival.left), arrival.decisions.left_out
        if is_out and arrival.found is not None:
            left[row] = tuple(note for note in arrival.found.notes if note.row == row)
        self.arrival = replace(arrival, left=left)
        self._decide(replace(arrival.decisions, left_out=rows | {row} if is_out else rows - {row}))

    def choose_header(self, row: int) -> None:
        """Read the list again with its headings in `row`, from 1; 0 if it has none.

        Columns that were chosen by other headings are guessed anew.
        """
        if (arrival := self.arrival) is not None:
            self._decide(replace(arrival.decisions, columns={}, kinds={}, header_row=row))

    def choose_encoding(self, encoding: str) -> None:
        """Read the file again as text in another encoding."""
        if (arrival := self.arrival) is not None:
            header = arrival.decisions.header_row
            self._decide(NoteDecisions(encoding=encoding, header_row=header))

    def read_anew(self) -> None:
        """Read the list as if none with its headings had come before."""
        if self.arrival is not None:
            self.arrival = replace(self.arrival, is_remembered=False)
            self._decide(NoteDecisions(encoding=self.arrival.decisions.encoding))

    def cancel(self) -> None:
        """Let the list be; nothing was changed."""
        self._asking.forget()
        self._show(None)

    def bring_in(self) -> None:
        """Keep the notes of the list."""
        report = self.arrival.report if self.arrival is not None else None
        if report is None or self.is_busy:
            return
        lists, found, by = self._desk.services.notes.lists, report.found, self.parent()
        self.is_busy = True
        self.read.emit()
        self._desk.tasks.run(
            _("Importing notes…"),
            lambda job: lists.bring_in(found, arriving=arriving_of(job), by=by),
            done=self._on_brought_in,
            failed=self._on_not_brought_in,
        )

    def _read_first(self, source: Source) -> None:
        lists, known = self._desk.services.notes.lists, self._memory.all()
        self._asking.ask(
            _("Reading notes…"),
            lambda job: read_as_known(lists, source, known, arriving_of(job)),
            done=partial(self._on_first_read, source),
            failed=partial(self._on_unread, source, NOTES_AS_GUESSED, None),
        )

    def _decide(self, decisions: NoteDecisions, layout: Layout | None = None) -> None:
        """Read the list again with `decisions`; what is not read yet counts as decided too."""
        assert self.arrival is not None
        before = replace(self.arrival, decisions=decisions, layout=layout or self.arrival.layout)
        self.arrival = replace(self.arrival, decisions=decisions)
        lists, source = self._desk.services.notes.lists, before.source
        self._asking.ask(
            _("Reading notes…"),
            lambda job: read_list(lists, source, decisions, arriving_of(job)),
            done=partial(self._on_read, before),
            failed=partial(self._on_unread, source, decisions, before),
        )

    def _on_first_read(self, source: Source, found: Read) -> None:
        arrival = NotesArrival(
            source=source,
            layout=Layout(headings=(), places={}),
            decisions=found.decisions,
            guessed=found.guessed,
            is_remembered=found.decisions != NOTES_AS_GUESSED,
        )
        self._on_read(arrival, found.report)

    def _on_read(self, before: NotesArrival, report: NotesReport) -> None:
        layout = layout_of(report.found)
        guessed = before.guessed or report.found.headings
        now = replace(before, layout=layout, report=report, error=None, unread=None)
        self._show(replace(now, guessed=guessed))

    def _on_unread(
        self,
        source: Source,
        decisions: NoteDecisions,
        before: NotesArrival | None,
        error: WcafeError,
    ) -> None:
        """Say why a list cannot be read; what only has to be chosen can be chosen."""
        unread = error.facts.get("found")
        if isinstance(error, MissingColumns):
            layout = _layout_in(error, before)
        elif isinstance(unread, NotesRead):
            layout = layout_of(unread)
        elif isinstance(error, UnsureEncoding):
            layout = Layout(headings=(), places={})
        elif before is not None:
            layout = before.layout
        else:
            self._fail(error)
            return
        arrival = before or NotesArrival(source=source, layout=layout, decisions=decisions)
        guessed = arrival.guessed or layout.headings
        self._show(
            replace(
                arrival,
                layout=layout,
                report=None,
                error=error,
                guessed=guessed,
                unread=unread if isinstance(unread, NotesRead) else None,
            )
        )

    def _on_brought_in(self, report: NotesReport) -> None:
        arrival = self.arrival
        if arrival is not None and arrival.guessed:
            kept = arrival.to_remember() if report.found.header_row else {}
            self._memory.keep(arrival.guessed, kept)
        self._show(None)
        self.imported.emit(report)

    def _on_not_brought_in(self, error: WcafeError) -> None:
        self._show_again()
        self._fail(error)

    def _show_again(self) -> None:
        self._show(self.arrival)

    def _show(self, arrival: NotesArrival | None) -> None:
        self.arrival, self.is_busy = arrival, False
        if arrival is not None and self._told is not None:
            self.resolved.emit(self._told)
            self._told = None
        self.read.emit()

    def _fail(self, error: WcafeError) -> None:
        self._told = type(error)
        self.failed.emit(error)


def _layout_in(error: MissingColumns, before: NotesArrival | None) -> Layout:
    """Return the columns of a list in which something is missing, as far as they are known."""
    headings, sample, places = (error.facts[name] for name in ("headings", "sample", "places"))
    assert isinstance(headings, tuple)
    assert isinstance(sample, tuple)
    assert isinstance(places, Mapping)
    known = before.layout.places if before is not None else places
    return Layout(headings=headings, places=known, sample=sample)
