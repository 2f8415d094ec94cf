"""What stands above the room when something is to be done: a stale plan, rules that collide."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _, figure, ngettext

_MOST_TOLD = 6


class StaleBar(Card):
    """Says that the plan is older than the people, tables or rules, and renews it."""

    def __init__(self, presenter: PlanPresenter) -> None:
        super().__init__(surface="care")
        self._presenter = presenter
        self.sentence = Text("", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.renew_button = push_button(_("Renew the plan"), presenter.compose)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.renew_button)
        self.column.setContentsMargins(14, 6, 8, 6)
        self.column.addLayout(row)

    def show_plan(self) -> None:
        presenter = self._presenter
        is_stale = presenter.snapshot.is_plan_stale
        sentence = _("People, tables or rules have changed since this plan was made.")
        if presenter.is_over:
            sentence += " " + _("All rounds have begun, so it stays as it is.")
        elif begun := presenter.begun:
            sentence += " " + ngettext(
                "The first round stays as it is.",
                "The first {number} rounds stay as they are.",
                begun,
            ).format(number=figure(begun))
        self.sentence.setText(sentence)
        self.renew_button.setEnabled(presenter.can_compose)
        self.setVisible(is_stale)


class CollisionPanel(Card):
    """Says why no plan was kept, by name, and what can be done."""

    def __init__(self) -> None:
        super().__init__(surface="bad")
        self.sentence = Text("", wraps=True)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.column.addWidget(self.sentence)

    def show_collisions(self, collisions: tuple[str, ...], *, is_proved: bool) -> None:
        lines = [
            _("The rules cannot all be kept, so nothing was changed:")
            if is_proved
            else _("No plan that keeps all rules was found in the time, so nothing was changed:"),
            *(f"• {collision}" for collision in collisions[:_MOST_TOLD]),
        ]
        if (more := len(collisions) - _MOST_TOLD) > 0:
            lines.append(_("and {number} more").format(number=figure(more)))
        lines.append(_("Switch one of these rules off, or add tables or seats, and compose again."))
        self.sentence.setText("\n".join(lines))
        self.setVisible(bool(collisions))
