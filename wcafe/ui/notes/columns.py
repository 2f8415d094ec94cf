"""The notes by theme: a column each, and at the right what is still to sort."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.filed import NO_THEME, Filed
from wcafe.ui.notes.edge_scroll import EdgeScroll
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.theme_column import ThemeColumn
from wcafe.ui.widgets.parts import GAP, WIDE, Text
from wcafe.ui.words import _

_WIDEST = 320  # pixels of what is to sort, beside themes that want the room


class ThemeColumns(QWidget):
    """All themes side by side.

    Signals:
        chosen: other notes are chosen, in one of the columns.
    """

    chosen = Signal()

    def __init__(self, presenter: NotesPresenter, watch: Callable[[NoteList], object]) -> None:
        super().__init__()
        self._presenter = presenter
        self._watch = watch
        self._columns: dict[ThemeId, ThemeColumn] = {}
        self._leaving: list[ThemeColumn] = []  # of themes that are gone, with an editor open
        self._is_choosing = False
        self.hint = Text(
            _("No theme yet. Choose notes, press T and name what they have in common."),
            "muted",
            wraps=True,
        )
        self._inside = inside = QWidget()
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
        self.unsorted = self._used = self._make(NO_THEME)
        self.unsorted.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.hint, 3)
        row.addWidget(area, 3)
        row.addWidget(self.unsorted, 1)

    @property
    def columns(self) -> list[ThemeColumn]:
        """The column of each theme in order, then what is to sort."""
        return [*self._columns.values(), self.unsorted]

    @property
    def lists(self) -> list[NoteList]:
        """Every list of notes on screen."""
        return [column.list for column in (*self.columns, *self._leaving)]

    @property
    def chosen_notes(self) -> list[str]:
        return [note for column in self.columns for note in column.list.chosen_notes]

    @property
    def chosen_theme(self) -> ThemeId:
        """The theme in whose column notes are chosen; NO_THEME where they are to sort."""
        chosen = (column.theme for column in self.columns if column.list.chosen_notes)
        return next(chosen, NO_THEME)

    def resting_place(self) -> QWidget:
        """Return the list of notes that was used last."""
        return self._used.list if self._used in self.columns else self.unsorted.list

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
        self.hint.setVisible(not themes)
        self._area.setVisible(bool(themes))

    def _lay_out(self, themes: list[ThemeId]) -> None:
        """Put the columns in the order of `themes`; those there are stay as they are."""
        before, self._columns = self._columns, {}
        self._row.setEnabled(False)  # until all stand: else they are laid out in too much room
        for theme in before.keys() - set(themes):
            self._take_out(before[theme])
        for place, theme in enumerate(themes):
            column = before.get(theme) or self._make(theme)
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column, 1)
            self._columns[theme] = column
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
        self._row.removeWidget(column)
        column.hide()
        column.deleteLater()

    def _make(self, theme: ThemeId) -> ThemeColumn:
        column = ThemeColumn(self._presenter, theme)
        column.list.chosen.connect(lambda: self._on_chosen(column))
        column.dropped.connect(
            lambda notes, out_of: self._presenter.sorting.file(notes, theme or None, out_of=out_of)
        )
        column.sideways.connect(lambda side: self._go_sideways(column, side))
        column.dragged_over.connect(self._edges.follow)
        self._watch(column.list)
        return column

    def _on_chosen(self, column: ThemeColumn) -> None:
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

    def _go_sideways(self, column: ThemeColumn, side: int) -> None:
        """Give the keyboard to the column beside one, and show that."""
        columns = self.columns
        place = columns.index(column) + side
        if 0 <= place < len(columns):
            beside = columns[place].list
            if not beside.currentIndex().isValid() and beside.notes.rows:
                beside.setCurrentIndex(beside.notes.index(0))
            beside.setFocus()
            self._area.ensureWidgetVisible(beside, 0, 0)
