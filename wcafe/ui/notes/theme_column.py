"""The column of one theme in Harvest: its head, its notes, and what can be dropped on it."""

from enum import Enum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.ui.note_cards.filed import Filed, nested
from wcafe.ui.note_cards.models import NOTES, OUT_OF, THEME
from wcafe.ui.note_cards.name_dialog import name_notes
from wcafe.ui.notes.note_column import NoteColumn, held_by
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.theme_head import ThemeHead
from wcafe.ui.widgets.parts import restyle
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _, figure, ngettext

_LINE = 3  # pixels: where a dragged theme would stand
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Aim(Enum):
    """What becomes of what is dragged over a column when it is dropped."""

    NOTHING = "nothing"
    FILE = "file"
    MERGE = "merge"
    BEFORE = "before"
    BEHIND = "behind"


class ThemeColumn(NoteColumn):
    """One theme, or what stands under none; notes and other themes can be dropped on it.

    Signals:
        dropped: ids of notes that were dropped here, and the ids of the themes that they leave.
    """

    dropped = Signal(object, object)

    def __init__(self, presenter: NotesPresenter, theme: ThemeId) -> None:
        self.head = ThemeHead(presenter.sorting, theme)
        notes = NoteList("", presenter, shows_theme=False)
        super().__init__(self.head, notes, surface="" if theme else "card")
        self._sorting = presenter.sorting
        self.theme = theme
        self._aim = Aim.NOTHING
        self._counted = ""
        self._shown: tuple[object, list[Filed]] | None = None
        self.mark, self.name, self.menu_button = (
            self.head.mark,
            self.head.name,
            self.head.menu_button,
        )
        self.list.notes.theme = theme
        self.list.chosen.connect(self._on_chosen)
        self.head.split_asked.connect(self.split)

    def show_notes(
        self, place: int, theme: Theme | None, notes: list[Filed], *, from_top: bool = False
    ) -> None:
        facts = (place, theme.name if theme else "", mark_of(theme, place) if theme else -1)
        if (facts, notes) == self._shown and not from_top:
            return  # as most columns, whenever a note comes into one of them
        self._shown = facts, notes
        self.head.show_theme(place, theme)
        number = len(notes)
        count = ngettext("{number} note", "{number} notes", number).format(number=figure(number))
        self._counted = count
        self._show_aim()
        name = theme.name if theme else _("To sort")
        self.list.setAccessibleName(f"{name}, {count}")
        self.list.show_rows(nested(notes), from_top=from_top)

    def split(self) -> None:
        """Ask for the name of a theme that the chosen notes are to become."""
        self.list.choose_current()
        notes = [NoteId(note) for note in self.list.chosen_notes]
        if notes and not self.theme:
            name_notes(self._sorting, notes, self).open()
        elif notes:
            name_notes(
                self._sorting,
                notes,
                self,
                out_of=(self.theme,),
                keep=lambda name: self._sorting.split_theme(self.theme, notes, name),
            ).open()

    def on_key(self, event: QKeyEvent, side: int) -> bool:
        if super().on_key(event, side):
            return True
        held, none = held_by(event), Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_N and held == none:
            self.split()
        elif not self.theme:
            return False
        elif side and held == _CONTROL | _SHIFT:
            self._sorting.move_theme(self.theme, side)
        elif event.key() == Qt.Key.Key_M and held == none:
            self.head.merge()
        elif event.key() == Qt.Key.Key_F2 and held == _SHIFT:
            self.head.rename()
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_aim(event)
        self.dragged_over.emit(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_aim(event)

    def dragLeaveEvent(self, _event: object) -> None:
        self._set_aim(Aim.NOTHING)
        self.dragged_over.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        aim = self._aim_of(event)
        self._set_aim(Aim.NOTHING)
        self.dragged_over.emit(False)
        if aim is Aim.NOTHING:
            event.ignore()
            return
        event.acceptProposedAction()
        if aim is Aim.FILE:
            self._drop_notes(event)
            return
        theme = _dragged_theme(event)
        if aim is Aim.MERGE:
            self._sorting.merge_theme(theme, self.theme)
        else:
            self._sorting.place_beside(theme, self.theme, is_behind=aim is Aim.BEHIND)

    def _drop_notes(self, event: QDropEvent) -> None:
        """Let notes leave the theme they are dragged out of; with Ctrl they stay there too."""
        dragged = event.mimeData()
        notes = bytes(dragged.data(NOTES).data()).decode().split("\n")
        home = ThemeId(bytes(dragged.data(OUT_OF).data()).decode())
        is_copied = event.dropAction() == Qt.DropAction.CopyAction
        self.dropped.emit([NoteId(note) for note in notes], () if is_copied else (home,))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aim in (Aim.BEFORE, Aim.BEHIND):
            left = 0 if self._aim is Aim.BEFORE else self.width() - _LINE
            line = QRect(left, 4, _LINE, self.height() - 8)
            QPainter(self).fillRect(line, QColor(colours().accent))

    def _on_chosen(self) -> None:
        chosen = len(self.list.chosen_notes)
        self.head.can_split = 0 < chosen < len(self.list.notes.rows)

    def _take_aim(self, event: QDragMoveEvent) -> None:
        aim = self._aim_of(event)
        self._set_aim(aim)
        if aim is Aim.NOTHING:
            event.ignore()
        else:
            event.acceptProposedAction()

    def _aim_of(self, event: QDropEvent) -> Aim:
        dragged = event.mimeData()
        if dragged.hasFormat(NOTES):
            return Aim.FILE
        if not self.theme or _dragged_theme(event) in ("", self.theme):
            return Aim.NOTHING
        at = event.position().toPoint()
        if self.head.geometry().contains(at):
            return Aim.MERGE
        return Aim.BEFORE if at.x() < self.width() / 2 else Aim.BEHIND

    def _set_aim(self, aim: Aim) -> None:
        if aim is not self._aim:
            self._aim = aim
            is_here = aim in (Aim.FILE, Aim.MERGE)
            restyle(self, surface="soft" if is_here else self._surface)
            self._show_aim()
            self.update()

    def _show_aim(self) -> None:
        """Say what a drop would do, where that is not what people may expect."""
        merges = self._aim is Aim.MERGE
        self.count.setText(_("Drop here: merge the two") if merges else self._counted)


def _dragged_theme(event: QDropEvent) -> ThemeId:
    """Return the theme that is dragged; an empty id where it is none."""
    return ThemeId(bytes(event.mimeData().data(THEME).data()).decode())
