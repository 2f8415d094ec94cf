"""The notes that have come from each table, which tables are silent, and which are closed."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from wcafe.domain.board import unsent_notes
from wcafe.domain.marks import table_title
from wcafe.ui.live.lists import ROW, Index, SheetGrid
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.replanning.table_closing import closed_briefly
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.widgets.theme import colours, sans, serif
from wcafe.ui.words import _, desk_words, ngettext

_WIDE, _HIGH = 106, 64  # pixels: at least, and exactly
_MOST_NAMED = 8  # silent tables that are named one by one
_MOST_WAITING = 3  # tables whose notes are on their way, likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One table with its notes; a table is silent once others have written."""

    table: int
    name: str
    notes: int
    is_silent: bool
    closed: str = ""  # since when, in a word or two

    @property
    def counted(self) -> str:
        return ngettext("{number} note", "{number} notes", self.notes).format(number=self.notes)

    @property
    def words(self) -> str:
        named = _("Table {number}").format(number=self.table + 1)
        facts = [f"{named} {self.name}".strip(), self.counted]
        return ", ".join([*facts, *([self.closed] if self.closed else [])])


class TablesCard(Card):
    """One small sheet a table; Enter or a click on one goes to the harvest."""

    def __init__(self, presenter: LivePresenter) -> None:
        super().__init__()
        self.heading.setText(_("Tables · notes received"))
        self._presenter = presenter
        self.list = SheetGrid(_("Tables · notes received"), _TableDelegate(), QSize(_WIDE, _HIGH))
        self.list.setMinimumHeight(_HIGH + 12)
        self.sentence = Text("", "caption", wraps=True)
        self.close_button = push_button(
            _("Close…"),
            kind="quiet",
            name=_("Open or close a table"),
            tip=_("Open or close a table"),
        )
        self.close_button.setProperty("hasMenu", True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.close_button.setMenu(self._menu)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.list, 1)
        self.waiting = Text("", "heed", wraps=True)  # notes that phones could not send yet
        self.column.addWidget(self.waiting)
        self.waiting.hide()
        self._looked: datetime | None = None
        self._misses = False
        presenter.shown.connect(self.show_tables)
        presenter.ticked.connect(self._on_clock)
        self.show_tables()

    @Slot()
    def show_tables(self) -> None:
        presenter = self._presenter
        moment = presenter.moment
        self._misses = presenter.misses_notes
        rows = []
        for number, table in enumerate(presenter.cafe.tables):
            notes = presenter.notes_of(number)
            is_closed = moment.round in table.closed
            rows.append(
                TableRow(
                    table=number,
                    name=table.name,
                    notes=notes,
                    is_silent=self._misses and not notes and not is_closed,
                    closed=closed_briefly(table, presenter.cafe),
                )
            )
        self.list.rows.show_rows(rows)
        self.list.fit()
        silent = [row.table + 1 for row in rows if row.is_silent]
        self.sentence.setText(self._describe_silent(silent, len(rows)))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.close_button.setVisible(bool(rows))

    def _fill_menu(self) -> None:
        """Offer each table with a tick where it is open in the rounds to come."""
        self._menu.clear()
        coming, cafe = self._presenter.moment.coming, self._presenter.cafe
        for number, table in enumerate(cafe.tables):
            action = self._menu.addAction(table_title(number, table.name, desk_words()))
            action.setCheckable(True)
            action.setChecked(not coming & table.closed)
            action.triggered.connect(
                lambda is_open, number=number: self._on_ticked(number, is_open=is_open)
            )
        self._menu.setEnabled(bool(coming))

    def _on_ticked(self, table: int, *, is_open: bool) -> None:
        closing = self._presenter.closing
        if is_open:
            closing.open(table)
        else:
            closing.close(table)

    @Slot()
    def show_waiting(self) -> None:
        """Tell of notes that phones hold: before the round is closed somebody may ask for them."""
        now, phones = self._presenter.wall_time, self._presenter.desk.services.phones
        if now.replace(microsecond=0) == self._looked:
            return
        self._looked = now.replace(microsecond=0)  # once a second will do
        seen = phones.seen.all()
        unsent = unsent_notes(phones.all(), seen, now) if seen else ()
        words = [
            ngettext(
                "Table {table}: {number} note is not here yet.",
                "Table {table}: {number} notes are not here yet.",
                number,
            ).format(table=table + 1, number=number)
            for table, number in unsent[:_MOST_WAITING]
        ]
        if len(unsent) > _MOST_WAITING:
            more = len(unsent) - _MOST_WAITING
            words.append(ngettext("And {number} table more.", "And {number} tables more.", more))
            words[-1] = words[-1].format(number=more)
        self.waiting.setText(" ".join(words))
        self.waiting.setVisible(bool(words))

    @Slot()
    def _on_clock(self) -> None:
        self.show_waiting()
        if self._presenter.misses_notes != self._misses:
            self.show_tables()

    def _describe_silent(self, silent: list[int], tables: int) -> str:
        moment = self._presenter.moment
        if not tables:
            return _("There are no tables yet: compose the seating plan first.")
        if moment.expects_notes and not self._misses:
            return _("People are talking. Notes are for the end of the round.")
        if not self._misses:
            return _("Notes of the last round.") if moment.round is not None else ""
        if not silent:
            return _("Every table has noted something in this round.")
        if len(silent) == tables:
            return _("No table has noted anything in this round yet.")
        if len(silent) > _MOST_NAMED:
            return ngettext(
                "{number} table has noted nothing in this round yet.",
                "{number} tables have noted nothing in this round yet.",
                len(silent),
            ).format(number=len(silent))
        if len(silent) == 1:
            return _("Table {number}: nothing noted in this round yet.").format(number=silent[0])
        return _("Tables {numbers} and {last}: nothing noted in this round yet.").format(
            numbers=", ".join(map(str, silent[:-1])), last=silent[-1]
        )


class _TableDelegate(QStyledItemDelegate):
    """A small sheet: mark, number and name over the count; a silent table is amber with a sign."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(_WIDE, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, palette = index.data(ROW), colours()
        box = QRectF(option.rect).adjusted(2, 2, -4, -4)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.care if row.is_silent else palette.line
        painter.setPen(QPen(QColor(palette.accent if has_focus else edge), 2 if has_focus else 1))
        painter.setBrush(QColor(palette.care_soft if row.is_silent else palette.card))
        painter.drawRoundedRect(box, 8, 8)
        left, wide = box.left() + 9, box.width() - 18
        paint_mark(painter, row.table, QRectF(box.right() - 21, box.top() + 35, 12, 12))
        ink = QColor(palette.care if row.is_silent else palette.ink)
        if row.closed:
            ink = QColor(palette.muted)
        number = serif(15)
        painter.setFont(number)
        painter.setPen(ink)
        written = str(row.table + 1)
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, box.top() + 8, wide, 20), vertical, written)
        begin = QFontMetricsF(number).horizontalAdvance(written) + 6
        name = sans(13)
        painter.setFont(name)
        free = wide - begin
        shown = QFontMetricsF(name).elidedText(row.name, Qt.TextElideMode.ElideRight, free)
        painter.drawText(QRectF(left + begin, box.top() + 8, free, 20), vertical, shown)
        painter.setFont(sans(12))
        painter.setPen(QColor(palette.care if row.is_silent else palette.muted))
        counted = f"! {row.counted}" if row.is_silent else row.closed or row.counted
        painter.drawText(QRectF(left, box.top() + 32, wide, 18), vertical, counted)
        painter.restore()
