"""The words of a list, and what each is taken for: a chooser a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Text, clear, with_label
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, ngettext

_ABREAST = 4  # words in a row
_MOST = 40  # words that can be chosen one by one
_LONGEST = 26  # characters of a word; all of it is what a screen reader says


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWord:
    """A word, what it is taken for, and whether nobody knows it."""

    word: str
    chosen: object
    is_open: bool = False


class WordChoices(QWidget):
    """What each word of one column means.

    Signals:
        chosen: a word, and the key of what it means.
    """

    chosen = Signal(str, object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.choosers: dict[str, ChoiceField] = {}
        self.title = Text(title, "strong", wraps=True)
        self.rest = Text("", "muted", wraps=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        for place in range(_ABREAST):
            self._grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addWidget(self.rest)

    def show_words(self, words: Sequence[ListWord], choices: Mapping[Any, str]) -> None:
        """Show a chooser a word; those that are there already keep their place and the focus."""
        self.setVisible(bool(words))
        shown = words[:_MOST]
        if [each.word for each in shown] != list(self.choosers):
            self._build(shown)
        for each in shown:
            chooser = self.choosers[each.word]
            chooser.show_choices(choices)
            chooser.show_key(each.chosen)
        left = len(words) - len(shown)
        self.rest.setVisible(left > 0)
        words_left = ngettext("And {number} more word.", "And {number} more words.", left)
        self.rest.setText(words_left.format(number=left))

    def _build(self, words: Sequence[ListWord]) -> None:
        clear(self._grid)
        self.choosers = {}
        for place, each in enumerate(words):
            word = each.word
            short = word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
            line, spoken = _("“{word}”").format(word=short), _("“{word}”").format(word=word)
            if each.is_open:
                spoken = _("{what}, not understood").format(what=spoken)
                line = f"{line} ?"
            chooser = ChoiceField(spoken)
            chooser.setMinimumContentsLength(6)
            chooser.kept.connect(partial(self.chosen.emit, word))
            self.choosers[word] = chooser
            self._grid.addLayout(with_label(line, chooser), place // _ABREAST, place % _ABREAST)
        tab_in_reading_order(self)
