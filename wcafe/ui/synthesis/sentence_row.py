"""One sentence of a strip on screen: three answers by key or mouse, and a table's own words."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wcafe.domain.strips import ANSWERS
from wcafe.domain.verdicts import Answer
from wcafe.ui.synthesis.strips_now import ShownSentence
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text, push_button, restyle
from wcafe.ui.words import _

_KEYS = {str(number): answer for number, answer in enumerate(ANSWERS, start=1)}
_BACK = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SentenceRow(QFrame):
    """A sentence with its answers. The keys 1, 2 and 3 answer, 0 takes that back.

    Signals:
        answered: the answer that was given; None takes it back.
        worded: the table's own words.
        taken_in: its words are to be a correction.
        walked: the keyboard goes to the sentence before (-1) or after (1).
    """

    answered = Signal(object)
    worded = Signal(str)
    taken_in = Signal()
    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "ask")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = Text("", "strong", wraps=True)
        self.source = Text("", "caption", wraps=True)
        self.again = Text("", "caption", wraps=True)
        self.buttons: dict[Answer, QPushButton] = {}
        answers = QWidget()
        flow = FlowLayout(answers)
        for answer in ANSWERS:
            button = push_button("", partial(self.answered.emit, answer), kind="chip")
            self.buttons[answer] = button
            flow.addWidget(button)
        self.own_edit = LineField(_("The table’s own words"), _("The table’s own words"))
        self.take_button = push_button(
            _("Take it in as a correction"),
            self.taken_in.emit,
            kind="small",
            tip=_("The words go among the corrections, to be accepted or declined. Ctrl+Enter"),
        )
        self.taken = Text(_("among the corrections"), "caption")
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self.own_edit, 1)
        own.addWidget(self.take_button)
        own.addWidget(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 8)
        column.setSpacing(4)
        for part in (self.words, self.source, self.again, answers, self._own):
            column.addWidget(part)
        self.own_edit.kept.connect(self.worded)
        self.own_edit.returnPressed.connect(partial(self.walked.emit, 1))

    def show_sentence(self, shown: ShownSentence) -> None:
        """Show what is asked and what the table says."""
        said = shown.asked.statement.text
        self.words.setText(said)
        self.source.setText(
            _("{source} · code\u00a0{code}").format(source=shown.source, code=shown.code)
        )
        self._show_before(shown)
        answer = shown.verdict.answer if shown.verdict else None
        for number, (each, label) in enumerate(ANSWERS.items(), start=1):
            button, is_chosen = self.buttons[each], each is answer
            button.setText(f"{'✓' if is_chosen else number} {_(label)}")
            chosen = _("{answer}, chosen") if is_chosen else "{answer}"
            button.setAccessibleName(chosen.format(answer=_(label)))
            restyle(button, shown="true" if is_chosen else "false")
        told = _(ANSWERS[answer]) if answer else _("not answered yet")
        self.setAccessibleName(f"{said} – {told}")
        self._show_own(shown)

    def keep_typed(self) -> None:
        self.own_edit.keep()

    def go_to_words(self) -> None:
        self.own_edit.setFocus()

    def _show_before(self, shown: ShownSentence) -> None:
        is_again = shown.before is not None and shown.verdict is None
        if is_again and shown.before is not None:
            told = _("To be asked again: it said “{answer}” of other words.")
            self.again.setText(told.format(answer=_(ANSWERS[shown.before.answer])))
        self.again.setVisible(is_again)

    def _show_own(self, shown: ShownSentence) -> None:
        verdict = shown.verdict
        has_words = verdict is not None and bool(verdict.words)
        self.own_edit.show_text(verdict.words if verdict else "")
        is_open = has_words or (verdict is not None and verdict.answer is Answer.AMEND)
        if (
            not is_open and self.own_edit.hasFocus()
        ):  # before it goes, or Qt would send it elsewhere
            self.setFocus()
        self._own.setVisible(is_open)
        self.take_button.setVisible(has_words and not shown.is_taken_in)
        self.taken.setVisible(shown.is_taken_in)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_plain:
            self.own_edit.keep()
            self.taken_in.emit()
        elif (answer := _KEYS.get(event.text())) is not None and is_plain:
            self.answered.emit(answer)
        elif key in _BACK:
            self.answered.emit(None)
        elif key in _NEXT:
            self.walked.emit(1)
        elif key == Qt.Key.Key_Up:
            self.walked.emit(-1)
        else:
            super().keyPressEvent(event)
