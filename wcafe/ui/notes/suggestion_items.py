"""How one suggestion looks: the notes it is about, its reason in words, and its two buttons."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wcafe.domain.notes import Note
from wcafe.domain.suggestions import Pile, Proposal, Suggestion, why
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.i18n import labelled
from wcafe.ui.notes.suggesting import Open
from wcafe.ui.widgets.marks import Mark
from wcafe.ui.widgets.parts import Text, push_button, thin_line
from wcafe.ui.words import _, desk_words, figure, ngettext

_LONGEST = 150  # characters of a note that are shown
_LONG_WORD = re.compile(r"(\S{18})(?=\S)")
_FIRST = 3  # notes of a pile that are shown


class SuggestionItem(QWidget):
    """One suggestion, or all themes that are proposed for one note.

    Signals:
        taken: the place of the suggestion that is to be done.
        name_asked: the notes are to stand under a theme that has no name yet.
        refused: it is not to be suggested again.
    """

    taken = Signal(int)
    name_asked = Signal()
    refused = Signal()

    def __init__(self, opened: Open, places: Mapping[ThemeId, int]) -> None:
        """Show `opened`; `places` are those of the themes in their list, from 0."""
        super().__init__()
        self.opened = opened
        self._places = places
        self.take_buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(4)
        self._column.addWidget(thin_line())
        first = opened.suggestions[0]
        if isinstance(first, Proposal):
            self._show_proposals()
        elif isinstance(first, Pile):
            self._show_pile(first)
        else:
            self._show_pair()

    def _show_proposals(self) -> None:
        (note,) = self.opened.notes
        self._show_note(note)
        for place, (each, theme) in enumerate(
            zip(self.opened.suggestions, self.opened.themes, strict=True)
        ):
            assert theme is not None
            name = _("Take {theme} for “{note}”").format(theme=theme.name, note=_short(note.text))
            take = self._take(_("Take"), partial(self.taken.emit, place), name)
            assert isinstance(each, Proposal)
            row = QHBoxLayout()
            row.setSpacing(8)
            at = self._places[theme.id]
            row.addWidget(Mark(at, 14))
            row.addWidget(Text(_breakable(f"{at + 1}. {theme.name}"), "strong", wraps=True), 1)
            self._column.addLayout(row)
            self._show_why(each)
            self._column.addWidget(take)
        self._show_buttons(None, _("None of these"))

    def _show_pair(self) -> None:
        (found,), (theme,) = self.opened.suggestions, self.opened.themes
        for note in self.opened.notes:
            self._show_note(note)
        self._show_why(found)
        self._show_buttons(self._take_for(theme), _("No"))

    def _show_pile(self, pile: Pile) -> None:
        notes = self.opened.notes
        sentence = ngettext("{number} note", "{number} notes", len(notes))
        self._column.addWidget(Text(sentence.format(number=figure(len(notes))), "strong"))
        self._show_why(pile)
        for note in notes[:_FIRST]:
            self._show_note(note)
        self._show_buttons(self._take_for(None), _("No"))

    def _take_for(self, theme: Theme | None) -> QPushButton:
        if self.opened.joins:
            return self._take(_("Join"), partial(self.taken.emit, 0))
        if theme is None:
            return self._take(_("Name the theme…"), self.name_asked.emit)
        name = _("Into {theme}").format(theme=theme.name)
        return self._take(_short(name, 34), partial(self.taken.emit, 0), name)

    def _take(self, words: str, do: Callable[[], object], name: str = "") -> QPushButton:
        tip = f"<qt>{escape(name)}</qt>" if name else ""  # what people write is never markup
        button = push_button(words, do, name=name, tip=tip)
        self.take_buttons.append(button)
        return button

    def _show_note(self, note: Note) -> None:
        self._column.addWidget(Text(_breakable(_short(note.text)), wraps=True))
        where = _("Table {table}, round {round}")
        self._column.addWidget(
            Text(where.format(table=note.table + 1, round=note.round + 1), "caption")
        )

    def _show_why(self, suggestion: Suggestion) -> None:
        self._column.addWidget(
            Text(_breakable(why(suggestion, desk_words())), "caption", wraps=True)
        )

    def _show_buttons(self, take: QPushButton | None, no: str) -> None:
        about = _short(self.opened.notes[0].text)
        self.refuse_button = push_button(
            no,
            self.refused.emit,
            kind="quiet",
            name=labelled(no, about, desk_words()),
            tip=_("Never ask this again"),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        if take is not None:
            row.addWidget(take)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        self._column.addLayout(row)


def _short(text: str, most: int = _LONGEST) -> str:
    """Return the beginning of `text` on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _breakable(text: str) -> str:
    """Return `text` with places where a word may end its line that is longer than the card."""
    return _LONG_WORD.sub("\\1\u200b", text)
