"""What to bring to a café beside what is printed, and how much of it, counted from the café."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe
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
    """Return what a café needs that no printer makes."""
    everybody = tuple(people)
    tables = plan.tables if plan else len(cafe.tables) or None
    rounds = len(cafe.rounds)
    guests = len(expected(everybody, rounds))
    spare = len(plan.free_jokers) if plan else 0
    seats = sum(table.seats for table in cafe.tables) or None
    cloths = None if tables is None else tables + -(-tables // _SPARE)
    pens = None if tables is None else _PENS * tables
    comers = guests + spare or None
    return (
        Material(what=N_("tables"), count=tables, rule=N_("as the room has them")),
        Material(what=N_("chairs"), count=seats, rule=N_("one a seat")),
        Material(
            what=N_("paper tablecloths"), count=cloths, rule=N_("one a table, and one in ten more")
        ),
        Material(what=N_("felt pens"), count=pens, rule=N_("three a table")),
        Material(what=N_("ballpoint pens"), count=comers, rule=N_("one a person")),
        Material(what=N_("glasses or cups"), count=comers, rule=N_("one a person")),
        Material(what=N_("envelopes for the sheets"), count=rounds, rule=N_("one a round")),
        Material(what=N_("bell or singing bowl"), count=1, rule=N_("to end a round")),
        Material(what=N_("watch that all can see"), count=1, rule=N_("beside the projector")),
        Material(what=N_("adhesive tape"), count=None, rule=N_("for posters and the wall")),
        Material(what=N_("blank paper"), count=None, rule=N_("for what nobody thought of")),
    )
