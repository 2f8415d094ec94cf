"""The card of the agenda: rounds, other lines, and the clock times that follow from them."""

from functools import partial

from PySide6.QtCore import QLocale, Qt, QTime, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton

from wcafe.domain.agenda import (
    LINE_NAMES,
    LONGEST_MOVE,
    LONGEST_ROUND,
    Line,
    LineId,
    LineKind,
    Step,
    StepKind,
)
from wcafe.domain.cafe import MOST_ROUNDS
from wcafe.domain.lengths import SHORT
from wcafe.domain.text import new_id, one_line
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.cafe.round_dialog import RoundDialog
from wcafe.ui.widgets.fields import LineField, NumberField, unkept
from wcafe.ui.widgets.parts import Card, Text, clear, push_button, with_label
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, desk_words

_INDENT = 12  # pixels by which words in a field stand further right than words beside it


class AgendaCard(Card):
    """One row a step: clock time, name, minutes; lines beside the rounds can be moved."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("Agenda"))
        self._presenter = presenter
        minutes = " " + _("min")
        self.rounds_edit = NumberField(_("Rounds"), 1, MOST_ROUNDS)
        self.talk_edit = NumberField(_("Conversation"), 1, LONGEST_ROUND, minutes)
        self.harvest_edit = NumberField(_("Writing down"), 0, LONGEST_MOVE, minutes)
        self.move_edit = NumberField(_("Move"), 0, LONGEST_MOVE, minutes)
        numbers = QHBoxLayout()
        for field in (self.rounds_edit, self.talk_edit, self.harvest_edit, self.move_edit):
            numbers.addLayout(with_label(field.accessibleName(), field))
        numbers.addStretch(1)
        self.column.addLayout(numbers)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self.column.addLayout(self._rows)
        self.minutes: list[NumberField] = []
        self.names: dict[LineId, LineField] = {}
        self.rounds: dict[int, Text] = {}
        self.round_buttons: dict[int, QPushButton] = {}
        self.moves: dict[tuple[LineId, int], QPushButton] = {}
        self._keys: list[str] = []
        self._times: list[Text] = []
        self.ends = Text("", "strong", wraps=True)
        self.add_button = push_button(_("Add a line"))
        self.add_button.setProperty("hasMenu", True)
        self._menu = QMenu(self)
        for kind, name in LINE_NAMES.items():
            action = self._menu.addAction(_(name))
            action.triggered.connect(lambda _checked=False, kind=kind: self._on_add(kind))
        self.add_button.setMenu(self._menu)
        foot = QHBoxLayout()
        foot.addWidget(self.ends, 1)
        foot.addWidget(self.add_button)
        self.column.addLayout(foot)

        self.rounds_edit.kept.connect(presenter.set_rounds)
        for field, name in (
            (self.talk_edit, "minutes"),
            (self.harvest_edit, "harvest"),
            (self.move_edit, "move"),
        ):
            field.kept.connect(lambda many, name=name: presenter.set_all_minutes(name, many))

    def show_cafe(self) -> None:
        cafe, steps = self._presenter.cafe, self._presenter.steps
        first = cafe.rounds[0]
        self.rounds_edit.show_number(len(cafe.rounds))
        self.talk_edit.show_number(first.minutes)
        self.harvest_edit.show_number(first.harvest)
        self.move_edit.show_number(first.move)
        typed = {}
        if [step.key for step in steps] != self._keys:
            typed = unkept(self.names)
            self._build(steps)
        for step, time, minutes in zip(steps, self._times, self.minutes, strict=True):
            starts = cafe.clock_time(step)
            time.setText(_clock(starts.hour, starts.minute))
            minutes.show_number(step.minutes)
            if step.line is not None:
                self.names[step.line.id].show_text(step.line.title or _usual(step.line))
            elif step.kind is StepKind.TALK and step.round is not None:
                self.rounds[step.round].setText(self._presenter.round_name(step.round))
        for line, text in typed.items():
            if line in self.names:
                self.names[line].type_in(text)
        total = sum(step.minutes for step in steps)
        ends = QTime(cafe.starts.hour, cafe.starts.minute).addSecs(60 * total)
        self.ends.setText(
            _("Ends at {time} · {hours} h {minutes:02} in all").format(
                time=_clock(ends.hour(), ends.minute()), hours=total // 60, minutes=total % 60
            )
        )

    def keep_typed(self) -> None:
        for field in self.names.values():
            field.keep()

    def _build(self, steps: tuple[Step, ...]) -> None:
        clear(self._rows)
        self._keys, self._times, self.minutes, self.names = [], [], [], {}
        self.rounds, self.round_buttons, self.moves = {}, {}, {}
        for row, step in enumerate(steps):
            named = step.name(desk_words())
            time = Text("", "muted")
            minutes = NumberField(
                _("Minutes of “{name}”").format(name=named), 1, LONGEST_ROUND, " " + _("min")
            )
            minutes.stand_between_signs()
            minutes.kept.connect(lambda many, row=row: self._on_minutes(row, many))
            self._rows.addWidget(time, row, 0)
            self._rows.addWidget(minutes, row, 2)
            if step.line is None:
                role = "strong" if step.kind is StepKind.TALK else "muted"
                words = Text(named, role, wraps=True)
                words.setContentsMargins(_INDENT, 0, 0, 0)
                self._rows.addWidget(words, row, 1)
                if step.kind is StepKind.TALK and step.round is not None:
                    self.rounds[step.round] = words
                    self._add_round_button(row, step.round)
            else:
                self._add_line_fields(row, step.line, named)
            self._keys.append(step.key)
            self._times.append(time)
            self.minutes.append(minutes)
        tab_in_reading_order(self)

    def _add_line_fields(self, row: int, line: Line, named: str) -> None:
        words = _("Name of the line at place {number}").format(number=row + 1)
        name = LineField(words, _usual(line), most=SHORT)
        name.setProperty("quiet", True)
        name.kept.connect(lambda text: self._on_name(line, text))
        self.names[line.id] = name
        self._rows.addWidget(name, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for sign, by, words in (
            ("↑", -1, _("Move “{name}” up")),
            ("↓", 1, _("Move “{name}” down")),
        ):
            move = partial(self._on_move, line.id, by)
            button = push_button(sign, move, kind="quiet", name=words.format(name=named))
            self.moves[line.id, by] = button
            buttons.addWidget(button)
        buttons.addWidget(
            push_button(
                "×",
                lambda: self._presenter.remove_line(line.id),
                kind="quiet",
                name=_("Remove “{name}”").format(name=named),
            )
        )
        self._rows.addLayout(buttons, row, 3)

    def _add_round_button(self, row: int, round_: int) -> None:
        said = _("Name and day of round {number}").format(number=round_ + 1)
        ask = partial(self._on_round, round_)
        button = push_button(_("Name…"), ask, kind="quiet", name=said, tip=said)
        self.round_buttons[round_] = button
        self._rows.addWidget(button, row, 3, Qt.AlignmentFlag.AlignRight)

    def _on_move(self, line: LineId, by: int) -> None:
        """Move `line`; its button is built anew and keeps the keyboard."""
        self._presenter.move_line(line, by)
        if (button := self.moves.get((line, by))) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_round(self, round_: int) -> None:
        presenter = self._presenter
        title = _("Round {number}").format(number=round_ + 1)
        keep = partial(presenter.name_round, round_)
        RoundDialog(title, presenter.cafe.rounds[round_], keep, self).open()

    def _on_name(self, line: Line, text: str) -> None:
        """Keep a name of its own; the usual one follows the language of who reads."""
        self._presenter.name_line(line.id, "" if one_line(text) == _usual(line) else text)
        if not one_line(text):
            self.names[line.id].type_in(_usual(line))

    def _on_minutes(self, row: int, minutes: int) -> None:
        self._presenter.set_minutes(self._presenter.steps[row], minutes)

    def _on_add(self, kind: LineKind) -> None:
        """Add a line and let its name be typed at once, wherever on the agenda it stands."""
        before = kind in (LineKind.WELCOME, LineKind.CONTEXT)
        line = Line(
            id=LineId(new_id()),
            kind=kind,
            minutes=10,
            after=0 if before else self._presenter.rounds,
        )
        self._presenter.add_line(line)
        # once the row has its place, so that it can be scrolled to, and the menu has gone
        QTimer.singleShot(0, self, partial(self._begin_name, line.id))

    def _begin_name(self, line: LineId) -> None:
        if (name := self.names.get(line)) is not None:
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            name.selectAll()


def _usual(line: Line) -> str:
    return _(LINE_NAMES[line.kind])


def _clock(hour: int, minute: int) -> str:
    return QLocale().toString(QTime(hour, minute), "HH:mm")
