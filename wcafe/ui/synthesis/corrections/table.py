"""Corrections as rows: what became of each, what it says, what it is about; open ones first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from wcafe.domain.amendments import AmendmentId
from wcafe.i18n import labelled
from wcafe.ui.widgets.keyed import Index, tell_changes
from wcafe.ui.words import _, desk_words

_NOWHERE = QModelIndex()
_TALL, _AROUND = 32, 14  # pixels of a row, and around a heading
_SHARES = (0.16, 0.0, 0.3, 0.2)  # of the width; the words have the rest
_LONGEST = 300  # characters of a correction that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One correction as it is shown."""

    key: AmendmentId
    cells: tuple[str, ...]  # state, words, what it is about, who sent it


class AmendmentTable(QAbstractTableModel):
    """Corrections as rows; nothing of them is changed here."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.headings = (_("State"), _("Correction"), _("About"), _("Sent by"))

    def show_rows(self, rows: Sequence[Row]) -> None:
        tell_changes(
            self,
            self.rows,
            tuple(rows),
            self._hold,
            key_of=lambda row: row.key,
            columns=len(self.headings),
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell[:_LONGEST]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(self.headings[index.column()], cell, desk_words())
        return None

    def _hold(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows


class AmendmentList(QTableView):
    """One row is chosen, and stays so while others come and go.

    Signals:
        chosen: the id of the correction that the person chose.
        opened: the chosen one is to be worked on, by Enter or a double click.
        removed: the chosen one is to go.
    """

    chosen = Signal(str)
    opened = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.amendments = AmendmentTable()
        self.setModel(self.amendments)
        self.setAccessibleName(_("Corrections, open ones first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_TALL)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(140)
        self.doubleClicked.connect(self.opened)
        self._is_showing = False

    def show_rows(self, rows: Sequence[Row], chosen: AmendmentId | None) -> None:
        self._is_showing = True
        self.amendments.show_rows(rows)
        place = next((n for n, row in enumerate(self.amendments.rows) if row.key == chosen), -1)
        index = self.amendments.index(place, 0)
        if place != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(index)
            self.selectRow(place) if place >= 0 else self.clearSelection()
        self._is_showing = False
        self.resizeRowsToContents()

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._is_showing and now.row() != before.row():
            self.chosen.emit(self.amendments.rows[now.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the view around it reads what was copied
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
            self.resizeRowsToContents()

    def _share_width(self) -> None:
        """Give each column its share, its heading's room at least, and the words the rest."""
        across, room = self.horizontalHeader(), self.viewport().width()
        wide = [
            max(round(share * room), across.sectionSizeHint(place) + _AROUND)
            for place, share in enumerate(_SHARES)
        ]
        wide[1] = max(room - wide[0] - wide[2] - wide[3], wide[1])
        for place, pixels in enumerate(wide):
            across.resizeSection(place, pixels)
