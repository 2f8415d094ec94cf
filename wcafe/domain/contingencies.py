"""What goes wrong in cafés, and what to do then (METHOD.md): only what this café has means for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.people import Person, participants
from wcafe.domain.plan import Plan, Remark
from wcafe.domain.text import abridged, join_names
from wcafe.i18n import N_

_MOST, _LONGEST = 12, 40  # names in a row, characters of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """What may happen, and what to do then, a sentence each."""

    case: str
    then: tuple[Remark, ...]


def contingencies_of(
    cafe: Cafe, plan: Plan | None, people: Iterable[Person]
) -> tuple[Contingency, ...]:
    """Return what to do if; what names a badge, a spare route or a host is there where they are."""
    everybody = tuple(people)
    return (
        *_people(plan),
        *_tables(cafe, plan),
        *_bodies(everybody),
        *_means(cafe, plan),
    )


def _people(plan: Plan | None) -> list[Contingency]:
    absent = [_say(N_("Leave the chair empty, and begin on time."))]
    walk_in = [_say(N_("Show them to the table with the fewest people, and write down the name."))]
    late = [_say(N_("Show them to a table with a free chair, and not in the middle of a recap."))]
    if plan is not None:
        absent.append(
            _say(N_("Mark them as away under Run, where the rounds to come can be planned anew."))
        )
        late = [_say(N_("Their badge says which table the round under way has for them."))]
        if plan.free_jokers:
            free = join_names([str(each.number) for each in plan.free_jokers], most=_MOST)
            walk_in = [
                _say(
                    N_("Give them a joker badge ({free}), and write the name on the door list."),
                    free=free,
                )
            ]
    return [
        Contingency(case=N_("Somebody does not come"), then=tuple(absent)),
        Contingency(case=N_("Somebody comes who is not on the list"), then=tuple(walk_in)),
        Contingency(case=N_("Somebody comes late"), then=tuple(late)),
    ]


def _tables(cafe: Cafe, plan: Plan | None) -> list[Contingency]:
    small = [_say(N_("Let the table join its neighbour for this round, with both tablecloths."))]
    if plan is not None:
        small.append(_say(N_("For the rounds to come close it under Run.")))
    found = [Contingency(case=N_("Fewer than three people at a table"), then=tuple(small))]
    if plan is not None and plan.hosts and cafe.rules.hosts is HostMode.STAY:
        missing = _say(N_("Ask at the table who would like to stay, and hand over the host kit."))
        found.append(Contingency(case=N_("A host is missing"), then=(missing,)))
    found.append(
        Contingency(
            case=N_("One person does all the talking"),
            then=(_say(N_("Ask the table for a round in which each has a minute.")),),
        )
    )
    return found


def _bodies(everybody: Iterable[Person]) -> list[Contingency]:
    guests = participants(everybody)
    spoken = Counter(language for guest in guests for language in guest.languages)
    language = [_say(N_("Seat them beside somebody who can whisper a translation."))]
    if len(spoken) > 1:
        counts = [f"{abridged(name, _LONGEST)} ({n})" for name, n in sorted(spoken.items())]
        told = join_names(counts, most=_MOST)
        language.append(_say(N_("Languages on the list: {counts}."), counts=told))
    staying = [
        f"{abridged(guest.name, _LONGEST)} ({guest.stays_at + 1})"
        for guest in guests
        if guest.stays_at is not None
    ]
    moving = [_say(N_("They stay at one table, and the others come to them."))]
    if staying:
        told = join_names(staying, most=_MOST)
        moving.append(_say(N_("Staying, each with the table: {names}."), names=told))
    return [
        Contingency(case=N_("Somebody does not follow the language"), then=tuple(language)),
        Contingency(case=N_("Somebody cannot move easily"), then=tuple(moving)),
    ]


def _means(cafe: Cafe, plan: Plan | None) -> list[Contingency]:
    dies = [_say(N_("Go on by this sheet and a watch: nothing else is needed in the room."))]
    if plan is not None:
        dies.append(_say(N_("The badges know the way; the list by table has all of it.")))
    late = [
        _say(N_("Shorten the break or the plenary; leave the minutes of the harvest as they are."))
    ]
    tables = plan.tables if plan else len(cafe.tables)
    sheets = [
        _say(N_("Count them before the room is left: paper that stays goes with the rubbish."))
    ]
    if tables:
        sheets.append(
            _say(
                N_("After each round there is one for each of the {tables} tables."), tables=tables
            )
        )
    return [
        Contingency(case=N_("Projector or computer stop"), then=tuple(dies)),
        Contingency(case=N_("It takes longer than it should"), then=tuple(late)),
        Contingency(case=N_("Harvest sheets are missing"), then=tuple(sheets)),
    ]


def _say(template: str, **facts: object) -> Remark:
    return Remark(template, facts)
