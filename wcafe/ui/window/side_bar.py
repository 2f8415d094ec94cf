"""The side bar: the six steps of a café and how far each is; whether all is saved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wcafe.ui.widgets.parts import Text
from wcafe.ui.widgets.theme import DARK, Colours, colours
from wcafe.ui.window.step_button import Step, StepButton
from wcafe.ui.words import _, spoken
from wcafe.written import narrow_day

_UNFOLDED, _FOLDED = 208, 94  # pixels of width


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


def saved_words(at: datetime) -> str:
    """Say that all is on disk since `at`, any time zone: its hour, or its day if not today."""
    local = at.astimezone()
    when = QLocale().toString(local.time(), "HH:mm")  # type: ignore[call-overload]  # takes it
    if local.date() != datetime.now().astimezone().date():
        when = narrow_day(local.date(), spoken())
    return _("All saved · {time}").format(time=when)


class SavedDot(QWidget):
    """Green and full while all is saved, else a red ring; the words beside it say the same.

    Args:
        palette: returns the colours of the ground it stands on.
    """

    def __init__(self, palette: Callable[[], Colours] = lambda: DARK) -> None:
        super().__init__()
        self.is_saved = True
        self._palette = palette
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, is_saved: bool) -> None:
        self.is_saved = is_saved
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(9, 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, (self.height() - 7) / 2, 7, 7)
        if self.is_saved:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette().good))
        else:
            painter.setPen(QPen(QColor(self._palette().bad), 2))
        painter.drawEllipse(disc)
        painter.end()


class SideBar(QFrame):
    """The steps, one above the other, and what stands on disk.

    Signals:
        chosen: the place of the step that was chosen.
        window_asked: the same of one that is to have a window of its own.
    """

    chosen = Signal(int)
    window_asked = Signal(int)

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.setObjectName("side")
        self._is_folded = False
        self.brand = Text("wcafe")
        self.brand.setObjectName("brand")
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(BrandRing(), 0, Qt.AlignmentFlag.AlignCenter)
        top.addWidget(self.brand, 1)
        self.dot = SavedDot()
        self.saved = Text("", wraps=True)
        self.saved.setObjectName("saved")
        self.file = Text("", wraps=True)
        self.file.setObjectName("file")
        self.station = Text("", wraps=True)
        self.station.setObjectName("station")
        self.station.hide()
        self.desks = Text("", wraps=True)
        self.desks.setObjectName("desks")
        self.desks.hide()
        self.steps = [StepButton(number, name) for number, name in enumerate(names, 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 18)
        column.setSpacing(4)
        column.addLayout(top)
        column.addSpacing(14)
        for place, button in enumerate(self.steps):
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(partial(self._open_menu, place))
            column.addWidget(button)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(3)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(7)
        self._line.addWidget(self.dot)
        self._line.addWidget(self.saved, 1)
        foot.addLayout(self._line)
        foot.addWidget(self.file)
        foot.addWidget(self.station)
        foot.addWidget(self.desks)
        column.addLayout(foot)
        self._column, self._foot, self._top = column, foot, top
        self.fold(is_folded=False)

    def fold(self, *, is_folded: bool) -> None:
        """Show the signs alone, with their words in tips; what is not saved is said in words."""
        self._is_folded = is_folded
        self.setFixedWidth(_FOLDED if is_folded else _UNFOLDED)
        edge = 7 if is_folded else 12
        self._column.setContentsMargins(edge, 20, edge, 18)
        for part in (self._top, self._foot):
            part.setContentsMargins(0 if is_folded else 10, 0, 0, 0)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if is_folded else direction.LeftToRight)
        self._line.setAlignment(
            self.dot, Qt.AlignmentFlag.AlignHCenter if is_folded else Qt.AlignmentFlag.AlignVCenter
        )
        centre = Qt.AlignmentFlag.AlignCenter if is_folded else Qt.AlignmentFlag.AlignLeft
        self.saved.setAlignment(centre | Qt.AlignmentFlag.AlignVCenter)
        self.station.setAlignment(centre)
        self.desks.setAlignment(centre)
        self.brand.setVisible(not is_folded)
        self.file.setVisible(not is_folded)
        for button in self.steps:
            button.fold(is_folded=is_folded)
        self._show_words()

    def show_steps(self, steps: list[Step]) -> None:
        for button, step in zip(self.steps, steps, strict=True):
            button.show_step(step)

    def show_chosen(self, place: int) -> None:
        self.steps[place].setChecked(True)

    def show_saved(self, file: str, at: datetime) -> None:
        """Say that all is on disk since `at`, any time zone."""
        self.saved.setText(saved_words(at))
        self.dot.show_state(is_saved=True)
        self.file.setText(file)
        self._show_words()

    def show_unsaved(self, sentence: str) -> None:
        """Say that something is not saved, or soon may not be."""
        self.saved.setText(sentence)
        self.dot.show_state(is_saved=False)
        self._show_words()

    def show_station(self, words: str) -> None:
        """Say that phones are let in; nothing where no station runs."""
        self.station.setText(words)
        self.station.setVisible(bool(words))

    def show_desks(self, words: str, names: str) -> None:
        """Say on how many laptops the café is open, and on which; nothing for a file."""
        self.desks.setText(words)
        self.desks.setToolTip(names)
        self.desks.setAccessibleDescription(names)
        self.desks.setVisible(bool(words))

    def make_menu(self, place: int) -> QMenu:
        """Return what the right button offers on the step at `place`."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open in a new window"), partial(self.window_asked.emit, place))
        return menu

    def _open_menu(self, place: int, at: QPoint) -> None:
        self.make_menu(place).popup(self.steps[place].mapToGlobal(at))

    def _show_words(self) -> None:
        self.saved.setVisible(not (self._is_folded and self.dot.is_saved))
        tip = "\n".join(filter(None, (self.saved.text(), self.file.text())))
        self.dot.setToolTip(tip if self._is_folded else "")
        self.dot.setAccessibleName(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = self.focusWidget()
        if move and isinstance(here, StepButton):
            self.steps[(self.steps.index(here) + move) % len(self.steps)].setFocus()
            return
        super().keyPressEvent(event)
