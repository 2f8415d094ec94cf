"""The gallery and what belongs to it: the size of its cards, the way to the headline wall."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.gallery import Gallery
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.views import ZOOMS
from wcafe.ui.widgets.parts import GAP, Text, push_button
from wcafe.ui.words import _, figure, ngettext


class GalleryView(QWidget):
    """All notes that are asked for as cards on a wall.

    Signals:
        chosen: other notes are chosen.
        wall_asked: the headline wall is to be shown to the room, or put away.
    """

    chosen = Signal()
    wall_asked = Signal()

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.list = Gallery(_("All notes, as cards on a wall"), presenter)
        self.smaller_button = push_button(
            "−", partial(self._zoom, -1), name=_("Smaller cards"), tip=_("Ctrl+−")
        )
        self.larger_button = push_button(
            "+", partial(self._zoom, 1), name=_("Larger cards"), tip=_("Ctrl++")
        )
        self.percent = Text("", "muted")
        self.marked = Text("", "muted", wraps=True)
        self.wall_button = push_button("", self.wall_asked.emit, kind="primary")
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.smaller_button)
        bar.addWidget(self.percent)
        bar.addWidget(self.larger_button)
        bar.addWidget(self.marked, 1)
        bar.addWidget(self.wall_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.list.zoomed.connect(self._zoom)
        presenter.wall.changed.connect(self.show_wall)
        self._show_zoom()

    @property
    def lists(self) -> list[NoteList]:
        return [self.list]

    @property
    def chosen_notes(self) -> list[str]:
        return self.list.chosen_notes

    def resting_place(self) -> QWidget:
        return self.list

    def show_notes(self, filed: list[Filed], *, from_top: bool = False) -> None:
        """Show `filed`; `from_top`: see `NoteList.show_rows`."""
        self.list.show_rows(filed, from_top=from_top)
        self.show_wall()

    @Slot()
    def show_wall(self) -> None:
        """Say how many notes are marked for the wall, and whether it is shown."""
        wall = self._presenter.wall
        number = len(wall.cards)
        words = ngettext("{number} note on the wall", "{number} notes on the wall", number)
        none = _("W marks the chosen notes for the wall")
        self.marked.setText(words.format(number=figure(number)) if number else none)
        shown = _("Close the wall") if wall.is_open else _("Show the wall")
        self.wall_button.setText(shown)
        self.wall_button.setAccessibleName(shown)

    def _zoom(self, steps: int) -> None:
        self._presenter.views.nearer(steps)
        self._show_zoom()

    def _show_zoom(self) -> None:
        zoom = self._presenter.views.zoom
        self.list.show_zoom(zoom)
        self.percent.setText(_("{number} %").format(number=zoom))
        self.smaller_button.setEnabled(zoom > ZOOMS[0])
        self.larger_button.setEnabled(zoom < ZOOMS[-1])
