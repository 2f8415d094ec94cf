"""The notes by table: one list, with a head above those of each table."""

from PySide6.QtWidgets import QWidget

from wcafe.ui.note_cards.filed import Filed, under_tables
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter


class ByTable(NoteList):
    """One of the views of Harvest, which is a single list."""

    def __init__(self, name: str, presenter: NotesPresenter) -> None:
        super().__init__(name, presenter)
        self._shown_by = presenter

    @property
    def lists(self) -> list[NoteList]:
        return [self]

    def resting_place(self) -> QWidget:
        return self

    def show_notes(self, filed: list[Filed], *, from_top: bool = False) -> None:
        """Show `filed` under their tables; `from_top`: see `NoteList.show_rows`."""
        presenter = self._shown_by
        if presenter.filter.by_votes:
            filed = sorted(filed, key=lambda each: each.note.table)
        self.show_rows(under_tables(filed, presenter.table_name), from_top=from_top)
