"""The people as a list would bring them in, each of whom can be left out."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from wcafe.domain.people import Person
from wcafe.ui.people.arrival import Arrival
from wcafe.ui.people.columns import Column, columns_of, words_of
from wcafe.ui.people.reading import people_in
from wcafe.ui.widgets.lines_table import Heading, Line, LinesLater, LinesTable
from wcafe.ui.words import _

_SEEN = 6  # people who are seen without scrolling

Listed = tuple[int, Person]
"""Somebody, with the row from which they are read."""


class PeopleComing(LinesTable):
    """All who would come in, as they are read.

    Signals:
        decided: the number of a row, and False for nobody, None for whatever is guessed.
    """

    decided = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(_("The people as they are read"), most=_SEEN)
        self._left: frozenset[int] = frozenset()  # rows from which nobody is to come in
        self.turned.connect(self._on_turned)

    def show_arrival(self, arrival: Arrival) -> None:
        assert arrival.found is not None
        rows = arrival.decisions.rows
        self._left = frozenset(row for row in arrival.left if rows.get(row) is False)
        left = [(row, arrival.left[row]) for row in self._left]
        listed = sorted([*people_in(arrival.found), *left], key=lambda each: each[0])
        everybody = [person for _row, person in listed]
        columns = [each for each in columns_of(0, everybody) if each.id in arrival.filled]
        tick = Heading(words=_("In"), is_tick=True, tip=_("Comes in"))
        headings = [Heading(words=column.heading, tip=column.full_name) for column in columns]
        make = partial(self._line, listed, columns)
        self.show_lines([tick, *headings], LinesLater(len(listed), make))

    def _line(self, listed: Sequence[Listed], columns: Sequence[Column], place: int) -> Line:
        row, person = listed[place]
        first = bisect_left(listed, row, key=lambda each: each[0])  # a row may hold several people
        comes = row not in self._left
        words = (words_of(person, column) for column in columns)
        return Line(key=f"{row}:{place - first}", cells=(comes, *words), is_muted=not comes)

    def _on_turned(self, key: str, _column: int) -> None:
        row = int(key.split(":")[0])
        self.decided.emit(row, None if row in self._left else False)
