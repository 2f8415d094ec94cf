"""Who has come since the plan was made takes over a joker route: nobody else's seat changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.plan import Joker
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.services.planning.problem import problem_and_seats
from wcafe.solver import Notice, judge


def seated_by_jokers(
    snapshot: Snapshot, from_round: int
) -> tuple[Snapshot, tuple[PersonId, ...], tuple[Notice, ...]]:
    """Give the free joker routes to those who come and have no seat yet.

    Args:
        snapshot: the café, which has a plan.
        from_round: from 0; earlier rounds are past.

    Returns:
        The café with their seats in the plan, who has taken over a route, and a word about each.
    """
    rounds = range(from_round, len(snapshot.cafe.rounds))
    seated: list[PersonId] = []
    notices: list[Notice] = []
    for person in participants(snapshot.people):
        coming = [r for r in rounds if person.attends(r)]
        assert snapshot.plan is not None
        if not coming or set(snapshot.plan.itinerary(person.id)) != {None}:
            continue
        for joker in by_company(snapshot, snapshot.plan.free_jokers, coming):
            if (taken := taken_over_by(snapshot, joker, person, coming)) is not None:
                snapshot = taken
                seated.append(person.id)
                sentence = N_("{name} takes over joker route {number}.")
                notices.append(Notice(sentence, {"name": person.name, "number": joker.number}))
                break
    return snapshot, tuple(seated), tuple(notices)


def by_company(
    snapshot: Snapshot, jokers: Iterable[Joker], rounds: Sequence[int]
) -> Sequence[Joker]:
    """Return `jokers` so that those come first at whose tables the fewest people sit."""
    assert snapshot.plan is not None
    plan, known = snapshot.plan, {person.id: person for person in snapshot.people}

    def company(joker: Joker) -> list[int]:
        tables = [(r, table) for r, table in stops_of(joker, rounds)]
        people = [
            sum(known[p].attends(r) for p in plan.at_table(t, r) if p in known) for r, t in tables
        ]
        return sorted(people, reverse=True)

    return sorted(jokers, key=lambda joker: (company(joker), joker.number))


def taken_over_by(
    snapshot: Snapshot, joker: Joker, person: Person, rounds: Sequence[int]
) -> Snapshot | None:
    """Return the café in which `person` sits where `joker` does in `rounds`.

    None if the route has no seat in one of them, or if a rule were broken that holds now.
    """
    if len(stops_of(joker, rounds)) < len(rounds):
        return None
    after = with_seats(snapshot, joker, person, rounds)
    known = judge(*problem_and_seats(snapshot))
    if [broken for broken in judge(*problem_and_seats(after)) if broken not in known]:
        return None
    return after


def with_seats(snapshot: Snapshot, joker: Joker, person: Person, rounds: Iterable[int]) -> Snapshot:
    """Return the café with `person` in it, and in its plan where `joker` sits in `rounds`."""
    plan, coming = snapshot.plan, frozenset(rounds)
    assert plan is not None
    places = [place for place, each in enumerate(plan.people) if each != person.id]
    seats = tuple(
        (*(row[place] for place in places), joker.route[r] if r in coming else None)
        for r, row in enumerate(plan.seats)
    )
    taken = replace(joker, id=person.id)
    is_known = any(each.id == person.id for each in snapshot.people)
    return replace(
        snapshot,
        people=snapshot.people if is_known else (*snapshot.people, person),
        plan=replace(
            plan,
            people=(*(plan.people[place] for place in places), person.id),
            seats=seats,
            jokers=tuple(taken if each == joker else each for each in plan.jokers),
        ),
    )


def stops_of(joker: Joker, coming: Iterable[int]) -> list[tuple[int, int]]:
    """Return the rounds and tables, from 0, that the route has in the `coming` rounds."""
    rounds = [r for r in sorted(coming) if r < len(joker.route)]
    return [(r, table) for r in rounds if (table := joker.route[r]) is not None]
