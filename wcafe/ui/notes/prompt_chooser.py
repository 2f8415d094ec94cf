"""The small window that P opens: a prompt of the sheets for the chosen notes, or another one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from wcafe.domain.lengths import SHORT
from wcafe.domain.notes import NoteId
from wcafe.domain.search import look_for
from wcafe.domain.text import fold, one_line
from wcafe.ui.notes.placing import NO_PROMPT
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.parts import GAP, Text, with_label
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PromptChooser(QDialog):
    """Enter puts the notes under the marked prompt; letters or a number find one."""

    def __init__(self, presenter: NotesPresenter, notes: Sequence[NoteId], parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._notes = presenter, tuple(notes)
        self._prompts: list[str] = []  # of each line
        self.setWindowTitle(_("Under which prompt"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.name_edit = QLineEdit(maxLength=SHORT)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Prompts"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(with_label(_("A prompt of the sheets, or another one"), self.name_edit))
        column.addWidget(self.list)
        column.addWidget(
            Text(_("Enter moves the notes · ↑↓ another prompt · Esc leaves"), "caption")
        )
        self.name_edit.installEventFilter(self)
        WordOffer(self.name_edit, presenter.day_words, by_arrow=False)
        self.name_edit.textChanged.connect(self._show_prompts)
        self.name_edit.returnPressed.connect(self._on_enter)
        self.list.itemClicked.connect(self._on_enter)
        self._show_prompts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.name_edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _show_prompts(self) -> None:
        """Show the prompts that hold what is typed, and below them what else Enter could do."""
        typed = one_line(self.name_edit.text())
        search = look_for(typed)
        numbered = [
            (f"{n + 1}", prompt) for n, prompt in enumerate(self._presenter.placing.prompts)
        ]
        found = [
            (number, prompt)
            for number, prompt in numbered
            if typed in ("", number) or search.is_in(prompt)
        ]
        lines = [f"{number}. {prompt}" for number, prompt in found]
        self._prompts = [prompt for _number, prompt in found]
        if not typed:
            lines.append(_("Under no prompt"))
            self._prompts.append(NO_PROMPT)
        elif not any(typed == number or fold(typed) == fold(name) for number, name in found):
            lines.append(_("Another prompt: “{name}”").format(name=typed))
            self._prompts.append(typed)
        self.list.clear()
        self.list.addItems(lines)
        self.list.setCurrentRow(0)

    def _on_enter(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        presenter = self._presenter
        presenter.placing.to_prompt(presenter.of(self._notes), self._prompts[row])
        self.accept()
