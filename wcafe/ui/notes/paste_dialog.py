"""Lines that were pasted, as the notes they become: seen before they are kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.text import clean, one_line
from wcafe.services.note_lists import DraftNote, lines_to_notes
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.lines_table import Heading, Line, LinesTable
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _, figure, ngettext

_SEEN = 12  # notes that are seen without scrolling
_WIDE = 620  # pixels
_INDENT = "      "  # before a note that belongs to the one above


class PasteDialog(QDialog):
    """Enter keeps the notes at the table, in the round and of the kind of the field; Esc none."""

    def __init__(self, presenter: NotesPresenter, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._lines = lines_to_notes(text)
        self._whole = (DraftNote(text=clean(text)),)
        self.setWindowTitle(_("Paste notes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Text("", "heading")
        self.place = Text(self._place(), "muted", wraps=True)
        self.table = LinesTable(_("The notes as they are read"), most=_SEEN, wide=0)
        self.table.horizontalHeader().hide()
        self.one_switch = Switch(_("One note with all lines"))
        one = Text(_("One note with all lines"))
        one.setBuddy(self.one_switch)
        self.keep_button = push_button("", self._on_keep, kind="primary")
        self.keep_button.setDefault(True)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.one_switch)
        foot.addWidget(one)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        for part in (self.heading, self.place, self.table):
            column.addWidget(part)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDE)
        self.one_switch.toggled.connect(self._show_notes)
        self._show_notes()
        self.keep_button.setFocus()

    @property
    def drafts(self) -> tuple[DraftNote, ...]:
        """The notes that would be kept now."""
        return self._whole if self.one_switch.isChecked() else self._lines

    def _place(self) -> str:
        presenter, draft = self._presenter, self._presenter.draft
        facts = (
            presenter.table_name(draft.table),
            presenter.round_name(draft.round),
            presenter.kind_words[draft.kind.value],
            draft.prompt,
        )
        return " · ".join(filter(None, facts))

    def _show_notes(self) -> None:
        number = len(self.drafts)
        words = ngettext("{number} note", "{number} notes", number)
        self.heading.setText(words.format(number=figure(number)))
        words = ngettext("Keep {number} note", "Keep {number} notes", number)
        self.keep_button.setText(words.format(number=figure(number)))
        self.keep_button.setAccessibleName(self.keep_button.text())
        lines = [
            Line(key=str(place), cells=(_INDENT * draft.level + one_line(draft.text),))
            for place, draft in enumerate(self.drafts)
        ]
        self.table.show_lines([Heading(words=_("Text"))], lines)

    def _on_keep(self) -> None:
        if self._presenter.steps.keep_lines(self.drafts, self._presenter.draft):
            self.accept()
