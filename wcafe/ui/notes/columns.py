"""The notes by theme: a column each, and at the right what is still to sort."""

from collections.abc import Callable

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.filed import NO_THEME, Filed
from wcafe.ui.notes.column_row import ColumnRow
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.theme_column import ThemeColumn
from wcafe.ui.words import _


class ThemeColumns(ColumnRow[ThemeColumn]):
    """All themes side by side."""

    def __init__(self, presenter: NotesPresenter, watch: Callable[[NoteList], object]) -> None:
        self._presenter = presenter
        self._leaving: list[ThemeColumn] = []  # of themes that are gone, with an editor open
        hint = _("No theme yet. Choose notes, press T and name what they have in common.")
        super().__init__(hint, watch)

    @property
    def unsorted(self) -> ThemeColumn:
        """The column of what is still to sort."""
        return self.last

    @property
    def lists(self) -> list[NoteList]:
        return [*super().lists, *(column.list for column in self._leaving)]

    @property
    def chosen_theme(self) -> ThemeId:
        """The theme in whose column notes are chosen; NO_THEME where they are to sort."""
        chosen = (column.theme for column in self.columns if column.list.chosen_notes)
        return next(chosen, NO_THEME)

    def show_notes(self, filed: list[Filed], *, from_top: bool = False) -> None:
        """Show `filed`, each under its theme; `from_top`: see `NoteList.show_rows`."""
        themes = self._presenter.sorting.themes
        ids = [theme.id for theme in themes]
        if ids != list(self._columns):
            self._lay_out(ids)
        under: dict[ThemeId, list[Filed]] = {theme: [] for theme in (*ids, NO_THEME)}
        for each in filed:
            homes = each.homes
            if len(homes) < 2:  # as nearly all, of thousands
                under[homes[0].theme if homes else NO_THEME].append(each)
            else:
                for home in homes:
                    under[home.theme].append(each.under(home.theme))
        for place, theme in enumerate(themes):
            self._columns[theme.id].show_notes(place, theme, under[theme.id], from_top=from_top)
        self.unsorted.show_notes(0, None, under[NO_THEME], from_top=from_top)
        self._show_hint()

    def make_column(self, of: str) -> ThemeColumn:
        theme = ThemeId(of)
        column = ThemeColumn(self._presenter, theme)
        column.dropped.connect(
            lambda notes, out_of: self._presenter.sorting.file(notes, theme or None, out_of=out_of)
        )
        return self._watch_column(column)

    def _lay_out(self, themes: list[ThemeId]) -> None:
        """Put the columns in the order of `themes`; those there are stay as they are."""
        before = self._columns
        self._row.setEnabled(False)  # until all stand: else they are laid out in too much room
        self._columns = {theme: before.get(theme) or self.make_column(theme) for theme in themes}
        for theme in before.keys() - set(themes):
            self._take_out(before[theme])
        for place, column in enumerate(self._columns.values()):
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column, 1)
        self._row.setEnabled(True)
        inside, room = self._inside, self._area.viewport().size()
        inside.resize(max(room.width(), self._row.minimumSize().width()), inside.height())

    def _take_out(self, column: ThemeColumn) -> None:
        """Let `column` go; while a note is being edited in it, only after that."""
        if column.list.cards.editor is not None:
            self._leaving.append(column)
            self._row.addWidget(column, 1)
            column.list.cards.closeEditor.connect(lambda _editor, _hint: self._take_out(column))
            return
        if column in self._leaving:
            self._leaving.remove(column)
        self._let_go(column)
