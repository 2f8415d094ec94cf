"""What can be done with the chosen notes: theme, table, round, kind, edit, delete."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.ui.note_cards.filed import NO_THEME
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.place_menus import KindMenu, MoveMenu
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.steps import can_join, lines_of
from wcafe.ui.notes.views import View
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.marks import mark_icon, paint_theme_mark
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _


class NoteActions(QWidget):
    """A bar below the lists, and the same as a menu.

    Signals:
        edit_asked: the note under the cursor is to be edited.
        name_asked: a new theme is to be named for the chosen notes.
        details_asked: what is known of the chosen notes beside their words is to be shown.
        history_asked: all that the one chosen note has said is to be shown.
    """

    edit_asked = Signal()
    name_asked = Signal()
    details_asked = Signal()
    history_asked = Signal()

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.notes: tuple[NoteId, ...] = ()
        self.theme = NO_THEME  # in whose column they are chosen
        self.theme_menu, self.also_menu = QMenu(self), QMenu(_("Also in"), self)
        self.theme_menu.aboutToShow.connect(self._fill_themes)
        self.also_menu.aboutToShow.connect(self._fill_also)
        self.move_menu = MoveMenu(presenter, self._chosen, self)
        self.kind_menu = KindMenu(presenter, self._chosen, self)
        self.theme_button = push_button(_("Theme"), tip=_("Sort into a theme: T"))
        self.move_button = push_button(_("Move to"), tip=_("To another table, round or prompt: P"))
        self.kind_button = push_button(_("Kind"), tip=_("Of another kind"))
        self.words_menu = QMenu(self)
        self.words_menu.addAction(_("Edit"), self.edit_asked.emit)
        self.split_action = self.words_menu.addAction(_("Split at the lines"), self.split)
        self.join_action = self.words_menu.addAction(_("Join"), self.join)
        self.lone_action = self.words_menu.addAction(_("Lone voice"), self.mark_lone)
        self.lone_action.setCheckable(True)
        self.lone_action.setToolTip(_("Marked by people: what only one voice said"))
        self.wall_action = self.words_menu.addAction(_("On the wall"), self.mark_for_wall)
        self.wall_action.setCheckable(True)
        self.wall_action.setToolTip(_("Shown to the room on the headline wall: W"))
        self.below_action = self.words_menu.addAction(
            _("Belongs to the note above"), self.put_below
        )
        self.alone_action = self.words_menu.addAction(_("Stands alone"), self.put_alone)
        self.details_action = QAction(_("Details…"), self)
        self.details_action.triggered.connect(self.details_asked)
        self.history_action = self.words_menu.addAction(_("History…"), self.history_asked.emit)
        tip = _(
            "Edit: Enter or F2 · Split at the lines: S · Join: J · Lone voice: L · "
            "Belongs to the note above: B · Stands alone: Shift+B · History: H · Wall: W"
        )
        self.details_button = push_button(
            _("Details"), self.details_asked.emit, tip=_("Prompt, votes, who stands behind it: D")
        )
        self.words_button = push_button("…", name=_("More"), tip=tip)
        self.delete_button = push_button(_("Delete"), self.delete, tip=_("The Delete key"))
        row = FlowLayout(self)
        self._buttons = (
            self.theme_button,
            self.move_button,
            self.kind_button,
            self.details_button,
            self.words_button,
            self.delete_button,
        )
        for button in self._buttons:
            button.setProperty("tight", True)
            row.addWidget(button)
        for button, menu in (
            (self.theme_button, self.theme_menu),
            (self.move_button, self.move_menu),
            (self.kind_button, self.kind_menu),
        ):
            button.setProperty("hasMenu", True)
            button.setMenu(menu)
        self.words_button.setMenu(self.words_menu)
        self.show_chosen([])

    def show_chosen(self, notes: list[str], theme: ThemeId = NO_THEME) -> None:
        """Act on `notes` from now on, which are chosen in the column of a `theme` or in none."""
        self.notes, self.theme = tuple(NoteId(note) for note in notes), theme
        for button in self._buttons:
            button.setEnabled(bool(notes))
        chosen = self._chosen()
        self.split_action.setEnabled(_can_split(chosen))
        self.join_action.setEnabled(can_join(chosen))
        self.history_action.setEnabled(len(chosen) == 1)
        self.alone_action.setEnabled(any(note.parent for note in chosen))
        self.lone_action.setChecked(bool(chosen) and all(note.is_lone for note in chosen))
        self.wall_action.setChecked(bool(chosen) and all(note.is_on_wall for note in chosen))

    def open_menu(self, at: QPoint) -> None:
        """Open everything as one menu, at a place on the whole screen."""
        if not self.notes:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Edit"), self.edit_asked.emit)
        for words, below in (
            (_("Theme"), self.theme_menu),
            (_("Move to"), self.move_menu),
            (_("Kind"), self.kind_menu),
        ):
            menu.addMenu(below).setText(words)
        menu.addAction(self.details_action)
        menu.addActions([self.split_action, self.join_action, self.lone_action])
        menu.addActions([self.below_action, self.alone_action, self.history_action])
        menu.addAction(self.wall_action)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete)
        menu.popup(at)

    def delete(self) -> None:
        self._presenter.delete(self._chosen())

    def split(self) -> None:
        """Make a note of each line of the one that is chosen."""
        chosen = self._chosen()
        if _can_split(chosen):
            self._presenter.steps.split(chosen[0])

    def join(self) -> None:
        """Make one note of those that are chosen, if they are of one table and round."""
        self._presenter.steps.join(self._chosen())

    def mark_lone(self) -> None:
        """Mark the chosen notes as lone voices, or take that mark off them."""
        if chosen := self._chosen():
            self._presenter.facts.mark_lone(chosen)

    def put_below(self) -> None:
        """Let the chosen notes belong to the note above them."""
        if chosen := self._chosen():
            self._presenter.facts.put_below(chosen, self._shown_beside())

    def _shown_beside(self) -> list[Note]:
        """Return the notes among which the chosen ones stand: all that are shown, or a column."""
        shown = self._presenter.find(self._presenter.filter)
        if self._presenter.is_by_theme:
            home = self.theme
            shown = [
                each
                for each in shown
                if (home in [at.theme for at in each.homes] if home else not each.homes)
            ]
        elif self._presenter.views.shown is View.PROMPT:
            prompts = {note.prompt for note in self._chosen()}
            shown = [each for each in shown if each.note.prompt in prompts]
        return [each.note for each in shown]

    def put_alone(self) -> None:
        """Let the chosen notes belong to none, or to what the one belongs to that they do."""
        self._presenter.facts.put_alone(self._chosen(), self._presenter.notes)

    def watch(self, view: NoteList) -> None:
        """Do in the list `view` by key what is done here."""
        for asked, do in (
            (view.deleted, self.delete),
            (view.split_asked, self.split),
            (view.join_asked, self.join),
            (view.lone_asked, self.mark_lone),
            (view.below_asked, self.put_below),
            (view.alone_asked, self.put_alone),
            (view.details_asked, self._ask_details),
            (view.history_asked, self._ask_history),
            (view.wall_asked, self.mark_for_wall),
            (view.menu_asked, self.open_menu),
        ):
            asked.connect(do)

    def _ask_details(self) -> None:
        if self.notes:
            self.details_asked.emit()

    def _ask_history(self) -> None:
        if len(self.notes) == 1:
            self.history_asked.emit()

    def mark_for_wall(self) -> None:
        """Mark the chosen notes for the headline wall, or take that mark off them."""
        if chosen := self._chosen():
            self._presenter.wall.mark(chosen)

    def _chosen(self) -> list[Note]:
        return self._presenter.of(self.notes)

    @property
    def out_of(self) -> tuple[ThemeId, ...] | None:
        """Which themes the notes leave where they are sorted into another; None: all others."""
        return (self.theme,) if self.theme else None

    def _fill_themes(self) -> None:
        menu, sorting = self.theme_menu, self._presenter.sorting
        menu.clear()
        self._add_themes(menu, lambda theme: self._filing(theme.id))
        menu.addSeparator()
        also = menu.addMenu(self.also_menu)
        also.setEnabled(bool(sorting.themes))
        menu.addAction(_("New theme…"), self.name_asked.emit)
        if (home := sorting.theme(self.theme)) is not None:
            name = home.name.replace("&", "&&")
            menu.addAction(_("Out of “{theme}”").format(theme=name), self._filing(None))
        else:
            menu.addAction(_("No theme"), self._filing(None))

    def _fill_also(self) -> None:
        """Offer to put the notes into a theme too, or to take them out of one again."""
        self.also_menu.clear()
        self._add_themes(self.also_menu, self._turning)

    def _add_themes(self, menu: QMenu, on: Callable[[Theme], Callable[[], None]]) -> None:
        chosen = set(self.notes)
        for place, theme in enumerate(self._presenter.sorting.themes):
            key = f"&{place + 1}  " if place < 9 else ""
            is_there = bool(chosen) and chosen <= set(theme.notes)
            tick = "\t✓" if is_there else ""  # a mark stands where others have theirs
            action = menu.addAction(f"{key}{theme.name.replace('&', '&&')}{tick}")
            action.setIcon(mark_icon(mark_of(theme, place), paint=paint_theme_mark))
            action.setCheckable(True)
            action.setChecked(is_there)
            action.triggered.connect(on(theme))

    def _filing(self, theme: ThemeId | None) -> Callable[[], None]:
        def file() -> None:
            self._presenter.sorting.file(self.notes, theme, out_of=self.out_of)

        return file

    def _turning(self, theme: Theme) -> Callable[[], None]:
        sorting = self._presenter.sorting

        def turn() -> None:
            if set(self.notes) <= set(theme.notes):
                sorting.take_out(self.notes, theme.id)
            else:
                sorting.also(self.notes, theme.id)

        return turn


def _can_split(notes: list[Note]) -> bool:
    return len(notes) == 1 and len(lines_of(notes[0])) > 1
