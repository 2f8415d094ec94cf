"""Who is here: find somebody, see where they go, note that they came or left, take in others."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
)

from wcafe.domain.presence import Presence, describe_attendance
from wcafe.ui.live.people_rows import HIGH, PeopleList, PersonDelegate, PersonRow
from wcafe.ui.live.person_sheet import PersonSheet
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.live.repair_card import BadgesCard, RepairCard
from wcafe.ui.live.repair_presenter import RepairPresenter
from wcafe.ui.live.walk_in import WalkInDialog
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _, desk_words


class PresenceCard(Card):
    """`page_asked` asks for the seating plan, where a repair is not enough."""

    page_asked = Signal(str)

    def __init__(self, presenter: PresencePresenter, repair: RepairPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.count = Text("", "caption", wraps=True)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(_("Name…"))
        self.search_edit.setAccessibleName(_("Search a person by name"))
        self.search_edit.setClearButtonEnabled(True)
        self.search_edit.setText(presenter.search)
        self.sheet = PersonSheet(presenter)
        self.all_here_button = push_button(
            _("Everybody is here"),
            partial(self._on_rest, presenter.check_in_expected),
            kind="quiet",
        )
        self.rest_away_button = push_button(
            _("The others are away"),
            partial(self._on_rest, presenter.give_up_expected),
            kind="quiet",
            name=_("Mark all who have not arrived as away"),
            tip=_("Mark all who have not arrived as away"),
        )
        self.list = PeopleList(_("Who is here"), PersonDelegate())
        self.list.setMinimumHeight(HIGH)
        self.sentence = Text("", "caption", wraps=True)
        self.badges = BadgesCard(repair)  # before the other: it is there when the keyboard comes
        self.repair = RepairCard(repair)
        self.heading.setText(_("Who is here"))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.count)
        self.column.addWidget(self.search_edit)
        self.column.addWidget(self.sheet)
        rest = QHBoxLayout()
        rest.setSpacing(6)
        rest.addWidget(self.all_here_button)
        rest.addWidget(self.rest_away_button)
        rest.addStretch(1)
        self.column.addLayout(rest)
        for part in (self.sentence, self.list, self.repair, self.badges):
            self.column.addWidget(part, 1 if part is self.list else 0)
        self.search_edit.textChanged.connect(presenter.look_for)
        self.search_edit.returnPressed.connect(self._on_enter)
        self.list.chosen.connect(self._on_chosen)
        self.list.passed.connect(self._on_passed)
        self.repair.page_asked.connect(self.page_asked)
        self.repair.left.connect(self._on_repair_left)
        presenter.shown.connect(self.show_people)
        self.show_people()

    @Slot()
    def show_people(self) -> None:
        presenter = self._presenter
        found = presenter.find_people()
        has_coming = bool(presenter.coming)
        rows = [
            PersonRow(
                person=each.person,
                name=each.name,
                presence=each.presence,
                can_arrive=each.presence is Presence.EXPECTED
                or (has_coming and each.presence is not Presence.HERE),
            )
            for each in found
        ]
        if has_coming:
            rows.append(
                PersonRow(person=None, name=_newcomer(presenter.search if not found else ""))
            )
        self.list.rows.show_rows(rows)
        self.sentence.setText(_describe(presenter, len(found)))
        self.sentence.setVisible(bool(self.sentence.text()))
        counts = presenter.attendance
        is_idle = not presenter.search and presenter.whereabouts() is None
        is_late = has_coming and presenter.has_begun and counts.here > 0
        self.all_here_button.setVisible(is_idle and counts.expected > 0 and not is_late)
        self.rest_away_button.setVisible(is_idle and counts.expected > 0 and is_late)
        self.count.setText(describe_attendance(counts, desk_words()))
        self.count.setVisible(bool(presenter.people))

    def _on_enter(self) -> None:
        """Take the one person that was found, or the one that was not; else the arrows choose."""
        if self._presenter.search and len(self.list.rows.rows) <= 2:
            self._on_chosen(0)
        else:
            self.list.setFocus()

    def _on_rest(self, note: Callable[[], object]) -> None:
        note()
        self.search_edit.setFocus()

    def _on_passed(self, place: int) -> None:
        """Show where the person goes whose row the arrows or the mouse have come to."""
        row = self.list.rows.rows[place]
        assert isinstance(row, PersonRow)
        if row.person is not None:
            self._presenter.look_at(row.person)

    def _on_repair_left(self) -> None:
        is_owed = self.badges.isVisibleTo(self)
        (self.badges.print_button if is_owed else self.search_edit).setFocus()

    def _on_chosen(self, place: int) -> None:
        row = self.list.rows.rows[place]
        assert isinstance(row, PersonRow)
        if row.person is not None:
            if row.can_arrive and self._presenter.set_present(row.person, is_here=True):
                self._hold("")
                self.search_edit.setFocus()  # for the next who comes
            self._presenter.look_at(row.person)
            return
        name = "" if place else self._presenter.search
        WalkInDialog(name, self._presenter, partial(self._hold, ""), self).open()

    def _hold(self, text: str) -> None:
        """Search for `text`, with nothing typed to take back: Ctrl+Z is for what was done."""
        self.search_edit.setText(text)  # unlike clear(), which could be undone


def _newcomer(name: str) -> str:
    return _("Add “{name}”…").format(name=name) if name else _("Add somebody…")


def _describe(presenter: PresencePresenter, found: int) -> str:
    if presenter.search:
        return "" if found else _("Nobody of that name takes part.")
    if not presenter.coming:
        return _("The last round has begun: nobody’s seat changes any more.")
    return _("Not here:") if found else ""
