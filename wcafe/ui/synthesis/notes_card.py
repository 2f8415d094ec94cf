"""Notes beside the statements: looked at, marked for a statement, dragged onto one."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QListView

from wcafe.domain.notes import NoteId
from wcafe.ui.note_cards.cards import NoteCards
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.note_cards.models import NoteModel
from wcafe.ui.synthesis.coverage import About, Scope, Source, sources, title_of
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _, figure

_CHIP = 20  # pixels of height
_MANY = 200  # notes that are laid out at once; more come bit by bit


class SourceCards(NoteCards):
    """Cards whose first chip says where a note was said, filled once it is marked."""

    def _paint_chips(self, painter: QPainter, row: Filed, at: QPointF) -> None:
        assert isinstance(row, Source)
        palette = colours()
        painter.setFont(sans(12))
        for place, words in enumerate(row.chips):
            width = painter.fontMetrics().horizontalAdvance(words) + 14
            ground = QRectF(at.x(), at.y(), width, _CHIP)
            is_source, is_filled = place == 0, place == 0 and row.is_marked
            line = palette.line if is_source else palette.sand
            painter.setPen(QColor(palette.accent if is_filled else line))
            inside = palette.card if is_source else palette.sand
            painter.setBrush(QColor(palette.accent if is_filled else inside))
            painter.drawRoundedRect(ground, 6, 6)
            ink = palette.ink if is_source else palette.muted
            painter.setPen(QColor(palette.on_accent if is_filled else ink))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
            at = QPointF(at.x() + width + 5, at.y())


class NotesInSight(QListView):
    """Notes as cards. A click or Space marks one; several are chosen by Ctrl or Shift, and dragged.

    Signals:
        toggled: the id of a note that is to be marked, or not any more.
        entered: Enter was pressed on a note.
        left: Escape was pressed.
    """

    toggled = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notes = NoteModel()
        self.setModel(self.notes)
        self.setItemDelegate(SourceCards(self, shows_theme=False))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setTabKeyNavigation(False)
        self.setBatchSize(_MANY)
        self.setMinimumHeight(96)
        self.setToolTip(_("A click or Space marks a note; it can be dragged too."))
        self._pressed = QPoint()

    def show_rows(self, rows: list[Filed]) -> None:
        many = len(rows) > _MANY
        self.setLayoutMode(self.LayoutMode.Batched if many else self.LayoutMode.SinglePass)
        self.notes.show_rows(rows)

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self.notes.rows[row].key if 0 <= row < len(self.notes.rows) else ""

    def go_to(self, note: NoteId) -> bool:
        """Bring a note into sight, and choose it; return whether it is here."""
        if (place := self.notes.row_of(note)) is None:
            return False
        index = self.notes.index(place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            chosen = {index.row() for index in self.selectedIndexes()}
            for place in sorted(chosen or {self.currentIndex().row()} - {-1}):
                self.toggled.emit(self.notes.rows[place].key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.entered.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        index = self.indexAt(here)
        far = (here - self._pressed).manhattanLength()
        is_click = far < QApplication.startDragDistance() and index.isValid()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_click and is_plain and event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(self.notes.rows[index.row()].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # Qt itself only looks at the height


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
