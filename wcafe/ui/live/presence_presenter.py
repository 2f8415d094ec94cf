"""Who is here for the rounds to come, and where each goes: found by a few letters of the name."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from PySide6.QtCore import QObject

from wcafe.domain.agenda import programme
from wcafe.domain.moment import Moment
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.presence import (
    Attendance,
    Presence,
    count_presence,
    presence_of,
)
from wcafe.domain.search import look_for_name
from wcafe.services.changes import Part
from wcafe.services.check_in import as_arrived
from wcafe.ui.live.taking_in import TakingIn
from wcafe.ui.live.whereabouts import Whereabouts, whereabouts_of
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.words import _, ngettext

MOST_FOUND = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One person of the list, and where they stand."""

    person: PersonId
    name: str
    presence: Presence


class PresencePresenter(Presenter):
    """Turns “she left” and “he is here now” into facts about a person, with undo."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.search = ""
        self._looked_at: PersonId | None = None
        self.walk_ins = TakingIn(self)
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        cafe = snapshot.cafe
        self._snapshot = self.walk_ins.snapshot = snapshot
        self._moment = Moment(cafe=cafe, steps=programme(cafe), clock=snapshot.live.clock)
        self.people = snapshot.people
        self.rounds = len(cafe.rounds)
        self.coming = self._moment.coming
        self.shown.emit()

    @property
    def asked(self) -> frozenset[int]:
        """The rounds for which it is told who is here: those to come, else the last one."""
        return self.coming or frozenset({self.rounds - 1})

    @property
    def attendance(self) -> Attendance:
        """How many are where."""
        return count_presence(self.people, self.asked)

    @property
    def has_begun(self) -> bool:
        return self._moment.clock is not None

    # Looking

    def look_for(self, name: str) -> None:
        """Search for a name; the first who is found is looked at."""
        self.search = name.strip()
        found = self.find_people() if self.search else ()
        self._looked_at = found[0].person if found else None
        self.shown.emit()

    def look_at(self, person: PersonId | None) -> None:
        """Show where `person` goes, or nobody's way."""
        if person != self._looked_at:
            self._looked_at = person
            self.shown.emit()

    def whereabouts(self) -> Whereabouts | None:
        """Return where the person who is looked at goes; None where nobody is."""
        seen = [each for each in participants(self.people) if each.id == self._looked_at]
        return whereabouts_of(seen[0], self._snapshot, self._moment) if seen else None

    def find_people(self) -> tuple[Found, ...]:
        """Return those looked for, or who is not here if nobody is."""
        return find_people(participants(self.people), self.asked, self.search)

    # Noting

    def set_present(self, person: PersonId, *, is_here: bool) -> bool:
        """Note that `person` is here, or away in every round that has not begun."""
        self._looked_at = person
        before = next(each for each in self.people if each.id == person)
        if is_here:
            after = as_arrived(before, self._snapshot)
            return self._note(_("note who is here"), (before,), (after,))
        after = before.with_presence_in(self.coming, self.rounds, is_here=False)
        return self._note(_("note who is away"), (before,), (after,))

    def check_in_expected(self) -> None:
        """Note that all who are expected have come."""
        late = self._expected()
        after = tuple(as_arrived(each, self._snapshot, is_late=False) for each in late)
        if self._note(_("note that everybody is here"), late, after):
            words = ngettext("{number} person is here.", "{number} people are here.", len(late))
            self.undoable.emit(words.format(number=len(late)))

    def give_up_expected(self) -> None:
        """Note that those who have not arrived do not come to the rounds that have not begun."""
        late = self._expected()
        after = tuple(
            each.with_presence_in(self.coming, self.rounds, is_here=False) for each in late
        )
        if self._note(_("note who has not come"), late, after):
            words = ngettext(
                "{number} person who has not arrived is away now.",
                "{number} people who have not arrived are away now.",
                len(late),
            )
            self.undoable.emit(words.format(number=len(late)))

    def _expected(self) -> tuple[Person, ...]:
        return tuple(
            each
            for each in participants(self.people)
            if presence_of(each, self.asked) is Presence.EXPECTED
        )

    def _note(self, text: str, before: tuple[Person, ...], after: tuple[Person, ...]) -> bool:
        edits = PeopleEdit(keep=before), PeopleEdit(keep=after)
        return self.edit(text, *edits, self._keep, subjects=frozenset(each.id for each in before))

    def _keep(self, edit: PeopleEdit) -> None:
        here = {each.id: each for each in self.people}
        self.desk.services.check_in.keep(edit.newest(here), by=self)


def find_people(people: Iterable[Person], asked: Set[int], search: str) -> tuple[Found, ...]:
    """Return those whose name holds `search`, by name.

    Without it those who are not here: first who is expected, once anybody has arrived, then who
    is away.
    """
    guests = sorted(people, key=lambda each: each.sort_key)
    where = {person.id: presence_of(person, asked) for person in guests}
    if sought := look_for_name(search):
        found = [person for person in guests if sought.is_in(person.name)]
    else:
        is_used = any(person.arrived for person in guests)
        late = [p for p in guests if is_used and where[p.id] is Presence.EXPECTED]
        found = [*late, *(p for p in guests if where[p.id] in (Presence.AWAY, Presence.LEFT))]
    return tuple(
        Found(person=person.id, name=person.name, presence=where[person.id])
        for person in found[:MOST_FOUND]
    )
