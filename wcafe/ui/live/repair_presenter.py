"""The coming rounds take in who left and who came: what it would cost first, then done."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from wcafe.domain.handouts import BADGES
from wcafe.domain.people import PersonId, participants
from wcafe.domain.plan import Plan, PlanId
from wcafe.domain.text import join_names
from wcafe.errors import WcafeError
from wcafe.services.badges import changed_badges, with_new_badges
from wcafe.services.changes import Part
from wcafe.services.plan import Composed, RepairCost, cost_of_repair
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.press import Press
from wcafe.ui.replanning.composing import composing, needed_badges
from wcafe.ui.replanning.plan_edit import Replanning
from wcafe.ui.words import _, desk_words

_BADGES = frozenset({"badges"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A repaired plan that is not kept yet, and what it changes; or why there is none."""

    composed: Composed
    first: int  # the first round that it touches, from 0
    cost: RepairCost | None = None
    collision: str = ""


class RepairPresenter(Presenter):
    """Proposes a plan that keeps the seats there are as far as it can, and keeps it if asked."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE | Part.BADGES

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.is_looking = False
        self.proposal: Proposal | None = None
        self.badges: tuple[PersonId, ...] = ()  # whose badge is to be made again
        self.replanning = Replanning(self)
        self.press = self.adopt(Press(desk))
        self.reload()

    def reload(self) -> None:
        self.snapshot = self.desk.services.cafes.snapshot()
        if self.proposal is not None and not self._is_for_now(self.proposal):
            self.proposal = None
        self.badges = changed_badges(self.snapshot)
        self.shown.emit()

    @property
    def first(self) -> int:
        """The first round that has not begun, from 0."""
        return self.snapshot.rounds_begun

    @property
    def rounds(self) -> int:
        return len(self.snapshot.cafe.rounds)

    @property
    def is_needed(self) -> bool:
        """Is there a plan that does not know who is here, and a round that it could seat anew?"""
        return self.snapshot.is_plan_stale and self.first < self.rounds

    def look(self) -> None:
        """Look for a repair in the background; nothing is kept."""
        if self.is_looking or not self.is_needed:
            return
        self.is_looking, self.proposal, first = True, None, self.first
        people = len(participants(self.snapshot.people))
        plans = self.desk.services.plans
        work = composing(plans, people, seed=1, from_round=first, is_repair=True)
        self.shown.emit()
        self.desk.tasks.run(
            _("Looking for the fewest changes…"),
            work,
            done=lambda composed: self._on_found(composed, first),
            failed=self._on_failed,
        )

    def apply(self) -> None:
        """Keep the plan that was proposed; undo brings the one before it back."""
        if self.proposal is None or self.proposal.composed.plan is None:
            return
        composed, self.proposal = self.proposal.composed, None
        plans = self.desk.services.plans
        if not self.replanning.replace_plan(
            _("repair the coming rounds"), lambda: plans.keep(composed, by=self)
        ):
            self.reload()
            return
        news = [_("The coming rounds are repaired."), needed_badges(self._names(self.badges))]
        self.shown.emit()
        self.told.emit(" ".join(filter(None, news)))

    def print_badges(self, path: Path) -> None:
        """Write the badges that are to be made again, and no others, to `path`."""
        self.press.print_to(BADGES, path, only=frozenset(self.badges))

    def note_made(self) -> None:
        """Note that the badges that were to be made again are made and handed out."""
        before, after = self.snapshot.badges, with_new_badges(self.snapshot, self.badges)
        badges, text = self.desk.services.badges, _("note that new badges are made")
        self.edit(text, before, after, lambda held: badges.restore(held, by=self), subjects=_BADGES)

    def seats(self, person: PersonId) -> list[tuple[int, int]]:
        """Return the rounds and tables, from 0, that the proposal has for `person`."""
        if self.proposal is None or (plan := self.proposal.composed.plan) is None:
            return []
        tables = enumerate(plan.itinerary(person))
        return [(r, t) for r, t in tables if t is not None and r >= self.proposal.first]

    def names(self, people: Sequence[PersonId], *, most: int) -> str:
        """Return the names of `people`, those beyond `most` as “…”."""
        return join_names(self._names(people), most=most)

    def _names(self, people: Sequence[PersonId]) -> list[str]:
        known = {person.id: person.name for person in self.snapshot.people}
        return [known[person] for person in people if person in known]

    def leave(self) -> None:
        """Forget the proposal."""
        self.proposal = None
        self.shown.emit()

    def _on_found(self, composed: Composed, first: int) -> None:
        self.is_looking = False
        before, after = composed.before.plan, composed.plan
        if after is not None and before is not None:
            cost = cost_of_repair(before, after, from_round=first)
            self.proposal = Proposal(composed=composed, first=first, cost=cost)
        else:
            violations = composed.outcome.solution.violations
            why = composed.outcome.why(violations[0], desk_words()) if violations else ""
            self.proposal = Proposal(composed=composed, first=first, collision=why)
        self.reload()

    def _on_failed(self, error: WcafeError) -> None:
        self.is_looking = False
        self.failed.emit(error)
        self.reload()

    def _is_for_now(self, proposal: Proposal) -> bool:
        """Is the café still the one that `proposal` was made for?"""
        before, now = proposal.composed.before, self.snapshot
        is_same = (before.cafe, before.people) == (now.cafe, now.people)
        # not the seats: in `before` a walk-in may sit on a joker's route already
        return proposal.first == self.first and is_same and _kept(before.plan) == _kept(now.plan)


def _kept(plan: Plan | None) -> tuple[PlanId, int] | None:
    """Return which plan it is, as it was kept."""
    return None if plan is None else (plan.id, plan.version)
