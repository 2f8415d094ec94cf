"""Lists of notes: read, looked at before anything is kept, and brought in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from wcafe.domain.text import guard_cell
from wcafe.intake.lines import DraftNote, is_a_table, lines_to_notes
from wcafe.intake.note_columns import fields_of_notes
from wcafe.intake.note_decisions import NOTES_AS_GUESSED, NoteDecisions
from wcafe.intake.note_json import read_note_sheet
from wcafe.intake.note_places import PlaceWord
from wcafe.intake.notes import read_notes
from wcafe.intake.notes_found import KindWord, NoteRead, NotesRead, RowRejected
from wcafe.intake.sheet import Sheet, read_pasted
from wcafe.services.changes import Part
from wcafe.services.note_keeping import LIST, NoteKeeping, device_of
from wcafe.services.note_list import ListArrival
from wcafe.services.note_names import look_around
from wcafe.services.notes_report import ALONE, Arriving, ImportStopped, NotesReport, other_outcomes
from wcafe.store import Store, Work

__all__ = [
    "ALONE",
    "NOTES_AS_GUESSED",
    "Arriving",
    "DraftNote",
    "ImportStopped",
    "KindWord",
    "NoteDecisions",
    "NoteLists",
    "NoteRead",
    "NotesRead",
    "NotesReport",
    "PlaceWord",
    "RowRejected",
    "is_a_table",
    "lines_to_notes",
    "other_outcomes",
]


class NoteLists:
    """Read lists of notes and bring them in."""

    def __init__(self, store: Store, keeping: NoteKeeping) -> None:
        self._store = store
        self._keeping = keeping

    def read_list(
        self, path: Path, decisions: NoteDecisions = NOTES_AS_GUESSED, *, arriving: Arriving = ALONE
    ) -> NotesRead:
        """Return the notes of the list in `path`, as they would come in; nothing is kept.

        Args:
            path: a CSV, TSV, XLSX or ODS file, or the JSON that we export.
            decisions: what is known about the list beside what is guessed.
            arriving: who is told how far it is, and may stop it.

        Raises:
            NoSuchFile, NotAList, MissingColumns, NoSuchColumn, BadRow, EmptyList, ImportStopped …
        """
        return self._read(read_note_sheet(path, decisions.encoding), decisions, arriving)

    def read_pasted(
        self, text: str, decisions: NoteDecisions = NOTES_AS_GUESSED, *, name: str
    ) -> NotesRead:
        """Return the notes of rows copied from a spreadsheet; `name` is what errors call them."""
        return self._read(read_pasted(text, name), decisions, ALONE)

    def read_rows(
        self,
        rows: Iterable[Sequence[str]],
        decisions: NoteDecisions = NOTES_AS_GUESSED,
        *,
        name: str,
        arriving: Arriving = ALONE,
    ) -> NotesRead:
        """Return the notes of `rows` as our exports have them; `name` is what errors call them.

        Raises:
            EmptyFile, ImportStopped …
        """
        cells = tuple(tuple(map(guard_cell, row)) for row in rows)
        return self._read(Sheet(path=Path(name), rows=cells), decisions, arriving)

    def preview(self, found: NotesRead, *, arriving: Arriving = ALONE) -> NotesReport:
        """Return what `bring_in` would do; nothing is kept."""
        with self._store.read() as work:
            return self._arrival(work).bring(found, arriving)

    def bring_in(
        self, found: NotesRead, *, arriving: Arriving = ALONE, by: object | None = None
    ) -> NotesReport:
        """Keep the notes that were read, file them under the themes and give the names they name.

        The same list may come any number of times, and from two copies of the café in turn: what
        is here already, as it is or as an earlier version, changes nothing (`find_place`).

        Raises:
            ImportStopped: and nothing changed.
        """

        def keep(work: Work) -> NotesReport:
            arrival = self._arrival(work)
            report = arrival.bring(found, arriving)
            arriving.require_going()
            return arrival.keep(report)

        return self._keeping.keep(keep, Part.NOTES | Part.SYNTHESIS | Part.CAFE, by)

    def import_list(
        self,
        path: Path,
        decisions: NoteDecisions = NOTES_AS_GUESSED,
        *,
        is_dry_run: bool = False,
        arriving: Arriving = ALONE,
        by: object | None = None,
    ) -> NotesReport:
        """Read the list in `path` and bring it in; errors as for `read_list`, and nothing changed.

        Args:
            path: as for `read_list`.
            decisions: as for `read_list`.
            arriving: as for `read_list`.
            is_dry_run: only tell what would be done.
            by: who asks.
        """
        found = self.read_list(path, decisions, arriving=arriving)
        if is_dry_run:
            return self.preview(found, arriving=arriving)
        return self.bring_in(found, arriving=arriving, by=by)

    def _read(self, sheet: Sheet, decisions: NoteDecisions, arriving: Arriving) -> NotesRead:
        with self._store.read() as work:
            _cafe, here = look_around(work)
        decisions = replace(decisions, columns=fields_of_notes(decisions.columns))
        found = read_notes(sheet, here, decisions, is_stopped=arriving.is_stopped)
        arriving.require_going()
        return found

    def _arrival(self, work: Work) -> ListArrival:
        return ListArrival(work, device_of(work.cafes.get(), LIST), LIST, self._keeping.stamp())
