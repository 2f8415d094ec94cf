"""“What if people stay away?”: a small table for each number of tables, and what they say."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.errors import WcafeError
from wcafe.services.plan import Rehearsed
from wcafe.services.planning.rehearsal import Rehearsal
from wcafe.ui.plan.rehearsing import Rehearsing
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.body_area import BodyArea
from wcafe.ui.widgets.parts import GAP, WIDE, Chip, Text, push_button
from wcafe.ui.words import _, desk_words, figure, ngettext

_WIDEST = 880  # pixels of tables side by side; more of them are scrolled
_ROW, _HEAD = 30, 28  # pixels: how high a row is, and what stands above a table
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RehearsalDialog(QDialog):
    """Opens at once and fills when the figures are there; closing it cancels them."""

    def __init__(self, presenter: Rehearsing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setWindowTitle(_("What if people stay away?"))
        self.setMinimumWidth(760)
        self.verdict = Text(_("Rehearsing absences…"), "heading", wraps=True)
        self.explained = Text("", "caption", wraps=True)
        self.lacking = Text("", "caption", wraps=True)
        self.tables: list[FiguresTable] = []
        beside = QWidget()
        self._beside = QHBoxLayout(beside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(WIDE)
        self.area = BodyArea(beside)
        self.close_button = push_button(_("Cancel"), self.reject)
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(GAP)
        column.addWidget(self.verdict)
        column.addWidget(self.area, 1)
        for words in (self.explained, self.lacking):
            words.hide()
            column.addWidget(words)
        column.addLayout(foot)
        presenter.found.connect(self._on_found)
        presenter.failed.connect(self._on_failed)
        self.rejected.connect(presenter.cancel)

    def begin(self) -> None:
        """Open and ask for the figures, which may be there, or refused, before this returns."""
        self.open()
        self._presenter.begin()

    @Slot(object)
    def _on_found(self, found: Rehearsed | None) -> None:
        if found is None:
            self.reject()
            return
        self.verdict.setText(found.verdict(desk_words()))
        for tables in dict.fromkeys(line.tables for line in found.lines):
            self._add(found, tables)
        sentence = _(
            "A row for each share of people who stay away, the mean of {draws} draws. "
            "Under 3: tables with fewer people than that in some round. Repeats: repeat meetings "
            "left. Moves: seats that a repair would change."
        )
        self.explained.setText(sentence.format(draws=figure(found.draws)))
        self.explained.show()
        self.lacking.setText(found.lacking(desk_words()))
        self.lacking.setVisible(bool(found.lacking(desk_words())))
        self.close_button.setText(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        QTimer.singleShot(0, self, self._fit)  # once the tables have their style
        announce(self, self.verdict.text())

    def _fit(self) -> None:
        """Be as large as what is shown, wide tables and wrapped words alike."""
        layout, needed = self.layout(), self._beside.minimumSize()
        assert layout is not None
        bar = self.area.horizontalScrollBar().sizeHint().height()
        high = needed.height() + bar * (needed.width() > _WIDEST)
        self.area.setMinimumSize(min(needed.width(), _WIDEST), high)
        wide = max(layout.totalMinimumSize().width(), self.minimumWidth())
        self.resize(wide, layout.totalHeightForWidth(wide))

    def _add(self, found: Rehearsed, tables: int) -> None:
        words = ngettext("{number} table", "{number} tables", tables).format(number=tables)
        if tables == found.planned:
            words = _("{tables} · the plan").format(tables=words)
        head = QHBoxLayout()
        name = Text(words, "strong")
        name.setFixedHeight(_HEAD)
        head.addWidget(name)
        if tables == found.best:
            head.addWidget(Chip("✓ " + _("stands best"), "good"))
        head.addStretch(1)
        shown = FiguresTable(words, found.of(tables), has_shares=not self.tables)
        self.tables.append(shown)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(shown)
        self._beside.addWidget(sheet, shown.columnCount())
        sheet.show()

    @Slot(object)
    def _on_failed(self, _error: WcafeError) -> None:
        self.reject()


class FiguresTable(QTableWidget):
    """A row for each share of absences; read by arrows, never edited.

    Of tables side by side one shows the shares; a screen reader has them in all.
    """

    def __init__(self, name: str, lines: tuple[Rehearsal, ...], *, has_shares: bool) -> None:
        super().__init__(len(lines), 3 + has_shares)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        shares = [_("{number}%").format(number=figure(100 * line.absent)) for line in lines]
        self.setVerticalHeaderLabels(shares)
        heads = [_("under 3"), _("repeats"), _("moves")]
        self.setHorizontalHeaderLabels([_("absent")] * has_shares + heads)
        header.setAccessibleName(_("Headings of the columns"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT)
        for row, line in enumerate(lines):
            values = [figure(each, 1) for each in (line.thin, line.repeats, line.moves)]
            for column, words in enumerate([shares[row]] * has_shares + values):
                cell = QTableWidgetItem(words)
                cell.setTextAlignment(_RIGHT)
                self.setItem(row, column, cell)
        high = header.sizeHint().height() + _ROW * len(lines)
        header.ensurePolished()
        wide = max(header.sectionSizeHint(column) for column in range(header.count()))
        self.setMinimumWidth(wide * header.count() + 2 * self.frameWidth())
        self.setFixedHeight(high + 2 * self.frameWidth())
