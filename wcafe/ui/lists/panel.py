"""The frame of every preview: cards to scroll through, and Import and Cancel below them."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import WIDE, in_scroll_area, push_button
from wcafe.ui.words import _


class PreviewFrame(QWidget):
    """Nothing is kept before Import is pressed.

    Args:
        cards: from top to bottom.
        take_in, cancel: what the buttons do.
    """

    def __init__(
        self,
        cards: Iterable[QWidget],
        take_in: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__()
        self.import_button = push_button(_("Import"), take_in, kind="primary")
        self.cancel_button = push_button(_("Cancel"), cancel)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(WIDE)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(in_scroll_area(inside), 1)
        whole.addLayout(foot)
