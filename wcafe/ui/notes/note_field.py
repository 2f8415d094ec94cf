"""The field a note is typed into, with the keys that change its place without leaving it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from wcafe.domain.kinds import Kind
from wcafe.ui.widgets.text_area import TextArea

TABLE, ROUND, KIND, PROMPT = "table", "round", "kind", "prompt"
"""What the arrow and page keys change."""
_DIGITS = ("1234567890", "&é\"'(-è_çà")  # the digit row, also as a French keyboard has it
_KINDS = tuple(row[: len(Kind)] for row in _DIGITS)
LAST_KEY = _KINDS[0][-1]
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class NoteField(TextArea):
    """A note as it is typed.

    Signals:
        ended: Enter was pressed.
        stepped: table, round, kind or prompt is to go up or down by so many.
        details_asked: Ctrl+D was pressed, to tell more of the note typed last.
        kind_chosen: the place of a kind, from 0.
        lines_pasted: several lines, or rows of a spreadsheet, that may be several notes.
    """

    ended = Signal()
    stepped = Signal(str, int)
    details_asked = Signal()
    kind_chosen = Signal(int)
    lines_pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.is_by_enter = True
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def is_typed(self) -> bool:
        """Does it hold a note that is not kept yet?"""
        return bool(self.toPlainText().strip())

    def keep(self) -> None:
        """Do as Enter does."""
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_alt = bool(held & Qt.KeyboardModifier.AltModifier)
        by = _STEPS.get(event.key())
        is_upright = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            else:
                self.ended.emit()
        elif by and is_upright and held == Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(TABLE, by)
        elif by and held == Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(KIND if is_upright else ROUND, by)
        elif (page := _PAGES.get(event.key())) and not held:
            self.stepped.emit(PROMPT, page)
        elif event.key() == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier:
            self.details_asked.emit()
        elif is_alt and (kind := _kind_of_key(event.key())) is not None:
            self.kind_chosen.emit(kind)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, pasted: QMimeData) -> None:
        text = pasted.text()
        if len(text.strip().splitlines()) > 1:
            self.lines_pasted.emit(text)
        else:
            super().insertFromMimeData(pasted)

    def _fit(self) -> None:
        lines = max(3, min(int(self.document().size().height()), 5))
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + 24)


def _kind_of_key(key: int) -> int | None:
    letter = chr(key).lower() if key < 0x110000 else ""
    for row in _KINDS:
        if letter and letter in row:
            return row.index(letter)
    return None
