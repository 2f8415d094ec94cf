"""Who is here: find somebody by name, note that they left or came, take in somebody new."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from wcafe.domain.people import PersonId
from wcafe.ui.live.lists import ROW, Index, RowList
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.live.repair_card import BadgesCard, RepairCard
from wcafe.ui.live.repair_presenter import RepairPresenter
from wcafe.ui.live.walk_in import WalkInDialog
from wcafe.ui.widgets.parts import Card, Chip, Text
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _, ngettext

_HIGH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person, and what Enter does; the last row, without one, takes in somebody new."""

    person: PersonId | None
    name: str
    is_away: bool = False

    @property
    def action(self) -> str:
        if self.person is None:
            return ""
        return _("Here again") if self.is_away else _("Mark as away")

    @property
    def state(self) -> str:
        if self.person is None:
            return _("not on the list")
        return _("away") if self.is_away else _("here")

    @property
    def words(self) -> str:
        return f"{self.name}, {self.state}"


class PresenceCard(Card):
    """`page_asked` asks for the seating plan, where a repair is not enough."""

    page_asked = Signal(str)

    def __init__(self, presenter: PresencePresenter, repair: RepairPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.count = Chip("", "good")
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(_("Name…"))
        self.search_edit.setAccessibleName(_("Search a person by name"))
        self.search_edit.setClearButtonEnabled(True)
        self.search_edit.setText(presenter.search)
        self.list = RowList(_("Who is here"), _PersonDelegate())
        self.list.setMinimumHeight(_HIGH)
        self.sentence = Text("", "caption", wraps=True)
        self.badges = BadgesCard(repair)  # before the other: it is there when the keyboard comes
        self.repair = RepairCard(repair)
        head = QHBoxLayout()
        head.addWidget(Text(_("Who is here"), "heading"))
        head.addWidget(self.count)
        head.addStretch(1)
        self.column.addLayout(head)
        for part in (self.search_edit, self.sentence, self.list, self.repair, self.badges):
            self.column.addWidget(part, 1 if part is self.list else 0)
        self.search_edit.textChanged.connect(presenter.look_for)
        self.search_edit.returnPressed.connect(self._on_enter)
        self.list.chosen.connect(self._on_chosen)
        self.repair.page_asked.connect(self.page_asked)
        self.repair.left.connect(self._on_repair_left)
        presenter.shown.connect(self.show_people)
        self.show_people()

    @Slot()
    def show_people(self) -> None:
        presenter = self._presenter
        found = presenter.find_people()
        rows = [PersonRow(person=p.person, name=p.name, is_away=p.is_away) for p in found]
        has_coming = bool(presenter.coming)
        if has_coming:
            rows.append(
                PersonRow(person=None, name=_newcomer(presenter.search if not found else ""))
            )
        self.list.rows.show_rows(rows)
        self.search_edit.setEnabled(has_coming)
        self.list.setEnabled(has_coming)
        self.sentence.setText(_describe(presenter, len(found)))
        self.sentence.setVisible(bool(self.sentence.text()))
        here, people = presenter.here
        self.count.setText(_("{number} of {people}").format(number=here, people=people))
        self.count.setAccessibleName(
            ngettext(
                "{number} of {people} person is here",
                "{number} of {people} people are here",
                people,
            ).format(number=here, people=people)
        )
        self.count.setVisible(people > 0)

    def _on_enter(self) -> None:
        """Take the one person that was found, or the one that was not; else the arrows choose."""
        if self._presenter.search and len(self.list.rows.rows) <= 2:
            self._on_chosen(0)
        else:
            self.list.setFocus()

    def _on_repair_left(self) -> None:
        is_owed = self.badges.isVisibleTo(self)
        (self.badges.print_button if is_owed else self.search_edit).setFocus()

    def _on_chosen(self, place: int) -> None:
        row = self.list.rows.rows[place]
        assert isinstance(row, PersonRow)
        if row.person is not None:
            self._presenter.set_present(row.person, is_here=row.is_away)
            self._hold(self.search_edit.text())
            return
        name = "" if place else self._presenter.search
        WalkInDialog(name, self._presenter, partial(self._hold, ""), self).open()

    def _hold(self, text: str) -> None:
        """Search for `text`, with nothing typed to take back: Ctrl+Z is for what was done."""
        self.search_edit.setText(text)  # unlike clear(), which could be undone


def _newcomer(name: str) -> str:
    return _("Add “{name}”…").format(name=name) if name else _("Add somebody…")


def _describe(presenter: PresencePresenter, found: int) -> str:
    if not presenter.coming:
        return _("The last round has begun: nobody’s seat changes any more.")
    if presenter.search:
        return "" if found else _("Nobody of that name takes part.")
    return _("Not here for the coming rounds:") if found else _("Nobody is away.")


class _PersonDelegate(QStyledItemDelegate):
    """The name; below it the state in words, and at the right what a click does."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _HIGH)

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
        painter.setPen(QColor(palette.care if row.is_away else palette.muted))
        painter.drawText(line, vertical, row.state)
        painter.setPen(QColor(palette.accent))
        painter.drawText(line, vertical | Qt.AlignmentFlag.AlignRight, row.action)
        painter.restore()
