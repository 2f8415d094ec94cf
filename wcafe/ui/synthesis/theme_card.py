"""The chosen theme: its statement, and below it the notes it rests on."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.cards import NoteCards
from wcafe.ui.note_cards.models import NoteModel
from wcafe.ui.synthesis.coverage import UNSORTED
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.statement import StatementField
from wcafe.ui.widgets.marks import Mark, paint_theme_mark
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _, figure, ngettext


class NotesInSight(QListView):
    """Notes to be read while a statement is written."""

    def __init__(self) -> None:
        super().__init__()
        self.notes = NoteModel()
        self.setModel(self.notes)
        self.setItemDelegate(NoteCards(self, shows_theme=False))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setTabKeyNavigation(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # Qt itself only looks at the height


class ThemeCard(Card):
    """Where a person writes what the notes say together; nothing is written for them."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: ThemeId | None = None
        self.mark = Mark(0, 16, paint=paint_theme_mark)
        self.name = Text("", "heading", wraps=True)
        self.statement_label = Text(_("Statement"), "caption")
        self.statement_edit = StatementField(
            _("Statement of the theme"),
            _("What do these notes say together? Say also where they disagree."),
            self._keep,
        )
        self.word_offer = WordOffer(self.statement_edit, presenter.sorting.day_words)
        self.statement_edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.statement_edit.setMinimumHeight(96)
        self.statement_label.setBuddy(self.statement_edit)
        self.theirs = Text("", "muted", wraps=True)
        self.told = Text("", "caption", wraps=True)
        self.notes_label = Text("", "caption", wraps=True)
        self.notes_list = NotesInSight()
        head = QHBoxLayout()
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.statement_label)
        self.column.addWidget(self.statement_edit, 2)
        self.column.addWidget(self.theirs)
        self.column.addWidget(self.told)
        self.column.addWidget(self.notes_label)
        self.column.addWidget(self.notes_list, 5)

    def show_theme(self) -> None:
        presenter, field = self._presenter, self.statement_edit
        row, theme = presenter.row, presenter.theme
        if field.is_typed and presenter.chosen != field.theme:
            presenter.unkept[field.theme] = field.toPlainText()
        if theme is not None:
            unkept = presenter.unkept.get(theme.id)
            field.show_statement(theme.id, theme.wording, unkept)
        else:
            field.show_statement(UNSORTED, "", None)
        self._show_theirs()
        for part in (self.mark, self.statement_label, field):
            part.setVisible(theme is not None)
        if row is None:
            return
        self.mark.show_number(row.mark)
        self.name.setText(f"{row.place + 1}. {row.name}" if theme is not None else row.name)
        notes = presenter.notes_in_sight()
        self._tell(len({each.note.table for each in notes}), len(notes))
        self.notes_list.notes.show_rows(notes)
        self.notes_list.setAccessibleName(self.notes_label.text())
        if presenter.chosen != self._shown:
            self._shown = presenter.chosen
            self.notes_list.scrollToTop()

    def keep_typed(self) -> None:
        self.statement_edit.keep()

    def _show_theirs(self) -> None:
        """Show what somebody else wrote while these words could not be kept."""
        theme = self._presenter.theme
        is_other = (
            theme is not None
            and theme.id in self._presenter.unkept
            and self.statement_edit.is_typed
            and bool(theme.wording)
        )
        if theme is not None and is_other:
            words = _("Meanwhile it says: {statement}")
            self.theirs.setText(words.format(statement=theme.wording))
        self.theirs.setVisible(is_other)

    def _tell(self, tables: int, notes: int) -> None:
        if self._presenter.theme is None:
            self.told.setText(_("Nobody has put them into a theme yet, and the synthesis says so."))
        self.told.setVisible(self._presenter.theme is None)
        where = ngettext("from one table", "from {n} tables", tables)
        count = ngettext("{number} note", "{number} notes", notes)
        if not notes:
            self.notes_label.setText(
                _("No note is in this theme yet. Sort some into it in Harvest.")
            )
        else:
            self.notes_label.setText(
                f"{count.format(number=figure(notes))} {where.format(n=tables)}"
            )

    def _keep(self, theme: ThemeId, typed: str, seen: str) -> bool:
        return self._presenter.write(theme, typed, seen=seen)
