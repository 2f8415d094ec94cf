"""The rows of people in Run: name, where they stand, and what can be done about it."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.people import PersonId
from wcafe.domain.presence import PRESENCE_NAMES, Presence
from wcafe.ui.live.lists import ROW, Index, RowList
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _

HIGH = 50  # pixels of a row


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person, and what Enter does; the last row, without one, takes in somebody new."""

    person: PersonId | None
    name: str
    presence: Presence = Presence.EXPECTED
    can_arrive: bool = False

    @property
    def action(self) -> str:
        if not self.can_arrive:
            return ""
        return _("Here again") if self.presence is Presence.LEFT else _("Is here")

    @property
    def state(self) -> str:
        if self.person is None:
            return _("not on the list")
        return _(PRESENCE_NAMES[self.presence])

    @property
    def words(self) -> str:
        return f"{self.name}, {self.state}"


class PeopleList(RowList):
    """A click on the words of what can be done does it; elsewhere it shows the person.

    Signals:
        passed: the place of a row that the arrows or the mouse have come to.
    """

    passed = Signal(int)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.passed.emit(current.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW) if index.isValid() else None
        if (
            row is None
            or row.person is None
            or _action_box(row, self.visualRect(index)).contains(at)
        ):
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.passed.emit(index.row())


def _action_box(row: PersonRow, box: QRect) -> QRect:
    """Return where the words of what can be done stand, with room for a finger."""
    wide = ceil(QFontMetricsF(sans(12)).horizontalAdvance(row.action)) + 24 if row.action else 0
    return box.adjusted(box.width() - wide, 0, 0, 0)


class PersonDelegate(QStyledItemDelegate):
    """The name; below it the state in words, and at the right what a click does."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, palette = index.data(ROW), colours()
        box = QRectF(option.rect)
        painter.save()
        painter.setPen(QColor(palette.line))
        painter.drawLine(box.topLeft(), box.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 1))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        line = QRectF(box.left() + 6, box.top() + 6, box.width() - 12, 20)
        vertical = Qt.AlignmentFlag.AlignVCenter
        font = sans(14)
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        painter.drawText(line, vertical, name)
        line.translate(0, 20)
        painter.setFont(sans(12))
        is_away = row.presence in (Presence.AWAY, Presence.LEFT)
        painter.setPen(QColor(palette.care if is_away else palette.muted))
        painter.drawText(line, vertical, row.state)
        painter.setPen(QColor(palette.accent))
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignRight, row.action)
        painter.restore()
