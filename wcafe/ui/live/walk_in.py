"""The dialogue that takes in somebody who is not on the list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.ui.parts import WIDE, Text, labelled, push_button
from wcafe.ui.words import _


class WalkInDialog(QDialog):
    """Two fields; Enter keeps. It stays open until the person could be kept.

    `name` is what was searched for: its first word is proposed as the first name.
    """

    def __init__(self, name: str, keep: Callable[[str, str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(_("Somebody who is not on the list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        given, _gap, family = name.strip().partition(" ")
        self.given_edit, self.family_edit = QLineEdit(given), QLineEdit(family.strip())
        self.keep_button = push_button(_("Add"), self._on_keep, kind="primary")
        self.keep_button.setDefault(True)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        told = _("They take part in the rounds that have not begun.")
        column.addWidget(Text(told, "muted", wraps=True))
        column.addLayout(labelled(_("First name"), self.given_edit))
        column.addLayout(labelled(_("Family name"), self.family_edit))
        column.addLayout(foot)
        for field in (self.given_edit, self.family_edit):
            field.textChanged.connect(self._on_text)
        self._on_text()

    def _on_text(self) -> None:
        typed = self.given_edit.text() + self.family_edit.text()
        self.keep_button.setEnabled(bool(typed.strip()))

    def _on_keep(self) -> None:
        if self._keep(self.given_edit.text(), self.family_edit.text()):
            self.accept()
