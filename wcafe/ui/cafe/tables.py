"""The card of the tables: how many, how they are called, how many seats."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from wcafe.domain.cafe import MOST_SEATS
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.fields import LineField, NumberField, unkept
from wcafe.ui.marks import Mark
from wcafe.ui.parts import Card, Text, clear, labelled
from wcafe.ui.switch import Switch
from wcafe.ui.words import _, ngettext

_MOST_ROWS = 150  # a café beyond that names its tables in no dialogue


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
        self.fields: list[tuple[LineField, NumberField]] = []

        follow = QHBoxLayout()
        words = Text(proposed, wraps=True)
        words.setBuddy(self.proposed_switch)
        follow.addWidget(words, 1)
        follow.addWidget(self.proposed_switch)
        self.column.addLayout(follow)
        numbers = QHBoxLayout()
        numbers.addLayout(labelled(_("Number of tables"), self.count_edit))
        numbers.addLayout(labelled(_("Seats at a table"), self.seats_edit))
        numbers.addStretch(1)
        self.column.addLayout(numbers)
        self.column.addWidget(self.told)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(2, 1)
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
        shown = tables[:_MOST_ROWS]
        typed = {}
        if len(shown) != len(self.fields):
            typed = unkept(dict(enumerate(name for name, _seats in self.fields)))
            self._build(len(shown))
        for (name, seats), table in zip(self.fields, shown, strict=True):
            name.show_text(table.name)
            seats.show_number(table.seats)
        for number, text in typed.items():
            if number < len(self.fields):
                self.fields[number][0].type_in(text)

    def keep_typed(self) -> None:
        for name, _seats in self.fields:
            name.keep()

    def _sentence(self) -> str:
        people, tables = self._presenter.people, self._presenter.tables
        if not people and not self._presenter.cafe.tables_chosen:
            return _("Once there are people, their number says how many tables there will be.")
        seats = sum(table.seats for table in tables)
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

    def _build(self, count: int) -> None:
        clear(self._rows)
        self.fields = []
        for number in range(count):
            named = _("Name of table {number}").format(number=number + 1)
            name = LineField(named, _("Table {number}").format(number=number + 1))
            seats = NumberField(
                _("Seats at table {number}").format(number=number + 1), 1, MOST_SEATS
            )
            name.setProperty("quiet", True)
            seats.setProperty("quiet", True)
            name.kept.connect(lambda text, at=number: self._presenter.name_table(at, text))
            seats.kept.connect(lambda many, at=number: self._presenter.set_table_seats(at, many))
            self._rows.addWidget(Mark(number), number, 0)
            self._rows.addWidget(Text(str(number + 1), "strong"), number, 1)
            self._rows.addWidget(name, number, 2)
            self._rows.addWidget(seats, number, 3)
            self.fields.append((name, seats))

    def _on_proposed(self, is_proposed: bool) -> None:
        if is_proposed:
            self._presenter.propose_tables()
        else:
            self._presenter.set_tables(max(len(self._presenter.tables), 1))
