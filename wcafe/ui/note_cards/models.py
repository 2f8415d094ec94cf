"""The rows of a list of notes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.filed import NO_THEME, Filed, Row
from wcafe.ui.widgets.keyed import ROW, Index, KeyedModel

NOTES = "application/x-wcafe-notes"
"""The kind of what is dragged: ids of notes, a line each."""


OUT_OF = "application/x-wcafe-out-of"
"""Beside dragged notes: the id of the theme that they are dragged out of."""
THEME = "application/x-wcafe-theme"
"""The kind of what is dragged where it is a theme: its id."""


class NoteModel(KeyedModel[Row]):
    """Notes, and the heads above them, in the order to be shown; all of one `theme`, or of none."""

    def __init__(self, theme: ThemeId = NO_THEME) -> None:
        super().__init__()
        self.theme = theme

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
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Filed) and row.others:
            return f"<qt>{escape(row.also_in)}</qt>"
        return row if role == ROW else None

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [NOTES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        keys = [self.rows[index.row()].key for index in indexes]
        dragged.setData(NOTES, "\n".join(keys).encode())
        if self.theme:
            dragged.setData(OUT_OF, self.theme.encode())
        return dragged
