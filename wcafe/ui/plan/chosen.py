"""The card of whom or what is chosen: a person's route, a table's people, a swap and its cost."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from wcafe.domain.marks import round_title
from wcafe.domain.people import PersonId
from wcafe.ui.plan.person_field import PersonField
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.widgets.parts import GAP, Card, Text, clear, push_button, restyle
from wcafe.ui.words import _, desk_words

_MOST_TOLD = 6


class ChosenCard(Card):
    """Hidden while nothing is chosen. `let_go` says that it was closed."""

    let_go = Signal()

    def __init__(self, presenter: PlanPresenter) -> None:
        super().__init__(" ")
        self._presenter = presenter
        self.facts = Text("", "muted", wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.partner_edit = PersonField(_("Swap with…"))
        self.swap_hint = Text(
            _("To swap: Ctrl+click on another person in the room, or choose one here."),
            "caption",
            wraps=True,
        )
        self.cost = SwapPanel()
        self.close_button = push_button(_("Close"), self.let_go.emit, kind="quiet")
        self.column.addWidget(self.facts)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.partner_edit)
        self.column.addWidget(self.swap_hint)
        self.column.addWidget(self.cost)
        self.column.addWidget(self.close_button)
        self.partner_edit.picked.connect(self._on_partner)
        self.cost.swap_button.clicked.connect(self._on_swap)
        self.show_chosen()

    def show_chosen(self) -> None:
        presenter = self._presenter
        people, table = presenter.people, presenter.table
        clear(self._lines)
        is_person = bool(people)
        self.partner_edit.setVisible(is_person)
        self.swap_hint.setVisible(len(people) == 1)
        self.cost.setVisible(len(people) == 2)
        self.setVisible(is_person or table is not None)
        if len(people) == 2:
            self._show_swap()
        elif is_person:
            self._show_person(people[0])
        elif table is not None:
            self._show_table(table)
        if is_person:
            self.partner_edit.show_people(presenter.partners())

    def ask_partner(self) -> None:
        """Put the keyboard where the other person of a swap is chosen."""
        self.partner_edit.clear()
        self.partner_edit.setFocus()

    def lines(self) -> list[str]:
        """Return what is told below the heading, for tests and screen readers."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        found = [item.widget() for item in items if item is not None]
        return [line.text() for line in found if isinstance(line, Text)]

    def _show_person(self, person: PersonId) -> None:
        known = self._presenter.person(person)
        self.heading.setText(known.name)
        facts = [known.organisation, known.group]
        self._show_facts(" · ".join(fact for fact in facts if fact))
        for stop in self._presenter.route(person):
            self._add(stop.where, "strong")
            self._add(", ".join(stop.others), "muted")
        if not self.partner_edit.hasFocus():
            self.partner_edit.clear()

    def _show_table(self, table: int) -> None:
        self.heading.setText(self._presenter.table_name(table))
        self._show_facts(self._round())
        for seat in self._presenter.room()[table].seats:
            self._add(f"★ {seat.name}" if seat.is_host else seat.name, "")

    def _show_swap(self) -> None:
        presenter = self._presenter
        first, second = (presenter.person(person).name for person in presenter.people)
        self.heading.setText(f"{first} ⇄ {second}")
        self._show_facts(self._round())
        self.cost.show_cost(*presenter.swap_words())

    def _round(self) -> str:
        presenter = self._presenter
        return round_title(presenter.round, presenter.cafe.round_at(presenter.round), desk_words())

    def _show_facts(self, facts: str) -> None:
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def _add(self, words: str, role: str) -> None:
        if words:
            self._lines.addWidget(Text(words, role, wraps=True))

    def _on_partner(self, person: str) -> None:
        self._presenter.choose(PersonId(person), adds=True)
        self.cost.swap_button.setFocus()

    def _on_swap(self) -> None:
        self._presenter.swap()


class SwapPanel(Card):
    """What a swap costs, and the button that does it."""

    def __init__(self) -> None:
        super().__init__(surface="soft")
        self.sentence = Text("", wraps=True)
        self.violations = Text("", wraps=True)
        self.swap_button = push_button(_("Swap"), kind="primary")
        self.column.setSpacing(GAP - 2)
        for part in (self.sentence, self.violations, self.swap_button):
            self.column.addWidget(part)

    def show_cost(self, sentence: str, violations: tuple[str, ...], is_possible: bool) -> None:
        """Show the cost; `violations` are the rules the swap would break, by name."""
        self.sentence.setText(sentence)
        lines = [f"• {violation}" for violation in violations[:_MOST_TOLD]]
        self.violations.setText("\n".join([_("Rules this would break:"), *lines]))
        self.violations.setVisible(bool(violations))
        self.swap_button.setEnabled(is_possible)
        restyle(self, surface="care" if violations or not is_possible else "soft")
        for words in (self.sentence, self.violations):
            restyle(words)
