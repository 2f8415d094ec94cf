"""The dialogue that takes in somebody who is not on the list, on a joker route if one is free."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.domain.lengths import CELL
from wcafe.domain.plan import Joker
from wcafe.services.planning.arrivals import stops_of
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.widgets.parts import Card, Text, push_button, restyle
from wcafe.ui.words import _


class WalkInDialog(EntryDialog):
    """Two fields; Enter keeps.

    `name` is what was searched for: its first word is proposed as the first name. Where a joker
    route is free, Enter hands it over, and a second button takes the person in without it.
    """

    def __init__(
        self, name: str, presenter: PresencePresenter, done: Callable[[], object], parent: QWidget
    ) -> None:
        title = _("Somebody who is not on the list")
        super().__init__(title, _("Add"), presenter.take_in, parent)
        self._presenter = presenter
        self._joker = presenter.offer()
        given, _gap, family = name.strip().partition(" ")
        self.given_edit = QLineEdit(given, maxLength=CELL)
        self.family_edit = QLineEdit(family.strip(), maxLength=CELL)
        self.route = Text("", wraps=True)
        self.hand_button = push_button("", self._on_hand, kind="primary")
        words = _("They take part in the rounds that have not begun.")
        self.column.addWidget(Text(words, "muted", wraps=True))
        sheet = Card(surface="good")
        sheet.column.addWidget(self.route)
        self.column.addWidget(sheet)
        self.ask({_("First name"): self.given_edit, _("Family name"): self.family_edit})
        self.foot.addWidget(self.hand_button)
        if self._joker is not None:
            self._show_offer(self._joker)
        else:
            sheet.hide()
            self.hand_button.hide()
        self.accepted.connect(done)
        self.rejected.connect(presenter.give_up)

    def _show_offer(self, joker: Joker) -> None:
        self.route.setText(_describe_offer(joker, self._presenter.coming))
        words = _("Hand over joker {number}").format(number=joker.number)
        self.hand_button.setText(words)
        self.hand_button.setAccessibleName(words)
        self.hand_button.setDefault(True)
        self.keep_button.setText(_("Add without it"))
        self.keep_button.setAccessibleName(_("Add without a joker route"))
        restyle(self.keep_button, kind="")

    def _on_text(self) -> None:
        super()._on_text()
        self.hand_button.setEnabled(self.keep_button.isEnabled())

    def _on_hand(self) -> None:
        assert self._joker is not None
        given, family = self.given_edit.text(), self.family_edit.text()
        if self._presenter.hand_over(self._joker, given, family):
            self.accept()


def _describe_offer(joker: Joker, coming: frozenset[int]) -> str:
    seats = ", ".join(
        _("round {round} at table {table}").format(round=round_ + 1, table=table + 1)
        for round_, table in stops_of(joker, coming)
    )
    return _(
        "Joker route {number} is free: {seats}. Nobody else changes tables. "
        "Give them the spare badge with this number."
    ).format(number=joker.number, seats=seats)
