"""The side bar: the six steps of a café and how far each is; whether all is saved."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import Text
from wcafe.ui.widgets.theme import DARK, colours, sans
from wcafe.ui.words import _


@dataclass(frozen=True, slots=True)
class Step:
    """One workspace: what it is called, and whether what belongs there is done."""

    name: str
    is_done: bool = False


class BrandRing(QWidget):
    """The ring beside the name: a table seen from above."""

    def sizeHint(self) -> QSize:
        return QSize(26, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().side_ink), 3))
        painter.drawEllipse(QRectF(2, 2, 22, 22).translated(0, (self.height() - 26) / 2))
        painter.end()


class SavedDot(QWidget):
    """Green and full while all is saved, else a red ring; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._is_saved = True

    def show_state(self, *, is_saved: bool) -> None:
        self._is_saved = is_saved
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(9, 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, (self.height() - 7) / 2, 7, 7)
        if self._is_saved:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(DARK.good))
        else:
            painter.setPen(QPen(QColor(DARK.bad), 2))
        painter.drawEllipse(disc)
        painter.end()


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
        self.setMinimumHeight(42)

    def show_step(self, step: Step) -> None:
        self._is_done = step.is_done
        self.setText(step.name)
        state = _("done") if step.is_done else _("step {number}").format(number=self._number)
        self.setAccessibleName(f"{step.name}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, 42)

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
        painter.setFont(sans(15, is_bold=is_here))
        words = QRectF(44, 0, self.width() - 50, self.height())
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def _tick(left: float, top: float) -> list[QPointF]:
    corners = ((7, 11.5), (10, 14.5), (15.5, 8))
    return [QPointF(left + x, top + y) for x, y in corners]


class SideBar(QFrame):
    """The steps, one above the other, and what stands on disk. `chosen` says which step."""

    chosen = Signal(int)

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(208)
        brand = Text("wcafe")
        brand.setObjectName("brand")
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 0, 0)
        top.setSpacing(10)
        top.addWidget(BrandRing())
        top.addWidget(brand, 1)
        self.dot = SavedDot()
        self.saved = Text("", wraps=True)
        self.saved.setObjectName("saved")
        self.file = Text("", wraps=True)
        self.file.setObjectName("file")
        self.steps = [StepButton(number, name) for number, name in enumerate(names, 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 18)
        column.setSpacing(4)
        column.addLayout(top)
        column.addSpacing(14)
        for place, button in enumerate(self.steps):
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            column.addWidget(button)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 0, 0)
        foot.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self.dot)
        line.addWidget(self.saved, 1)
        foot.addLayout(line)
        foot.addWidget(self.file)
        column.addLayout(foot)

    def show_steps(self, steps: list[Step]) -> None:
        for button, step in zip(self.steps, steps, strict=True):
            button.show_step(step)

    def show_chosen(self, place: int) -> None:
        self.steps[place].setChecked(True)

    def show_saved(self, file: str, at: datetime) -> None:
        """Say that all is on disk since `at`, any time zone."""
        local = at.astimezone()
        when = QLocale().toString(local.time(), "HH:mm")  # type: ignore[call-overload]  # takes it
        if local.date() != datetime.now().astimezone().date():
            when = QLocale().toString(local.date(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        self.saved.setText(_("All saved · {time}").format(time=when))
        self.dot.show_state(is_saved=True)
        self.file.setText(file)

    def show_unsaved(self, sentence: str) -> None:
        """Say that something is not saved, or soon may not be."""
        self.saved.setText(sentence)
        self.dot.show_state(is_saved=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = self.focusWidget()
        if move and isinstance(here, StepButton):
            self.steps[(self.steps.index(here) + move) % len(self.steps)].setFocus()
            return
        super().keyPressEvent(event)
