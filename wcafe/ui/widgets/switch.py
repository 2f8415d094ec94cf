"""A switch: on or off, by mouse, space bar or screen reader."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wcafe.ui.widgets.theme import colours

_WIDTH, _HEIGHT, _EDGE = 36, 20, 4


class Switch(QAbstractButton):
    """One rule or setting; `toggled` says that it changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours()
        track = QRectF(_EDGE, _EDGE, _WIDTH, _HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRoundedRect(track.adjusted(-3, -3, 3, 3), 13, 13)
        painter.setPen(Qt.PenStyle.NoPen)
        is_on = self.isChecked()
        painter.setBrush(QColor(palette.accent if is_on and self.isEnabled() else palette.muted))
        if not is_on:
            painter.setOpacity(0.55)
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        painter.setOpacity(1.0)
        painter.setBrush(QColor("#FFFFFF"))
        knob = _HEIGHT - 6
        left = track.right() - knob - 3 if is_on else track.left() + 3
        painter.drawEllipse(QRectF(left, track.top() + 3, knob, knob))
        painter.end()
