"""One correction with all that is known of it: each field is kept by itself, and can be undone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.amending import way_name
from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.lengths import CELL
from wcafe.domain.marks import round_title
from wcafe.domain.synthesis import StatementId, ThemeId
from wcafe.domain.text import clean, one_line
from wcafe.errors import EmptyAmendment, Unexplained
from wcafe.ui.synthesis.corrections.choices import UNKNOWN, facts, key_of, offers, place_of
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import AreaField, ChoiceField, LineField
from wcafe.ui.widgets.parts import Card, Text, push_button, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _, desk_words


class AmendmentCard(Card):
    """The chosen correction. `left` says that Esc was pressed here, with nothing left to forget."""

    left = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__(_("The correction"))
        self._presenter, self._correcting = presenter, presenter.correcting
        self._shown: AmendmentId | None = None
        self._reasons: dict[AmendmentId, str] = {}  # half typed, of those shown before
        self.state = Text("", "muted", wraps=True)
        self.words_edit = AreaField(_("What it says"), lines=3)
        self.about_choice = ChoiceField(_("What it is about"))
        self.table_choice = ChoiceField(_("Table"))
        self.round_choice = ChoiceField(_("Round"))
        self.who_edit = LineField(_("Sent by"), most=CELL)
        self.named_switch = Switch(_("May be named in what is printed"))
        self.way_choice = ChoiceField(
            _("How it came in"), {way.value: way_name(way, desk_words()) for way in Way}
        )
        hint = _("A refusal needs one; it is printed")
        self.reason_edit = LineField(_("Reason"), hint, most=CELL, by_enter=True)
        self.accept_button = push_button(_("Accept"), self._on_accept, kind="primary")
        self.decline_button = push_button(_("Decline"), self._on_decline)
        self.open_button = push_button(_("Leave open"), self._on_open, kind="quiet")
        self.remove_button = push_button(_("Remove"), self._on_remove, kind="quiet")
        self._build()
        for field in (self.about_choice, self.table_choice, self.round_choice, self.way_choice):
            field.setMinimumContentsLength(4)
            field.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.words_edit.kept.connect(self._on_words)
        self.who_edit.kept.connect(lambda who: self._change(who=one_line(who)))
        self.named_switch.clicked.connect(lambda is_on=False: self._change(may_be_named=is_on))
        self.table_choice.kept.connect(lambda key: self._change(table=place_of(key)))
        self.round_choice.kept.connect(lambda key: self._change(round=place_of(key)))
        self.way_choice.kept.connect(lambda key: self._change(way=Way(key)))
        self.about_choice.kept.connect(self._on_about)
        self.reason_edit.kept.connect(self._on_reason)

    def _build(self) -> None:
        column = self.column
        column.addWidget(self.state)
        column.addLayout(with_label(_("What it says"), self.words_edit))
        column.addLayout(with_label(_("What it is about"), self.about_choice))
        for fields in (
            (self.table_choice, self.round_choice),
            (self.who_edit, self.way_choice),
        ):
            row = QHBoxLayout()
            for field in fields:
                row.addLayout(with_label(field.accessibleName(), field), 1)
            column.addLayout(row)
        agreed = Text(self.named_switch.accessibleName(), wraps=True)
        agreed.setBuddy(self.named_switch)
        row = QHBoxLayout()
        row.addWidget(agreed, 1)
        row.addWidget(self.named_switch)
        column.addLayout(row)
        column.addLayout(with_label(_("Reason"), self.reason_edit))
        for buttons in (
            (self.accept_button, self.decline_button),
            (self.open_button, self.remove_button),
        ):
            foot = QHBoxLayout()
            for button in buttons:
                foot.addWidget(button)
            foot.addStretch(1)
            column.addLayout(foot)
        column.addStretch(1)

    # What is shown

    def show_amendment(self) -> None:
        """Show the chosen correction as it is now; what is typed stays."""
        amendment = self._correcting.find(self._correcting.chosen)
        self.setVisible(amendment is not None)
        if amendment is None:
            self._shown = None
            return
        if amendment.id != self._shown:
            self._turn_to(amendment.id)
        themes = self._presenter.snapshot.themes
        until = self._presenter.cafe.publication.amend_until
        self.state.setText(" · ".join(facts(amendment, until)))
        self.words_edit.show_text(amendment.text)
        self.who_edit.show_text(amendment.who)
        self.named_switch.setChecked(amendment.may_be_named)
        self.way_choice.show_key(amendment.way.value)
        self._show_places(amendment)
        self.about_choice.show_choices(offers(themes, amendment))
        self.about_choice.show_key(key_of(amendment))
        self.reason_edit.show_text(amendment.reason)
        self.open_button.setVisible(amendment.decision is not None)
        self.accept_button.setEnabled(amendment.decision is not Decision.ACCEPTED)
        self.decline_button.setEnabled(amendment.decision is not Decision.DECLINED)

    def _turn_to(self, amendment: AmendmentId) -> None:
        """Put by what is half typed as a reason, and bring out what was put by for this one."""
        if self._shown is not None and self.reason_edit.is_typed:
            self._reasons[self._shown] = self.reason_edit.typed()
        for field in (self.words_edit, self.who_edit, self.reason_edit):
            field.show_text("")
            if isinstance(field, LineField):
                field.forget()
        self.words_edit.setPlainText("")
        self._shown = amendment
        if reason := self._reasons.pop(amendment, ""):
            self.reason_edit.type_in(reason)

    def _show_places(self, amendment: Amendment) -> None:
        presenter, words = self._presenter, desk_words()
        rounds = {
            str(n): round_title(n, each, words) for n, each in enumerate(presenter.cafe.rounds)
        }
        tables = {n: presenter.cafe.table_name(n) for n in range(presenter.tables)}
        named = {str(n): f"{n + 1} · {name}" if name else str(n + 1) for n, name in tables.items()}
        for field, offered, place in (
            (self.table_choice, named, amendment.table),
            (self.round_choice, rounds, amendment.round),
        ):
            key = UNKNOWN if place is None else str(place)
            beyond = {} if place is None or key in offered else {key: str(place + 1)}
            field.show_choices({UNKNOWN: _("Not known")} | offered | beyond)
            field.show_key(key)

    # What is said

    def keep_typed(self) -> bool:
        """Keep what is typed; return whether nothing waits but a reason, which decides nothing."""
        self.words_edit.keep()
        self.who_edit.keep()
        return not (self.words_edit.is_typed or self.who_edit.is_typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        amendment = self._correcting.find(self._shown)
        if self.words_edit.is_typed and amendment is not None:
            self.words_edit.setPlainText(amendment.text)
        for line in (self.who_edit, self.reason_edit):
            line.forget()
        for error in (EmptyAmendment, Unexplained):
            self._presenter.resolved.emit(error)
        self.left.emit()

    def _change(self, **facts: object) -> None:
        if self._shown is not None:
            self._correcting.change(self._shown, **facts)

    def _on_words(self, text: str) -> None:
        self._change(text=clean(text))

    def _on_about(self, key: str) -> None:
        kind, _colon, id_ = key.partition(":")
        themes = self._presenter.snapshot.themes
        if kind == "statement":
            holds = (t.id for t in themes if any(said.id == id_ for said in t.statements))
            self._change(statement=StatementId(id_), theme=next(holds, None))
        else:
            self._change(statement=None, theme=ThemeId(id_) if id_ else None)

    def _on_reason(self, reason: str) -> None:
        amendment = self._correcting.find(self._shown)
        if amendment is not None and amendment.decision is not None:
            self._correcting.say_reason(amendment.id, reason)

    def _on_accept(self) -> None:
        self._decide(Decision.ACCEPTED)

    def _on_decline(self) -> None:
        if not self._decide(Decision.DECLINED):
            self.reason_edit.setFocus()

    def _on_open(self) -> None:
        self._decide(None)

    def _decide(self, decision: Decision | None) -> bool:
        if self._shown is None or not self.keep_typed():
            return False
        return self._correcting.decide(self._shown, decision, self.reason_edit.typed())

    def _on_remove(self) -> None:
        if self._shown is not None:
            self._correcting.remove(self._shown)
