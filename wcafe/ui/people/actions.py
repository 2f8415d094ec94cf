"""What can be done with the people who are selected, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from wcafe.domain.people import ROLE_NAMES, PersonId
from wcafe.ui.people.columns import Column
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.people.table import PeopleTable
from wcafe.ui.words import _


class SelectedMenu(QMenu):
    """Role, hosts, one table, presence, copy, sort, remove. Built anew each time it opens."""

    def __init__(
        self, presenter: PeoplePresenter, table: PeopleTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._table = table
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        presenter, people = self._presenter, self._table.selected_people()
        roles = self.addMenu(_("Role"))
        for role, words in ROLE_NAMES.items():
            _entry(roles, _(words), partial(presenter.set_role, people, role))
        for key, yes, no in (
            ("willing", _("Willing to host a table"), _("Not willing to host")),
            ("may_be_named", _("Agreed to be named"), _("Not to be named")),
            ("no_photo", _("No photos, please"), _("Photos are all right")),
        ):
            column = next(each for each in presenter.columns if each.key == key)
            _entry(self, yes, partial(presenter.tick, people, column, is_on=True))
            _entry(self, no, partial(presenter.tick, people, column, is_on=False))
        self._fill_hosts(people)
        self._fill_stays(people)
        self._fill_presence(people)
        self.addSeparator()
        _entry(self, _("Copy"), self._table.copy)
        place = self._table.currentIndex().column()
        if 0 <= place < len(presenter.columns):
            self._fill_sort(presenter.columns[place], place)
        self.addSeparator()
        _entry(self, _("Remove"), lambda: presenter.remove(people))

    def _fill_hosts(self, people: list[PersonId]) -> None:
        presenter = self._presenter
        hosts = self.addMenu(_("Host of table"))
        hosts.setEnabled(len(people) == 1 and bool(presenter.tables))
        if len(people) != 1:
            return
        person = next(each for each in presenter.people if each.id == people[0])
        for table, name in enumerate(presenter.tables):
            _entry(
                hosts,
                name,
                partial(presenter.make_host, person.id, table),
                is_chosen=person.host_of == table,
            )
        hosts.addSeparator()
        _entry(hosts, _("No table"), lambda: presenter.make_host(person.id, None))

    def _fill_stays(self, people: list[PersonId]) -> None:
        presenter = self._presenter
        stays = self.addMenu(_("Stays at one table (wheelchair, hearing…)"))
        stays.setEnabled(bool(people and presenter.tables))
        chosen = set(people)
        here = {each.stays_at for each in presenter.people if each.id in chosen}
        for table, name in enumerate(presenter.tables):
            _entry(
                stays, name, partial(presenter.stay_at, people, table), is_chosen=here == {table}
            )
        stays.addSeparator()
        _entry(stays, _("Travels as others do"), partial(presenter.stay_at, people, None))

    def _fill_presence(self, people: list[PersonId]) -> None:
        presenter = self._presenter
        rounds = presenter.rounds
        presence = self.addMenu(_("Presence"))
        _entry(presence, _("Here all the time"), lambda: presenter.set_present(people, 0, rounds))
        for number in range(2, rounds + 1):
            words = _("Comes from round {number}").format(number=number)
            _entry(
                presence,
                words,
                partial(presenter.set_present, people, number - 1, rounds),
            )
        for number in range(1, rounds):
            words = _("Leaves after round {number}").format(number=number)
            _entry(presence, words, partial(presenter.set_present, people, 0, number))
        _entry(presence, _("Does not come"), lambda: presenter.set_present(people, 0, 0))

    def _fill_sort(self, column: Column, place: int) -> None:
        table = self._table
        words = _("Sort by “{what}”").format(what=column.full_name)
        down = Qt.SortOrder.AscendingOrder
        _entry(self, words, lambda: table.sortByColumn(place, down))
        _entry(self, _("In the order they came"), lambda: table.sortByColumn(-1, down))


def _entry(
    menu: QMenu, words: str, do: Callable[[], object], *, is_chosen: bool | None = None
) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(is_chosen is not None)
    action.setChecked(bool(is_chosen))
    action.triggered.connect(lambda _checked=False: do())
