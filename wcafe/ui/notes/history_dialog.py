"""The window of all that a note has said: newest first, with a way back to each of it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.note_history import Fate, Piece
from wcafe.domain.notes import Note, NoteId
from wcafe.errors import WcafeError
from wcafe.ui.note_cards.fact_words import say_briefly
from wcafe.ui.notes.history import NoteHistory, Past
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.marked_text import MarkedText
from wcafe.ui.widgets.parts import (
    GAP,
    Card,
    Text,
    clear,
    in_scroll_area,
    push_button,
    thin_line,
)
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, desk_words

_AT_ONCE = 30  # revisions that are shown before somebody asks for older ones
_WIDE, _HIGH = 680, 640  # pixels


class HistoryDialog(QDialog):
    """Shows the past of one note, and where two versions of it stand both of them, side by side."""

    def __init__(self, presenter: NotesPresenter, note: NoteId, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.history = NoteHistory(presenter, note)
        self._most = _AT_ONCE
        self.setWindowTitle(_("History of a note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.versions = Card(_("Two versions of this note"), surface="dashed")
        self._pair = QHBoxLayout()
        self._pair.setSpacing(GAP)
        self.versions.column.addLayout(self._pair)
        self.both_button = push_button(_("Keep both"), self._on_both)
        self.versions.column.addWidget(self.both_button)
        self.keep_buttons: list[QWidget] = []
        self.back_buttons: list[QWidget] = []
        self.told = Text("", wraps=True)
        self.told.setProperty("chip", "bad")
        self.told.hide()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(GAP)
        self.close_button = push_button(_("Close"), self.accept, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(GAP)
        column.addWidget(Text(_("History of a note"), "heading"))
        column.addWidget(self.told)
        column.addWidget(self.versions)
        column.addWidget(in_scroll_area(inside), 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(_WIDE, min(_HIGH, parent.window().height()))
        presenter.shown.connect(self.show_history)
        presenter.failed.connect(self._on_failed)
        self.show_history()
        self.close_button.setFocus()

    @Slot()
    def show_history(self) -> None:
        """Show what there is now; without the note there is nothing to show."""
        if self.history.note is None:
            self.accept()
            return
        self.told.hide()
        past = self.history.read()
        clear(self._column)
        self.back_buttons = []
        for place, each in enumerate(past[: self._most]):
            if place:
                self._column.addWidget(thin_line())
            self._add(each)
        if len(past) > self._most:
            self._column.addWidget(push_button(_("Show older ones"), self._on_older, kind="quiet"))
        self._column.addStretch(1)
        self._show_versions()
        tab_in_reading_order(self)

    def _add(self, past: Past) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(past.when, "strong"))
        head.addWidget(Text(past.way, "muted"), 1)
        if past.is_newest:
            head.addWidget(Text(_("as it is now"), "muted"))
        else:
            name = _("Back to this, of {when}").format(when=past.when)
            button = push_button(_("Back to this"), partial(self._on_back, past.note), name=name)
            self.back_buttons.append(button)
            head.addWidget(button)
        self._column.addLayout(head)
        self._column.addWidget(_marked(past.words))
        for words in past.told:
            self._column.addWidget(Text(words, "muted", wraps=True))

    def _show_versions(self) -> None:
        versions = self.history.versions
        self.versions.setVisible(bool(versions))
        clear(self._pair)
        self.keep_buttons = []
        for one, other in (versions[:2], versions[1::-1]) if versions else ():
            column = QVBoxLayout()
            words = [Piece(one.text, Fate.STAYS)]
            column.addWidget(_marked(words))
            caption = say_briefly(one, self._presenter.cafe.kind_labels)
            column.addWidget(Text(caption, "caption", wraps=True))
            button = push_button(_("Keep this one"), partial(self._on_keep, one, other))
            self.keep_buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(1)
            self._pair.addLayout(column, 1)

    def _on_back(self, past: Note) -> None:
        self.history.go_back(past)
        self.close_button.setFocus()

    def _on_keep(self, one: Note, other: Note) -> None:
        self.history.keep_one(one, other)
        self.close_button.setFocus()

    def _on_both(self) -> None:
        self.history.keep_both(self.history.versions[1])
        self.close_button.setFocus()

    def _on_older(self) -> None:
        self._most += _AT_ONCE
        self.show_history()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        """Say here what cannot be done, as this window lies over the page."""
        self.told.setText(error.describe(desk_words()) if isinstance(error, WcafeError) else "")
        self.told.show()


def _marked(words: tuple[Piece, ...] | list[Piece]) -> MarkedText:
    return MarkedText(words, gone=_("gone"), new=_("new"))
