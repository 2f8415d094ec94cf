"""Row by row: what is told of a list's rows, and ticks by which a person decides otherwise."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from wcafe.services.people import Reason, RowRemark
from wcafe.ui.people.arrival import Arrival
from wcafe.ui.people.reading import remarks_in
from wcafe.ui.widgets.lines_table import Heading, Line, LinesLater, LinesTable
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.words import _, desk_words

_SEEN = 8  # rows that are seen without scrolling
_TAKEN = 3  # the column of who is one person
_NO_PERSON = frozenset({Reason.NO_NAME, Reason.NOBODYS_NAME, Reason.TOO_LONG, Reason.UNREADABLE})
"""Reasons of rows that cannot become a person, whatever anybody says."""


class RowsCard(Card):
    """A line a row that adds nobody, or not one person as it stands.

    Signals:
        decided: the number of a row, and True for one person, False for nobody, None for
            whatever is guessed.
    """

    decided = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(_("Row by row"))
        self.hint = Text(
            _("A tick says it otherwise; a second click on it takes that back."),
            "muted",
            wraps=True,
        )
        self.table = LinesTable(_("Rows that add nobody, or more than one"), most=_SEEN, wide=2)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.table)
        self.table.turned.connect(self._on_turned)
        self._said: Mapping[int, bool] = {}
        self._headings = (
            Heading(words=_("Row")),
            Heading(words=_("Who")),
            Heading(words=_("What the list says")),
            Heading(words=_("One person"), is_tick=True, tip=_("Take this row as one person")),
            Heading(words=_("Leave out"), is_tick=True, tip=_("Take nobody from this row")),
        )

    def show_arrival(self, arrival: Arrival) -> None:
        self._said = arrival.decisions.rows
        told = _told(arrival)
        make = partial(_line, told, self._said)
        self.table.show_lines(self._headings, LinesLater(len(told), make))
        self.setVisible(bool(told))

    def _on_turned(self, row: str, column: int) -> None:
        wish = column == _TAKEN
        self.decided.emit(int(row), None if self._said.get(int(row)) is wish else wish)


def _told(arrival: Arrival) -> list[RowRemark]:
    """Return what is told of each row, what is told of it now before all else."""
    found = arrival.found
    said = arrival.decisions.rows
    told: dict[int, RowRemark] = {}
    for remark in remarks_in(found) if found is not None else ():
        told.setdefault(remark.row, remark)
    for row, remark in arrival.told.items():
        if row in said:
            told.setdefault(row, remark)
    return [told[row] for row in sorted(told)]


def _line(told: Sequence[RowRemark], said: Mapping[int, bool], place: int) -> Line:
    remark = told[place]
    can_be_person = remark.reason not in _NO_PERSON
    decided = said.get(remark.row)
    return Line(
        key=str(remark.row),
        cells=(
            str(remark.row),
            remark.name,
            remark.describe(desk_words()),
            decided is True if can_be_person or decided else None,
            decided is False if can_be_person or decided else None,
        ),
        is_muted=decided is False,
    )
