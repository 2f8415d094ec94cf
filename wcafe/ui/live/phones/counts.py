"""Above the board: how many tables stand in which way, each with its sign, figure and word."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wcafe.domain.board import TableState
from wcafe.ui.live.phones.signs import Sign
from wcafe.ui.live.phones.state_words import STATES, say_count
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text


class Count(QWidget):
    """One of them; a screen reader reads figure and word as one."""

    def __init__(self, state: TableState) -> None:
        super().__init__()
        self._state = state
        self.figure = Text("", "heading")
        self.word = Text("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (Sign(state), self.figure, self.word):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def show_number(self, number: int) -> None:
        word = say_count(self._state, number)
        self.figure.setText(str(number))
        self.word.setText(word)
        self.setAccessibleName(f"{number} {word}")
        self.setVisible(bool(number))


class CountsStrip(QFrame):
    """Only what there is is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.counts = {state: Count(state) for state in STATES}
        self.setContentsMargins(14, 5, 14, 5)
        line = FlowLayout(self, spacing=18)
        for count in self.counts.values():
            line.addWidget(count)

    def show_states(self, states: Iterable[TableState]) -> None:
        numbers = Counter(states)
        for state, count in self.counts.items():
            count.show_number(numbers[state])
        self.setVisible(bool(numbers))
