"""One step of the side bar: its number, its name and whether it is done."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _

_WIDE, _NARROW = 190, 80  # pixels of width, with the name beside and below the number
_HIGH, _LOW, _SMALL = 42, 50, 11  # pixels of height likewise; of a small name


@dataclass(frozen=True, slots=True)
class Step:
    """One workspace: what it is called, and whether what belongs there is done."""

    name: str
    is_done: bool = False


class StepButton(QAbstractButton):
    """One step: its number, or a tick once it is done; the one on screen is light."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number = number
        self._is_done = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(name)
        self._is_folded = False
        self.fold(is_folded=False)

    def fold(self, *, is_folded: bool) -> None:
        """Show the name small below the number, for a narrow window, or beside it."""
        self._is_folded = is_folded
        self.setToolTip(self.text() if is_folded else "")
        self.setFixedHeight(_LOW if is_folded else _HIGH)
        self.updateGeometry()
        self.update()

    @property
    def words_font(self) -> QFont:
        """The font of the name, as it is while this is the step on screen."""
        return sans(_SMALL if self._is_folded else 15, is_bold=True)

    @property
    def words_place(self) -> QRectF:
        """Where the name is painted."""
        if self._is_folded:
            return QRectF(3, 28, self.width() - 6, 18)
        return QRectF(44, 0, self.width() - 50, self.height())

    def show_step(self, step: Step) -> None:
        self._is_done = step.is_done
        self.setText(step.name)
        self.fold(is_folded=self._is_folded)
        state = _("done") if step.is_done else _("step {number}").format(number=self._number)
        self.setAccessibleName(f"{step.name}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROW if self._is_folded else _WIDE, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours()
        is_here, ground = self.isChecked(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_here:
            painter.setBrush(QColor(palette.soft))
            painter.drawRoundedRect(ground, 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.accent if is_here else palette.side_ink), 2))
            painter.drawRoundedRect(ground, 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
        dot = QRectF(12, self.height() / 2 - 11, 22, 22)
        if self._is_folded:
            dot = QRectF(self.width() / 2 - 11, 5, 22, 22)
        disc = palette.accent if is_here else ("#4C7A5C" if self._is_done else "#4A372C")
        painter.setBrush(QColor(disc))
        painter.drawEllipse(dot)
        ink = QColor(palette.on_accent if is_here else "#FFFFFF")
        if self._is_done and not is_here:
            painter.setPen(QPen(ink, 2))
            left, top = dot.left(), dot.top()
            painter.drawPolyline(_tick(left, top))
        else:
            painter.setPen(ink)
            painter.setFont(sans(12, is_bold=True))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(QColor(palette.ink if is_here else palette.side_muted))
        font, place = self.words_font, self.words_place
        font.setWeight(QFont.Weight.DemiBold if is_here else QFont.Weight.Normal)
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(place.width())
        )
        side = Qt.AlignmentFlag.AlignHCenter if self._is_folded else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
        painter.end()


def _tick(left: float, top: float) -> list[QPointF]:
    corners = ((7, 11.5), (10, 14.5), (15.5, 8))
    return [QPointF(left + x, top + y) for x, y in corners]
