"""Who comes, says the list: each of its words with a tick, which one click turns for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from wcafe.domain.text import fold, join_names
from wcafe.services.people import StatusWord
from wcafe.ui.widgets.parts import GAP, Text, clear
from wcafe.ui.words import _, ngettext

_ABREAST = 2  # words in a row
_MOST = 40  # words that can be decided one by one
_LONGEST = 34  # characters of a word; all of it is what a screen reader says

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A word of one column, however it is written, and all who have it."""

    key: Key
    phrase: str
    people: int
    is_coming: bool
    is_understood: bool
    is_open: bool  # neither understood nor decided, so that it counts as coming


def answers_of(words: Iterable[StatusWord]) -> list[Answer]:
    """Return the words of a list, those that nobody understands first."""
    alike: dict[Key, list[StatusWord]] = {}
    for word in words:
        alike.setdefault(word.key, []).append(word)
    found = [
        Answer(
            key=key,
            phrase=each[0].phrase + (" …" if len({fold(word.word) for word in each}) > 1 else ""),
            people=sum(word.rows for word in each),
            is_coming=each[0].is_coming,
            is_understood=each[0].is_known,
            is_open=not (each[0].is_known or each[0].is_decided),
        )
        for key, each in alike.items()
    ]
    return sorted(found, key=lambda answer: answer.is_understood)


class ComingBoxes(QWidget):
    """A tick a word: who has it comes.

    Signals:
        decided: the key of a word, and whether those who have it come.
    """

    decided = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Key, QCheckBox] = {}
        self.question = Text(_("Tick the words of those who come."), "strong", wraps=True)
        self.open_words = Text("", wraps=True)
        self.open_words.setProperty("chip", "care")
        self.rest = Text("", "muted", wraps=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        for place in range(_ABREAST):
            self._grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP // 2, 0, GAP)
        for part in (self.question, self.open_words):
            column.addWidget(part)
        column.addLayout(self._grid)
        column.addWidget(self.rest)

    def show_words(self, words: Iterable[StatusWord]) -> None:
        """Show a box a word; those that are there already keep their place and the focus."""
        answers = answers_of(words)
        self.setVisible(bool(answers))
        shown = answers[:_MOST]
        if [answer.key for answer in shown] != list(self.boxes):
            self._build(shown)
        for answer in shown:
            _show(self.boxes[answer.key], answer)
        unknown = [answer.phrase for answer in answers if answer.is_open]
        self.open_words.setVisible(bool(unknown))
        self.open_words.setText(
            _("Not understood, so counted as coming until you say otherwise: {words}").format(
                words=join_names(unknown, most=6)
            )
        )
        left = len(answers) - len(shown)
        self.rest.setVisible(left > 0)
        self.rest.setText(
            ngettext("And {number} more word.", "And {number} more words.", left).format(
                number=left
            )
        )

    def _build(self, answers: list[Answer]) -> None:
        clear(self._grid)
        self.boxes = {}
        for place, answer in enumerate(answers):
            box = QCheckBox()
            box.clicked.connect(partial(self._on_clicked, answer.key))
            self.boxes[answer.key] = box
            self._grid.addWidget(box, place // _ABREAST, place % _ABREAST)

    def _on_clicked(self, key: Key) -> None:
        self.decided.emit(key, self.boxes[key].isChecked())


def _show(box: QCheckBox, answer: Answer) -> None:
    number = ngettext("{number} person", "{number} people", answer.people)
    people = number.format(number=answer.people)
    line = _("“{word}” · {people}")
    word = answer.phrase
    short = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
    box.setText(line.format(word=short, people=people).replace("&", "&&"))
    spoken = line.format(word=word, people=people)
    if answer.is_open:
        spoken = _("{what}, not understood").format(what=spoken)
    box.setAccessibleName(spoken)
    box.setChecked(answer.is_coming)
