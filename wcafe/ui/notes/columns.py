"""The notes by theme: a column each, and at the right what is still to sort."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.ui.note_cards.filed import NO_THEME, Filed, nested
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.marks import Mark, paint_theme_mark
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button, restyle
from wcafe.ui.widgets.theme import serif
from wcafe.ui.words import _, figure, ngettext

_NARROWEST = 226  # pixels: four words a line
_WIDEST = 320  # of what is to sort, beside themes that want the room


class ThemeColumn(QFrame):
    """One theme, or what stands under none; notes can be dropped on it.

    Signals:
        dropped: ids of notes that were dropped here.
        rename_asked: the theme is to have another name.
    """

    dropped = Signal(object)
    rename_asked = Signal()

    def __init__(self, presenter: NotesPresenter, theme: ThemeId) -> None:
        super().__init__()
        self._presenter = presenter
        self.theme = theme
        self._surface = "" if theme else "card"
        restyle(self, surface=self._surface)
        self.setMinimumWidth(_NARROWEST)
        self.setAcceptDrops(True)
        self.mark = Mark(0, 16, paint=paint_theme_mark)
        self.name = Text("", "heading", wraps=True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name.setMinimumHeight(2 * QFontMetrics(serif(16)).lineSpacing())
        self.count = Text("", "caption")
        self.menu_button = push_button("⋯", self._open_menu, kind="quiet")
        self.list = NoteList("", presenter, shows_theme=False)
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark, 0, top)
        head.addWidget(self.name, 1)
        head.addWidget(self.menu_button, 0, top)
        if not theme:
            for part in (self.mark, self.menu_button):
                part.hide()  # in the column all the same: they go with it
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)

    def show_notes(
        self, place: int, theme: Theme | None, notes: list[Filed], *, from_top: bool = False
    ) -> None:
        name = theme.name if theme else _("To sort")
        if theme is not None:
            self.mark.show_number(mark_of(theme, place))
        self.name.setText(f"{place + 1}. {name}" if theme else name)
        number = len(notes)
        count = ngettext("{number} note", "{number} notes", number).format(number=figure(number))
        self.count.setText(count)
        self.list.setAccessibleName(f"{name}, {count}")
        self.menu_button.setAccessibleName(
            _("Theme {name}: rename, move, remove").format(name=name)
        )
        self.menu_button.setToolTip(f"<qt>{escape(self.menu_button.accessibleName())}</qt>")
        self.list.show_rows(nested(notes), from_top=from_top)

    def _open_menu(self) -> None:
        presenter, theme = self._presenter, self.theme
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename…"), self.rename_asked.emit)
        places = [each.id for each in presenter.sorting.themes]
        earlier = menu.addAction(
            _("One place earlier"), lambda: presenter.sorting.move_theme(theme, -1)
        )
        earlier.setEnabled(places[0] != theme)
        later = menu.addAction(_("One place later"), lambda: presenter.sorting.move_theme(theme, 1))
        later.setEnabled(places[-1] != theme)
        menu.addSeparator()
        menu.addAction(_("Remove, keep its notes"), lambda: presenter.sorting.remove_theme(theme))
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NOTES):
            event.acceptProposedAction()
            restyle(self, surface="soft")

    def dragLeaveEvent(self, _event: object) -> None:
        restyle(self, surface=self._surface)

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, surface=self._surface)
        ids = bytes(event.mimeData().data(NOTES).data()).decode().split("\n")
        event.acceptProposedAction()
        self.dropped.emit([NoteId(note) for note in ids])


class ThemeColumns(QWidget):
    """All themes side by side.

    Signals:
        chosen: other notes are chosen, in one of the columns.
        rename_asked: a Theme is to have another name.
    """

    chosen = Signal()
    rename_asked = Signal(object)

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
            under[each.theme].append(each)
        for place, theme in enumerate(themes):
            self._columns[theme.id].show_notes(place, theme, under[theme.id], from_top=from_top)
        self.unsorted.show_notes(0, None, under[NO_THEME], from_top=from_top)
        self.hint.setVisible(not themes)
        self._area.setVisible(bool(themes))

    def _lay_out(self, themes: list[ThemeId]) -> None:
        """Put the columns in the order of `themes`; those there are stay as they are."""
        before, self._columns = self._columns, {}
        for theme in themes:
            column = before.pop(theme, None) or self._make(theme)
            self._row.addWidget(column, 1)  # one that is here already moves to the end
            self._columns[theme] = column
        for column in before.values():
            self._take_out(column)

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
        column.dropped.connect(lambda notes: self._presenter.sorting.file(notes, theme or None))
        column.rename_asked.connect(lambda: self._on_rename(theme))
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

    def _on_rename(self, theme: ThemeId) -> None:
        self.rename_asked.emit(
            next(each for each in self._presenter.sorting.themes if each.id == theme)
        )
