"""What there is to print, a row each: what it is, of how many pieces, and how it stands with it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from wcafe.domain.artefacts import HANDOUTS
from wcafe.services.pieces import PrintState
from wcafe.ui.plan.print_wishes import PrintWishes
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _, figure, ngettext, spoken
from wcafe.written import short_moment

_ROW = 40  # pixels


class PrintRows(QTableWidget):
    """One row is looked at; `looked_at` says which when another one is."""

    looked_at = Signal(str)

    def __init__(self, wishes: PrintWishes) -> None:
        super().__init__(len(HANDOUTS), 2)
        self._wishes = wishes
        self._keys = list(HANDOUTS)
        self.setAccessibleName(_("What to print"))
        self.setHorizontalHeaderLabels([_("What"), _("State")])
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, artefact in enumerate(HANDOUTS.values()):
            for column in range(2):
                item = QTableWidgetItem()
                item.setToolTip(_(artefact.use))
                self.setItem(row, column, item)
        self.currentCellChanged.connect(self._on_current)

    @property
    def key(self) -> str:
        """What is looked at."""
        return self._keys[max(self.currentRow(), 0)]

    def go_to(self, key: str) -> None:
        """Look at the thing of that key."""
        if key in self._keys:
            self.selectRow(self._keys.index(key))

    def show_states(self, states: Mapping[str, PrintState]) -> None:
        """Show how it stands with each thing."""
        palette = colours()
        for row, (key, artefact) in enumerate(HANDOUTS.items()):
            what, how = self._item(row, 0), self._item(row, 1)
            what.setText(_(artefact.name))
            how.setText(self._state(key, states[key]))
            is_there = self._wishes.is_there(key)
            is_new = bool(states[key].changed)
            what.setForeground(QColor(palette.ink if is_there else palette.muted))
            how.setForeground(QColor(palette.care if is_new else palette.muted))

    def sizeHint(self) -> QSize:
        return QSize(420, super().sizeHint().height())

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None, "each was made with the rows"
        return item

    def _state(self, key: str, state: PrintState) -> str:
        if not self._wishes.is_there(key):
            return _("needs the plan")
        if not state.is_printed:
            return _("not printed yet")
        told = [
            short_moment(state.at, spoken(), today=date.today())
            if state.at is not None
            else _("printed")
        ]
        if number := len(state.changed):
            is_whole = not state.changed[0].unit
            changed = ngettext("{number} changed", "{number} changed", number)
            told.append(_("changed") if is_whole else changed.format(number=figure(number)))
        return "\n".join(told)  # below each other, so that names have the room beside them

    def _on_current(self, row: int, _column: int, before: int, _column_before: int) -> None:
        if row != before and row >= 0:
            self.looked_at.emit(self._keys[row])
