"""The people as a list would bring them in, each of whom can be left out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from wcafe.domain.people import Person
from wcafe.ui.people.arrival import Arrival
from wcafe.ui.people.columns import Column, Kind, columns_of, is_ticked, text_of
from wcafe.ui.people.reading import people_in
from wcafe.ui.widgets.lines_table import Cell, Heading, Line, LinesTable
from wcafe.ui.words import _

_SEEN = 6  # people who are seen without scrolling

Listed = tuple[int, Person, bool]
"""The row of a person, 0 where it is not told; the person; do they come in?"""


class PeopleComing(LinesTable):
    """All who would come in, as they are read.

    Signals:
        decided: the number of a row, and False for nobody, None for whatever is guessed.
    """

    decided = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(_("The people as they are read"), most=_SEEN)
        self.turned.connect(self._on_turned)

    def show_arrival(self, arrival: Arrival) -> None:
        found = arrival.found
        assert found is not None
        listed: list[Listed] = [(row, person, True) for row, person in people_in(found)]
        has_rows = bool(listed) or not found.people
        if has_rows:
            rows = arrival.decisions.rows
            left = [
                (row, arrival.left[row], False) for row in arrival.left if rows.get(row) is False
            ]
            listed = sorted([*listed, *left], key=lambda each: each[0])
        else:
            listed = [(0, person, True) for person in found.people]
        self._show(listed, has_rows=has_rows)

    def _show(self, listed: Sequence[Listed], *, has_rows: bool) -> None:
        people = [person for _row, person, _comes in listed]
        columns = [
            column
            for column in columns_of(0, people)
            if column.key != "role" and any(_words(person, column) for person in people)
        ]
        tick = Heading(words=_("In"), is_tick=True, tip=_("Comes in"))
        headings = [Heading(words=column.heading, tip=column.full_name) for column in columns]
        seen: dict[int, int] = {}
        lines = []
        for row, person, comes in listed:
            seen[row] = seen.get(row, 0) + 1  # a row may hold several people
            cells: list[Cell] = [comes] if has_rows else []
            cells += (_words(person, column) for column in columns)
            lines.append(Line(key=f"{row}:{seen[row]}", cells=tuple(cells), is_muted=not comes))
        self.show_lines([tick, *headings] if has_rows else headings, lines)

    def _on_turned(self, key: str, _column: int) -> None:
        line = next(each for each in self.lines if each.key == key)
        self.decided.emit(int(key.split(":")[0]), False if line.cells[0] is True else None)


def _words(person: Person, column: Column) -> str:
    if column.kind is Kind.TICK:
        return _("yes") if is_ticked(person, column) else ""
    return text_of(person, column)
