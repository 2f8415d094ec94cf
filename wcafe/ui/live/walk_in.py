"""The dialog that takes in somebody who is not on the list, on a joker route if one is free."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wcafe.domain.plan import Joker
from wcafe.services.walk_in import stops_of
from wcafe.ui.live.presence import PresencePresenter
from wcafe.ui.parts import WIDE, Card, Text, labelled, push_button
from wcafe.ui.words import _

_WIDE = 380  # pixels of a field at least; the dialog is wider where its buttons are


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
        given, _gap, family = name.strip().partition(" ")
        self.given_edit, self.family_edit = QLineEdit(given), QLineEdit(family.strip())
        self.given_edit.setMinimumWidth(_WIDE)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        self.keep_button, self.hand_button = self._deeds()
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
        if self._joker is not None:
            self.route.setText(_offered(self._joker, presenter.coming))
            self.hand_button.setDefault(True)
        else:
            sheet.hide()
            self.hand_button.hide()
            self.keep_button.setDefault(True)
        for field in (self.given_edit, self.family_edit):
            field.textChanged.connect(self._on_text)
        self.accepted.connect(done)
        self._on_text()

    def _deeds(self) -> tuple[QPushButton, QPushButton]:
        """Return the buttons that take the person in and that hand the joker over."""
        if self._joker is None:
            keep = push_button(_("Add"), self._on_keep, kind="primary")
            return keep, push_button("", self._on_hand)
        without = _("Add without a joker route")
        keep = push_button(_("Add without it"), self._on_keep, name=without)
        words = _("Hand over joker {number}").format(number=self._joker.number)
        return keep, push_button(words, self._on_hand, kind="primary")

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
