"""Columns that text flows through: down the first, on in the next, as evenly as it ends.

`Columns(parts)` stands in a story like a paragraph does: below whatever was there before it, over
as many pages as it takes. Its parts are read, and tagged, column by column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

GAP = 9 * mm
"""Between two columns."""

_WHOLE = 52  # points: what is no higher stays in one column
_LEAST = 26  # points at the foot of a column: about two lines
_FULL = 120 * mm  # where so much is free, something has to begin
_NEAR = 1.0  # points that the height of even columns may be more than the least there is


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part, and how far its lower edge is below the upper edge of the column."""

    part: Flowable
    low: float


_Column = list[_Placed]


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts one above the other, with the gaps between them that a page would leave."""

    placed: Sequence[_Placed]

    @property
    def height(self) -> float:
        return self.placed[-1].low if self.placed else 0.0

    def draw_on(self, canvas: Any, left: float, top: float) -> None:
        """Draw them from `top` down, in points."""
        for each in self.placed:
            each.part.drawOn(canvas, left, top - each.low)


def stacked(parts: Sequence[Flowable], width: float) -> Stack:
    """Return `parts` in one column that is as high as it takes."""
    return Stack(_fill_one(parts, width, inf)[0])


class Columns(Flowable):
    """Paragraphs and the like in columns of one width.

    A heading (`keepWithNext`) goes with what follows it, short parts stay whole, and where the text
    ends all columns are about as high. Page breaks and `KeepTogether` are no parts.

    Cost: that of wrapping each part once, and some looks at those of each page.
    """

    canv: Any

    def __init__(self, parts: Sequence[Flowable], *, columns: int = 2, gap: float = GAP) -> None:
        super().__init__()
        self._parts, self._count, self._gap = parts, columns, gap
        self._even: list[_Column] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return how high even columns are; more than `height` where that holds not all."""
        room = self._room(width)
        columns, rest = _fill(self._parts, room, height, self._count)
        self.width, self.height = width, height + 1
        if rest:
            return self.width, self.height
        least, most = _height_of(columns) / self._count, _height_of(columns)
        while most - least > _NEAR:
            tried = (least + most) / 2
            evener, rest = _fill(self._parts, room, tried, self._count, is_last=True)
            if rest:
                least = tried
            else:
                columns, most = evener, tried
        self._even, self.height = columns, _height_of(columns)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """Return what fills columns of `height`, and the rest; nothing where too little fits."""
        columns, rest = _fill(self._parts, self._room(width), height, self._count)
        if not any(columns):
            return []
        after = Columns(rest, columns=self._count, gap=self._gap)
        return [_Filled(columns, width, self._step(width)), *([after] if rest else [])]

    def draw(self) -> None:
        _draw(self._even, self.canv, self.height, self._step(self.width))

    def _step(self, width: float) -> float:
        return (width + self._gap) / self._count

    def _room(self, width: float) -> float:
        return self._step(width) - self._gap


class Whole(Flowable):
    """A part that goes over to the next column as it is, however high."""

    canv: Any

    def __init__(self, part: Flowable) -> None:
        super().__init__()
        self._part = part
        self.spaceBefore, self.spaceAfter = part.getSpaceBefore(), part.getSpaceAfter()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self._part.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        self._part.drawOn(self.canv, 0, 0)


class _Filled(Flowable):
    """Columns that are full."""

    def __init__(self, columns: Sequence[_Column], width: float, step: float) -> None:
        super().__init__()
        self._columns, self._step = columns, step
        self.width, self.height = width, _height_of(columns)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        _draw(self._columns, self.canv, self.height, self._step)


def _draw(columns: Sequence[_Column], canvas: Any, height: float, step: float) -> None:
    for number, column in enumerate(columns):
        Stack(column).draw_on(canvas, number * step, height)


def _height_of(columns: Sequence[_Column]) -> float:
    return max((Stack(column).height for column in columns), default=0.0)


def _fill(
    parts: Sequence[Flowable], width: float, height: float, count: int, *, is_last: bool = False
) -> tuple[list[_Column], Sequence[Flowable]]:
    """Return `count` columns of `height` filled with the first of `parts`, and the others.

    With `is_last` they may be higher, so that nothing has to begin in them.
    """
    must_begin = height >= _FULL and not is_last
    columns, rest = [], parts
    for _column in range(count):
        column, rest = _fill_one(rest, width, height, must_begin=must_begin)
        columns.append(column)
    return columns, rest


def _fill_one(
    parts: Sequence[Flowable], width: float, height: float, *, must_begin: bool = False
) -> tuple[_Column, Sequence[Flowable]]:
    """Return one column and what is left: whole groups, each a part with the headings above it."""
    column: _Column = []
    start = 0
    while start < len(parts):
        end = _end_of_group(parts, start)
        placed, rest = _place(parts[start:end], column, width, height, is_whole=True)
        if rest and not column and must_begin:  # it would begin nowhere else either
            placed, rest = _place(parts[start:end], column, width, height, is_whole=False)
        column += placed
        if rest:
            return column, [*rest, *parts[end:]]
        start = end
    return column, ()


def _end_of_group(parts: Sequence[Flowable], start: int) -> int:
    """Return the place behind the first part from `start` on that is no heading."""
    end = start
    while end < len(parts) - 1 and getattr(parts[end], "keepWithNext", False):
        end += 1
    return end + 1


def _place(
    group: Sequence[Flowable], above: _Column, width: float, height: float, *, is_whole: bool
) -> tuple[_Column, Sequence[Flowable]]:
    """Return what of `group` fits below what is `above`, and the rest of it.

    With `is_whole` nothing of it is placed unless its last part at least begins.
    """
    placed: _Column = []
    for number, part in enumerate(group):
        before = placed or above
        low = before[-1].low if before else 0.0
        if before:
            low += max(before[-1].part.getSpaceAfter(), part.getSpaceBefore())
        high = part.wrap(width, height)[1]
        if low + high <= height:
            placed.append(_Placed(part, low + high))
            continue
        is_last = number == len(group) - 1
        halves = _split(part, width, height - low, is_forced=not is_whole)
        if halves and (is_last or not is_whole):
            first, *others = halves
            placed.append(_Placed(first, low + first.wrap(width, height)[1]))
            return placed, [*others, *group[number + 1 :]]
        return ([], group) if is_whole else (placed, group[number:])
    return placed, ()


def _split(part: Flowable, width: float, room: float, *, is_forced: bool) -> list[Any]:
    """Return the halves of `part`, the first no higher than `room`; none where it stays whole.

    `is_forced` says that it is cut however short it is, as there is no other place for it.
    """
    if room < _LEAST or (not is_forced and part.wrap(width, room)[1] <= _WHOLE):
        return []
    halves = part.split(width, room)
    return list(halves) if len(halves) > 1 else []
