"""The board: a sheet a table, which says how it stands with its phones and how many notes came."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.board import TableState
from wcafe.ui.live.lists import ROW, Index, SheetGrid
from wcafe.ui.live.phones.signs import ink_of, paint_sign
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.theme import Colours, colours, sans, serif
from wcafe.ui.words import _, ngettext

_WIDE, _HIGH, _HIGHEST = 200, 108, 150  # pixels of a sheet; it is higher where there is room
LEAST_WIDE = _WIDE + 8  # pixels of the board
_TWO_LINES = 132  # pixels from which what is told below the state has two lines
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


class TileList(SheetGrid):
    """Sheets side by side, as many as fit; arrows walk through them.

    Signals:
        passed: the place of the sheet at which the keyboard has arrived.
    """

    passed = Signal(int)

    def __init__(self) -> None:
        name, least = _("Tables and their phones"), QSize(_WIDE, _HIGH)
        super().__init__(name, _TileDelegate(), least, highest=_HIGHEST, clicks=2)
        self.setObjectName("phone-tiles")
        self.setMinimumSize(LEAST_WIDE, _HIGH + 8)

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
        ground, edge = _colours(tile.state, palette)
        ink = ink_of(tile.state, palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = tile.is_chosen or has_focus
        pen = QPen(QColor(palette.accent if is_marked else edge), 2 if is_marked else 1)
        if tile.state is TableState.WITHOUT and not is_marked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 9, 9)
        inside = box.adjusted(_SIDE, 7, -_SIDE, -7)
        mark = 12.0
        paint_mark(painter, tile.table, QRectF(inside.right() - mark, inside.top() + 4, mark, mark))
        number, wide = serif(15), inside.width() - mark - 6
        beside = _write(painter, str(tile.table + 1), number, palette.ink, inside, 0, wide) + 6
        name = inside.adjusted(beside, 0, 0, 0)
        _write(painter, tile.name, sans(13), palette.ink, name, 1, wide - beside)
        sign = QRectF(inside.left(), inside.top() + 27, 16, 16)
        paint_sign(painter, tile.state, sign, ground=ground)
        said = inside.adjusted(22, 0, 0, 0)
        _write(painter, tile.said, sans(13, is_bold=True), ink, said, 25, said.width())
        lines = 2 if option.rect.height() >= _TWO_LINES else 1
        _write_lines(painter, tile.details, inside.adjusted(0, 46, 0, 0), lines)
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


def _write_lines(painter: QPainter, text: str, box: QRectF, lines: int) -> None:
    """Write into one line, or in two where it is too long for one."""
    font = sans(12)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(colours().muted))
    first, second = text, ""
    if lines > 1 and metrics.horizontalAdvance(text) > box.width():
        first, _dot, second = text.partition(" · ")
    for line, words in enumerate(filter(None, (first, second))):
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        place = QRectF(box.left(), box.top() + 16 * line, box.width() + 1, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _colours(state: TableState, palette: Colours) -> tuple[str, str]:
    """Return the ground and the edge of a state: amber and red are for two alone."""
    if state is TableState.SILENT:
        return palette.care_soft, palette.care
    if state is TableState.UNSENT:
        return palette.bad_soft, palette.bad
    return palette.card, palette.line
