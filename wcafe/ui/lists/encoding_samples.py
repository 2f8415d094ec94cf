"""How a text reads in each encoding it may have, where nobody can tell which one it is."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from wcafe.ui.lists.layout import ENCODINGS, encoding_key
from wcafe.ui.widgets.parts import Text, clear, push_button
from wcafe.ui.words import _


class EncodingSamples(QWidget):
    """A button an encoding, beside some lines as it has them.

    Signals:
        chosen: an encoding, as Python calls it.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(1, 1)

    def show_samples(self, samples: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        clear(self._grid)
        self.buttons = {}
        for row, (name, lines) in enumerate(samples):
            key = encoding_key(name)
            button = push_button(_(ENCODINGS.get(key, key)), partial(self.chosen.emit, name))
            self.buttons[name] = button
            self._grid.addWidget(button, row, 0)
            self._grid.addWidget(Text(" · ".join(lines), wraps=True), row, 1)
        self.setVisible(bool(self.buttons))
