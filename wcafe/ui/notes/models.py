"""The rows of a list of notes, which tell views only what changed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from wcafe.ui.notes.filed import Filed, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
NOTES = "application/x-wcafe-notes"
"""The kind of what is dragged: ids of notes, a line each."""
_MOST_STEPS = 60  # beyond this, one reset is faster for views than so many small changes


class NoteModel(QAbstractListModel):
    """Notes, and the heads above them, in the order to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Iterable[Row]) -> None:
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
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not isinstance(self.rows[index.row()], Filed):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return row if role == ROW else None

    def mimeTypes(self) -> list[str]:
        return [NOTES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        keys = [self.rows[index.row()].key for index in indexes]
        dragged.setData(NOTES, "\n".join(keys).encode())
        return dragged


def in_order(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the most keys that stand in both in the same order: rows that need not move.

    Longest increasing run by patience sorting, O(n log n).

    >>> sorted(in_order("abcde", "acdbe"))
    ['a', 'c', 'd', 'e']
    """
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
