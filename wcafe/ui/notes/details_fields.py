"""The fields of what is known of notes: they show what the notes say, and tell what is chosen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import CELL, SHORT
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import ActionState, Note, Support
from wcafe.ui.note_cards.fact_words import SUPPORTS, capital
from wcafe.ui.notes.field_rows import show_line, side_by_side, with_words
from wcafe.ui.widgets.fields import ChoiceField, LineField
from wcafe.ui.widgets.parts import GAP, Text, push_button, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _, desk_words

_UNKNOWN, _SEVERAL = "\0unknown", "\0several"
"""What a choice shows where nobody said it, and where the chosen notes say different things.

No prompt is called so.
"""
_DIGITS = 12  # characters of a number


class DetailsFields(QWidget):
    """A field a fact, in the order in which a harvest sheet asks for them.

    Signals:
        chosen: a fact, by its name in `SAID`, and what it is to be from now on.
        typed: a fact, and the words that were typed for it.
    """

    chosen = Signal(str, object)
    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._offered: dict[ChoiceField, dict[str, str]] = {}
        self.prompt_choice = ChoiceField(_("Prompt of the sheet"))
        self.support_choice = ChoiceField(_("Who stands behind it"))
        self.from_choice = ChoiceField(_("Came from table"))
        self.votes_edit = LineField(_("Dots on paper"), most=_DIGITS)
        self.who_edit = LineField(_("Who takes it on"), most=CELL)
        self.due_edit = LineField(_("By when"), most=SHORT)
        self.state_choice = ChoiceField(_("What became of it"))
        self.state_on_edit = LineField(_("Told on"), _("a date"), most=SHORT)
        self.state_why_edit = LineField(_("Why"), most=CELL)
        self.quote_switch = Switch(_("May be quoted"))
        self.lone_switch = Switch(_("Lone voice"))
        self.wall_switch = Switch(_("On the wall"))
        self.above = Text("", "caption", wraps=True)
        self.alone_button = push_button(_("Stands alone"), kind="quiet")
        self.reason_edit = LineField(_("Why it is withheld"), most=CELL, by_enter=True)
        self.withhold_button = push_button("")
        self.history_button = push_button(_("History…"), tip="H")
        self.lines = {
            "votes": self.votes_edit,
            "who": self.who_edit,
            "due": self.due_edit,
            "state_on": self.state_on_edit,
            "state_why": self.state_why_edit,
            "withheld": self.reason_edit,
        }
        self._choices = {
            "prompt": self.prompt_choice,
            "support": self.support_choice,
            "from_table": self.from_choice,
            "state": self.state_choice,
        }
        self._switches = {
            "may_quote": self.quote_switch,
            "is_lone": self.lone_switch,
            "is_on_wall": self.wall_switch,
        }
        self._build()
        for fact, field in self.lines.items():
            field.kept.connect(partial(self.typed.emit, fact))
        for fact, choice in self._choices.items():
            choice.kept.connect(partial(self._on_choice, fact))
            choice.setMinimumContentsLength(4)
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for fact, switch in self._switches.items():
            switch.clicked.connect(lambda is_on, fact=fact: self.chosen.emit(fact, is_on))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 6, 2)
        column.setSpacing(GAP)
        self._action = side_by_side(self.who_edit, self.due_edit)
        self._state = QWidget()
        state = QVBoxLayout(self._state)
        state.setContentsMargins(0, 0, 0, 0)
        state.setSpacing(GAP)
        for field in (self.state_choice, self.state_on_edit, self.state_why_edit):
            state.addLayout(with_label(field.accessibleName(), field))
        self._quote = with_words(self.quote_switch)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.above, 1)
        below.addWidget(self.alone_button)
        for choice in (self.prompt_choice, self.support_choice):
            column.addLayout(with_label(choice.accessibleName(), choice))
        for part in (
            side_by_side(self.from_choice, self.votes_edit),
            self._action,
            self._state,
            self._quote,
            with_words(self.lone_switch),
            with_words(self.wall_switch),
            self._below,
        ):
            column.addWidget(part)
        column.addLayout(with_label(self.reason_edit.accessibleName(), self.reason_edit))
        foot = QHBoxLayout()
        foot.addWidget(self.withhold_button)
        foot.addStretch(1)
        foot.addWidget(self.history_button)
        column.addLayout(foot)
        column.addStretch(1)

    def show_facts(
        self,
        notes: Sequence[Note],
        *,
        prompts: Sequence[str],
        table_names: Mapping[int, str],
        above: str,
    ) -> None:
        """Show what `notes` say; what is typed stays.

        Args:
            notes: one, or several of which each field says what they have in common.
            prompts: those to choose from.
            table_names: those of the tables to choose from, from 0.
            above: a sentence about what they belong to, if they do.
        """
        self.setEnabled(bool(notes))
        offers: dict[str, tuple[str, dict[str, str]]] = {
            "prompt": (_("None"), {each: each for each in prompts}),
            "support": (
                _("Not known"),
                {each.value: capital(_(words)) for each, words in SUPPORTS.items()},
            ),
            "from_table": (
                _("Not known"),
                {str(table): name for table, name in table_names.items()},
            ),
            "state": (
                capital(_("nothing heard yet")),
                {each.value: capital(state_name(each, desk_words())) for each in ActionState},
            ),
        }
        for fact, (unknown, offered) in offers.items():
            said = {_key(getattr(note, fact)) for note in notes}
            self._show_choice(self._choices[fact], said, {_UNKNOWN: unknown} | offered)
        for fact, field in self.lines.items():
            show_line(field, {getattr(note, fact) for note in notes})
        for fact, switch in self._switches.items():
            switch.setChecked(bool(notes) and all(getattr(note, fact) for note in notes))
        self._action.setVisible(_are(notes, Kind.ACTION, lambda note: note.who or note.due))
        self._state.setVisible(_are(notes, Kind.ACTION, lambda note: note.state))
        self._quote.setVisible(_are(notes, Kind.QUOTE, lambda note: note.may_quote))
        self._below.setVisible(bool(above))
        self.above.setText(above)
        is_withheld = any(note.withheld for note in notes)
        words = _("Bring back") if is_withheld else _("Withhold")
        self.withhold_button.setText(words)
        self.withhold_button.setAccessibleName(words)
        self.history_button.setEnabled(len(notes) == 1)

    def _show_choice(self, choice: ChoiceField, said: set[str], choices: dict[str, str]) -> None:
        if len(said) > 1:
            choices, key = {_SEVERAL: _("(several)")} | choices, _SEVERAL
        else:
            key = next(iter(said), _UNKNOWN)
        if self._offered.get(choice) != choices:
            self._offered[choice] = choices
            choice.show_choices(choices)
        choice.show_key(key)

    def _on_choice(self, fact: str, key: str) -> None:
        if key == _SEVERAL:
            return
        is_known = key != _UNKNOWN
        values: dict[str, object] = {
            "prompt": key if is_known else "",
            "support": Support(key) if is_known and fact == "support" else None,
            "from_table": int(key) if is_known and fact == "from_table" else None,
            "state": ActionState(key) if is_known and fact == "state" else None,
        }
        self.chosen.emit(fact, values[fact])


def _are(notes: Sequence[Note], kind: Kind, has_more: Callable[[Note], object]) -> bool:
    """Is one of `notes` of a `kind` that has something more to say, or does one say it?"""
    return any(note.kind is kind or bool(has_more(note)) for note in notes)


def _key(value: object) -> str:
    """Return what stands for a fact in a choice."""
    return _UNKNOWN if value is None or value == "" else str(value)
