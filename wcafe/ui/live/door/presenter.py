"""What the door knows and can do, without a single widget."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from wcafe.domain.called import begins_a_code, find_by_badge, joker_called
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Joker
from wcafe.domain.presence import Attendance, Presence, not_arrived, presence_of
from wcafe.domain.text import one_line
from wcafe.errors import NobodyCalled
from wcafe.services.changes import Part
from wcafe.services.check_in import as_arrived
from wcafe.services.hosts import table_hosts
from wcafe.ui.live.door.arrivals import Arrivals
from wcafe.ui.live.door.finding import find_guests
from wcafe.ui.live.door.greeting import Greeting, describe_state, greet, joker_of
from wcafe.ui.live.taking_in import TakingIn
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.words import _


def utc_now() -> datetime:
    return datetime.now(UTC)


class DoorPresenter(Presenter):
    """Turns letters and scanned codes into people who are here, with undo.

    Attributes:
        found: who is meant by what is typed, the likeliest first.
        greeting: who stands at the door, as far as is known.
        remark: what became of the last wish where it changed nothing.

    Signals:
        moved: who is where has changed; what is typed alone changes less.
    """

    moved = Signal()
    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE

    def __init__(
        self,
        desk: DeskCafe,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(desk, parent)
        self._now = now
        self.search = ""
        self.remark = ""
        self.found: tuple[Person, ...] = ()
        self.greeting: Greeting | None = None
        self._shown: PersonId | None = None
        self._arrivals = Arrivals()
        self._offer: tuple[Joker | None] | None = None  # as long as nobody looked for it
        self._offered_for: object = None
        self.walk_ins = TakingIn(self)
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        self.snapshot = self.walk_ins.snapshot = snapshot
        self.people = tuple(sorted(snapshot.people, key=lambda each: each.sort_key))
        self._known = {person.id: person for person in self.people}
        if self._shown not in self._known:
            self._shown = None
        self.where = {each.id: presence_of(each, snapshot.asked) for each in self.people}
        self._arrivals.look(self.people, self._now())
        self._hosts = [each for each in table_hosts(snapshot) if each.person is not None]
        present = tuple((each.id, each.present) for each in self.people)
        offered_for = (snapshot.plan.id if snapshot.plan else None, snapshot.coming, present)
        if self._offered_for != offered_for:
            self._offer, self._offered_for = None, offered_for
        self._find()
        self.moved.emit()
        self._show()

    # What there is

    @property
    def wall_time(self) -> datetime:
        return self._now().astimezone()

    @property
    def attendance(self) -> Attendance:
        """How many of those who are seated are where."""
        return self.snapshot.attendance

    @property
    def is_scanning(self) -> bool:
        """May what is typed be the code of a badge? Then no name is looked for."""
        return begins_a_code(self.search)

    @property
    def missing_hosts(self) -> tuple[tuple[Person, int], ...]:
        """Who is to host and is not here yet, each with the table, from 0."""
        return tuple(
            (self._known[each.person], each.table)
            for each in self._hosts
            if each.person in self._known and self.where[each.person] is not Presence.HERE
        )

    @property
    def hosts(self) -> int:
        """How many tables have somebody to host them in the rounds to come."""
        return len(self._hosts)

    @property
    def arrivals(self) -> tuple[Person, ...]:
        """Who came while this window was open, the last one first."""
        return tuple(self._known[each] for each in self._arrivals.newest)

    @property
    def offer(self) -> Joker | None:
        """The joker route that the next walk-in takes over, if one is free.

        Looked for again where the plan, or who comes to its rounds, has changed.
        """
        if self._offer is None:
            self._offer = (self.walk_ins.offer(),)
        return self._offer[0]

    @property
    def newcomer(self) -> str:
        """The name that was typed, if it may be that of somebody new."""
        return "" if self.is_scanning else one_line(self.search)

    def next_table(self, person: PersonId) -> int | None:
        """Return the first table, from 0, that `person` is to go to now."""
        plan, asked = self.snapshot.plan, self.snapshot.asked
        route = plan.itinerary(person) if plan is not None else ()
        return next((t for r, t in enumerate(route) if r in asked and t is not None), None)

    def joker_of(self, person: PersonId) -> int | None:
        return joker_of(person, self.snapshot)

    def describe(self, person: PersonId) -> str:
        """Say where somebody stands."""
        return describe_state(self.where[person], self._since(person))

    def time_of(self, person: PersonId) -> str:
        """Return when this window saw them come; empty where it did not."""
        since = self._since(person)
        return since.strftime("%H:%M") if since is not None else ""

    # Looking

    def look_for(self, typed: str) -> None:
        """Look for a name or a code; whoever is the likeliest is shown."""
        self.search, self.remark = typed, ""
        self._find()
        if self.is_scanning:
            scanned = find_by_badge(typed, self.people)
            self._shown = scanned.id if scanned is not None else None
        elif typed.strip():
            self._shown = self.found[0].id if self.found else None
        self._show()

    def look_at(self, person: PersonId | None) -> None:
        """Show `person`, or nobody."""
        if person != self._shown:
            self._shown, self.remark = person, ""
            self._show()

    def step(self, by: int) -> None:
        """Show the person so many places later in the list of those found."""
        places = [each.id for each in self.found]
        if places:
            here = places.index(self._shown) if self._shown in places else -1 if by > 0 else 0
            self.look_at(places[min(max(here + by, 0), len(places) - 1)])

    # Noting

    def enter(self) -> None:
        """Note that whoever is meant is here; where nothing is typed go on to the next one."""
        if not self.search.strip():
            is_waiting = (
                self._shown is not None and self.where.get(self._shown) is not Presence.HERE
            )
            if is_waiting and self._shown is not None:
                self.arrive(self._shown)
            else:
                self.look_at(None)
        elif self._shown is not None:
            self.arrive(self._shown)
        else:
            self.failed.emit(NobodyCalled(who=one_line(self.search)))
            if self.is_scanning:
                self.look_for("")  # the next scan is not to be typed behind it

    def arrive(self, person: PersonId, *, is_late: bool = True) -> None:
        """Note that `person` is here, which is told where they are already.

        With `is_late` false they were there from the start, and were not noted.
        """
        before = self._known[person]
        if self.where[person] is Presence.HERE:
            self._finish(person)
            words = _("{name} is here already: nothing is noted.")
            self.remark = words.format(name=before.name)
            self._show()
            return
        after = as_arrived(before, self.snapshot, is_late=is_late)
        if self._note(_("arrival of {name}"), before, after):
            self._tell(_("{name} is here."), before)

    def give_up(self, person: PersonId) -> None:
        """Note that `person` does not come, or comes no more, to the rounds that are to come."""
        before, rounds = self._known[person], len(self.snapshot.cafe.rounds)
        after = before.with_presence_in(self.snapshot.coming, rounds, is_here=False)
        text = _("departure of {name}") if before.arrived else _("absence of {name}")
        if self._note(text, before, after):
            told = _("{name} has left.") if before.arrived else _("{name} does not come.")
            self._tell(told, before)

    def leave_after(self, person: PersonId, round_: int) -> None:
        """Note that `person` comes to no round after `round_`, from 0."""
        before, rounds = self._known[person], len(self.snapshot.cafe.rounds)
        after = before.with_presence_in(range(round_ + 1, rounds), rounds, is_here=False)
        text = _("early departure of {name}")
        if self._note(text, before, after):
            words = _("{name} leaves after round {round}.")
            self.undoable.emit(words.format(name=before.name, round=round_ + 1))

    def take_back(self, person: PersonId) -> None:
        """Take back that `person` came; whoever was not on the list goes from it again."""
        before = self._known[person]
        if self.joker_of(person) is not None:
            if self.walk_ins.send_back(before):
                self._tell(_("{name} is not on the list any more."), before)
        elif self._note(_("arrival of {name}, taken back"), before, not_arrived(before)):
            self._tell(_("{name} has not come yet."), before)

    def take_in(self) -> None:
        """Add whoever is typed: on the next joker route if one is free, else without a table."""
        if not (name := self.newcomer) or not self.snapshot.coming:
            return
        given, _gap, family = name.partition(" ")
        before, joker = set(self._known), self.offer
        walk_ins = self.walk_ins
        is_kept = (
            walk_ins.hand_over(joker, given, family)
            if joker is not None
            else walk_ins.take_in(given, family)
        )
        if is_kept:
            (added,) = set(self._known) - before
            self._finish(added)

    def _finish(self, person: PersonId) -> None:
        """Show `person`, and be ready for the next name."""
        self.search, self._shown = "", person
        self._find()
        self.resolved.emit(NobodyCalled)
        self._show()

    def _show(self) -> None:
        person = self._known.get(self._shown) if self._shown is not None else None
        self.greeting = None
        if person is not None:
            where, since = self.where[person.id], self._since(person.id)
            self.greeting = greet(person, where, self.snapshot, since=since)
        self.shown.emit()

    def _find(self) -> None:
        is_name = not self.is_scanning
        found = find_guests(self.people, self.where, self.search) if is_name else ()
        jokers = self.snapshot.plan.jokers if self.snapshot.plan is not None else ()
        if not found and (joker := joker_called(self.search, jokers)) is not None:
            found = tuple(each for each in self.people if each.id == joker.id)
        self.found = found

    def _since(self, person: PersonId) -> datetime | None:
        at = self._arrivals.time_of(person)
        return at.astimezone() if at is not None else None

    def _tell(self, words: str, person: Person) -> None:
        self.undoable.emit(words.format(name=person.name))

    def _note(self, text: str, before: Person, after: Person) -> bool:
        """Keep `after`, shown at once and ready for the next name; return whether it is kept."""
        typed, self.search, self._shown = (self.search, self._shown), "", before.id
        edits = PeopleEdit(keep=(before,)), PeopleEdit(keep=(after,))
        told = text.format(name=before.name)
        if self.edit(told, *edits, self._keep, subjects=frozenset({before.id})):
            self.resolved.emit(NobodyCalled)
            return True
        self.search, self._shown = typed
        self._find()
        self._show()
        return False

    def _keep(self, edit: PeopleEdit) -> None:
        here = {each.id: each for each in self.snapshot.people}
        self.desk.services.check_in.keep(edit.newest(here), by=self)
