"""The dialogue in which the words of the day are entered: a list, and proposals to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.day_words import key_of
from wcafe.domain.text import one_line
from wcafe.ui.note_cards.day_words import DayWords
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button, with_label
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _, figure, ngettext

_SIZE = (560, 520)


class WordsDialog(QDialog):
    """One word a line, typed or pasted; proposals come when asked for, and none is taken unasked.

    It stays open until the words could be kept.
    """

    def __init__(self, day_words: DayWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._day_words = day_words
        self.setWindowTitle(_("Words of the day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words_edit = TextArea()
        self.words_edit.setPlainText("\n".join(day_words()))
        self.words_edit.setPlaceholderText(_("PCAET\nSaint-Malo\nZoé d'Ân-Lê"))
        self.words_edit.setTabChangesFocus(True)
        self.propose_button = push_button(_("Look in the café"), self._propose)
        self.propose_button.setToolTip(
            _("Names and acronyms of the title, the questions and the tables")
        )
        self.proposed = QListWidget()
        self.proposed.setAccessibleName(_("Found in the café"))
        self.told = Text("", "caption", wraps=True)
        self.add_button = push_button(_("Add those ticked"), self._add)
        self.keep_button = push_button(_("Keep"), self._keep, kind="primary")
        self.cancel_button = push_button(_("Cancel"), self.reject)
        self._build()
        self.proposed.itemChanged.connect(self._show_ticked)
        self.words_edit.textChanged.connect(self._show_count)
        self._show_count()
        self._show_proposals([])
        self.resize(*_SIZE)
        self.words_edit.setFocus()

    def _build(self) -> None:
        self.count = Text("", "caption")
        left = with_label(_("Names and acronyms, one a line"), self.words_edit)
        left.addWidget(self.count)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.propose_button)
        right.addWidget(self.proposed, 1)
        right.addWidget(self.told)
        right.addWidget(self.add_button)
        lists = QHBoxLayout()
        lists.setSpacing(WIDE)
        lists.addLayout(left, 1)
        lists.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(
            Text(
                _("They are offered while you type a note, a theme or a statement: ↓ then Enter."),
                "muted",
                wraps=True,
            )
        )
        column.addLayout(lists, 1)
        column.addLayout(foot)

    def _show_count(self) -> None:
        number = len(self._typed())
        words = ngettext("{number} word", "{number} words", number)
        self.count.setText(words.format(number=figure(number)))

    def _propose(self) -> None:
        known = {key_of(word) for word in self._typed()}
        found = [word for word in self._day_words.propose() if key_of(word) not in known]
        self._show_proposals(found)
        if not found:
            self.told.setText(_("No other name or acronym was found."))
        else:
            self.proposed.setCurrentRow(0)
            self.proposed.setFocus()

    def _show_proposals(self, words: list[str]) -> None:
        self.proposed.clear()
        for word in words:
            item = QListWidgetItem(word)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.proposed.addItem(item)
        self.told.setText(_("Tick those that are right: Space.") if words else "")
        self.proposed.setEnabled(bool(words))
        self._show_ticked()

    def _show_ticked(self) -> None:
        self.add_button.setEnabled(bool(self._ticked()))

    def _add(self) -> None:
        """Put what is ticked behind the words that stand there."""
        taken = self._ticked()
        self.words_edit.setPlainText("\n".join([*self._typed(), *(item.text() for item in taken)]))
        left = [
            self.proposed.item(row).text()
            for row in range(self.proposed.count())
            if self.proposed.item(row) not in taken
        ]
        self._show_proposals(left)
        self.words_edit.setFocus()

    def _ticked(self) -> list[QListWidgetItem]:
        items = [self.proposed.item(row) for row in range(self.proposed.count())]
        return [item for item in items if item.checkState() == Qt.CheckState.Checked]

    def _typed(self) -> list[str]:
        return [
            word for line in self.words_edit.toPlainText().split("\n") if (word := one_line(line))
        ]

    def _keep(self) -> None:
        if self._day_words.keep(self.words_edit.toPlainText()):
            self.accept()
