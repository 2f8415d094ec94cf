"""A small dialogue that asks for a few words and keeps them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import WIDE, push_button, with_label
from wcafe.ui.words import _

_NARROWEST = 380  # pixels of a field; the buttons may need more


class EntryDialog(QDialog):
    """Fields, Cancel, and a button that keeps; Enter keeps. It stays open until it could be kept.

    A child says its sentences in `column` and then asks for its fields.

    Args:
        title: of the window.
        words: of the button that keeps.
        keep: is given what stands in each field; returns whether it is kept.
        parent: the window that asks.
    """

    def __init__(
        self, title: str, words: str, keep: Callable[..., bool], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._fields: list[QLineEdit] = []
        self._may_be_empty = False
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(WIDE)
        self.foot = QHBoxLayout()
        self.keep_button = push_button(words, self._on_keep, kind="primary")
        self.keep_button.setDefault(True)
        self.cancel_button = push_button(_("Cancel"), self.reject)

    def ask(self, fields: Mapping[str, QLineEdit], *, may_be_empty: bool = False) -> None:
        """Show `fields` below their names, and the buttons.

        One field must say something, unless what they say `may_be_empty`.
        """
        self._may_be_empty = may_be_empty
        for name, field in fields.items():
            self.column.addLayout(with_label(name, field))
            field.setMinimumWidth(_NARROWEST)
            field.textChanged.connect(self._on_text)
            self._fields.append(field)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.keep_button)
        self.column.addLayout(self.foot)
        self._on_text()

    def _on_text(self) -> None:
        is_said = any(field.text().strip() for field in self._fields)
        self.keep_button.setEnabled(is_said or self._may_be_empty)

    def _on_keep(self) -> None:
        if self._keep(*(field.text() for field in self._fields)):
            self.accept()
