"""What the seating plan knows and can do, without a single widget."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from wcafe.domain.cafe import Cafe
from wcafe.domain.marks import table_title
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.plan import Plan
from wcafe.domain.plan_figures import Figures, figures_of
from wcafe.errors import EditedElsewhere, WcafeError
from wcafe.services.badges import changed_badges
from wcafe.services.changes import Part
from wcafe.services.plan import Composed, Outcome, Violation
from wcafe.ui.plan.attributes import attributes
from wcafe.ui.plan.clashes import describe_clash
from wcafe.ui.plan.hosting import Hosting
from wcafe.ui.plan.print_wishes import PrintWishes
from wcafe.ui.plan.rehearsing import Rehearsing
from wcafe.ui.plan.routes import Stop, lines_of, partners_of, route_of
from wcafe.ui.plan.seats import Sitting, room_of
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.composing import composing, needed_badges, proposal_for
from wcafe.ui.replanning.plan_edit import PLAN, PlanEdit, Replanning
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, desk_words

RULES = frozenset({"cafe"})
Groups = tuple[frozenset[str], ...]


class PlanPresenter(Presenter):
    """Turns wishes about who sits where into a kept plan.

    Signals:
        chosen: another round, person, table or colour is to be shown; the café is the same.
    """

    chosen = Signal()
    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE | Part.BADGES

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.round = 0
        self._seen_round = -1  # the last that had begun, at the last look
        self.people: tuple[PersonId, ...] = ()  # chosen, at most two
        self.table: int | None = None  # chosen
        self.attribute = "group"
        self._failed: Outcome | None = None  # what the last composing came to, if it kept nothing
        self._collided: tuple[Cafe, tuple[Person, ...]] | None = None  # for what they did
        self._violations: tuple[Violation, ...] = ()
        self._violations_of: tuple[str, str] | None = None  # the plan and basis they are of
        self.is_composing = False
        self.replanning = Replanning(self)
        self.rehearsal = self.adopt(Rehearsing(desk))
        self.printing = self.adopt(PrintWishes(desk))
        self.hosting = self.adopt(Hosting(desk))
        self.reload()

    def reload(self) -> None:
        services = self.desk.services
        shot = self.snapshot = services.cafes.snapshot()
        self.guests = participants(shot.people)
        self.changed = changed_badges(self.snapshot)
        self._names = {person.id: person for person in self.snapshot.people}
        self.attributes = attributes(self.guests)
        if self.attributes and self.attribute not in self.attributes:
            self.attribute = self.attributes[0]
        plan = self.plan
        self.figures: Figures | None = figures_of(plan, shot.cafe, shot.people) if plan else None
        if self._collided != (self.cafe, self.snapshot.people):
            self._failed = None  # they may not collide any more
        self._find_breaches()
        self.round = min(self.round, (plan.rounds if plan else len(self.cafe.rounds)) - 1)
        self._seated = frozenset(plan.people if plan else ()) & self._names.keys()
        self.people = tuple(person for person in self.people if person in self._seated)
        self._follow()
        self.shown.emit()

    def _follow(self) -> None:
        """Show the round that has begun since the last look; then any other may be chosen."""
        last = min(self.begun, self.plan.rounds if self.plan else 0) - 1
        if self.snapshot.live.clock is not None and self._seen_round != last >= 0:
            self.round = last
        self._seen_round = last

    def _find_breaches(self) -> None:
        """Look for broken rules, which takes its time with many people, once for each plan."""
        plan = self.plan
        of_plan = None if plan is None or self.snapshot.is_plan_stale else (plan.id, plan.made_for)
        if of_plan != self._violations_of:
            self._violations = self.desk.services.plans.violations() if of_plan else ()
            self._violations_of = of_plan

    @property
    def violations(self) -> tuple[str, ...]:
        """Which rules the plan breaks, if nothing has changed since it was made."""
        return tuple(map(self._why, self._violations))

    @property
    def collisions(self) -> tuple[str, ...]:
        """Why the last composing kept nothing: all rules that collide, where that was proved."""
        if self._failed is None:
            return ()
        proved = self._failed.collision(desk_words())
        return tuple(proved or map(self._why, self._failed.solution.violations))

    @property
    def is_impossible(self) -> bool:
        """Is it proved that the last composing could not have kept all rules?"""
        return self._failed is not None and bool(self._failed.solution.conflicts)

    def _why(self, violation: Violation) -> str:
        return violation.describe(desk_words(), self._name)

    def _name(self, person: str) -> str:
        known = self._names.get(PersonId(person))
        return known.name if known else "–"

    @property
    def cafe(self) -> Cafe:
        return self.snapshot.cafe

    @property
    def plan(self) -> Plan | None:
        return self.snapshot.plan

    @property
    def begun(self) -> int:
        """How many rounds a new plan leaves as they are."""
        return self.snapshot.rounds_begun if self.plan else 0

    @property
    def is_over(self) -> bool:
        """Have all rounds begun? Then the plan stays as it is."""
        return self.begun >= len(self.cafe.rounds)

    @property
    def can_compose(self) -> bool:
        return bool(self.guests) and not self.is_composing and not self.is_over

    def person(self, person: PersonId) -> Person:
        return self._names[person]

    def room(self) -> tuple[Sitting, ...]:
        """Return the tables of the round that is shown."""
        if self.plan is None:
            return ()
        return room_of(self.snapshot, self.plan, self.round, self.attribute)

    def table_name(self, table: int) -> str:
        return table_title(table, self.cafe.table_name(table), desk_words())

    def route(self, person: PersonId) -> list[Stop]:
        return route_of(self.snapshot, self.plan, person) if self.plan else []

    def lines(self) -> dict[str, PersonId]:
        """Return everybody who has a seat, by the line that is typed or chosen."""
        return lines_of(person for person in self.guests if person.id in self._seated)

    def partners(self) -> dict[str, PersonId]:
        """Return with whom the first of those chosen can swap in the round that is shown."""
        if self.plan is None or not self.people:
            return {}
        others = partners_of(self.plan, self.people[0], self.round)
        return lines_of(person for person in self.guests if person.id in others)

    # Choosing

    def go_round(self, round_: int) -> None:
        self.round = round_
        self.chosen.emit()

    def colour_by(self, attribute: str) -> None:
        self.attribute = attribute
        self.chosen.emit()

    def choose(self, person: PersonId, *, adds: bool = False) -> None:
        """Show `person`; `adds` makes it the second of two who may swap."""
        first = self.people[:1]
        self.people = (*first, person) if adds and first and first != (person,) else (person,)
        self.table = None
        self.chosen.emit()

    def choose_table(self, table: int) -> None:
        self.people, self.table = (), table
        self.chosen.emit()

    def choose_nothing(self) -> None:
        self.people, self.table = (), None
        self.chosen.emit()

    # Composing

    def proposal(self) -> str:
        return proposal_for(self.cafe, self.guests)

    @Slot()
    def compose(self) -> None:
        """Look for a plan in the background, then keep it; what has begun stays as it is."""
        if not self.can_compose:
            return
        self.is_composing, self._failed = True, None
        # asked again with nothing changed, another plan is wanted
        seed = 1 if self.plan is None else self.plan.certificate.seed
        seed += self.plan is not None and not self.snapshot.is_plan_stale
        plans = self.desk.services.plans
        compute = composing(plans, len(self.guests), seed=seed, from_round=self.begun)

        def work(job: Job) -> tuple[Composed, bool]:
            composed = compute(job)
            if composed.plan is None or job.is_stopped():
                return composed, False
            plans.keep(composed, by=self)
            return composed, True

        self.shown.emit()
        self.desk.tasks.run(
            _("Composing the plan…"), work, done=self._on_composed, failed=self._on_failed
        )

    def _on_composed(self, outcome: tuple[Composed, bool]) -> None:
        self.is_composing = False
        composed, is_kept = outcome
        before = composed.before
        if is_kept:
            self.desk.saving.keep()
            self.replanning.remember(
                _("compose the plan"), PlanEdit(plan=before.plan, cafe=before.cafe)
            )
        elif composed.plan is not None:
            self.told.emit(_("Composing was cancelled. Nothing has changed."))
        else:
            self._failed = composed.outcome
            self._collided = (before.cafe, before.people)
        self._look_again()
        if is_kept and (news := self._news_of(before.plan, composed.plan)):
            self.told.emit(news)

    def _news_of(self, before: Plan | None, after: Plan | None) -> str:
        """Return what there is to know once `after` is kept: seats that are the same, badges."""
        news = [needed_badges([self._name(person) for person in self.changed])]
        if before is not None and after is not None:
            routes = [before.itinerary(person) for person in after.people]
            if routes == list(map(after.itinerary, after.people)):
                news.insert(0, _("The plan has stayed as it was: every seat is the same."))
        return " ".join(filter(None, news))

    def _on_failed(self, error: WcafeError) -> None:
        self.is_composing = False
        self.failed.emit(error)
        if isinstance(error, EditedElsewhere):
            self._start_over(PLAN)
        else:
            self._look_again()

    # Swapping

    def swap_words(self) -> tuple[str, tuple[str, ...], bool]:
        """Return what exchanging the two costs, the rules it would break, and if it can be."""
        first, second = self.people
        plans = self.desk.services.plans
        try:
            cost = plans.swap_cost(first, second, self.round)
        except WcafeError as error:
            return error.describe(desk_words()), (), False
        sentence = _("Repeat meetings: {before} → {after}").format(
            before=cost.repeats_before, after=cost.repeats_after
        )
        return sentence, tuple(map(self._why, cost.violations)), True

    def swap(self) -> None:
        """Exchange the two who are chosen in the round that is shown."""
        first, second = self.people
        round_, plans = self.round, self.desk.services.plans
        text = _("swap two seats")
        if self.replanning.replace_plan(text, lambda: plans.swap(first, second, round_, by=self)):
            self.choose(first)

    def set_rules(self, text: str, **facts: object) -> None:
        """Change fields of the café's rules; `text` is what the Undo menu says."""
        rules = replace(self.cafe.rules, **facts)  # type: ignore[arg-type]  # fields of Rules
        if rules != self.cafe.rules:
            after = replace(self.cafe, rules=rules)
            self.edit(text, self.cafe, after, self._save_cafe, subjects=RULES)

    def clash(self, *, apart: Groups, together: Groups) -> str:
        """Return in one sentence which two would be kept both apart and together, if any."""
        return describe_clash(apart, together, self._name)

    def _save_cafe(self, cafe: Cafe) -> None:
        newest = replace(cafe, version=self.cafe.version)
        self.desk.services.cafes.save(newest, by=self)
