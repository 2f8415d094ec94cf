"""The dialog that takes in somebody who is not on the list, on a joker route if one is free."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.domain.plan import Joker
from wcafe.services.walk_in import stops_of
from wcafe.ui.live.presence import PresencePresenter
from wcafe.ui.parts import WIDE, Card, Text, labelled, push_button
from wcafe.ui.words import _


class WalkInDialog(QDialog):
    """Two fields; Enter keeps. It stays open until the person could be kept.

    `name` is what was searched for: its first word is proposed as the first name. Where a joker
    route is free, Enter hands it over, and a second button takes the person in without it.
    """

    def __init__(
        self, name: str, presenter: PresencePresenter, done: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._joker = presenter.offer()
        self.setWindowTitle(_("Somebody who is not on the list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        given, _gap, family = name.strip().partition(" ")
        self.given_edit, self.family_edit = QLineEdit(given), QLineEdit(family.strip())
        self.cancel_button = push_button(_("Cancel"), self.reject)
        self.keep_button = push_button(_("Add"), self._on_keep, kind="primary")
        self.hand_button = push_button("", self._on_hand, kind="primary")
        self.route = Text("", wraps=True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.cancel_button, self.keep_button, self.hand_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        told = _("They take part in the rounds that have not begun.")
        column.addWidget(Text(told, "muted", wraps=True))
        column.addLayout(labelled(_("First name"), self.given_edit))
        column.addLayout(labelled(_("Family name"), self.family_edit))
        sheet = Card(surface="good")
        sheet.column.addWidget(self.route)
        column.addWidget(sheet)
        column.addLayout(foot)
        self._show_offer(sheet)
        for field in (self.given_edit, self.family_edit):
            field.textChanged.connect(self._on_text)
        self.accepted.connect(done)
        self._on_text()

    def _show_offer(self, sheet: Card) -> None:
        joker = self._joker
        sheet.setVisible(joker is not None)
        self.hand_button.setVisible(joker is not None)
        first = self.keep_button if joker is None else self.hand_button
        first.setDefault(True)
        if joker is None:
            return
        words = _("Hand over joker {number}").format(number=joker.number)
        self.hand_button.setText(words)
        self.hand_button.setAccessibleName(words)
        self.keep_button.setText(_("Add without it"))
        self.keep_button.setAccessibleName(_("Add without a joker route"))
        self.keep_button.setProperty("kind", "")
        self.route.setText(_offered(joker, self._presenter.coming))

    def _on_text(self) -> None:
        typed = self.given_edit.text() + self.family_edit.text()
        for button in (self.keep_button, self.hand_button):
            button.setEnabled(bool(typed.strip()))

    def _on_keep(self) -> None:
        if self._presenter.take_in(self.given_edit.text(), self.family_edit.text()):
            self.accept()

    def _on_hand(self) -> None:
        assert self._joker is not None
        given, family = self.given_edit.text(), self.family_edit.text()
        if self._presenter.hand_over(self._joker, given, family):
            self.accept()


def _offered(joker: Joker, coming: frozenset[int]) -> str:
    seats = ", ".join(
        _("round {round} at table {table}").format(round=round_ + 1, table=table + 1)
        for round_, table in stops_of(joker, coming)
    )
    return _(
        "Joker route {number} is free: {seats}. Nobody else changes tables. "
        "Give them the spare badge with this number."
    ).format(number=joker.number, seats=seats)
