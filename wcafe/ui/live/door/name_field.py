"""The field at the door: letters of a name, or the code of a badge that a scanner types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from wcafe.ui.widgets.search_field import SearchField

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NameField(SearchField):
    """Enter means here; Tab too, after a code, as some scanners end with it.

    Signals:
        entered: whoever is meant is here.
        added: whoever is typed is not on the list (Shift and Enter).
        stepped: another one of those found is meant, so many places on.
    """

    entered = Signal()
    added = Signal()
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName("door-name")
        self.is_code = False  # what is typed may be a code

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.is_code
        ):
            self.entered.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTERS:
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not event.isAutoRepeat():
                # a scanner may still hold the shift key that wrote its capitals
                (self.added if is_shifted and not self.is_code else self.entered).emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
