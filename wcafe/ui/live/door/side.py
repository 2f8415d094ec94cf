"""Beside the names: hosts who are not here yet, and who came last."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.marks import table_title
from wcafe.domain.people import Person, PersonId
from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.live.door.rows import GuestList, GuestRow
from wcafe.ui.widgets.parts import Card, Chip, Text
from wcafe.ui.words import _, desk_words

_LEAST = 60  # pixels of height of a list
_MOST_ARRIVALS = 200


class HostsCard(Card):
    """Who is to host and is not here yet: they are missed first."""

    def __init__(self, presenter: DoorPresenter) -> None:
        super().__init__(surface="hosts")
        self._presenter = presenter
        self.heading.setText(_("Hosts not here yet"))
        self.count = Chip("", "care")
        self.list = GuestList(_("Hosts not here yet"))
        self.list.setMinimumHeight(_LEAST)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        _connect(self.list, presenter.arrive, presenter.look_at)
        presenter.moved.connect(self.show_hosts)
        self.show_hosts()

    def show_hosts(self) -> None:
        presenter = self._presenter
        missing = presenter.missing_hosts
        self.setVisible(bool(missing))
        self.count.setText(_("{number} of {all}").format(number=len(missing), all=presenter.hosts))
        cafe, words = presenter.snapshot.cafe, desk_words()
        self.list.rows.show_rows(
            [
                _row(
                    host,
                    facts=table_title(table, cafe.table_name(table), words),
                    table=table,
                    action=_("Is here"),
                )
                for host, table in missing
            ]
        )


class ArrivalsCard(Card):
    """Who came while this window was open, with a way to take each back."""

    def __init__(self, presenter: DoorPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.heading.setText(_("Last arrivals"))
        self.nobody = Text(_("Nobody since this window was opened."), "muted", wraps=True)
        self.list = GuestList(_("Last arrivals"))
        self.list.setMinimumHeight(_LEAST)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.nobody)
        self.column.addWidget(self.list, 1)
        self.column.addStretch(0)
        _connect(self.list, presenter.take_back, presenter.look_at)
        presenter.moved.connect(self.show_arrivals)
        self.show_arrivals()

    def show_arrivals(self) -> None:
        presenter = self._presenter
        came = presenter.arrivals[:_MOST_ARRIVALS]
        self.nobody.setVisible(not came)
        self.list.setVisible(bool(came))
        self.list.rows.show_rows(
            [_row(each, facts=self._facts(each.id), action=_("Undo")) for each in came]
        )

    def _facts(self, person: PersonId) -> str:
        """Say when they came, the joker route they have, and the table they go to."""
        presenter, told = self._presenter, [self._presenter.time_of(person)]
        if number := presenter.joker_of(person):
            told.append(_("joker {number}").format(number=number))
        if (table := presenter.next_table(person)) is not None:
            told.append(_("table {number}").format(number=table + 1))
        return " · ".join(filter(None, told))


def _row(person: Person, *, facts: str, action: str, table: int | None = None) -> GuestRow:
    return GuestRow(
        person=person.id,
        first=person.given or person.family,
        rest=person.family if person.given else "",
        facts=facts,
        table=table,
        action=action,
    )


def _connect(
    list_: GuestList, act: Callable[[PersonId], object], look: Callable[[PersonId], object]
) -> None:
    """Let the list do `act` to whoever is chosen in it, and `look` at whoever is come to."""

    def person(place: int) -> PersonId:
        row = list_.rows.rows[place]
        assert isinstance(row, GuestRow)
        return row.person

    list_.chosen.connect(lambda place: act(person(place)))
    list_.passed.connect(lambda place: look(person(place)))
