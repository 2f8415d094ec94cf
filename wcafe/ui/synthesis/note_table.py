"""Notes as a table, some facts of which are changed in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from wcafe.domain.notes import Note, NoteId
from wcafe.i18n import labelled
from wcafe.ui.widgets.keyed import tell_changes
from wcafe.ui.words import _, desk_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FRAME = 8  # pixels of height
_TALL, _AROUND, _NARROWEST = 32, 14, 140  # pixels of a row, around a heading, of the words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A note as a row: its words, where it was said, the theme it stands under."""

    note: Note
    label: str
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, what it shows, and the field of a note that it edits, if any."""

    heading: str
    shown: Callable[[NoteRow], str]
    share: float = 0.0  # of the width; the first column has the rest
    field: str = ""
    is_tick: bool = False


class NoteTable(QAbstractTableModel):
    """Notes as rows, some facts of which can be changed in their place."""

    def __init__(
        self, columns: Sequence[Column], change: Callable[[NoteId, str, object], bool]
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[NoteRow, ...] = ()
        self._change = change

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        tell_changes(
            self,
            self.rows,
            tuple(rows),
            self._hold,
            key_of=lambda row: row.note.id,
            columns=len(self.columns),
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()]
        if column.is_tick:
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual | Qt.ItemFlag.ItemIsEditable if column.field else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if column.is_tick:
            is_on = bool(getattr(row.note, column.field))
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            shown = _("yes") if is_on else _("no")
        else:
            shown = column.shown(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(column.heading, shown, desk_words())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if column.is_tick:
            if role != Qt.ItemDataRole.CheckStateRole:
                return False
            is_on = Qt.CheckState(value) == Qt.CheckState.Checked
            return self._change(row.note.id, column.field, is_on)
        return bool(column.field) and self._change(row.note.id, column.field, str(value))

    def _hold(self, rows: tuple[NoteRow, ...]) -> None:
        self.rows = rows


class AiryRows(QStyledItemDelegate):
    """Rows with the room that the frame of the chosen cell takes from its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _FRAME)


class NoteTableView(QTableView):
    """Rows as high as their words; Enter or F2 edits, Space ticks."""

    def __init__(self, name: str, model: NoteTable) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(AiryRows(self))
        self.notes = model
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_TALL)
        self.verticalHeader().setMinimumSectionSize(_TALL)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(120)

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        self.notes.show_rows(rows)
        self.resizeRowsToContents()

    def keep_typed(self) -> None:
        """Keep what is being typed, if anything is."""
        if (editor := self.viewport().findChild(QLineEdit)) is not None:
            self.commitData(editor)
            self.closeEditor(editor, self.itemDelegate().EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
            self.resizeRowsToContents()

    def _share_width(self) -> None:
        """Give each column its share, the room of its heading at least, and the first the rest."""
        across, columns = self.horizontalHeader(), self.notes.columns
        room = self.viewport().width()
        left = room
        for place, column in enumerate(columns[1:], start=1):
            least = across.sectionSizeHint(place) + _AROUND
            wide = max(round(column.share * room), least)
            across.resizeSection(place, wide)
            left -= wide
        across.resizeSection(0, max(left, _NARROWEST))
