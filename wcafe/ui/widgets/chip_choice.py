"""A choice of one among a few, as chips that go on in the next line."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import push_button, restyle

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChipChoice(QWidget):
    """One of several words is chosen; none where that `may_be_none`: a second click frees it.

    Signals:
        chosen: the key of what a person chose, or None.
    """

    chosen = Signal(object)

    def __init__(self, name: str, *, may_be_none: bool = False) -> None:
        super().__init__()
        self._name = name
        self._may_be_none = may_be_none
        self._buttons: dict[Any, QPushButton] = {}
        self._key: Any = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = FlowLayout(self)

    @property
    def key(self) -> Any:
        return self._key

    @property
    def buttons(self) -> Mapping[Any, QPushButton]:
        """The chips, by what they stand for."""
        return self._buttons

    def show_choices(self, choices: Mapping[Any, str]) -> None:
        """Offer `choices`, words by what they stand for."""
        if {key: button.text() for key, button in self._buttons.items()} == choices:
            return
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for key, words in choices.items():
            button = push_button(words, partial(self._on_clicked, key), kind="chip")
            button.setCheckable(True)
            self._row.addWidget(button)
            self._buttons[key] = button
        self.show_key(self._key)
        self.updateGeometry()

    def show_key(self, key: Any) -> None:
        """Show what is chosen, without a word to anybody."""
        self._key = key
        for each, button in self._buttons.items():
            is_chosen = each == key
            button.setChecked(is_chosen)
            if bool(button.property("shown")) != is_chosen:
                restyle(button, shown=is_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(event.key())
        buttons = list(self._buttons.values())
        here = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
        else:
            buttons[(here + by) % len(buttons)].setFocus()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def _on_clicked(self, key: Any) -> None:
        wanted = None if self._may_be_none and key == self._key else key
        self.show_key(wanted)
        self.chosen.emit(wanted)
