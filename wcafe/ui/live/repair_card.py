"""The sheet below the list of who is here: what a repair would change, and the button for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from wcafe.ui.announce import announce
from wcafe.ui.live.repair import Proposal, RepairPresenter
from wcafe.ui.parts import Card, Text, push_button, restyle
from wcafe.ui.words import _, ngettext, spoken

_FEW = 3  # people who are named on the card


class RepairCard(Card):
    """Shown only while the plan does not know who is here. `goes` asks for the seating plan."""

    goes = Signal(str)

    def __init__(self, presenter: RepairPresenter) -> None:
        super().__init__(surface="care")
        self._presenter = presenter
        self.sentence = Text("", wraps=True)
        self.look_button = push_button(_("What would change?"), presenter.look)
        self.apply_button = push_button(_("Apply"), presenter.apply, kind="primary")
        self.leave_button = push_button(_("Not now"), presenter.leave, kind="quiet")
        self.plan_button = push_button(
            _("Seating plan"), lambda: self.goes.emit("plan"), kind="quiet"
        )
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.column.addWidget(self.sentence)
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
        sentence, mood = _said(presenter)
        is_found = proposal is not None and proposal.cost is not None
        self.setVisible(presenter.is_needed)
        self.look_button.setVisible(proposal is None)
        self.look_button.setEnabled(not presenter.is_looking)
        self.apply_button.setVisible(is_found)
        self.leave_button.setVisible(is_found)
        self.plan_button.setVisible(proposal is not None and not is_found)
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            restyle(self, surface=mood)
            restyle(self.sentence)
            if presenter.is_needed:
                announce(self, sentence)


def _said(presenter: RepairPresenter) -> tuple[str, str]:
    """Return what the sheet says, and its mood."""
    proposal = presenter.proposal
    if presenter.is_looking:
        return _("Looking for the fewest changes…"), "care"
    if proposal is None:
        return _("The seating plan does not know this yet."), "care"
    if proposal.cost is None:
        told = _("The coming rounds cannot take this in and keep every rule. {why}")
        return told.format(why=proposal.collision).strip(), "bad"
    return _priced(presenter, proposal), "good"


def _priced(presenter: RepairPresenter, proposal: Proposal) -> str:
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
    return "\n".join((can, moved, repeats, *_remarks(proposal)))


def _remarks(proposal: Proposal) -> list[str]:
    """Return the first remark on the plan, and how many there are beside it: room is scarce."""
    notices = [notice.describe(spoken()) for notice in proposal.composed.outcome.notices]
    more = len(notices) - 1
    if more < 1:
        return notices
    told = ngettext(
        "{number} more remark stands beside the seating plan.",
        "{number} more remarks stand beside the seating plan.",
        more,
    )
    return [notices[0], told.format(number=more)]


def _can_take_in(first: int, last: int) -> str:
    if first == last:
        return _("Round {number} can take this in:").format(number=first)
    if first + 1 == last:
        return _("Rounds {first} and {last} can take this in:").format(first=first, last=last)
    return _("Rounds {first} to {last} can take this in:").format(first=first, last=last)
