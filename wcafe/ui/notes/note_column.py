"""One column of notes in Harvest, whatever its notes have in common."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.widgets.parts import Text, restyle

_NARROWEST = 226  # pixels: four words a line
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class NoteColumn(QFrame):
    """A head, a count and a list; something may be dropped on it.

    Signals:
        sideways: the keyboard is to go to the column before (-1) or behind (1).
        dragged_over: something is dragged over it (True), or not any more.
    """

    sideways = Signal(int)
    dragged_over = Signal(bool)

    def __init__(self, head: QWidget, notes: NoteList, *, surface: str) -> None:
        super().__init__()
        self._surface = surface
        restyle(self, surface=surface)
        self.setMinimumWidth(_NARROWEST)
        self.setAcceptDrops(True)
        self.count = Text("", "caption")
        self.list = notes
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 6)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self.on_key(event, _SIDES.get(Qt.Key(event.key()), 0))
        return False

    def on_key(self, event: QKeyEvent, side: int) -> bool:
        """Do what a key asks of the whole column; return whether it does.

        Args:
            event: the key.
            side: -1 or 1 where it is an arrow to that side, with whatever is held; else 0.
        """
        if side and held_by(event) == Qt.KeyboardModifier.NoModifier:
            self.sideways.emit(side)
            return True
        return False


def held_by(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return what is held beside a key, wherever on the keyboard that is."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
