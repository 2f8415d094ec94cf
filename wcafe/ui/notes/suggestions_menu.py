"""The button that asks for suggestions; nothing else ever does."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.suggestions import Wish
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.suggestions_card import titles
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _

KEYS = "Ctrl+G"


class SuggestionsMenu(QMenu):
    """What can be suggested, below `button` and at a key of `page`.

    Signals:
        asked: something is looked for now.
    """

    asked = Signal()

    def __init__(self, presenter: NotesPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._chosen: tuple[NoteId, ...] = ()
        self.button = push_button(_("Suggestions"), tip=KEYS)
        self.button.setProperty("hasMenu", True)
        self.button.setMenu(self)
        self.wishes = {
            wish: self.addAction(title, partial(self._on_asked, wish))
            for wish, title in titles().items()
        }
        key = QShortcut(QKeySequence(KEYS), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._on_key)

    def show_chosen(self, notes: list[str]) -> None:
        """Ask about `notes` from now on; the others like it are looked for of one alone."""
        self._chosen = tuple(NoteId(note) for note in notes)
        self.wishes[Wish.SIMILAR].setEnabled(len(self._chosen) == 1)

    def _on_key(self) -> None:
        if self.button.isVisible():
            self.button.setFocus()
            self.button.showMenu()

    def _on_asked(self, wish: Wish) -> None:
        self._presenter.suggesting.ask(wish, self._about(wish))
        self.asked.emit()

    def _about(self, wish: Wish) -> tuple[NoteId, ...]:
        """Return the notes that are meant; none if all are, whichever are chosen."""
        if wish is Wish.SIMILAR:
            return self._chosen
        if wish is not Wish.THEMES:
            return ()
        homes = {note for theme in self._presenter.sorting.themes for note in theme.notes}
        return tuple(note for note in self._chosen if note not in homes)
