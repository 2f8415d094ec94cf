"""The card of the tables: how many, how they are called, how many seats."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from wcafe.domain.cafe import MOST_SEATS
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.replanning.table_closing import closed_briefly, closed_words
from wcafe.ui.widgets.fields import LineField, NumberField
from wcafe.ui.widgets.marks import Mark
from wcafe.ui.widgets.parts import Card, Text, push_button, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, ngettext

_MOST_ROWS = 150  # a café beyond that names its tables in no dialogue
_AT_ONCE = 2  # rows that come in one turn of the event loop: each takes some milliseconds
_LONG, _BESIDE = 8, 2  # more tables than these stand so many in a row
_PARTS = 5  # mark, number, name, seats of a table, and whether it is open
_FEWEST = 3  # people who make a conversation


class TablesCard(Card):
    """The number is proposed by the number of people until somebody chooses it."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("Tables"))
        self._presenter = presenter
        proposed = _("Let wcafe propose as many as the people need")
        self.proposed_switch = Switch(proposed)
        self.count_edit = NumberField(_("Number of tables"), 1, _MOST_ROWS)
        self.seats_edit = NumberField(_("Seats at a table"), 2, MOST_SEATS)
        self.told = Text("", "muted", wraps=True)
        self.fields: list[tuple[LineField, NumberField, QPushButton]] = []
        self._menu = QMenu(self)
        self._parts: list[tuple[QWidget, ...]] = []
        self._beside = 1  # tables in one row
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._show_rows)

        follow = QHBoxLayout()
        words = Text(proposed, wraps=True)
        words.setBuddy(self.proposed_switch)
        follow.addWidget(words, 1)
        follow.addWidget(self.proposed_switch)
        self.column.addLayout(follow)
        numbers = QHBoxLayout()
        numbers.addLayout(with_label(_("Number of tables"), self.count_edit))
        numbers.addLayout(with_label(_("Seats at a table"), self.seats_edit))
        numbers.addStretch(1)
        self.column.addLayout(numbers)
        self.column.addWidget(self.told)
        self._rows = QGridLayout()
        for first in range(0, _BESIDE * _PARTS, _PARTS):
            self._rows.setColumnStretch(first + 2, 1)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self.column.addLayout(self._rows)

        self.proposed_switch.clicked.connect(self._on_proposed)
        self.count_edit.kept.connect(presenter.set_tables)
        self.seats_edit.kept.connect(presenter.set_seats)

    def show_cafe(self) -> None:
        cafe, tables = self._presenter.cafe, self._presenter.tables
        self.proposed_switch.setChecked(not cafe.tables_chosen)
        self.count_edit.show_number(max(len(tables), 1))
        self.count_edit.setEnabled(cafe.tables_chosen)
        self.seats_edit.show_number(cafe.seats)
        self.told.setText(self._sentence())
        self._show_rows()

    def keep_typed(self) -> None:
        for name, _seats, _state in self.fields:
            name.keep()

    def _sentence(self) -> str:
        people, tables = self._presenter.people, self._presenter.tables
        if not people and not self._presenter.cafe.tables_chosen:
            return _("Once there are people, their number says how many tables there will be.")
        rounds = range(len(self._presenter.cafe.rounds))
        seats = min(sum(t.seats for t in tables if r not in t.closed) for r in rounds)
        if people > seats:
            return _(
                "People who need a seat: {people}. Seats: {seats}. Add tables or seats."
            ).format(people=people, seats=seats)
        if 0 < people < _FEWEST * len(tables):
            return _(
                "People who need a seat: {people}. With so many tables, fewer than {fewest} "
                "would sit at some: take fewer tables."
            ).format(people=people, fewest=_FEWEST)
        return ngettext("{number} seat in all.", "{number} seats in all.", seats).format(
            number=seats
        )

    def _show_rows(self) -> None:
        """Show a row for each table; of many new ones some now and the others a moment later."""
        shown = self._presenter.tables[:_MOST_ROWS]
        self._lay_out(beside=_BESIDE if len(shown) > _LONG else 1)
        while len(self.fields) > len(shown):
            self._remove_row()
        for number in range(len(self.fields), min(len(self.fields) + _AT_ONCE, len(shown))):
            self._add_row(number)
        tab_in_reading_order(self)
        for number, ((name, seats, state), table) in enumerate(
            zip(self.fields, shown, strict=False)
        ):
            name.show_text(table.name)
            seats.show_number(table.seats)
            state.setText(closed_briefly(table, self._presenter.cafe) or _("open"))
            state.setAccessibleName(closed_words(number, table, self._presenter.cafe))
        if len(self.fields) < len(shown):
            self._more.start()  # also while the page is not on screen: nobody waits for it then

    def _add_row(self, number: int) -> None:
        named = _("Name of table {number}").format(number=number + 1)
        name = LineField(named, _("Table {number}").format(number=number + 1))
        seats = NumberField(_("Seats at table {number}").format(number=number + 1), 1, MOST_SEATS)
        name.setProperty("quiet", True)
        seats.setProperty("quiet", True)
        name.kept.connect(lambda text: self._presenter.name_table(number, text))
        seats.kept.connect(lambda many: self._presenter.set_table_seats(number, many))
        state = push_button(_("open"), lambda: self._offer_rounds(number), kind="quiet")
        state.setToolTip(_("Close this table from a round on, or open it again"))
        self._parts.append((Mark(number), Text(str(number + 1), "strong"), name, seats, state))
        self.fields.append((name, seats, state))
        self._put(number)

    def _offer_rounds(self, number: int) -> None:
        """Offer in a menu from which round on the table is closed."""
        presenter, state = self._presenter, self.fields[number][2]
        self._menu.clear()
        coming = sorted(presenter.coming)
        closed = presenter.tables[number].closed
        opened = self._menu.addAction(_("Open"), partial(presenter.closing.open, number))
        opened.setCheckable(True)
        opened.setChecked(closed.isdisjoint(coming))
        for round_ in coming:
            words = _("Closed from round {number} on").format(number=round_ + 1)
            action = self._menu.addAction(words, partial(presenter.close_table, number, round_))
            action.setCheckable(True)
            action.setChecked(closed & presenter.coming == set(range(round_, coming[-1] + 1)))
        self._menu.popup(state.mapToGlobal(state.rect().bottomLeft()))

    def _remove_row(self) -> None:
        self.fields.pop()
        for part in self._parts.pop():
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _lay_out(self, *, beside: int) -> None:
        """Put so many tables side by side, so that many of them do not make a long column."""
        if beside != self._beside:
            self._beside = beside
            for number in range(len(self._parts)):
                self._put(number)

    def _put(self, number: int) -> None:
        row, place = divmod(number, self._beside)
        for column, part in enumerate(self._parts[number]):
            self._rows.addWidget(part, row, place * _PARTS + column)

    def _on_proposed(self, is_proposed: bool) -> None:
        if is_proposed:
            self._presenter.propose_tables()
        else:
            self._presenter.set_tables(max(len(self._presenter.tables), 1))
