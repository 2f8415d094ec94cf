"""The sheet below the list of who is here: what a repair would change, and the button for it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton

from wcafe.domain.people import PersonId
from wcafe.services.planning.hosts import ABOUT_HOSTS, NEW_HOST
from wcafe.ui.live.repair_presenter import Proposal, RepairPresenter
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import Card, Text, push_button, restyle
from wcafe.ui.widgets.scrolling import ScrolledWords
from wcafe.ui.words import _, desk_words, ngettext

_LEAST = 60  # pixels of height for what a repair changes
_FEW = 3  # people who are named on the card
_MANY = 12  # badges to be made again that are named one by one


class RepairCard(Card):
    """Shown only while the plan does not know who is here.

    Signals:
        page_asked: asks for the seating plan.
        left: the keyboard was here, and the card is shown no more.
    """

    page_asked = Signal(str)
    left = Signal()

    def __init__(self, presenter: RepairPresenter) -> None:
        super().__init__(surface="care")
        self._presenter = presenter
        self._is_waited_at = False  # the keyboard is kept at the words until there is a button
        self.sentence = Text("", wraps=True)
        self.words = ScrolledWords(self.sentence, _("What a repair changes"), least=_LEAST)
        self.look_button = push_button(_("What would change?"), presenter.look)
        self.apply_button = push_button(_("Apply"), presenter.apply, kind="primary")
        self.leave_button = push_button(_("Not now"), presenter.leave, kind="quiet")
        self.plan_button = push_button(
            _("Seating plan"), lambda: self.page_asked.emit("plan"), kind="quiet"
        )
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.look_button, self.apply_button, self.leave_button, self.plan_button):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        presenter.shown.connect(self.show_repair)
        self.show_repair()

    @Slot()
    def show_repair(self) -> None:
        presenter, proposal = self._presenter, self._presenter.proposal
        sentence, mood = _describe(presenter)
        is_found = proposal is not None and proposal.cost is not None
        offered = {
            self.look_button: proposal is None,
            self.apply_button: is_found,
            self.leave_button: is_found,
            self.plan_button: proposal is not None and not is_found,
        }
        is_going = any(button.hasFocus() and not offered[button] for button in offered)
        if is_going or (presenter.is_looking and self.look_button.hasFocus()):
            self._is_waited_at = True
            self.words.setFocus()  # a button that goes would send the keyboard to another card
        self.look_button.setEnabled(not presenter.is_looking)
        for button, is_offered in offered.items():
            button.setVisible(is_offered)
        self._give_back_keyboard(next(button for button, is_it in offered.items() if is_it))
        self.setVisible(presenter.is_needed)
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            restyle(self, surface=mood)
            restyle(self.sentence)
            if presenter.is_needed:
                announce(self, sentence)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _give_back_keyboard(self, button: QPushButton) -> None:
        """Put the keyboard on `button`, or tell that it was here, if its place has gone."""
        if not self._presenter.is_needed:
            if self._has_keyboard():
                self.left.emit()
        elif self._is_waited_at and not self._presenter.is_looking:
            if self._has_keyboard():
                button.setFocus()
        else:
            return
        self._is_waited_at = False


def _describe(presenter: RepairPresenter) -> tuple[str, str]:
    """Return what the sheet says, and its mood."""
    proposal = presenter.proposal
    if presenter.is_looking:
        return _("Looking for the fewest changes…"), "care"
    if proposal is None:
        return _("The seating plan does not know this yet."), "care"
    if proposal.cost is None:
        sentence = _("The coming rounds cannot take this in and keep every rule. {why}")
        return sentence.format(why=proposal.collision).strip(), "bad"
    return _describe_cost(presenter, proposal), "good"


def _describe_cost(presenter: RepairPresenter, proposal: Proposal) -> str:
    cost = proposal.cost
    assert cost is not None
    can = _can_take_in(proposal.first + 1, presenter.rounds)
    number = len(cost.moved)
    moved = ngettext("{number} person changes tables", "{number} people change tables", number)
    moved = moved.format(number=number)
    if number:
        moved = _("{what}: {names}").format(
            what=moved, names=presenter.names(cost.moved, most=_FEW)
        )
    repeats = _("Repeat meetings: {before} → {after}").format(
        before=cost.repeats_before, after=cost.repeats_after
    )
    hosts, remarks = _notices(proposal)
    newcomers = _newcomers(presenter, cost.seated)
    return "\n".join((can, *hosts, *newcomers, moved, repeats, *_few(remarks)))


def _newcomers(presenter: RepairPresenter, people: Sequence[PersonId]) -> list[str]:
    """Return where each of those who had no seat will sit, round by round."""
    lines = []
    for person in people[:_FEW]:
        seats = ", ".join(
            _("round {round} at table {table}").format(round=round_ + 1, table=table + 1)
            for round_, table in presenter.seats(person)
        )
        lines.append(
            _("{what}: {names}").format(what=presenter.names([person], most=1), names=seats)
        )
    return [*lines, *(["…"] if len(people) > _FEW else [])]


def _notices(proposal: Proposal) -> tuple[list[str], list[str]]:
    """Return the remarks on who hosts a table or that nobody does, and all others."""
    hosts: list[str] = []
    others: list[str] = []
    before = proposal.composed.before.plan
    known = {remark.describe() for remark in before.certificate.notices} if before else set()
    for notice in proposal.composed.outcome.notices:
        if notice.template == NEW_HOST and notice.describe() in known:
            continue  # it was so before
        kind = hosts if notice.template in ABOUT_HOSTS else others
        kind.append(notice.describe(desk_words()))
    return hosts, others


def _few(remarks: list[str]) -> list[str]:
    """Return the first remark on the plan, and how many there are beside it: room is scarce."""
    more = len(remarks) - 1
    if more < 1:
        return remarks
    words = ngettext(
        "{number} more remark stands beside the seating plan.",
        "{number} more remarks stand beside the seating plan.",
        more,
    )
    return [remarks[0], words.format(number=more)]


def _can_take_in(first: int, last: int) -> str:
    if first == last:
        return _("Round {number} can take this in:").format(number=first)
    if first + 1 == last:
        return _("Rounds {first} and {last} can take this in:").format(first=first, last=last)
    return _("Rounds {first} to {last} can take this in:").format(first=first, last=last)


class BadgesCard(Card):
    """Whose badge is to be made again; stays until “Done”, also over a restart.

    Signals:
        print_asked: these badges alone are to be printed.
    """

    print_asked = Signal()

    def __init__(self, presenter: RepairPresenter) -> None:
        super().__init__(surface="good")
        self._presenter = presenter
        self.sentence = Text("", wraps=True)
        self.print_button = push_button(
            _("Print…"), self.print_asked.emit, name=_("Print only these badges")
        )
        self.done_button = push_button(
            _("Done"), presenter.note_made, kind="quiet", name=_("The new badges are made")
        )
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(4)
        self.column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.print_button)
        row.addWidget(self.done_button)
        row.addStretch(1)
        self.column.addLayout(row)
        presenter.shown.connect(self.show_badges)
        self.show_badges()

    @Slot()
    def show_badges(self) -> None:
        people = self._presenter.badges
        words = _("New badges are needed for: {names}.")
        most = _MANY
        if (number := len(people)) > _MANY:
            words = ngettext(
                "{number} new badge is needed, for: {names}.",
                "{number} new badges are needed, for: {names}.",
                number,
            )
            most = _FEW
        names = self._presenter.names(people, most=most)
        self.sentence.setText(words.format(names=names, number=number))
        every = escape(self._presenter.names(people, most=len(people)))
        self.sentence.setToolTip(f"<qt>{every}</qt>" if len(people) > _MANY else "")
        self.setVisible(bool(people))
