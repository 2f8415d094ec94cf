"""The notes by prompt of their sheets: a column each, and at the right what stands under none."""

from collections.abc import Callable, Iterable

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.column_row import ColumnRow
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.placing import NO_PROMPT
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.prompt_column import PromptColumn
from wcafe.ui.words import _


class PromptColumns(ColumnRow[PromptColumn]):
    """The prompts of the café in their order, then those that notes brought with them."""

    def __init__(self, presenter: NotesPresenter, watch: Callable[[NoteList], object]) -> None:
        self._presenter = presenter
        hint = _("The sheets of this café have no prompts. Choose notes and press P to name one.")
        super().__init__(hint, watch)

    @property
    def under_none(self) -> PromptColumn:
        """The column of what stands under no prompt."""
        return self.last

    def show_notes(self, filed: list[Filed], *, from_top: bool = False) -> None:
        """Show `filed`, each under its prompt; `from_top`: see `NoteList.show_rows`."""
        of_sheet = self._presenter.cafe.prompts
        prompts = self._presenter.placing.prompts
        if prompts != list(self._columns):
            self._lay_out(prompts)
        under: dict[str, list[Filed]] = {prompt: [] for prompt in (*prompts, NO_PROMPT)}
        for each in filed:
            under[each.note.prompt].append(each)
        for column in self.columns:
            column.show_notes(
                under[column.prompt], is_of_sheet=column.prompt in of_sheet, from_top=from_top
            )
        self._show_hint()

    def make_column(self, of: str) -> PromptColumn:
        column = PromptColumn(self._presenter, of)
        column.dropped.connect(lambda notes: self._on_dropped(notes, of))
        return self._watch_column(column)

    def _lay_out(self, prompts: Iterable[str]) -> None:
        """Put the columns in the order of `prompts`; those there are stay as they are."""
        before, self._columns = self._columns, {}
        for prompt in prompts:
            column = before.pop(prompt, None) or self.make_column(prompt)
            self._row.addWidget(column, 1)  # one that is here already moves to the end
            self._columns[prompt] = column
        for column in before.values():
            column.list.keep_typed()
            self._let_go(column)

    def _on_dropped(self, notes: list[NoteId], prompt: str) -> None:
        self._presenter.placing.to_prompt(self._presenter.of(notes), prompt)
