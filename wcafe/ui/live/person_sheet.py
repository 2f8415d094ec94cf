"""The sheet of one person in Run: where they go now and next, and whether they are here."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wcafe.domain.presence import Presence
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.live.whereabouts import Whereabouts
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.marks import Mark, paint_mark
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.widgets.scrolling import ScrolledWords
from wcafe.ui.widgets.theme import colours, sans, serif
from wcafe.ui.words import _

_WIDE, _HIGH, _GAP = 54, 38, 5  # pixels of a round, and between two
_MARK = 10
_LEAST = 76  # of height for the name and the table that is asked for


class PersonSheet(Card):
    """Shown while somebody is looked at."""

    def __init__(self, presenter: PresencePresenter) -> None:
        super().__init__(surface="soft")
        self._presenter = presenter
        self._said = ""
        self.name = Text("", "strong", wraps=True)
        self.state = Text("", "caption")
        self.when = Text("", "caption")
        self.mark = Mark(0, 18)
        self.where = Text("", "heading", wraps=True)
        self.then = Text("", wraps=True)
        self.company = Text("", "caption", wraps=True)
        self.route = RouteStrip()
        self.here_button = push_button(_("Is here"), self._on_here, kind="primary")
        self.away_button = push_button(_("Mark as away"), self._on_away, kind="quiet")
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(4)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for row in (
            (self.name, self.state),
            (self.mark, self.where, self.when),
            (self.then,),
            (self.route,),
            (self.company,),
        ):
            lines.addLayout(_in_a_row(*row))
        self.column.addWidget(ScrolledWords(told, _("Where they go"), least=_LEAST))
        buttons = _in_a_row(self.here_button, self.away_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        presenter.shown.connect(self.show_person)
        self.show_person()

    def show_person(self) -> None:
        seen = self._presenter.whereabouts()
        if seen is not None:
            self._show(seen)
        self.setVisible(seen is not None)
        if seen is None:
            self._said = ""

    def _show(self, seen: Whereabouts) -> None:
        self.name.setText(seen.name)
        self.state.setText(seen.state)
        self.where.setText(seen.where)
        for part, words in (
            (self.when, seen.when),
            (self.then, seen.then),
            (self.company, seen.company),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.mark.setVisible(seen.table is not None)
        self.mark.show_number(seen.table or 0)
        self.route.show_route(seen)
        self.setAccessibleName(seen.words)
        is_coming = bool(self._presenter.coming)
        can_come = is_coming or seen.presence is Presence.EXPECTED
        is_back = seen.presence is Presence.LEFT
        self.here_button.setText(_("Here again") if is_back else _("Is here"))
        self.here_button.setAccessibleName(self.here_button.text())
        can_leave = is_coming and seen.presence in (Presence.HERE, Presence.EXPECTED)
        had_keyboard = self._has_keyboard()
        self.here_button.setVisible(seen.presence is not Presence.HERE and can_come)
        self.away_button.setVisible(can_leave)
        if had_keyboard and not self._has_keyboard():
            button = self.away_button if can_leave else self.here_button
            button.setFocus()
        if seen.words != self._said and self.isVisible():
            announce(self, seen.words)
        self._said = seen.words

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def _on_here(self) -> None:
        self._set(is_here=True)

    def _on_away(self) -> None:
        self._set(is_here=False)

    def _set(self, *, is_here: bool) -> None:
        if (seen := self._presenter.whereabouts()) is not None:
            self._presenter.set_present(seen.person, is_here=is_here)


def _in_a_row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return row


class RouteStrip(QWidget):
    """A box a round with the number and symbol of its table; the one asked for stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[int | None, ...] = ()
        self._asked: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_route(self, seen: Whereabouts) -> None:
        self._tables, self._asked = seen.tables, seen.asked
        self.setVisible(any(table is not None for table in seen.tables))
        self.setAccessibleName(seen.route)
        self.setToolTip(seen.route)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._tables) // self._abreast(width))
        return max(lines * (_HIGH + _GAP) - _GAP, 0)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.heightForWidth(max(self.width(), _WIDE)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _abreast(self, width: int) -> int:
        return max((width + _GAP) // (_WIDE + _GAP), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        abreast = self._abreast(self.width())
        for round_, table in enumerate(self._tables):
            line, place = divmod(round_, abreast)
            left, top = place * (_WIDE + _GAP), line * (_HIGH + _GAP)
            self._paint(painter, QRectF(left, top, _WIDE, _HIGH), round_, table)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, round_: int, table: int | None) -> None:
        palette, is_asked = colours(), round_ == self._asked
        edge = palette.accent if is_asked else palette.line
        painter.setPen(QPen(QColor(edge), 2 if is_asked else 1))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(sans(11))
        painter.setPen(QColor(palette.muted))
        words = _("R{number}").format(number=round_ + 1)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(box.left(), box.top() + 2, box.width(), 14), middle, words)
        painter.setFont(serif(15))
        painter.setPen(QColor(palette.ink))
        below = QRectF(box.left(), box.top() + 15, box.width(), 20)
        if table is None:
            painter.drawText(below, middle, "–")
            return
        painter.drawText(below.adjusted(0, 0, -_MARK - 4, 0), middle, str(table + 1))
        square = QRectF(box.right() - _MARK - 9, box.top() + 20, _MARK, _MARK)
        paint_mark(painter, table, square)
