"""Somebody who is not on the list: the route they get is shown before it is given."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wcafe.services.planning.arrivals import stops_of
from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.widgets.elided_button import ElidedButton
from wcafe.ui.widgets.marks import paint_mark
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.widgets.theme import colours, serif
from wcafe.ui.words import _

_HIGH = 44  # pixels of the button
_LEAST_WORDS = 216  # pixels of the sentence
_WIDEST = 320  # pixels of a route: eight rounds with tables below 100


class NewcomerCard(Card):
    """Always there while rounds are to come; its button, or Shift and Enter, adds who is typed."""

    def __init__(self, presenter: DoorPresenter) -> None:
        super().__init__(surface="dashed")
        self._presenter = presenter
        self.heading.setText(_("Not on the list?"))
        self.what = Text("", "muted", wraps=True)
        self.what.setMinimumWidth(_LEAST_WORDS)
        self.next = Text("", "strong")
        self.route = RouteLine()
        self.add_button = ElidedButton("", presenter.take_in)
        self.add_button.setMinimumHeight(_HIGH)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        said, offered = QVBoxLayout(), QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.heading)
        said.addWidget(self.what)
        offered.setSpacing(4)
        offered.addWidget(self.next)
        offered.addWidget(self.route)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(said, 3)
        row.addLayout(offered)
        row.addWidget(self.add_button, 2)
        self.column.setContentsMargins(22, 7, 16, 7)
        self.column.addLayout(row)
        presenter.shown.connect(self.show_offer)
        self.show_offer()

    def show_offer(self) -> None:
        presenter = self._presenter
        coming = presenter.snapshot.coming
        self.setVisible(bool(coming))
        if not coming:
            return
        joker = presenter.offer
        for part in (self.next, self.route):
            part.setVisible(joker is not None)
        if joker is not None:
            self.next.setText(_("next place: joker {number}").format(number=joker.number))
            self.route.show_stops(stops_of(joker, coming))
        self.what.setText(_what_they_get(presenter))
        name = presenter.newcomer
        self.add_button.show_words(
            _("Add “{name}”  ⇧ ⏎").format(name=name) if name else _("Type the name first")
        )
        if name:
            self.add_button.setAccessibleName(_("Add “{name}”").format(name=name))
        self.add_button.setEnabled(bool(name))


def _what_they_get(presenter: DoorPresenter) -> str:
    plan = presenter.snapshot.plan
    if presenter.offer is not None:
        return _("The name that is typed gets the next place, and the spare badge with its number.")
    if plan is None:
        return _("There is no seating plan yet: the name that is typed is planned with the others.")
    if plan.free_jokers:
        return _("No joker route fits the rounds to come. Add them, then repair the plan in Run.")
    if plan.jokers:
        return _("All joker routes are taken. Add them, then repair the plan in Run.")
    return _("The plan has no joker routes. Add them, then repair the plan in Run.")


class RouteLine(QWidget):
    """The tables of a route in one line, each with its mark; more than fit end in “…”."""

    def __init__(self) -> None:
        super().__init__()
        self.stops: list[tuple[int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: list[tuple[int, int]]) -> None:
        """Show the rounds and tables, from 0, of a route."""
        self.stops = stops
        words = [
            _("round {round} at table {table}").format(round=round_ + 1, table=table + 1)
            for round_, table in stops
        ]
        self.setAccessibleName(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(serif(16))
        wide = sum(metrics.horizontalAdvance(str(t + 1)) + 26 for _r, t in self.stops)
        return QSize(min(round(wide), _WIDEST), 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(serif(16))
        painter.setPen(QColor(colours().ink))
        metrics, left = QFontMetricsF(serif(16)), 0.0
        for _round, table in self.stops:
            wide = metrics.horizontalAdvance(str(table + 1))
            if left + 16 + wide > self.width():
                painter.drawText(QRectF(self.width() - 14, 0, 14, self.height()), "…")
                break
            paint_mark(painter, table, QRectF(left, 6, 11, 11))
            place = QRectF(left + 15, 0, wide + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(table + 1))
            left += wide + 26
        painter.end()
