"""The door on screen: type two letters or scan a badge, Enter, and the tables can be said."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.live.door.head import DoorHead
from wcafe.ui.live.door.name_field import NameField
from wcafe.ui.live.door.newcomer_card import NewcomerCard
from wcafe.ui.live.door.person_card import PersonCard
from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.live.door.rows import GuestList, GuestRow
from wcafe.ui.live.door.side import ArrivalsCard, HostsCard
from wcafe.ui.widgets.parts import Page, Text
from wcafe.ui.words import _

_LOW = 660  # pixels of height below which the card of a person is smaller
_MARGIN, _GAP = 20, 10
_LEAST_LIST = 66  # a row and its frame


class DoorPage(Page):
    """The keyboard is in the field of names: what is typed elsewhere goes there too."""

    def __init__(self, presenter: DoorPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Check-in"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.head.hide()
        self.band = DoorHead(presenter)
        self.name_edit = NameField(_("Two letters, or the badge"))
        self.card = PersonCard(presenter)
        self.sentence = Text("", "muted", wraps=True)
        self.list = GuestList(_("People at the door"))
        self.list.setObjectName("door-list")
        self.list.setMinimumHeight(_LEAST_LIST)
        self.newcomer = NewcomerCard(presenter)
        self.hosts = HostsCard(presenter)
        self.arrivals = ArrivalsCard(presenter)
        self._lay_out()
        self.name_edit.textChanged.connect(self._on_text)
        self.name_edit.entered.connect(self._on_entered)
        self.name_edit.added.connect(presenter.take_in)
        self.name_edit.stepped.connect(presenter.step)
        self.list.passed.connect(self._on_passed)
        self.list.chosen.connect(self._on_chosen)
        presenter.shown.connect(self.show_people)
        self.show_people()

    def _lay_out(self) -> None:
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.insertWidget(0, self.band)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(_GAP)
        for part in (self.name_edit, self.card, self.sentence, self.list, self.newcomer):
            left.addWidget(part, 1 if part is self.list else 0)
        left.insertStretch(left.count() - 1)
        right.addWidget(self.hosts, 2)
        right.addWidget(self.arrivals, 3)
        row = QHBoxLayout()
        row.setSpacing(_GAP + 6)
        row.addLayout(left, 29)
        row.addLayout(right, 11)
        self.body.setContentsMargins(_MARGIN, 12, _MARGIN, 6)
        self.body.addLayout(row, 1)

    @Slot()
    def show_people(self) -> None:
        presenter = self._presenter
        if self.name_edit.text() != presenter.search:
            self.name_edit.setText(presenter.search)  # unlike clear(), it cannot be undone
        greeting = presenter.greeting
        shown = greeting.person if greeting is not None else None
        people = presenter.found
        self.list.rows.show_rows(
            [
                GuestRow(
                    person=each.id,
                    first=each.given or each.family,
                    rest=each.family if each.given else "",
                    facts=" · ".join(filter(None, (each.organisation, each.group))),
                    presence=presenter.where[each.id],
                    state=presenter.describe(each.id),
                )
                for each in people
            ]
        )
        places = [place for place, each in enumerate(people) if each.id == shown]
        if places:
            index = self.list.rows.index(places[0])
            self.list.setCurrentIndex(index)
        else:
            self.list.clearSelection()
        self.sentence.setText(self._sentence())
        self.sentence.setVisible(bool(self.sentence.text()))
        self.list.setVisible(bool(people) and [each.id for each in people] != [shown])

    def take_focus(self) -> None:
        self.name_edit.setFocus()

    def seek(self) -> None:
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    def resting_place(self) -> QWidget:
        return self.name_edit

    def drafts(self) -> dict[str, NameField]:  # type: ignore[override]  # it is a QLineEdit
        return {"name": self.name_edit}

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.card.set_low(event.size().height() < _LOW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed while the keyboard is elsewhere, so that no badge is lost."""
        if event.text() and event.text().isprintable():
            self.name_edit.setFocus()
            self.name_edit.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _sentence(self) -> str:
        presenter = self._presenter
        if presenter.is_scanning:
            return _("This is the code of a badge: Enter notes that they are here.")
        if presenter.search.strip():
            return "" if presenter.found else _("Nobody is called so, nor their organisation.")
        if not presenter.people:
            return _("Nobody is on the list yet.")
        return _("Not here yet:") if presenter.found else _("Everybody is here.")

    def _on_text(self, typed: str) -> None:
        if typed != self._presenter.search:
            self._presenter.look_for(typed)
        self.name_edit.is_code = self._presenter.is_scanning

    def _on_entered(self) -> None:
        self._presenter.enter()
        self.name_edit.selectAll()  # what nobody is called is written over by the next name

    def _on_passed(self, place: int) -> None:
        row = self.list.rows.rows[place]
        assert isinstance(row, GuestRow)
        self._presenter.look_at(row.person)

    def _on_chosen(self, place: int) -> None:
        row = self.list.rows.rows[place]
        assert isinstance(row, GuestRow)
        self._presenter.arrive(row.person)
        self.name_edit.setFocus()
