"""The menus by which notes come to another table, round, prompt or kind."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.ui.notes.placing import NO_PROMPT
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.marks import mark_icon
from wcafe.ui.words import _

Chosen = Callable[[], Sequence[Note]]
"""Returns the notes that are chosen."""


class MoveMenu(QMenu):
    """Offers the tables, the rounds and the prompts of the sheets."""

    def __init__(self, presenter: NotesPresenter, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._chosen = chosen
        self.table_menu = self.addMenu(_("Another table"))
        self.round_menu = self.addMenu(_("Another round"))
        self.prompt_menu = self.addMenu(_("Another prompt"))
        self.table_menu.aboutToShow.connect(self._fill_tables)
        self.round_menu.aboutToShow.connect(self._fill_rounds)
        self.prompt_menu.aboutToShow.connect(self._fill_prompts)

    def _fill_tables(self) -> None:
        self.table_menu.clear()
        for table in range(self._presenter.tables):
            name = _plain(self._presenter.table_name(table))
            self.table_menu.addAction(mark_icon(table), name, self._to_table(table))

    def _to_table(self, table: int) -> Callable[[], None]:
        return lambda: self._presenter.placing.to_table(self._chosen(), table)

    def _fill_rounds(self) -> None:
        self.round_menu.clear()
        for round_ in range(self._presenter.rounds):
            name = _plain(self._presenter.round_name(round_))
            self.round_menu.addAction(name, self._to_round(round_))

    def _to_round(self, round_: int) -> Callable[[], None]:
        return lambda: self._presenter.placing.to_round(self._chosen(), round_)

    def _fill_prompts(self) -> None:
        self.prompt_menu.clear()
        for prompt in self._presenter.placing.prompts:
            self.prompt_menu.addAction(_plain(prompt), self._to_prompt(prompt))
        self.prompt_menu.addAction(_("Under no prompt"), self._to_prompt(NO_PROMPT))

    def _to_prompt(self, prompt: str) -> Callable[[], None]:
        return lambda: self._presenter.placing.to_prompt(self._chosen(), prompt)


class KindMenu(QMenu):
    """Offers the kinds, by the words that the café has for them."""

    def __init__(self, presenter: NotesPresenter, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._chosen = chosen
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for kind in Kind:
            self.addAction(_plain(self._presenter.kind_words[kind.value]), self._to_kind(kind))

    def _to_kind(self, kind: Kind) -> Callable[[], object]:
        return lambda: self._presenter.facts.say(self._chosen(), "kind", kind)


def _plain(name: str) -> str:
    """Return `name` for a menu, where a single & would be the sign of a key."""
    return name.replace("&", "&&")
