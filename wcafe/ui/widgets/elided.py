"""A line of words that ends in “…” where there is no room, and is whole in a tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from wcafe.ui.widgets.whole import tells_whole


class ElidedText(QLabel):
    """Plain words on one line that take no more room than there is; `role` as in `Text`.

    The name of a file is cut in its `middle`: what tells it from others stands at its end.
    """

    def __init__(self, role: str, *, middle: bool = False) -> None:
        super().__init__()
        cut = Qt.TextElideMode
        self._cut = cut.ElideMiddle if middle else cut.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def event(self, event: QEvent) -> bool:
        room = self.contentsRect().width()
        return tells_whole(self, event, self.text(), room) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        painter, place = QPainter(self), self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._cut, place.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(place, self.alignment(), shown)
        painter.end()
