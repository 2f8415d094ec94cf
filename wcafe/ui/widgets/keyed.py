"""Rows that are known by a key: views are told only what came, went or changed."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_MOST_STEPS = 60  # beyond this, one reset is faster for views than so many small changes


class Keyed(Protocol):
    """A value that can be compared; `key` stays the same while the value changes."""

    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)
R = TypeVar("R")


class KeyedModel(QAbstractListModel, Generic[K]):
    """Rows in the order to be shown; a row that moved goes and comes again."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[K, ...] = ()

    def show_rows(self, rows: Iterable[K]) -> None:
        tell_changes(self, self.rows, tuple(rows), self._hold, key_of=lambda row: row.key)

    def show_anew(self, rows: Iterable[K]) -> None:
        """Show other rows, without a look at which of them were here."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: str | None) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def _hold(self, rows: tuple[K, ...]) -> None:
        self.rows = rows


def tell_changes(
    model: QAbstractItemModel,
    before: tuple[R, ...],
    after: tuple[R, ...],
    hold: Callable[[tuple[R, ...]], object],
    *,
    key_of: Callable[[R], str],
    anew: Collection[str] = (),
    columns: int = 1,
    may_move: bool = True,
) -> None:
    """Tell the views of `model` step by step how its rows become those of `after`.

    Args:
        model: whose rows they are.
        before: the rows it holds.
        after: those it is to hold.
        hold: lets it hold other rows, between what views are told before and after a step.
        key_of: returns what stays the same while a row changes.
        anew: keys of rows that look different though they are equal.
        columns: how many a row has.
        may_move: whether a row that moved goes and comes again; else everything is shown anew.
    """
    here, keys = [key_of(row) for row in before], [key_of(row) for row in after]
    staying = in_order(here, keys)
    has_moved = len(staying) < len(set(here).intersection(keys))
    steps = len(before) + len(after) - 2 * len(staying)
    if steps > _MOST_STEPS or (has_moved and not may_move):
        model.beginResetModel()
        hold(after)
        model.endResetModel()
        return
    rows = before
    for place in reversed(range(len(before))):
        if here[place] not in staying:
            model.beginRemoveRows(_NOWHERE, place, place)
            hold(rows := rows[:place] + rows[place + 1 :])
            model.endRemoveRows()
    for place, row in enumerate(after):
        if keys[place] not in staying:
            model.beginInsertRows(_NOWHERE, place, place)
            hold(rows := (*rows[:place], row, *rows[place:]))
            model.endInsertRows()
    hold(after)
    for place, (old, new) in enumerate(zip(rows, after, strict=True)):
        if (old is not new and old != new) or keys[place] in anew:
            model.dataChanged.emit(model.index(place, 0), model.index(place, columns - 1))


def around_row(before: tuple[K, ...], after: tuple[K, ...], place: int) -> tuple[K, ...] | None:
    """Return `after` with the row at `place` of `before` as it is, behind the same one as now.

    None where views could only be told by taking that row away for a moment: it moved, or too
    much has changed.
    """
    row = before[place]
    above = {each.key for each in before[:place]}
    rest = [each for each in after if each.key != row.key]
    at = 1 + max((here for here, each in enumerate(rest) if each.key in above), default=-1)
    at = next((here for here, each in enumerate(after) if each.key == row.key), at)
    held = (*rest[:at], row, *rest[at:])
    here, keys = [each.key for each in before], [each.key for each in held]
    staying = in_order(here, keys)
    steps = len(before) + len(held) - 2 * len(staying)
    return held if row.key in staying and steps <= _MOST_STEPS else None


def in_order(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the most keys that stand in both in the same order: rows that need not move.

    Longest increasing run by patience sorting, O(n log n).

    >>> sorted(in_order("abcde", "acdbe"))
    ['a', 'c', 'd', 'e']
    """
    places = {key: place for place, key in enumerate(before)}
    common = [key for key in after if key in places]
    if common == sorted(common, key=places.__getitem__):
        return set(common)  # as nearly always: nothing has moved
    tails: list[int] = []
    ends: list[str] = []
    previous: dict[str, str | None] = {}
    for key in common:
        at = bisect_left(tails, places[key])
        previous[key] = ends[at - 1] if at else None
        tails[at : at + 1] = [places[key]]
        ends[at : at + 1] = [key]
    kept = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = previous[step]
    return kept
