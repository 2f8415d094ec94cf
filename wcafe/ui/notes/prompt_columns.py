"""The notes by prompt of their sheets: a column each, and at the right what stands under none."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.edge_scroll import EdgeScroll
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.placing import NO_PROMPT
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.prompt_column import PromptColumn
from wcafe.ui.widgets.parts import GAP, WIDE, Text
from wcafe.ui.words import _

_WIDEST = 320  # pixels of what stands under none, beside prompts that want the room


class PromptColumns(QWidget):
    """The prompts of the café in their order, then those that notes brought with them.

    Signals:
        chosen: other notes are chosen, in one of the columns.
    """

    chosen = Signal()

    def __init__(self, presenter: NotesPresenter, watch: Callable[[NoteList], object]) -> None:
        super().__init__()
        self._presenter = presenter
        self._watch = watch
        self._columns: dict[str, PromptColumn] = {}
        self._is_choosing = False
        self.hint = Text(
            _("The sheets of this café have no prompts. Choose notes and press P to name one."),
            "muted",
            wraps=True,
        )
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._area = area
        self._edges = EdgeScroll(area)
        self.under_none = self._used = self._make(NO_PROMPT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.hint, 3)
        row.addWidget(area, 3)
        row.addWidget(self.under_none, 1)
        self.under_none.setMaximumWidth(_WIDEST)

    @property
    def columns(self) -> list[PromptColumn]:
        """The column of each prompt in order, then what stands under none."""
        return [*self._columns.values(), self.under_none]

    @property
    def lists(self) -> list[NoteList]:
        return [column.list for column in self.columns]

    @property
    def chosen_notes(self) -> list[str]:
        return [note for view in self.lists for note in view.chosen_notes]

    def resting_place(self) -> QWidget:
        """Return the list of notes that was used last."""
        return self._used.list if self._used in self.columns else self.under_none.list

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
        self.hint.setVisible(not prompts)
        self._area.setVisible(bool(prompts))

    def _lay_out(self, prompts: Iterable[str]) -> None:
        """Put the columns in the order of `prompts`; those there are stay as they are."""
        before, self._columns = self._columns, {}
        for prompt in prompts:
            column = before.pop(prompt, None) or self._make(prompt)
            self._row.addWidget(column, 1)  # one that is here already moves to the end
            self._columns[prompt] = column
        for column in before.values():
            column.list.keep_typed()
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()

    def _make(self, prompt: str) -> PromptColumn:
        column = PromptColumn(self._presenter, prompt)
        column.list.chosen.connect(lambda: self._on_chosen(column))
        column.dropped.connect(lambda notes: self._on_dropped(notes, prompt))
        column.sideways.connect(lambda side: self._go_sideways(column, side))
        column.dragged_over.connect(self._edges.follow)
        self._watch(column.list)
        return column

    def _on_dropped(self, notes: list[NoteId], prompt: str) -> None:
        self._presenter.placing.to_prompt(self._presenter.of(notes), prompt)

    def _on_chosen(self, column: PromptColumn) -> None:
        """Let notes be chosen in one column at a time."""
        self._used = column
        if self._is_choosing:
            return
        self._is_choosing = True
        if column.list.chosen_notes:
            for other in self.columns:
                if other is not column:
                    other.list.clearSelection()
        self._is_choosing = False
        self.chosen.emit()

    def _go_sideways(self, column: PromptColumn, side: int) -> None:
        """Give the keyboard to the column beside one, and show that."""
        columns = self.columns
        place = columns.index(column) + side
        if 0 <= place < len(columns):
            beside = columns[place].list
            if not beside.currentIndex().isValid() and beside.notes.rows:
                beside.setCurrentIndex(beside.notes.index(0))
            beside.setFocus()
            self._area.ensureWidgetVisible(beside, 0, 0)
