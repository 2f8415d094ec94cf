"""The rows of the list of themes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.models import THEME
from wcafe.ui.synthesis.coverage import ThemeRow
from wcafe.ui.widgets.keyed import ROW, Index, KeyedModel
from wcafe.ui.words import _, figure, ngettext


class ThemeModel(KeyedModel[ThemeRow]):
    """Themes in order."""

    def __init__(self, rename: Callable[[ThemeId, str], bool]) -> None:
        super().__init__()
        self._rename = rename

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        drag = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return usual | drag | Qt.ItemFlag.ItemIsEditable

    def mimeTypes(self) -> list[str]:
        return [THEME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(THEME, self.rows[indexes[0].row()].theme.encode())
        return dragged

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

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
    return ngettext("{number} note", "{number} notes", row.notes).format(number=figure(row.notes))


def state_of(row: ThemeRow) -> str:
    """Say how many statements a theme has, and whether somebody has to look at them."""
    if not row.is_worded:
        return _("to be written")
    said = ngettext("{number} statement", "{number} statements", row.statements)
    told = said.format(number=figure(row.statements))
    if row.unsourced:
        return f"{told} · " + _("unsourced")
    return f"{told} · " + _("to be read again") if row.stale else told


def words_of(row: ThemeRow) -> str:
    """Say all of a row, for a screen reader."""
    return f"{row.place + 1}. {row.name}, {count_of(row)}, {state_of(row)}"
