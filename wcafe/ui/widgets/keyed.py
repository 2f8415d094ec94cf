"""The rows of a list that are known by a key, and tell views only what came, went or changed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_MOST_STEPS = 60  # beyond this, one reset is faster for views than so many small changes


class Keyed(Protocol):
    """A value that can be compared; `key` stays the same while the value changes."""

    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


class KeyedModel(QAbstractListModel, Generic[K]):
    """Rows in the order to be shown; a row that moved goes and comes again."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[K, ...] = ()

    def show_rows(self, rows: Iterable[K]) -> None:
        after = tuple(rows)
        keys = [row.key for row in after]
        staying = in_order([row.key for row in self.rows], keys)
        if len(self.rows) + len(after) - 2 * len(staying) > _MOST_STEPS:
            self.beginResetModel()
            self.rows = after
            self.endResetModel()
            return
        for place in reversed(range(len(self.rows))):
            if self.rows[place].key not in staying:
                self.beginRemoveRows(_NOWHERE, place, place)
                self.rows = self.rows[:place] + self.rows[place + 1 :]
                self.endRemoveRows()
        for place, row in enumerate(after):
            if row.key not in staying:
                self.beginInsertRows(_NOWHERE, place, place)
                self.rows = (*self.rows[:place], row, *self.rows[place:])
                self.endInsertRows()
        before, self.rows = self.rows, after
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, key: str | None) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)


def in_order(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the most keys that stand in both in the same order: rows that need not move.

    Longest increasing run by patience sorting, O(n log n).

    >>> sorted(in_order("abcde", "acdbe"))
    ['a', 'c', 'd', 'e']
    """
    few, many = sorted((before, after), key=len)
    rest = iter(many)
    if all(key in rest for key in few):
        return set(few)  # rows only came, or only went, as nearly always
    places = {key: place for place, key in enumerate(before)}
    common = [key for key in after if key in places]
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
