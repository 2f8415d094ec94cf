"""What became of the chosen actions, said of all of them at once: a state, its day, a reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.domain.lengths import CELL
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import ActionState, Note, NoteId
from wcafe.ui.note_cards.fact_words import capital
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import ChoiceField, LineField
from wcafe.ui.widgets.parts import GAP, Text, with_label
from wcafe.ui.widgets.when import DayField
from wcafe.ui.words import _, desk_words, figure, ngettext

_UNKNOWN, _SEVERAL = "", "\0several"


class StateBar(QWidget):
    """Fields about the chosen actions; each is kept when it is finished, as one step of undo."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._notes: tuple[NoteId, ...] = ()
        self.whose = Text("", "caption", wraps=True)
        states = {each.value: capital(state_name(each, desk_words())) for each in ActionState}
        self._choices = {_UNKNOWN: capital(_("nothing heard yet"))} | states
        self.state_choice = ChoiceField(_("What became of it"), self._choices)
        self.state_choice.setMinimumContentsLength(8)
        self.state_choice.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.day_edit = DayField(_("Told on"))
        self.why_edit = LineField(_("Why"), most=CELL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.whose, 2)
        for field, share in ((self.state_choice, 2), (self.day_edit, 2), (self.why_edit, 4)):
            row.addLayout(with_label(field.accessibleName(), field), share)
        self.state_choice.kept.connect(self._on_state)
        self.day_edit.chosen.connect(lambda day: self._change("state_on", day))
        self.day_edit.refused.connect(presenter.failed)
        self.day_edit.understood.connect(presenter.resolved)
        self.why_edit.kept.connect(lambda why: self._change("state_why", why))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show what is known of `notes`, the chosen ones; what is typed for the same stays."""
        ids = tuple(note.id for note in notes)
        if ids != self._notes:
            self.keep_typed()
            self._notes = ids
            for field in (self.day_edit, self.why_edit):
                field.forget()
        self.setEnabled(bool(notes))
        words = ngettext("{number} action chosen", "{number} actions chosen", len(notes))
        none = _("Choose an action, or several at once.")
        self.whose.setText(words.format(number=figure(len(notes))) if notes else none)
        states = {_UNKNOWN if note.state is None else note.state.value for note in notes}
        days, reasons = {note.state_on for note in notes}, {note.state_why for note in notes}
        several = {_SEVERAL: _("(several)")} if len(states) > 1 else {}
        self.state_choice.show_choices(several | self._choices)
        self.state_choice.show_key(_SEVERAL if several else next(iter(states), _UNKNOWN))
        for line, facts in ((self.day_edit, days), (self.why_edit, reasons)):
            line.setPlaceholderText(_("(several)") if len(facts) > 1 else "")
        self.day_edit.show_day(next(iter(days)) if len(days) == 1 else None)
        self.why_edit.show_text(next(iter(reasons)) if len(reasons) == 1 else "")

    def keep_typed(self) -> None:
        self.day_edit.keep()
        self.why_edit.keep()

    def _on_state(self, key: str) -> None:
        if key != _SEVERAL:
            self._change("state", None if key == _UNKNOWN else ActionState(key))

    def _change(self, fact: str, value: object) -> None:
        if self._notes:
            self._presenter.change_notes(self._notes, fact, value)
