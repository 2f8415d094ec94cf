"""One statement of a theme: its words, its sources, and what is to be looked at."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.notes import NoteId
from wcafe.domain.quantifiers import Truth
from wcafe.domain.synthesis import Statement
from wcafe.services.sourced import Doubt
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.sentence_area import dragged_notes
from wcafe.ui.synthesis.source_chip import SourceChip
from wcafe.ui.synthesis.statement_parts import care_strip, statement_menu
from wcafe.ui.synthesis.statement_shown import ShownStatement
from wcafe.ui.synthesis.statement_text import StatementText
from wcafe.ui.synthesis.writing_field import WritingField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.focus import holds_focus
from wcafe.ui.widgets.parts import Text, clear, push_button, restyle
from wcafe.ui.words import _, ngettext


class StatementItem(QFrame):
    """A statement that is read, changed in its place, and takes notes that are dropped on it.

    Signals:
        asked: the id of a note that is to be shown.
        walked: the keyboard goes to the statement before (-1) or after (1).
    """

    asked = Signal(str)
    walked = Signal(int)

    def __init__(self, presenter: SynthesisPresenter, shown: ShownStatement) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: ShownStatement | None = None
        self.id = shown.statement.id
        self.field: WritingField | None = None
        self.setAcceptDrops(True)
        self.words = StatementText()
        self.menu_button = push_button(
            "⋯", self._open_menu, kind="dots", name=_("What can be done with the statement")
        )
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.words, 1)
        head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head = QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._chips: list[SourceChip] = []
        self._sources = QWidget()
        self._flow = FlowLayout(self._sources)
        self.verdicts = Text("", "caption", wraps=True)
        self._below = QVBoxLayout()
        self._below.setSpacing(6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 5, 12, 7)
        self.column.setSpacing(6)
        self.column.addWidget(self._head)
        self.column.addWidget(self._sources)
        self.column.addWidget(self.verdicts)
        self.column.addLayout(self._below)
        self.words.edit_asked.connect(self.edit)
        self.words.remove_asked.connect(self._remove)
        self.words.moved.connect(partial(presenter.stating.move_by, self.id))
        self.words.walked.connect(self.walked)
        self.show_statement(shown)

    @property
    def chips(self) -> list[SourceChip]:
        """The sources, in order."""
        return self._chips

    def show_statement(self, shown: ShownStatement) -> None:
        """Show the statement as it is now; words that are being typed stay."""
        if shown != self._shown:
            self._shown = shown
            spans = [(doubt.claim.start, doubt.claim.end) for doubt, _truth in shown.doubts]
            self.words.show_text(shown.statement.text, spans)
            self.verdicts.setText(shown.verdicts)
            self.verdicts.setVisible(bool(shown.verdicts))
            self._show_sources()
            self._show_remarks()
        if self.id in self._presenter.stating.under_way:
            self._show_field(shown.statement)
        elif self.field is not None:
            self._on_over()

    def show_looked_at(self) -> None:
        """Let the source stand out whose note is in sight."""
        assert self._shown is not None
        for chip, source in zip(self._chips, self._shown.sources, strict=True):
            is_shown = source.note == self._presenter.looked_at
            chip.show_source(source.label, source.text, remark=source.remark, is_shown=is_shown)

    def edit(self) -> None:
        """Open the words to be changed."""
        self._presenter.stating.open(self.id)
        assert self._shown is not None
        if self.id in self._presenter.stating.under_way:
            self._show_field(self._shown.statement)
            assert self.field is not None
            self.field.area.setFocus()

    def _show_sources(self) -> None:
        assert self._shown is not None
        had_focus = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), None)
        clear(self._flow)
        self._chips = []
        for source in self._shown.sources:
            chip = SourceChip(source.note)
            chip.asked.connect(self.asked)
            chip.removed.connect(self._on_source_removed)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self.show_looked_at()
        if had_focus is not None:
            chips = self._chips[min(had_focus, len(self._chips) - 1) :]
            (chips[0] if chips else self.words).setFocus()

    def _show_remarks(self) -> None:
        assert self._shown is not None
        had_focus = holds_focus(self)
        clear(self._below)
        if self._shown.remark:
            self._below.addWidget(care_strip(self._shown.remark, *self._ways_to_read()))
        for doubt, truth in self._shown.doubts:
            self._below.addWidget(self._doubtcare_strip(doubt, truth))
        needs_care = bool(self._shown.remark or self._shown.doubts)
        restyle(self, surface="asked" if needs_care else "said")
        if had_focus and not holds_focus(self):
            self.words.setFocus()

    def _ways_to_read(self) -> list[QWidget]:
        if self._shown is None or not self._shown.can_be_read:
            return []
        confirm = partial(self._presenter.stating.confirm_read, self.id)
        tip = _("The sentence still holds: the note was read again beside it.")
        button = push_button(_("Read again"), confirm, kind="small", tip=tip)
        button.setObjectName("read again")
        return [button]

    def _doubtcare_strip(self, doubt: Doubt, truth: Truth | None) -> QFrame:
        notes = ngettext("{n} note", "{n} notes", len(doubt.notes)).format(n=len(doubt.notes))
        tables = ngettext("of one table", "of {n} tables", doubt.tables).format(n=doubt.tables)
        said = _("“{word}”: {notes} {tables}")
        words = said.format(word=doubt.claim.word, notes=notes, tables=tables)
        ways: list[QWidget] = []
        if truth is not None:
            label = _("“{word}”").format(word=truth.words)
            name = _("Put “{word}” in its place").format(word=truth.words)
            put = partial(self._put_in_truth, truth)
            ways.append(push_button(label, put, kind="small", name=name, tip=name))
        leave = partial(self._leave, doubt)
        tip = _("The word stays, and is never asked about again.")
        ways.append(push_button(_("Leave it"), leave, kind="small", tip=tip))
        return care_strip(words, *ways)

    def _put_in_truth(self, truth: Truth) -> None:
        """Put it there; where the verb does not go with it, a person looks at it first."""
        if truth.is_agreed:
            self._presenter.stating.reword(self.id, truth.text)
            self.words.setFocus()
        else:
            self._presenter.stating.open(self.id, truth.text)
            self.edit()

    def _leave(self, doubt: Doubt) -> None:
        self._presenter.claims.leave(doubt)
        self.words.setFocus()

    def _show_field(self, statement: Statement) -> None:
        writing = self._presenter.stating.under_way[self.id]
        if self.field is None:
            self.field = WritingField(self._presenter, writing, is_new=False)
            self.field.over.connect(self._on_over)
            self.field.asked.connect(self.asked)
            self.column.insertWidget(0, self.field)
            self.field.show()
            if holds_focus(self):  # before its place goes, or Qt would send the keyboard elsewhere
                self.field.area.setFocus()
            self._head.hide()
            self._sources.hide()
        self.field.show_writing(writing)
        seen = writing.seen.text if writing.seen is not None else ""
        self.field.show_theirs(statement.text if statement.text != seen else "")

    def _on_over(self) -> None:
        if self.field is not None:
            self._head.show()
            self._sources.show()
            if holds_focus(self.field):  # before it goes, or Qt would send the keyboard elsewhere
                self.words.setFocus()
            self.field.hide()
            self.field.deleteLater()
            self.field = None

    def _remove(self) -> None:
        self._presenter.stating.remove(self.id)

    def _on_source_removed(self, note: str) -> None:
        """Take a source out by opening the words without it: the last one is never lost unseen."""
        stating = self._presenter.stating
        stating.open(self.id)
        if self.id in stating.under_way:
            stating.unmark(stating.under_way[self.id], NoteId(note))
            self.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.field is None:
            statement_menu(self, self._presenter, self.id, self.edit).popup(event.globalPos())

    def _open_menu(self) -> None:
        place = self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft())
        statement_menu(self, self._presenter, self.id, self.edit).popup(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NOTES):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        notes = dragged_notes(event.mimeData())
        stating = self._presenter.stating
        if self.id in stating.under_way:
            stating.mark(stating.under_way[self.id], notes)
        else:
            stating.cite(self.id, notes)
        event.acceptProposedAction()
