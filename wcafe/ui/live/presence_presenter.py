"""Who is here for the rounds to come: found by a few letters of the name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from wcafe.domain.agenda import programme
from wcafe.domain.moment import Moment
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.plan import Joker, Plan
from wcafe.domain.search import look_for_name
from wcafe.domain.text import one_line
from wcafe.errors import WcafeError
from wcafe.services.changes import Part
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.replanning.plan_edit import PLAN
from wcafe.ui.words import _

MOST_FOUND = 50
_DIALOG = "walk-in"
"""Where words wait that could not be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One person of the list, and whether the coming rounds are without them."""

    person: PersonId
    name: str
    is_away: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """A joker route that is free again: its person is not here, the plan is the one before."""

    person: PersonId
    plan: Plan


_Wish = Person | GivenBack


class PresencePresenter(Presenter):
    """Turns “she left” and “he is here now” into rounds of a person, with undo."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.search = ""
        self._ids = DraftIds()
        self._plan_before: dict[PersonId, Plan] = {}  # joker routes whose walk-in is not kept yet
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        cafe = snapshot.cafe
        moment = Moment(cafe=cafe, steps=programme(cafe), clock=snapshot.live.clock)
        self.people = snapshot.people
        self.rounds = len(cafe.rounds)
        self.coming = moment.coming
        self.shown.emit()

    @property
    def here(self) -> tuple[int, int]:
        """How many are here for the coming rounds, or were for the last one; and of how many."""
        guests = participants(self.people)
        asked = self.coming or {self.rounds - 1}
        return sum(not each.is_away(asked) for each in guests), len(guests)

    def look_for(self, name: str) -> None:
        self.search = name.strip()
        self.shown.emit()

    def find_people(self) -> tuple[Presence, ...]:
        """Return the people looked for, or those who are away if nobody is."""
        return presences(participants(self.people), self.coming, self.search)

    def set_present(self, person: PersonId, *, is_here: bool) -> None:
        """Note that `person` is here, or away, in every round that has not begun."""
        before = next(each for each in self.people if each.id == person)
        after = before.with_presence_in(self.coming, self.rounds, is_here=is_here)
        text = _("note who is here") if is_here else _("note who is away")
        edits = PeopleEdit(keep=(before,)), PeopleEdit(keep=(after,))
        self.edit(text, *edits, self._keep, subjects=frozenset({person}))

    def take_in(self, given: str, family: str) -> bool:
        """Add somebody who is not on the list, for the coming rounds; return whether it is kept.

        The same names tried again are the same person, until they are kept or given up.
        """
        person = PersonId(self._ids.id_of(one_line(given), one_line(family)))
        if (added := self._newcomer(person, given, family)) is None:
            return False
        edits = PeopleEdit(gone=(added.id,)), PeopleEdit(keep=(added,))
        subjects = frozenset({added.id})
        if not self.edit(
            _("add a person"), *edits, self._keep, subjects=subjects, waits_in=_DIALOG
        ):
            return False
        self.give_up()
        return True

    def give_up(self) -> None:
        """Nobody is being taken in any more."""
        self._ids.begin()
        self._plan_before.clear()
        self.desk.saving.give_up(_DIALOG)

    def offer(self) -> Joker | None:
        """Return the joker route that a walk-in may take over for the coming rounds, if any."""
        return self.desk.services.walk_ins.offer(self.coming)

    def hand_over(self, joker: Joker, given: str, family: str) -> bool:
        """Add somebody who takes over the route of `joker`; return whether it is kept."""
        added = self._newcomer(joker.id, given, family)
        plan = self.desk.services.cafes.snapshot().plan
        if added is None or plan is None:
            return False
        before = self._plan_before.setdefault(added.id, plan)
        text = _("hand over a joker route")
        back: _Wish = GivenBack(person=added.id, plan=before)
        if not self.edit(
            text, back, added, self._hand_over_or_back, subjects=PLAN, waits_in=_DIALOG
        ):
            return False
        self.give_up()
        words = _("{name} takes over joker route {number}. Nobody else changes tables.")
        self.told.emit(words.format(name=added.name, number=joker.number))
        return True

    def _hand_over_or_back(self, wish: _Wish) -> None:
        services = self.desk.services
        if isinstance(wish, GivenBack):
            services.walk_ins.give_back(wish.person, wish.plan, by=self)
        elif here := [each for each in self.people if replace(each, version=0) == wish]:
            services.people.save(here, by=self)  # tried before, and the disk had not said it
        else:
            services.walk_ins.take(wish, by=self)

    def _newcomer(self, person: PersonId, given: str, family: str) -> Person | None:
        is_first = len(self.coming) == self.rounds
        try:
            return Person(
                id=person,
                given=one_line(given),
                family=one_line(family),
                present=None if is_first else self.coming,
            )
        except WcafeError as error:
            self.failed.emit(error)
            return None

    def _keep(self, edit: PeopleEdit) -> None:
        here = {each.id: each for each in self.people}
        self.desk.services.people.change(keep=edit.newest(here), remove=edit.gone, by=self)


def presences(
    people: Iterable[Person], coming: frozenset[int], search: str
) -> tuple[Presence, ...]:
    """Return those whose name holds `search`, or without it those who are away; by name."""
    sought = look_for_name(search)
    found = [
        person
        for person in people
        if (sought.is_in(person.name) if sought else person.is_away(coming))
    ]
    return tuple(
        Presence(person=person.id, name=person.name, is_away=person.is_away(coming))
        for person in sorted(found, key=lambda each: each.sort_key)[:MOST_FOUND]
    )
