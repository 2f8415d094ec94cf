"""The dialogue that takes in somebody who is not on the list."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.ui.entry import EntryDialog
from wcafe.ui.parts import Text
from wcafe.ui.words import _


class WalkInDialog(EntryDialog):
    """Two fields; Enter keeps.

    `name` is what was searched for: its first word is proposed as the first name.
    """

    def __init__(self, name: str, keep: Callable[[str, str], bool], parent: QWidget) -> None:
        super().__init__(_("Somebody who is not on the list"), _("Add"), keep, parent)
        given, _gap, family = name.strip().partition(" ")
        self.given_edit, self.family_edit = QLineEdit(given), QLineEdit(family.strip())
        told = _("They take part in the rounds that have not begun.")
        self.column.addWidget(Text(told, "muted", wraps=True))
        self.ask({_("First name"): self.given_edit, _("Family name"): self.family_edit})
