"""The strip of one table on screen, to be entered within a minute."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.domain.marks import table_title
from wcafe.domain.synthesis import StatementId
from wcafe.domain.verdicts import Answer
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.sentence_row import SentenceRow
from wcafe.ui.synthesis.strips_now import ShownSentence
from wcafe.ui.widgets.focus import holds_focus
from wcafe.ui.widgets.marks import Mark
from wcafe.ui.widgets.parts import GAP, Card, Text, in_scroll_area, thin_line
from wcafe.ui.words import _, desk_words, ngettext

_WIDE = 64  # pixels of a field for a number
_DIGITS = 4  # of a number
_NUMBER = QRegularExpression("[0-9]*")


class StripCard(Card):
    """A field for a table's number, and the sentences that it is asked about.

    `shown_table` says that the strip of another table is in sight.
    """

    shown_table = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._confirming = presenter.confirming
        self.rows: dict[StatementId, SentenceRow] = {}
        self._shown: dict[StatementId, ShownSentence] = {}
        self._table: int | None = None  # whose rows they are
        self.table_edit = QLineEdit(maxLength=_DIGITS)
        self.table_edit.setValidator(QRegularExpressionValidator(_NUMBER, self.table_edit))
        self.table_edit.setFixedWidth(_WIDE)
        self.table_edit.setAccessibleName(_("Number of the table whose strip this is"))
        self.mark = Mark(0)
        self.title = Text("", "heading", wraps=True)
        self.count = Text("", "caption", wraps=True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        label = Text(_("Table"), "strong")
        label.setBuddy(self.table_edit)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.count)
        for part in (label, self.table_edit, self.mark):
            head.addWidget(part)
        head.addLayout(names, 1)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        scroll = in_scroll_area(self._inside)
        scroll.setProperty("surface", "clear")
        scroll.setMinimumHeight(140)
        self.column.addLayout(head)
        self.column.addWidget(thin_line())
        self.column.addWidget(scroll, 1)
        self.table_edit.returnPressed.connect(self._on_table)

    def show_strip(self) -> None:
        """Show the strip that is in sight as it is now; words that are being typed stay."""
        strip = self._confirming.strip
        if strip is None:
            return
        cafe = self._presenter.cafe
        if strip.table != self._table and not self.table_edit.hasFocus():
            self.table_edit.setText(str(strip.table + 1))
        self.mark.show_number(strip.table)
        self.title.setText(table_title(strip.table, cafe.table_name(strip.table), desk_words()))
        notes = ngettext("{n} note", "{n} notes", strip.notes).format(n=strip.notes)
        asked = len(strip.asked)
        read = ngettext("{n} sentence to read", "{n} sentences to read", asked).format(n=asked)
        self.count.setText(f"{notes} · {read}")
        self._show_rows(strip.table)

    def go_to_table(self) -> None:
        """Let the number of the next table be typed."""
        self.table_edit.setFocus()
        self.table_edit.selectAll()

    def go_to_sentences(self) -> None:
        """Go to the first sentence without an answer, else to the first."""
        rows = list(self.rows)
        open_ = [each for each in rows if self._shown[each].verdict is None]
        if rows:
            self.rows[(open_ or rows)[0]].setFocus()

    def keep_typed(self) -> None:
        for row in self.rows.values():
            row.keep_typed()

    def _show_rows(self, table: int) -> None:
        shown = self._confirming.sentences()
        ids = [each.asked.statement.id for each in shown]
        if table != self._table or ids != list(self.rows):
            self._build(ids)
            self._table = table
        self._shown = dict(zip(ids, shown, strict=True))
        for each in shown:
            self.rows[each.asked.statement.id].show_sentence(each)

    def _build(self, ids: list[StatementId]) -> None:
        """Have a row for each of these sentences; words that are being typed are kept first."""
        had_focus = any(map(holds_focus, self.rows.values()))
        if had_focus:
            self.table_edit.setFocus()
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.rows = {}
        for id_ in ids:
            row = SentenceRow()
            row.answered.connect(partial(self._on_answer, id_))
            row.worded.connect(partial(self._on_words, id_))
            row.taken_in.connect(partial(self._on_taken_in, id_))
            row.walked.connect(partial(self._on_walked, id_))
            self.rows[id_] = row
            self._column.addWidget(row)
            row.show()  # or the keyboard could not go to it before all is laid out
        self._column.addStretch(1)

    def _on_table(self) -> None:
        if number := self.table_edit.text():
            self.show_table(int(number) - 1)

    def show_table(self, table: int) -> None:
        """Show the strip of `table`, from 0, and go to its sentences."""
        self.keep_typed()
        if self._confirming.choose(table):
            self.table_edit.setText(str(table + 1))
            self.shown_table.emit()
            self.go_to_sentences()
        else:
            self.table_edit.selectAll()

    def _on_answer(self, id_: StatementId, answer: Answer | None) -> None:
        if not self._confirming.answer(self._shown[id_], answer) or id_ not in self.rows:
            return
        if answer is Answer.AMEND:
            self.rows[id_].go_to_words()
        elif answer is None:
            self.rows[id_].setFocus()
        else:
            self._on_walked(id_, 1)

    def _on_words(self, id_: StatementId, words: str) -> None:
        shown = self._shown[id_]
        answer = shown.verdict.answer if shown.verdict else Answer.AMEND
        self._confirming.answer(shown, answer, words)

    def _on_taken_in(self, id_: StatementId) -> None:
        if self._confirming.take_in(self._shown[id_]):
            self.rows[id_].setFocus()

    def _on_walked(self, id_: StatementId, by: int) -> None:
        """Go to the sentence before or after; behind the last one to the next table."""
        rows = list(self.rows)
        place = rows.index(id_) + by
        if place == len(rows):
            self.go_to_table()
        elif place >= 0:
            self.rows[rows[place]].setFocus()
