"""A button that looks for what is near where nothing is found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _


class NearOffer(QWidget):
    """Proposes another search, as it would be typed; hidden while it has none.

    Signals:
        taken: the search that is proposed is wanted.
    """

    taken = Signal(str)

    def __init__(self, *, kind: str = "") -> None:
        super().__init__()
        self._near: str | None = None
        self.button = push_button("", self.take, kind=kind, name=_("Look for what is near"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.hide()

    def offer(self, near: str | None) -> None:
        """Propose to look for `near`, or for nothing."""
        self._near = near
        self.setVisible(near is not None)
        if near is not None:
            words = _("Look for “{near}”").format(near=near)
            self.button.setText(words.replace("&", "&&"))
            self.button.setAccessibleName(words)

    def take(self) -> None:
        """Look for what is proposed, if anything is."""
        if self._near is not None:
            self.taken.emit(self._near)
