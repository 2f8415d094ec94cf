"""Which notes a list would bring: what moves, how many are new, and the notes themselves."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.note_fields import NOTE_FIELDS, all_facts_in_words
from wcafe.domain.notes import Said
from wcafe.domain.text import one_line
from wcafe.services.note_lists import NoteRead, RowRejected, other_outcomes
from wcafe.ui.notes.arrival import NotesArrival
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.lines_table import Heading, Line, LinesLater, LinesTable
from wcafe.ui.widgets.parts import Card, Figure, Text
from wcafe.ui.words import _, desk_words, figure, ngettext

_SEEN = 8  # notes, and rows, that are seen without scrolling
_LONGEST = 160  # characters of a note that are shown
_INDENT = "    "  # before a note that belongs to the one above


class NotesOutcomeCard(Card):
    """What Import would do.

    Signals:
        left_out: the number of a row, and whether its notes are to stay out.
    """

    left_out = Signal(int, bool)

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__(_("Which notes would come in"))
        self._presenter = presenter
        self.themes = Text("", wraps=True)
        self.themes.setProperty("chip", "care")
        self.nothing_new = Text(
            _("Nothing new: all notes of this list are here already."), "strong", wraps=True
        )
        self.figures = [Figure("") for _place in range(6)]
        self.table = LinesTable(_("The notes as they are read"), most=_SEEN, wide=1)
        self.beside, self.refused = self.figures[3], self.figures[5]
        row = QHBoxLayout()
        for each in self.figures:
            row.addWidget(each, 1)
        self.column.addWidget(self.themes)
        self.column.addWidget(self.nothing_new)
        self.column.addLayout(row)
        self.column.addWidget(self.table)
        self.table.turned.connect(self._on_turned)
        self._out: Collection[int] = ()  # rows whose notes stay out

    def show_arrival(self, arrival: NotesArrival) -> None:
        report = arrival.report
        self.setVisible(report is not None)
        if report is None:
            return
        heading = _("Which notes would come in")
        if arrival.source.is_copy:
            heading = _("What “{name}” would bring").format(name=arrival.source.name)
        self.heading.setText(heading)
        themes = other_outcomes(report, desk_words())
        self.themes.setVisible(bool(themes))
        self.themes.setText(" ".join(themes))
        self.nothing_new.setVisible(not report.has_changed)
        refused = len(report.refused)
        new = report.added - report.beside
        for shown, number, caption in zip(
            self.figures,
            (len(report.found.notes), new, report.updated, report.beside, report.known, refused),
            (
                ngettext("note read", "notes read", len(report.found.notes)),
                ngettext("new note", "new notes", new),
                ngettext("note changed", "notes changed", report.updated),
                ngettext("note changed in both", "notes changed in both", report.beside),
                _("here already"),
                ngettext("row set aside", "rows set aside", refused),
            ),
            strict=True,
        ):
            shown.show_value(figure(number), caption)
        self.beside.setVisible(report.beside > 0)
        self.refused.setVisible(refused > 0 or not arrival.source.is_copy)
        headings = (
            Heading(words=_("In"), is_tick=True, tip=_("Comes in")),
            Heading(words=_("Text")),
            Heading(words=_("Table")),
            Heading(words=_("Round")),
            Heading(words=_("Kind")),
            Heading(words=_("Theme")),
            *([Heading(words=_("Also said"))] if _has_facts(arrival) else ()),
        )
        self._out = arrival.decisions.left_out
        listed = _listed(arrival)
        kinds = self._presenter.kind_words
        line = partial(_line, listed, self._out, kinds, has_facts=_has_facts(arrival))
        lines = LinesLater(len(listed), line)
        self.table.show_lines(headings, lines)

    def _on_turned(self, key: str, _column: int) -> None:
        row = int(key.split(":")[0])
        self.left_out.emit(row, row not in self._out)


class NoteRowsCard(Card):
    """Rows that bring nothing, or of which something was not understood, and why."""

    def __init__(self) -> None:
        super().__init__(_("Row by row"))
        self.table = LinesTable(_("Rows that are set aside"), most=_SEEN, wide=1)
        self.column.addWidget(self.table)

    def show_arrival(self, arrival: NotesArrival) -> None:
        report, unread = arrival.report, arrival.unread
        remarks = (*report.refused, *report.remarks) if report is not None else ()
        told = sorted(remarks if unread is None else unread.rejected, key=lambda each: each.row)
        lines = [
            Line(key=f"{place}", cells=(str(each.row), _reason(each)))
            for place, each in enumerate(told)
        ]
        headings = (Heading(words=_("Row")), Heading(words=_("What is told of it")))
        self.table.show_lines(headings, lines)
        self.setVisible(bool(lines))


def _reason(remark: RowRejected) -> str:
    words = remark.reason.describe(desk_words())
    if not remark.column:
        return words
    return _("Column {column}: {reason}").format(column=remark.column, reason=words)


def _listed(arrival: NotesArrival) -> list[NoteRead]:
    """Return the notes that would come in, and those that somebody left out, by their rows."""
    found, out = arrival.found, arrival.decisions.left_out
    assert found is not None
    left = [note for row, notes in arrival.left.items() if row in out for note in notes]
    return sorted([*found.notes, *left], key=lambda note: note.row)


def _has_facts(arrival: NotesArrival) -> bool:
    """Does a column say more of notes than their words, place, kind and theme?"""
    found = arrival.found
    return found is not None and any(field.key in found.columns for field in NOTE_FIELDS)


def _line(
    listed: Sequence[NoteRead],
    out: Collection[int],
    kinds: Mapping[str, str],
    place: int,
    *,
    has_facts: bool,
) -> Line:
    note = listed[place]
    first = bisect_left(listed, note.row, key=lambda each: each.row)  # a row may hold several
    comes = note.row not in out
    key = f"{note.row}:{place - first}"
    facts = (_facts(note),) if has_facts else ()
    return Line(key=key, cells=(*_cells(note, comes, kinds), *facts), is_muted=not comes)


def _facts(note: NoteRead) -> str:
    facts: Mapping[str, Any] = note.facts
    said = Said(table=note.table, round=note.round, text=note.text, **facts)
    return " · ".join(all_facts_in_words(said, desk_words()))[:_LONGEST]


def _cells(note: NoteRead, comes: bool, kinds: Mapping[str, str]) -> tuple[str | bool | None, ...]:
    return (
        comes,
        _INDENT * note.level + one_line(note.text)[:_LONGEST],
        str(note.table + 1),
        str(note.round + 1),
        kinds[note.kind.value],
        ", ".join(note.themes),
    )
