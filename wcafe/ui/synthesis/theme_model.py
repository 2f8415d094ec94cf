"""The rows of the list of themes, which tell views only what changed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.notes.models import in_order
from wcafe.ui.synthesis.coverage import LONE, ThemeRow
from wcafe.ui.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class ThemeModel(QAbstractListModel):
    """Themes in order, and the lone voices below them."""

    def __init__(self, rename: Callable[[ThemeId, str], bool]) -> None:
        super().__init__()
        self._rename = rename
        self.rows: tuple[ThemeRow, ...] = ()

    def show_rows(self, rows: Iterable[ThemeRow]) -> None:
        after = tuple(rows)
        staying = in_order([row.theme for row in self.rows], [row.theme for row in after])
        for place in reversed(range(len(self.rows))):
            if self.rows[place].theme not in staying:
                self.beginRemoveRows(_NOWHERE, place, place)
                self.rows = self.rows[:place] + self.rows[place + 1 :]
                self.endRemoveRows()
        for place, row in enumerate(after):
            if row.theme not in staying:
                self.beginInsertRows(_NOWHERE, place, place)
                self.rows = (*self.rows[:place], row, *self.rows[place:])
                self.endInsertRows()
        before, self.rows = self.rows, after
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, theme: ThemeId | None) -> int:
        """Return the row of `theme`, -1 where it has none."""
        return next((n for n, row in enumerate(self.rows) if row.theme == theme), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_theme = self.rows[index.row()].theme != LONE
        return usual | Qt.ItemFlag.ItemIsEditable if is_theme else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return row.name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(row)
        return row if role == ROW else None

    def setData(self, index: Index, name: object, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        return self._rename(self.rows[index.row()].theme, str(name))


def count_of(row: ThemeRow) -> str:
    return ngettext("{number} note", "{number} notes", row.notes).format(number=row.notes)


def state_of(row: ThemeRow) -> str:
    """Say whether a theme has its statement."""
    if row.theme == LONE:
        return ""
    return _("✓ statement") if row.is_worded else _("no statement yet")


def words_of(row: ThemeRow) -> str:
    """Say all of a row, for a screen reader."""
    number = f"{row.place + 1}. " if row.theme != LONE else ""
    return ", ".join(part for part in (f"{number}{row.name}", count_of(row), state_of(row)) if part)
