"""A second laptop that writes for several tables: which ones, and the address that opens them."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.marks import table_title
from wcafe.ui.live.phones.code import Code
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.widgets.parts import WIDE, Text, push_button, with_label
from wcafe.ui.words import _, desk_words

_CODE = 250  # pixels
_TABLES_WIDE = 260
_MOST = 10_000  # characters of an address of all tables
_LONGEST = 300  # characters of an address that a camera still reads from that


class ScribeDialog(QDialog):
    """Tables are ticked; what opens them follows each tick."""

    def __init__(self, presenter: PhonesPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setWindowTitle(_("Second laptop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tables = QListWidget()
        self.tables.setMinimumWidth(_TABLES_WIDE)
        self.tables.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cafe = presenter.cafe
        for table in range(len(cafe.tables)):
            title = table_title(table, cafe.table_name(table), desk_words())
            item = QListWidgetItem(title, self.tables)
            item.setToolTip(title)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if self.tables.count():
            self.tables.setCurrentRow(presenter.chosen)
        self.all_box = QCheckBox(_("All tables"))
        self.code = Code(_("Code that opens these tables"), _CODE)
        self.address_edit = QLineEdit(maxLength=_MOST)
        self.address_edit.setReadOnly(True)
        self.hint = Text("", "caption", wraps=True)
        self.copy_button = push_button(_("Copy the address"), self.copy)
        self._lay_out()
        self.tables.itemChanged.connect(self.show_way)
        self.all_box.clicked.connect(self._on_all)
        presenter.shown.connect(self.show_way)
        self.show_way()

    def _lay_out(self) -> None:
        told = _(
            "Tick the tables for which one person writes. The address opens them, and no others, "
            "on any computer of the same network."
        )
        left = QVBoxLayout()
        left.addLayout(with_label(_("Tables"), self.tables))
        left.addWidget(self.all_box)
        right = QVBoxLayout()
        right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addWidget(self.hint)
        right.addStretch(1)
        right.addLayout(with_label(_("Address"), self.address_edit))
        right.addWidget(self.copy_button)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(Text(told, wraps=True))
        column.addLayout(row, 1)
        close = push_button(_("Close"), self.reject, kind="primary")
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(600, 520)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The tables that are ticked, from 0."""
        rows = range(self.tables.count())
        return tuple(n for n in rows if self.tables.item(n).checkState() is Qt.CheckState.Checked)

    @Slot()
    def show_way(self) -> None:
        if self._presenter.serving is None:
            self.reject()  # nothing opens anything any more
            return
        chosen = self.chosen
        way = self._presenter.way_in_of_scribe(chosen) if chosen else ""
        is_short = len(way) <= _LONGEST
        self.code.show_address(way if is_short else "")
        self.address_edit.setText(way)
        self.address_edit.setCursorPosition(0)
        self.copy_button.setEnabled(bool(way))
        too_long = "" if is_short else _("So many tables make no readable code: copy the address.")
        self.hint.setText(too_long if chosen else _("Tick at least one table."))
        self.all_box.setChecked(len(chosen) == self.tables.count())

    def copy(self) -> None:
        """Put the address on the clipboard."""
        QApplication.clipboard().setText(self.address_edit.text())

    def _on_all(self, is_all: bool) -> None:
        state = Qt.CheckState.Checked if is_all else Qt.CheckState.Unchecked
        self.tables.blockSignals(True)
        for row in range(self.tables.count()):
            self.tables.item(row).setCheckState(state)
        self.tables.blockSignals(False)
        self.show_way()
