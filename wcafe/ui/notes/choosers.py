"""The dialogues that ask where the chosen notes belong: a theme, a new one, a prompt."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.note_cards.name_dialog import name_notes
from wcafe.ui.notes.actions import NoteActions
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.prompt_chooser import PromptChooser
from wcafe.ui.notes.theme_chooser import ThemeChooser


class NoteChoosers(QObject):
    """Opens them over the page, for the notes on which the actions act."""

    def __init__(self, presenter: NotesPresenter, actions: NoteActions, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._actions = actions
        self._page = page
        actions.name_asked.connect(self._name_theme)

    def watch(self, view: NoteList) -> None:
        """Open them by the keys of the list `view`, which does all else as the actions say."""
        view.themes_asked.connect(self._choose_theme)
        view.prompts_asked.connect(self._choose_prompt)
        self._actions.watch(view)

    def _choose_theme(self) -> None:
        if chosen := self._actions.notes:
            ThemeChooser(self._presenter, chosen, self._page, self._actions.theme).open()

    def _choose_prompt(self) -> None:
        if chosen := self._actions.notes:
            PromptChooser(self._presenter, chosen, self._page).open()

    def _name_theme(self) -> None:
        chosen, out_of = self._actions.notes, self._actions.out_of
        name_notes(self._presenter.sorting, chosen, self._page, out_of=out_of).open()
