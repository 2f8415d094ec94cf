"""A list of notes: walked by arrows, edited in place, where nothing moves under who edits."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from wcafe.domain.search import Search
from wcafe.ui.note_cards.cards import NoteCards
from wcafe.ui.note_cards.filed import Filed, Row
from wcafe.ui.note_cards.models import NoteModel
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.keyed import Index, around_row
from wcafe.ui.widgets.word_offer import WordOffer

_TRIGGER = QAbstractItemView.EditTrigger
_IN_PLACE = 1000  # milliseconds after which the first rows are all in their places


class NoteList(QListView):
    """Notes as cards, whose selection and place on screen survive a change.

    Signals:
        chosen: the selection changed.
        deleted: the Delete key was pressed.
        themes_asked: T was pressed, to choose a theme.
        split_asked: S was pressed, to make a note of each line.
        join_asked: J was pressed, to make one note of several.
        lone_asked: L was pressed, to mark a lone voice.
        details_asked: D was pressed, to say what is known of notes beside their words.
        history_asked: H was pressed, to see all that a note has said.
        below_asked: B was pressed, to let notes belong to the one above.
        alone_asked: Shift+B was pressed, to let them stand alone.
        prompts_asked: P was pressed, to choose a prompt.
        wall_asked: W was pressed, to mark for the wall.
        menu_asked: where a menu is wanted, on the whole screen.
    """

    chosen = Signal()
    deleted = Signal()
    themes_asked = Signal()
    split_asked = Signal()
    join_asked = Signal()
    lone_asked = Signal()
    details_asked = Signal()
    history_asked = Signal()
    below_asked = Signal()
    alone_asked = Signal()
    prompts_asked = Signal()
    wall_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        name: str,
        presenter: NotesPresenter,
        *,
        shows_theme: bool = True,
        edits_on_click: bool = False,
    ) -> None:
        super().__init__()
        self.notes = NoteModel()
        self.setModel(self.notes)
        self._presenter = presenter
        self.use_cards(NoteCards(self, shows_theme=shows_theme))
        self._waiting: tuple[Row, ...] | None = None
        # many that come at once are measured some at a time; later all, or the bar would jump
        self._in_place_timer = QTimer(self)
        self._in_place_timer.setSingleShot(True)
        self._in_place_timer.setInterval(_IN_PLACE)
        self._in_place_timer.timeout.connect(self._lay_out_all)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("NoteList { background: transparent; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)  # with Ctrl they stay there too
        self.setTabKeyNavigation(False)
        click = _TRIGGER.SelectedClicked if edits_on_click else _TRIGGER.DoubleClicked
        self.setEditTriggers(click | _TRIGGER.DoubleClicked | _TRIGGER.EditKeyPressed)

    def use_cards(self, cards: NoteCards) -> None:
        """Let `cards` draw the notes, and lend the editor in which one is changed."""
        presenter = self._presenter
        self.cards = cards
        cards.reword = presenter.reword
        cards.remember = presenter.remember_edit
        cards.offer = lambda editor: WordOffer(editor, presenter.day_words)
        self.setItemDelegate(cards)
        cards.closeEditor.connect(self._on_closed)

    @property
    def chosen_notes(self) -> list[str]:
        """The ids of the selected notes, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.notes.rows[place].key for place in places]

    def show_rows(self, rows: Iterable[Row], *, from_top: bool = False) -> None:
        """Show `rows`; what is chosen, and what is at the top, stays so if it is still there.

        Around a note that is being edited too; that one stays as it was until the editor closes.
        With `from_top` they are the answer to a question, and shown from the first one on.
        """
        after = tuple(rows)
        if self.cards.editor is not None:
            self._waiting, from_top = after, False
            edited = self.cards.edited.row()
            around = around_row(self.notes.rows, after, edited) if edited >= 0 else None
            if around is None:
                return
            after = around
        if after == self.notes.rows:
            return
        is_scrolled = self.verticalScrollBar().value() > 0 or self.cards.editor is not None
        is_many = len(after) > self.batchSize() and (from_top or not self.notes.rows)
        if is_many:
            self._measure_bit_by_bit(len(after))
        elif is_scrolled and self.layoutMode() is self.LayoutMode.Batched:
            self._lay_out_all()  # what is not measured yet is nowhere, and cannot stay there
            self.doItemsLayout()
        chosen, current = set(self.chosen_notes), self._key_at(self.currentIndex().row())
        top = self._anchor()
        top_key = self.notes.rows[top.row()].key if top.isValid() else None
        shift = self.visualRect(top).top()
        if is_many:
            self.notes.show_anew(after)
        else:
            self.notes.show_rows(after)
        self._choose(chosen, current)
        if from_top:
            self.scrollToTop()
        elif is_scrolled and (place := self.notes.row_of(top_key)) is not None:
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.notes.index(place)).top() - shift)

    def choose(self, notes: Collection[str]) -> None:
        """Choose those of `notes` that are here, and show the first; the signal is not said."""
        rows = [place for place, row in enumerate(self.notes.rows) if row.key in notes]
        with QSignalBlocker(self):
            self.clearSelection()
            self._choose(set(notes), self._key_at(self.currentIndex().row()))
        if rows:
            index = self.notes.index(rows[0])
            no_change = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, no_change)
            self.scrollTo(index)

    def _anchor(self) -> Index:
        """Return what stays where it is on screen: the note that is edited, else the first one."""
        if self.cards.editor is not None:
            return self.cards.edited
        return self.indexAt(QPoint(self.width() // 2, 2))

    def mark(self, search: Search) -> None:
        """Mark what `search` finds in the notes."""
        self.cards.mark(search)

    def go_to_first(self) -> bool:
        """Choose the first note and give it the keyboard; return whether there is one."""
        rows = enumerate(self.notes.rows)
        place = next((place for place, row in rows if isinstance(row, Filed)), None)
        if place is not None:
            self.setCurrentIndex(self.notes.index(place))
            self.setFocus()
        return place is not None

    def edit_current(self) -> None:
        """Open the editor on the note that has the cursor, else on the first one chosen."""
        index = self.currentIndex()
        if not index.isValid() and self.chosen_notes:
            index = self.notes.index(self.notes.row_of(self.chosen_notes[0]) or 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def keep_typed(self) -> bool:
        return self.cards.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_current()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.choose_current()
            self._delete()
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the page takes it in
        elif (asked := self._asked_by(event.modifiers(), event.key())) is not None:
            self.choose_current()
            asked.emit()
        else:
            super().keyPressEvent(event)

    def choose_current(self) -> None:
        """Choose the note under the cursor where none is chosen: that is what a key means then."""
        if not self.chosen_notes and self._key_at(self.currentIndex().row()):
            flag = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().select(self.currentIndex(), flag)

    def _asked_by(self, held: Qt.KeyboardModifier, key: int) -> SignalInstance | None:
        if held == Qt.KeyboardModifier.ShiftModifier:
            return self.alone_asked if key == Qt.Key.Key_B else None
        if held != Qt.KeyboardModifier.NoModifier:
            return None
        asked = {
            Qt.Key.Key_T: self.themes_asked,
            Qt.Key.Key_S: self.split_asked,
            Qt.Key.Key_J: self.join_asked,
            Qt.Key.Key_L: self.lone_asked,
            Qt.Key.Key_D: self.details_asked,
            Qt.Key.Key_H: self.history_asked,
            Qt.Key.Key_B: self.below_asked,
            Qt.Key.Key_P: self.prompts_asked,
            Qt.Key.Key_W: self.wall_asked,
        }
        return asked.get(Qt.Key(key))

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the short cuts; the search field is for searching."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
        else:
            self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self.verticalScrollBar().value() > 0:
                self._lay_out_all()  # or the bar would be as short as the first of them
            else:
                self._measure_bit_by_bit(len(self.notes.rows))
            self.scheduleDelayedItemsLayout()  # Qt itself only looks at the height

    def selectionChanged(self, now: QItemSelection, before: QItemSelection) -> None:
        super().selectionChanged(now, before)
        self.chosen.emit()

    def _measure_bit_by_bit(self, rows: int) -> None:
        """Let the window go on between some rows and the next, where there are many."""
        if rows > self.batchSize():
            self.setLayoutMode(self.LayoutMode.Batched)
            self._in_place_timer.start()

    def _choose(self, keys: set[str], current: str) -> None:
        """Choose again what moved to another place."""
        flag = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        lost = keys - set(self.chosen_notes)
        for place, row in enumerate(self.notes.rows if lost else ()):
            if row.key in lost:
                selection.select(self.notes.index(place), flag.Select)
        here = self._key_at(self.currentIndex().row())
        if here != current and (place_now := self.notes.row_of(current)) is not None:
            selection.setCurrentIndex(self.notes.index(place_now), flag.NoUpdate)

    def _delete(self) -> None:
        """Ask for the chosen notes to go, and choose the next one, to be deleted too."""
        places = [self.notes.row_of(key) or 0 for key in self.chosen_notes]
        self.deleted.emit()
        if not places or self.chosen_notes:
            return
        rows = range(len(self.notes.rows))
        after = [place for place in rows if place >= places[0] and self._key_at(place)]
        before = [place for place in rows if place < places[0] and self._key_at(place)]
        if after or before:
            self.setCurrentIndex(self.notes.index(after[0] if after else before[-1]))

    def _key_at(self, place: int) -> str:
        row = self.notes.rows[place] if 0 <= place < len(self.notes.rows) else None
        return row.key if isinstance(row, Filed) else ""

    @Slot()
    def _lay_out_all(self) -> None:
        self.setLayoutMode(self.LayoutMode.SinglePass)

    def _on_closed(self) -> None:
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_rows(waiting)
