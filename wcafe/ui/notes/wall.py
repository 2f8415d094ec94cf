"""The headline wall, without a single widget: what is marked for it, and what it shows."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme
from wcafe.domain.wall import WallCard, wall_cards
from wcafe.ui.notes.facts import NoteFacts
from wcafe.ui.settings import Settings
from wcafe.ui.widgets.screens import Closable


class Wall(QObject):
    """The part of Harvest that marks notes for the wall and knows whether it is shown.

    Signals:
        changed: other cards are on it, or it was opened or closed.
    """

    changed = Signal()

    def __init__(self, facts: NoteFacts, settings: Settings) -> None:
        super().__init__()
        self._facts, self._settings = facts, settings
        self.window: Closable | None = None
        self.cards: tuple[WallCard, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.window is not None

    def see(self, notes: Iterable[Note], themes: Sequence[Theme]) -> None:
        """Look which notes are on the wall now."""
        cards = wall_cards(notes, themes)
        if cards != self.cards:
            self.cards = cards
            self.changed.emit()

    def mark(self, notes: Sequence[Note]) -> None:
        """Mark `notes` for the wall; where all are, none of them is any more."""
        self._facts.say(notes, "is_on_wall", not all(note.is_on_wall for note in notes))

    def set_window(self, window: Closable | None) -> None:
        self.window = window
        self.changed.emit()

    @property
    def screen(self) -> str:
        """The screen the wall was last full on, by name and size."""
        return self._settings.text_of("wall screen")

    @screen.setter
    def screen(self, name: str) -> None:
        self._settings.keep_text("wall screen", name)
