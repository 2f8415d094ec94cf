"""A question about a tick that nobody can be sure of, beside its own piece of the picture."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from wcafe.domain.notes import Support
from wcafe.ui.notes.photos.draft import FROM_TABLE, KIND, SUPPORT
from wcafe.ui.notes.photos.sheet_view import Enlarged
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _


def _question(fact: str) -> str:
    return {
        KIND: _("Which kind is ticked? It is not certain: choose it below."),
        SUPPORT: _("The whole table, or one person? It is not certain."),
        FROM_TABLE: _("Does it come from another table? It is not certain."),
    }[fact]


class DoubtCard(Card):
    """Asks for one fact of a box, and takes no answer for granted.

    Signals:
        answered: the fact, and what a person said it is, or None for nothing.
        other_asked: it is to be chosen from all there are.
    """

    answered = Signal(str, object)
    other_asked = Signal()

    def __init__(self, fact: str) -> None:
        super().__init__(surface="care")
        self._fact = fact
        self.question = Text(_question(fact), "", wraps=True)
        self.crop = Enlarged(_question(fact), most=56)
        self.buttons: list[QPushButton] = []
        answers = QWidget()
        row = FlowLayout(answers)
        for words, value in self._answers():
            button = push_button(words, lambda value=value: self._say(value), kind="small")  # type: ignore[misc] # its own value
            self.buttons.append(button)
            row.addWidget(button)
        if fact == FROM_TABLE:
            button = push_button(_("Choose…"), self.other_asked.emit, kind="small")
            self.buttons.append(button)
            row.addWidget(button)
        self.column.setContentsMargins(10, 8, 10, 8)
        self.column.setSpacing(6)
        for part in (self.question, self.crop, answers):
            self.column.addWidget(part)

    def _answers(self) -> list[tuple[str, Any]]:
        if self._fact == SUPPORT:
            return [
                (_("Whole table"), Support.TABLE),
                (_("One person"), Support.PERSON),
                (_("Neither"), None),
            ]
        return [(_("No"), None)] if self._fact == FROM_TABLE else []

    def take_focus(self) -> None:
        self.buttons[0].setFocus() if self.buttons else self.other_asked.emit()

    def _say(self, value: object) -> None:
        self.answered.emit(self._fact, value)
