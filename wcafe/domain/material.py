"""What to bring to a café and how much of it, counted from the café itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.people import Person, expected
from wcafe.domain.plan import Plan
from wcafe.i18n import N_

_PENS = 3  # felt pens a table
_SPARE = 10  # one more for so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One thing: what it is, how many where that can be counted, and by which rule.

    `count` is None where nothing in the café says how many.
    """

    what: str
    count: int | None
    rule: str


def material_of(cafe: Cafe, plan: Plan | None, people: Iterable[Person]) -> tuple[Material, ...]:
    """Return what a café needs; what only a plan makes sense of is there where there is one."""
    everybody = tuple(people)
    tables = plan.tables if plan else len(cafe.tables) or None
    rounds = len(cafe.rounds)
    guests = len(expected(everybody, rounds))
    others = sum(not person.is_seated for person in everybody)
    spare = len(plan.free_jokers) if plan else 0
    seats = sum(table.seats for table in cafe.tables) or None
    sheets = None
    if tables is not None:
        closed = sum(r < rounds for table in cafe.tables[:tables] for r in table.closed)
        sheets = tables * rounds - closed
    cloths = None if tables is None else tables + -(-tables // _SPARE)
    pens = None if tables is None else _PENS * tables
    comers = guests + spare or None
    found = [
        Material(what=N_("tables"), count=tables, rule=N_("as the room has them")),
        Material(what=N_("chairs"), count=seats, rule=N_("one a seat")),
    ]
    if plan is not None:
        badges, rule = guests + others + spare, N_("one a person, and the joker badges")
        found.append(Material(what=N_("badges"), count=badges, rule=rule))
    found += [
        Material(what=N_("table tents"), count=tables, rule=N_("one a table")),
        Material(what=N_("etiquette, printed"), count=tables, rule=N_("one a table")),
        Material(what=N_("harvest sheets"), count=sheets, rule=N_("one a table and round")),
        Material(
            what=N_("paper tablecloths"), count=cloths, rule=N_("one a table, and one in ten more")
        ),
        Material(what=N_("felt pens"), count=pens, rule=N_("three a table")),
        Material(what=N_("ballpoint pens"), count=comers, rule=N_("one a person")),
        Material(what=N_("glasses or cups"), count=comers, rule=N_("one a person")),
    ]
    if plan is not None and cafe.rules.hosts is HostMode.STAY and plan.hosts:
        hosts = len(set(plan.hosts.values()))
        found.append(Material(what=N_("host kits"), count=hosts, rule=N_("one a host")))
    found += [
        Material(what=N_("envelopes for the sheets"), count=rounds, rule=N_("one a round")),
        Material(what=N_("door list and sign-in sheet"), count=1, rule=N_("at the entrance")),
        Material(what=N_("bell or singing bowl"), count=1, rule=N_("to end a round")),
        Material(what=N_("watch that all can see"), count=1, rule=N_("beside the projector")),
        Material(what=N_("adhesive tape"), count=None, rule=N_("for posters and the wall")),
        Material(what=N_("blank paper"), count=None, rule=N_("for what nobody thought of")),
    ]
    return tuple(found)
