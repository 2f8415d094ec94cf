"""Notes beside the statements: looked at, marked for a statement, dragged onto one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from wcafe.domain.notes import NoteId
from wcafe.ui.synthesis.coverage import About, Scope, sources, title_of
from wcafe.ui.synthesis.notes_in_sight import NotesInSight
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _, figure


class NotesCard(Card):
    """The notes of one scope, and the ways back to the statements.

    Signals:
        back_asked: the keyboard is to go back to where it came from.
        statement_asked: the id of a note whose statement is to be shown.
        harvest_asked: the notes are to be sorted in Harvest.
    """

    back_asked = Signal()
    statement_asked = Signal(str)
    harvest_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.column.setContentsMargins(12, 12, 8, 8)
        self.column.setSpacing(6)
        self.title = Text("", "heading", wraps=True)
        self.count = Text("", "caption")
        self.whole_button = push_button(_("This theme"), self._on_whole, kind="quiet")
        self.back_button = push_button(
            _("Back"), self.back_asked.emit, kind="quiet", tip=_("Escape: back to the statement")
        )
        self.sort_button = push_button(
            _("Sort them in Harvest"), self.harvest_asked.emit, kind="quiet"
        )
        self.asking = Text(_("Click the two notes that pull apart."), "strong", wraps=True)
        self.stop_button = push_button(_("Cancel"), presenter.opposing.give_up, kind="small")
        self.none = Text(_("There are none."), "muted", wraps=True)
        self.list = NotesInSight()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        for way in (self.back_button, self.whole_button, self.sort_button):
            ways.addWidget(way)
        ways.addStretch(1)
        self._asked = QFrame()
        self._asked.setProperty("surface", "care")
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(10, 5, 10, 5)
        asked.addWidget(self.asking, 1)
        asked.addWidget(self.stop_button)
        self.column.addLayout(head)
        self.column.addLayout(ways)
        self.column.addWidget(self._asked)
        self.column.addWidget(self.none)
        self.column.addWidget(self.list, 1)
        self.list.toggled.connect(self._on_toggled)
        self.list.entered.connect(self.statement_asked)
        self.list.left.connect(self._on_left)
        presenter.scope_changed.connect(self.show_notes)
        presenter.stating.marked.connect(self.show_notes)
        presenter.opposing.picked_changed.connect(self._on_picked)

    def show_notes(self) -> None:
        """Show the notes of the scope, and which of them are marked and cited."""
        presenter = self._presenter
        scope, theme = presenter.scope, presenter.theme
        notes = presenter.notes_in_sight()
        picked = presenter.opposing.picked
        marked: tuple[NoteId, ...] = ()
        if picked is not None:
            marked = picked
        elif theme is not None:
            marked = presenter.stating.aimed_at(theme.id).notes
        rows = sources(
            notes,
            presenter.snapshot,
            presenter.numbers,
            cited=presenter.sourcing.cited,
            marked=frozenset(marked),
        )
        self.list.show_rows(list(rows))
        title = title_of(scope, presenter.snapshot)
        self.title.setText(title)
        self.count.setText(figure(len(rows)))
        self.list.setAccessibleName(title)
        self.none.setVisible(not rows)
        self.whole_button.setVisible(scope != Scope() and theme is not None)
        self.back_button.setVisible(presenter.looked_at is not None)
        self.sort_button.setVisible(scope.about is About.UNSORTED and bool(rows))
        self._asked.setVisible(presenter.opposing.is_asking)
        if presenter.looked_at is not None and self.list.current != presenter.looked_at:
            self.list.go_to(presenter.looked_at)

    def _on_toggled(self, note: str) -> None:
        presenter = self._presenter
        if presenter.opposing.is_asking:
            presenter.opposing.pick(NoteId(note))
        elif presenter.theme is not None:
            presenter.stating.toggle(NoteId(note), presenter.theme.id)

    def _on_picked(self) -> None:
        self.show_notes()
        if self._presenter.opposing.is_asking and not self._presenter.opposing.picked:
            self.list.setFocus()

    def _on_left(self) -> None:
        if self._presenter.opposing.is_asking:
            self._presenter.opposing.give_up()
        else:
            self.back_asked.emit()

    def _on_whole(self) -> None:
        self._presenter.look_at(Scope())
        self.list.setFocus()
