"""People by plan, in words: where each goes, and the line by which each is found."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.marks import table_title
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan
from wcafe.services.cafe import Snapshot
from wcafe.ui.plan.seats import Sitting
from wcafe.ui.words import _, desk_words, ngettext


@dataclass(frozen=True, slots=True)
class Stop:
    """One round of somebody's route: where, and the names of who else sits there."""

    where: str
    others: tuple[str, ...] = ()


def route_of(snapshot: Snapshot, plan: Plan, person: PersonId) -> list[Stop]:
    """Return where `person` sits in each round, and with whom."""
    names = {each.id: each.name for each in snapshot.people}
    cafe, stops = snapshot.cafe, []
    for round_, table in enumerate(plan.itinerary(person)):
        here = _("Round {number}").format(number=round_ + 1)
        if table is None:
            nowhere = _("no seat")
            stops.append(Stop(f"{here} · {nowhere}"))
            continue
        others = [p for p in plan.at_table(table, round_) if p != person and p in names]
        where = f"{here} · {table_title(table, cafe.table_name(table), desk_words())}"
        stops.append(Stop(where, tuple(names[p] for p in others)))
    return stops


def lines_of(people: Iterable[Person]) -> dict[str, PersonId]:
    """Return `people` in alphabetical order, by a line that tells each from all others."""
    found: dict[str, PersonId] = {}
    for person in sorted(people, key=lambda person: person.sort_key):
        line = unique = " · ".join(fact for fact in (person.name, person.organisation) if fact)
        count = 1
        while unique in found:
            count += 1
            unique = f"{line} ({count})"
        found[unique] = person.id
    return found


def partners_of(plan: Plan, person: PersonId, round_: int) -> frozenset[PersonId]:
    """Return who sits at another table than `person` in `round_`."""
    row = dict(zip(plan.people, plan.seats[round_], strict=True))
    here = row.get(person)
    return frozenset(p for p, table in row.items() if table is not None and table != here)


def words_for_table(sitting: Sitting) -> str:
    """Return a table in words, for tooltips and screen readers."""
    count = len(sitting.seats)
    people = ngettext("{number} person", "{number} people", count).format(number=count)
    facts = [_describe_sitting(sitting), people, *([_("closed")] if sitting.is_closed else [])]
    return "\n".join(facts)


def words_for_seat(sitting: Sitting, place: int) -> str:
    """Return the person at `place` of a table in words."""
    seat = sitting.seats[place]
    facts = [seat.name, _describe_sitting(sitting), seat.value]
    facts += [_("table host")] if seat.is_host else []
    facts += [_("meets somebody again")] if seat.meets_again else []
    return "\n".join(fact for fact in facts if fact)


def _describe_sitting(sitting: Sitting) -> str:
    return table_title(sitting.table, sitting.name, desk_words())
