"""A small button that names where a note was said, and leads to it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from wcafe.domain.notes import NoteId
from wcafe.ui.widgets.parts import Button, restyle
from wcafe.ui.words import _

_MOST = 300  # characters of a note in a tip


class SourceChip(Button):
    """One note that a statement cites, or that is marked for one.

    Signals:
        asked: the note is to be shown.
        removed: the Delete key was pressed: nothing is to rest on it.
    """

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, note: NoteId) -> None:
        super().__init__()
        self.note = note
        self._facts: tuple[object, ...] = ()
        self.setAutoDefault(False)
        self.setProperty("kind", "chip")
        self.clicked.connect(lambda _checked=False: self.asked.emit(self.note))

    def show_source(self, label: str, text: str, *, remark: str = "", is_shown: bool) -> None:
        """Show its `label`, and what is to be known about it; `is_shown`: the note is in sight."""
        facts = (label, text, remark, is_shown)
        if facts == self._facts:
            return
        self._facts = facts
        self.setText(f"{label} {remark}".rstrip() if remark else label)
        self.setAccessibleName(_("Source {label}: {text}").format(label=label, text=text[:_MOST]))
        self.setToolTip(f"<qt>{_escaped(text[:_MOST])}</qt>")
        restyle(self, mood="care" if remark else "", shown="true" if is_shown else "false")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit(self.note)
        else:
            super().keyPressEvent(event)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
