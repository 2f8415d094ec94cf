"""A question asked before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import WIDE, Text, push_button
from wcafe.ui.words import _

_WIDE = 420  # pixels


class ConfirmDialog(QDialog):
    """One sentence, Cancel, which has the keyboard, and a button that does it.

    Args:
        title: of the window.
        sentence: what will be, and for whom.
        words: of the button that does it.
        do: is called once that was pressed.
        parent: the window that asks.
    """

    def __init__(
        self, title: str, sentence: str, words: str, do: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleDescription(sentence)
        self.sentence = Text(sentence, wraps=True)
        self.sentence.setMinimumWidth(_WIDE)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        self.do_button = push_button(words, self.accept, kind="primary")
        self.accepted.connect(do)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.do_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(self.sentence)
        column.addLayout(foot)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()
