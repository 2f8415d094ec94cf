"""The board: a sheet a table, which says how it stands with its phones and how many notes came."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.board import TableState
from wcafe.ui.live.lists import ROW, Index, RowList
from wcafe.ui.live.phones.state_words import SIGNS
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.theme import Colours, colours, sans, serif
from wcafe.ui.words import _, ngettext

_WIDE, _HIGH = 164, 118  # pixels: at least, and exactly
_SIDE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """What stands on one sheet; `is_chosen` is the one whose phones are shown beside the board."""

    table: int
    name: str
    state: TableState
    said: str
    details: str
    notes: int
    is_chosen: bool

    @property
    def counted(self) -> str:
        return ngettext("note", "notes", self.notes)

    @property
    def words(self) -> str:
        table = _("Table {number}").format(number=self.table + 1)
        facts = (f"{table} {self.name}".strip(), self.said, self.details)
        return ", ".join([*filter(None, facts), f"{self.notes} {self.counted}"])


class TileList(RowList):
    """Sheets side by side, as many as fit; arrows walk through them.

    Signals:
        passed: the place of the sheet at which the keyboard has arrived.
    """

    passed = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Tables and their phones"), _TileDelegate())
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setObjectName("phone-tiles")
        self.setMinimumHeight(_HIGH + 8)

    def fit(self) -> None:
        """Share the width; the bar to scroll by has its place only where it is needed."""
        size, policy = self.maximumViewportSize(), Qt.ScrollBarPolicy
        wide = size.width() - 2
        lines = ceil(self.rows.rowCount() / max(wide // _WIDE, 1))
        is_long = lines * _HIGH > size.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        if is_long:
            wide -= self.verticalScrollBar().sizeHint().width()
        self.setGridSize(QSize(wide // max(wide // _WIDE, 1), _HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.passed.emit(current.row())


class _TileDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(_WIDE, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile, palette = index.data(ROW), colours()
        box = QRectF(option.rect).adjusted(2, 2, -8, -8)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground, edge, ink = _colours(tile.state, palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = tile.is_chosen or has_focus
        pen = QPen(QColor(palette.accent if is_marked else edge), 2 if is_marked else 1)
        if tile.state is TableState.WITHOUT and not is_marked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 9, 9)
        inside = box.adjusted(_SIDE, 9, -_SIDE, -9)
        mark = 12.0
        paint_mark(painter, tile.table, QRectF(inside.right() - mark, inside.top() + 4, mark, mark))
        number, wide = serif(15), inside.width() - mark - 6
        beside = _write(painter, str(tile.table + 1), number, palette.ink, inside, 0, wide) + 6
        name = inside.adjusted(beside, 0, 0, 0)
        _write(painter, tile.name, sans(13), palette.ink, name, 1, wide - beside)
        said = f"{SIGNS[tile.state]}  {tile.said}"
        _write(painter, said, sans(13, is_bold=True), ink, inside, 25, inside.width())
        _write(painter, tile.details, sans(12), palette.muted, inside, 45, inside.width())
        foot = inside.height() - 22
        beside = _write(painter, str(tile.notes), serif(15), palette.ink, inside, foot, wide) + 6
        counted = inside.adjusted(beside, 0, 0, 0)
        _write(painter, tile.counted, sans(12), palette.muted, counted, foot + 2, wide - beside)
        painter.restore()


def _write(
    painter: QPainter, text: str, font: QFont, ink: str, box: QRectF, down: float, wide: float
) -> float:
    """Write one line so far below the top of `box`, and return how wide it became."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    line = QRectF(box.left(), box.top() + down, wide + 1, 20)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def _colours(state: TableState, palette: Colours) -> tuple[str, str, str]:
    """Return the ground, the edge and the ink of a state: amber and red are for two alone."""
    if state is TableState.SILENT:
        return palette.care_soft, palette.care, palette.care
    if state is TableState.UNSENT:
        return palette.bad_soft, palette.bad, palette.bad
    if state is TableState.JOINED:
        return palette.card, palette.line, palette.good
    muted = state in (TableState.WITHOUT, TableState.PAPER, TableState.ASLEEP)
    return palette.card, palette.line, palette.muted if muted else palette.ink
