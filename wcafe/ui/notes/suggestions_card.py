"""Suggestions beside the themes: shown when they are asked for, done when one is taken."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.suggestions import Wish
from wcafe.ui.note_cards.name_dialog import name_notes
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.suggesting import Open
from wcafe.ui.notes.suggestion_items import SuggestionItem
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import Card, Text, clear, in_scroll_area, push_button
from wcafe.ui.words import _, figure, ngettext

_SHOWN = 5  # at a time: each that is answered makes room for the next
_NARROWEST, _WIDEST = 250, 340  # pixels


def titles() -> dict[Wish, str]:
    """Return what each wish is called."""
    return {
        Wish.THEMES: _("A theme for notes to sort"),
        Wish.SIMILAR: _("Notes like the chosen one"),
        Wish.ALIKE: _("Notes that say nearly the same"),
        Wish.PILES: _("A first split into piles"),
    }


class SuggestionsCard(Card):
    """A dashed card; it is there by theme, while something was asked for."""

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__(_("Suggestions"), surface="dashed")
        self._presenter = presenter
        self._suggesting = presenter.suggesting
        self.items: list[SuggestionItem] = []
        self._drawn: list[Open] | None = None
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.close_button = push_button(
            "×", self._suggesting.close, kind="quiet", name=_("Close the suggestions"), tip="Esc"
        )
        self.column.removeWidget(self.heading)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Text("", "strong", wraps=True)
        self.state = Text("", "caption", wraps=True)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        area = in_scroll_area(inside)
        area.setProperty("surface", "clear")
        self._area = area
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(self.title)
        self.column.addWidget(self.state)
        self.column.addWidget(area, 1)
        self._suggesting.shown.connect(self.show_suggestions)
        self.show_suggestions()

    def show_suggestions(self) -> None:
        """Show what there is to answer now; the keyboard stays at the place where it was."""
        suggesting, presenter = self._suggesting, self._presenter
        is_wanted = suggesting.wish is not None and presenter.is_by_theme and bool(presenter.notes)
        self.setVisible(is_wanted)
        if suggesting.wish is None or not is_wanted:
            return
        self.title.setText(titles()[suggesting.wish])
        opened = suggesting.open()
        self.state.setText(self._state(len(opened)))
        if opened[:_SHOWN] != self._drawn:
            self._draw(opened[:_SHOWN])

    def take_focus(self) -> None:
        """Put the keyboard on the first suggestion; before there is one, on what closes the card.

        From there it goes to the first one that comes, and never from anywhere else.
        """
        self._focus_at(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._suggesting.close()
        else:
            super().keyPressEvent(event)

    def _state(self, number: int) -> str:
        suggesting = self._suggesting
        if suggesting.is_busy or suggesting.suggested is None:
            return _("Looking for suggestions…")
        if number == 0:
            return self._nothing()
        sentence = ngettext(
            "{number} suggestion. Nothing is done without you.",
            "{number} suggestions. Nothing is done without you.",
            number,
        )
        how = _(suggesting.suggested.method.value)
        return f"{sentence.format(number=figure(number))} {how}"

    def _nothing(self) -> str:
        """Say why there is nothing, and what would help."""
        suggested, themes = self._suggesting.suggested, self._presenter.sorting.themes
        if suggested is not None and suggested.found:
            return _("These are all answered. Ask again for more.")
        if self._suggesting.wish is Wish.THEMES and not any(theme.notes for theme in themes):
            return _("Sort a few notes into themes first: what is proposed follows them.")
        return _("There is nothing more to suggest.")

    def _draw(self, opened: list[Open]) -> None:
        place = self._place_of_focus()
        self._drawn = opened
        if not self.items:
            self._area.verticalScrollBar().setValue(0)
        clear(self._list)
        places = {theme.id: at for at, theme in enumerate(self._presenter.sorting.themes)}
        self.items = []
        for each in opened:
            item = SuggestionItem(each, places)
            item.taken.connect(partial(self._suggesting.take, each))
            item.name_asked.connect(partial(self._on_name, each))
            item.refused.connect(partial(self._suggesting.refuse, each))
            self._list.addWidget(item)
            item.show()  # what is not yet visible loses the keyboard when the menu closes just then
            self.items.append(item)
        self._list.addStretch(1)
        if place is not None:
            self._focus_at(place)
            announce(self, self.state.text())

    def _on_name(self, opened: Open) -> None:
        notes = [note.id for note in opened.notes]
        name_notes(self._presenter.sorting, notes, self, out_of=()).open()

    def _place_of_focus(self) -> int | None:
        """Return at which suggestion the keyboard is to be, None if it is outside of the card."""
        focused = self.window().focusWidget()  # also while another window is in front
        if focused is self.close_button:
            return 0
        for place, item in enumerate(self.items):
            if focused is not None and item.isAncestorOf(focused):
                return place
        return None

    def _focus_at(self, place: int) -> None:
        if self.items:
            self.items[min(place, len(self.items) - 1)].take_buttons[0].setFocus()
        else:
            self.close_button.setFocus()
