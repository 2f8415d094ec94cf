"""The rows of people at the door: the given name large, where they stand, what a click does."""

from dataclasses import dataclass
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.people import PersonId
from wcafe.domain.presence import Presence
from wcafe.ui.live.lists import ROW, Index, RowList
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.theme import Colours, colours, sans, serif

_HIGH = 56  # pixels of a row: large enough for a finger
_EDGE, _MARK = 12, 12
_VERTICAL = Qt.AlignmentFlag.AlignVCenter
_LEFT = _VERTICAL | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRow:
    """One person of a list.

    Attributes:
        first, rest: the name, whose first part stands out.
        facts: the second line; table: whose mark stands before it, from 0.
        state: where they stand; empty where the whole list says it.
        action: what Enter or a click at the right end does; empty where nothing is done.
    """

    person: PersonId
    first: str
    rest: str = ""
    facts: str = ""
    table: int | None = None
    presence: Presence = Presence.EXPECTED
    state: str = ""
    action: str = ""

    @property
    def words(self) -> str:
        name = f"{self.first} {self.rest}".strip()
        return ", ".join(filter(None, (name, self.facts, self.state)))


class GuestList(RowList):
    """Keys that write go to the field where names are typed; a click shows the person.

    Signals:
        passed: the place of a row that the arrows or the mouse have come to.
        chosen: the place of a row whose action is wanted.
    """

    passed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, GuestDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where names are

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if (now := self.currentIndex()).isValid() and now != before:
            self.passed.emit(now.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = index.data(ROW)
        if row.action and _action_box(row, self.visualRect(index)).contains(at):
            self.chosen.emit(index.row())
        else:
            self.passed.emit(index.row())


def _action_box(row: GuestRow, box: QRect) -> QRect:
    """Return where the words of the action stand, with room for a finger."""
    wide = ceil(QFontMetricsF(sans(13, is_bold=True)).horizontalAdvance(row.action)) + 28
    return box.adjusted(box.width() - wide - 4, 8, -4, -8)


class GuestDelegate(QStyledItemDelegate):
    """Paints two lines and, at their right end, the state or a button."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: GuestRow = index.data(ROW)
        palette = colours()
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(palette.soft))
        painter.setPen(QColor(palette.line))
        painter.drawLine(box.topLeft(), box.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -1))
        right = self._paint_end(painter, row, box, palette)
        room = QRectF(box.left() + _EDGE, box.top() + 6, right - box.left() - _EDGE - 8, 24)
        _paint_name(painter, row, room, palette)
        room.translate(0, 24)
        room.setHeight(18)
        if row.table is not None:
            paint_mark(painter, row.table, QRectF(room.left(), room.top() + 3, _MARK, _MARK))
            room.setLeft(room.left() + _MARK + 5)
        painter.setFont(sans(12))
        painter.setPen(QColor(palette.muted))
        facts = QFontMetricsF(sans(12)).elidedText(row.facts, _ELIDED, room.width())
        painter.drawText(room, _VERTICAL, facts)
        painter.restore()

    def _paint_end(self, painter: QPainter, row: GuestRow, box: QRect, palette: Colours) -> float:
        """Paint what stands at the right end; return where it begins."""
        if row.action:
            place = QRectF(_action_box(row, box))
            painter.setPen(QColor(palette.line))
            painter.setBrush(QColor(palette.card))
            painter.drawRoundedRect(place, 8, 8)
            painter.setPen(QColor(palette.accent))
            painter.setFont(sans(13, is_bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, row.action)
            return place.left()
        if not row.state:
            return float(box.right())
        font = sans(13)
        wide = min(QFontMetricsF(font).horizontalAdvance(row.state), box.width() * 0.45)
        place = QRectF(box.right() - _EDGE - wide, box.top(), wide, box.height())
        painter.setFont(font)
        painter.setPen(QColor(colour_of(row.presence, palette)))
        shown = QFontMetricsF(font).elidedText(row.state, _ELIDED, wide + 1)
        painter.drawText(place, _VERTICAL, shown)
        return place.left()


def colour_of(presence: Presence, palette: Colours) -> str:
    """Return the colour in which it is written where somebody stands."""
    if presence is Presence.HERE:
        return palette.good
    return palette.muted if presence is Presence.EXPECTED else palette.care


def _paint_name(painter: QPainter, row: GuestRow, room: QRectF, palette: Colours) -> None:
    """Paint the name as it is read: in Arabic or Hebrew the first part stands at the right."""
    big, small = serif(17), sans(14, is_bold=True)
    first = QFontMetricsF(big).elidedText(row.first, _ELIDED, room.width())
    wide, gap = (
        QFontMetricsF(big).horizontalAdvance(first),
        QFontMetricsF(big).horizontalAdvance(" "),
    )
    rest = QFontMetricsF(small).elidedText(row.rest, _ELIDED, max(room.width() - wide - gap, 0))
    behind = QFontMetricsF(small).horizontalAdvance(rest)
    is_reversed = bidirectional(row.first[:1]) in ("R", "AL")
    painter.setPen(QColor(palette.ink))
    for words, font, left in (
        (first, big, behind + gap if is_reversed and rest else 0),
        (rest, small, 0 if is_reversed else wide + gap),
    ):
        painter.setFont(font)
        painter.drawText(room.adjusted(left, 0, 0, 0), _LEFT, words)
