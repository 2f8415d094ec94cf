"""Who met whom: a small square for each two people, or the figures where they are too many."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wcafe.domain.meetings import times_met
from wcafe.domain.people import Person
from wcafe.domain.plan import Plan
from wcafe.domain.plan_figures import Figures, attended_rows
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _, figure, ngettext

MOST_CELLS = 60  # people a side


class MatrixCard(Card):
    """The squares with one sentence that says the same."""

    def __init__(self) -> None:
        super().__init__(_("Who meets whom"))
        self.matrix = Matrix()
        self.summary = Text("", "caption", wraps=True)
        self.column.addWidget(self.matrix)
        self.column.addWidget(self.summary)

    def show_plan(self, plan: Plan, people: tuple[Person, ...], figures: Figures) -> None:
        met = figures.meetings
        self.summary.setText(
            _(
                "Each person meets from {least} to {most} others, of {possible} possible. "
                "Travellers who sit down together come from different tables: {pollination}%."
            ).format(
                least=figure(met.least),
                most=figure(met.most),
                possible=figure(met.possible),
                pollination=figure(100 * met.pollination),
            )
        )
        rows = attended_rows(plan, people)
        seated = {person for row in rows for person, _table in row}
        is_small = len(seated) <= MOST_CELLS
        self.matrix.setVisible(is_small)
        if is_small:
            shown = [person for person in people if person.id in seated]
            times = times_met(rows, [person.id for person in shown])
            self.matrix.show_times([person.name for person in shown], times)
            self.matrix.setAccessibleDescription(self.summary.text())


class Matrix(QWidget):
    """People by people; the darker a square, the more often the two meet."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Who meets whom"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._names: list[str] = []
        self._times: list[list[int]] = []

    def show_times(self, names: list[str], times: list[list[int]]) -> None:
        self._names, self._times = names, times
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    @property
    def _side(self) -> float:
        return min(self.width(), self.height()) / max(len(self._names), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, side = colours(), self._side
        shades = [QColor(palette.sand), QColor(palette.accent), QColor(palette.bad)]
        shades[1].setAlphaF(0.62)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 1 if side > 3 else 0
        for row, times in enumerate(self._times):
            for column, often in enumerate(times):
                if row != column:
                    cell = QRectF(column * side, row * side, side - gap, side - gap)
                    painter.fillRect(cell, shades[min(often, 2)])
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = escape(self.words_at(event.pos().x(), event.pos().y()))
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>" if words else "", self)
            return True
        return bool(super().event(event))

    def words_at(self, x: int, y: int) -> str:
        """Return who meets how often, at a point of the matrix."""
        row, column = int(y // self._side), int(x // self._side)
        if row == column or max(row, column) >= len(self._names):
            return ""
        often = self._times[row][column]
        meets = ngettext("{number} meeting", "{number} meetings", often).format(number=often)
        return f"{self._names[row]} · {self._names[column]} · {meets}"
