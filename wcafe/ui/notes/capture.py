"""The card where notes are typed: table, round and kind stay, and the keyboard in the text."""

from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.errors import EmptyNote
from wcafe.ui.note_cards.words_dialog import WordsDialog
from wcafe.ui.notes.draft import Draft
from wcafe.ui.notes.note_field import LAST_KEY, PROMPT, ROUND, TABLE, NoteField
from wcafe.ui.notes.note_list import NoteList
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Card, Text, push_button, with_label
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _, ngettext

GOOD_LENGTH, GOOD_NUMBER = 140, 5
"""Characters of a note, notes of a table and round: a measure, never a wall (METHOD.md)."""
_LONG_QUESTION = 130  # characters that are shown beside the field
_LEAST = 64  # pixels of height of the note: two lines
_PAUSE = 400  # milliseconds without a key after which an unfinished note is remembered


class CaptureCard(Card):
    """Where a note is typed, and what this table has said in this round so far.

    Signals:
        details_asked: what else is known of the note typed last is to be told, by its id.
    """

    details_asked = Signal(str)

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__(_("Write a note"))
        self._presenter = presenter
        self.table_choice = ChoiceField(_("Table"))
        self.round_choice = ChoiceField(_("Round"))
        self.kind_choice = ChoiceField(_("Kind"))
        self.prompt_choice = ChoiceField(_("Prompt of the sheet"))
        self.prompt_choice.setToolTip(_("Page ↑ and Page ↓ while typing"))
        self.table_choice.setToolTip(_("Ctrl+↑ and Ctrl+↓ while typing"))
        self.round_choice.setToolTip(_("Alt+← and Alt+→ while typing"))
        keys = _("Alt+↑ and Alt+↓, or Alt+1 to Alt+{last}, while typing")
        self.kind_choice.setToolTip(keys.format(last=LAST_KEY))
        self.round_button = push_button("", self._on_other_round, kind="quiet")
        self.question = Text("", "muted", wraps=True)
        self.text_edit = NoteField()
        self.text_edit.setMinimumHeight(_LEAST)
        self.text_edit.setAccessibleName(_("The note"))
        self.text_edit.setPlaceholderText(_("One thought a note"))
        self.measure = Text("", "caption", wraps=True)
        self.keep_button = push_button(_("Keep the note"), self._on_ended, kind="primary")
        self.legend = Text("", "caption", wraps=True)
        self.words_button = push_button(_("Words of the day…"), self._on_words, kind="quiet")
        self.word_offer = WordOffer(self.text_edit, presenter.day_words)
        self.recent_title = Text("", "strong", wraps=True)
        self.recent_list = NoteList(
            _("Notes of this table in this round"), presenter, edits_on_click=True
        )
        self._build()
        self._offered: tuple[object, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._remember)
        for choice in self._choices:
            choice.kept.connect(self._on_chosen)
        self.text_edit.ended.connect(self._on_ended)
        self.text_edit.stepped.connect(self._on_stepped)
        self.text_edit.kind_chosen.connect(self._on_kind_key)
        self.text_edit.details_asked.connect(self._on_details)
        self.text_edit.setPlainText(presenter.draft.text)
        self.text_edit.moveCursor(QTextCursor.MoveOperation.End)
        self.text_edit.textChanged.connect(self._on_text)

    @property
    def _choices(self) -> tuple[ChoiceField, ...]:
        return (self.table_choice, self.round_choice, self.kind_choice, self.prompt_choice)

    def _build(self) -> None:
        place, sort = QHBoxLayout(), QHBoxLayout()
        place.addLayout(with_label(_("Table"), self.table_choice), 5)
        place.addLayout(with_label(_("Round"), self.round_choice), 2)
        self._prompt = QWidget()
        prompt = with_label(_("Prompt of the sheet"), self.prompt_choice)
        prompt.setContentsMargins(0, 0, 0, 0)
        self._prompt.setLayout(prompt)
        sort.addLayout(with_label(_("Kind"), self.kind_choice), 1)
        sort.addWidget(self._prompt, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.measure, 1)
        foot.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignTop)
        for choice in self._choices:
            choice.setMinimumContentsLength(4 if choice is self.kind_choice else 1)
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.column.addLayout(place)
        self.column.addLayout(sort)
        self.column.addWidget(self.round_button)
        self.column.addWidget(self.question)
        self.column.addWidget(self.text_edit)
        self.column.addLayout(foot)
        self.column.addWidget(self.legend)
        self.column.addWidget(self.words_button)
        self.column.addWidget(self.recent_title)
        self.column.addWidget(self.recent_list, 1)

    def show_notes(self) -> None:
        """Show the place of the draft and its latest notes; what is typed stays."""
        presenter, draft = self._presenter, self._presenter.draft
        names = [presenter.table_name(table) for table in range(presenter.tables)]
        prompts = presenter.cafe.prompts
        offered = (names, presenter.rounds, presenter.kind_words, prompts)
        if offered != self._offered:
            self._offered = offered
            self.table_choice.show_choices(dict(enumerate(names)))
            self.round_choice.show_choices({r: f"{r + 1}" for r in range(presenter.rounds)})
            self.kind_choice.show_choices(presenter.kind_words)
            self.prompt_choice.show_choices({"": _("None")} | {each: each for each in prompts})
            self._prompt.setVisible(bool(prompts))
            self.legend.setText(_legend(has_prompts=bool(prompts)))
        self.table_choice.show_key(draft.table)
        self.round_choice.show_key(draft.round)
        self.kind_choice.show_key(draft.kind.value)
        self.prompt_choice.show_key(draft.prompt)
        self._show_other_round(presenter.other_round)
        self._show_question(presenter.question)
        recent = presenter.of_same_place()
        self.recent_list.show_rows(recent)
        self.recent_title.setText(
            ngettext(
                "{number} note of this table in this round",
                "{number} notes of this table in this round",
                len(recent),
            ).format(number=len(recent))
        )
        self._show_measure(len(recent))

    def go_to(self, table: int, round_: int | None) -> None:
        """Note at `table` from now on, and in `round_` where one is said."""
        draft = replace(self._read_fields(), table=table)
        self._go(draft if round_ is None else replace(draft, round=round_))

    def _show_other_round(self, other: int | None) -> None:
        """Say that another round is under way than the one that is noted for."""
        words = ""
        if other is not None:
            words = _("Round {number} is under way · go there").format(number=other + 1)
        self.round_button.setText(words)
        self.round_button.setAccessibleName(words)
        self.round_button.setVisible(bool(words))

    def _show_question(self, question: str) -> None:
        """Show `question` as far as it leaves room for the notes; a mouse at rest reads it all."""
        is_long = len(question) > _LONG_QUESTION
        shown = question
        if is_long:
            shown = question[:_LONG_QUESTION].rsplit(maxsplit=1)[0] + "…"  # at the end of a word
        self.question.setText(shown)
        self.question.setToolTip(f"<qt>{escape(question)}</qt>" if is_long else "")
        self.question.setVisible(bool(question))

    def keep_typed(self) -> None:
        """Keep an edit under way; remember the unfinished note."""
        self.recent_list.keep_typed()
        self._remember()

    def _show_measure(self, notes: int) -> None:
        length = len(self.text_edit.toPlainText().strip())
        facts = []
        if length > GOOD_LENGTH:
            facts.append(
                _("{number} characters; {good} are read at a glance.").format(
                    number=length, good=GOOD_LENGTH
                )
            )
        if notes >= GOOD_NUMBER:
            facts.append(
                _("{good} notes a table and round is a good measure.").format(good=GOOD_NUMBER)
            )
        self.measure.setText(" ".join(facts))

    def _read_fields(self) -> Draft:
        return replace(self._presenter.draft, text=self.text_edit.toPlainText())

    def _remember(self) -> None:
        self._pause.stop()
        if (draft := self._read_fields()) != self._presenter.draft:
            self._presenter.write(draft)

    def _on_text(self) -> None:
        if self.text_edit.toPlainText().strip():
            self._presenter.resolved.emit(EmptyNote)
            self._pause.start()
        else:
            self._pause.stop()
            self._presenter.write(self._read_fields())  # at once: nothing waits to be kept any more
        self._show_measure(len(self.recent_list.notes.rows))

    def _on_ended(self) -> None:
        is_kept = self._presenter.keep(self._read_fields())
        self.text_edit.is_refused = not is_kept
        if is_kept:
            self.text_edit.clear()
            self._remember()
        self.text_edit.setFocus()

    def _on_words(self) -> None:
        WordsDialog(self._presenter.day_words, self).open()

    def _on_other_round(self) -> None:
        self.go_to(self._presenter.draft.table, self._presenter.other_round)
        self.text_edit.setFocus()

    def _on_chosen(self, _key: object) -> None:
        self._go(
            replace(
                self._read_fields(),
                table=self.table_choice.currentData(),
                round=self.round_choice.currentData(),
                kind=Kind(self.kind_choice.currentData()),
                prompt=self.prompt_choice.currentData() or "",
            )
        )

    def _on_stepped(self, what: str, by: int) -> None:
        draft = self._read_fields()
        if what == TABLE:
            self._go(replace(draft, table=draft.table + by))
        elif what == ROUND:
            self._go(replace(draft, round=draft.round + by))
        elif what == PROMPT:
            prompts = ("", *self._presenter.cafe.prompts)
            place = prompts.index(draft.prompt) if draft.prompt in prompts else 0
            self._go(replace(draft, prompt=prompts[(place + by) % len(prompts)]))
        else:
            kinds = list(Kind)
            self._on_kind_key((kinds.index(draft.kind) + by) % len(kinds))

    def _on_kind_key(self, place: int) -> None:
        self._go(replace(self._read_fields(), kind=list(Kind)[place]))

    def _on_details(self) -> None:
        """Go to what is known of the note that came last to this table and round."""
        here = {each.note.id for each in self._presenter.of_same_place()}
        last = next((n.id for n in reversed(self._presenter.notes) if n.id in here), None)
        if last is not None:
            self._remember()
            self.details_asked.emit(last)

    def _go(self, draft: Draft) -> None:
        self._pause.stop()
        self._presenter.write(draft)
        self.show_notes()


def _legend(*, has_prompts: bool) -> str:
    """Return the keys that change what is typed next without leaving the field."""
    keys = [_("Enter keeps · Shift+Enter new line · Ctrl+↑↓ table · Alt+←→ round · Alt+↑↓ kind")]
    if has_prompts:
        keys.append(_("Page ↑↓ prompt"))
    return " · ".join((*keys, _("Ctrl+D details of the last note")))
