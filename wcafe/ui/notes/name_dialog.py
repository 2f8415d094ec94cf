"""The dialogue that asks for the name of a theme."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.ui.parts import WIDE, labelled, push_button
from wcafe.ui.words import _


class NameDialog(QDialog):
    """One field; Enter keeps the name. It stays open until the name could be kept."""

    def __init__(self, title: str, name: str, keep: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.name_edit = QLineEdit(name)
        self.name_edit.selectAll()
        self.keep_button = push_button(_("Keep"), self._on_keep, kind="primary")
        self.keep_button.setDefault(True)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addLayout(labelled(_("Name of the theme, in the words people used"), self.name_edit))
        column.addLayout(foot)
        self.name_edit.textChanged.connect(self._on_text)
        self._on_text()

    def _on_text(self) -> None:
        self.keep_button.setEnabled(bool(self.name_edit.text().strip()))

    def _on_keep(self) -> None:
        if self._keep(self.name_edit.text()):
            self.accept()
