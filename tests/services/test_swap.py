"""Two people change seats: what it costs is told first, and the figures are counted anew."""

from dataclasses import replace
from itertools import product

import pytest

from tests.cafes import add_people, person
from wcafe.domain.cafe import Rules
from wcafe.errors import NoSuchRound
from wcafe.i18n import ENGLISH
from wcafe.services.changes import Changed, Part
from wcafe.services.planning.problem import problem_and_seats
from wcafe.services.planning.swap import CannotSwap
from wcafe.solver import weigh


def plan_of(cafe):
    return cafe.cafes.snapshot().plan


def guests_at(plan, table, round_):
    """Return who sits at `table` and hosts none."""
    return [person for person in plan.at_table(table, round_) if person not in plan.hosts]


@pytest.fixture
def pair(crowd):
    plan = plan_of(crowd)
    return guests_at(plan, 0, 1)[0], guests_at(plan, 1, 1)[0]


def test_the_cost_told_is_the_cost_of_the_plan_that_is_kept(crowd, pair):
    before = plan_of(crowd)
    cost = crowd.plans.swap_cost(*pair, 1)
    assert plan_of(crowd) == before  # asking changes nothing
    kept = crowd.plans.swap(*pair, 1)

    assert cost.repeats_before == before.certificate.repeat_meetings
    assert cost.repeats_after == kept.certificate.repeat_meetings
    assert kept == plan_of(crowd)


def test_the_two_and_nobody_else_change_seats(crowd, pair):
    before = plan_of(crowd)
    kept = crowd.plans.swap(*pair, 1)
    moved = {
        (round_, who)
        for round_, who in product(range(3), before.people)
        if before.itinerary(who)[round_] != kept.itinerary(who)[round_]
    }

    assert moved == {(1, pair[0]), (1, pair[1])}
    assert kept.itinerary(pair[0])[1] == before.itinerary(pair[1])[1]
    assert kept.fingerprint != before.fingerprint
    assert not crowd.cafes.snapshot().is_plan_stale


def test_a_swap_taken_back_gives_the_first_figures_again(crowd, pair):
    before = plan_of(crowd)
    crowd.plans.swap(*pair, 1)
    back = crowd.plans.swap(*pair, 1)

    assert back.fingerprint == before.fingerprint
    assert back.certificate == before.certificate


def test_the_figures_of_a_swapped_plan_are_those_of_its_seats(crowd, pair):
    kept = crowd.plans.swap(*pair, 1)
    repeats, coincidences, balance = weigh(*problem_and_seats(crowd.cafes.snapshot()))

    certificate = kept.certificate
    assert (certificate.repeat_meetings, certificate.coincidences) == (repeats, coincidences)
    assert dict(certificate.balance) == balance
    assert certificate.proven_optimal == (
        (repeats, coincidences) == (certificate.lower_bound, certificate.coincidences_bound)
        and crowd.plans.violations() == ()
    )


def test_the_rules_a_swap_would_break_are_told_with_names(crowd):
    plan = plan_of(crowd)
    host = plan.at_table(0, 1)[0]
    other = guests_at(plan, 1, 1)[0]
    name = next(p.name for p in crowd.people.all() if p.id == host)
    cost = crowd.plans.swap_cost(host, other, 1)

    assert any(host in breach.who for breach in cost.violations)
    assert any(name in crowd.plans.why(breach, ENGLISH) for breach in cost.violations)


def test_rules_broken_already_are_not_the_fault_of_the_swap(crowd, pair):
    cafe = crowd.cafes.get()
    sitting = guests_at(plan_of(crowd), 3, 0)[:2]
    crowd.cafes.save(replace(cafe, rules=Rules(apart=(frozenset(sitting),), distinct_tables=False)))
    known = crowd.plans.violations()
    cost = crowd.plans.swap_cost(*pair, 1)

    assert "apart" in {breach.rule for breach in known}
    assert all(breach not in known for breach in cost.violations)


@pytest.fixture
def impossible(crowd):
    """Pairs who cannot change seats in round 2, each with the reason."""
    plan = plan_of(crowd)
    one, other = guests_at(plan, 0, 1)[:2]
    ana = crowd.people.save([person("Ana Silva")])[0]
    return {"same table": (one, other), "same person": (one, one), "unknown": (one, ana.id)}


@pytest.mark.parametrize("case", ["same table", "same person", "unknown"])
def test_who_cannot_change_seats_is_told_in_a_sentence(crowd, impossible, case):
    before = plan_of(crowd)
    for wish in (crowd.plans.swap, crowd.plans.swap_cost):
        with pytest.raises(CannotSwap):
            wish(*impossible[case], 1)

    assert plan_of(crowd) == before


def test_somebody_absent_has_no_seat_to_give(cafe):
    guests = add_people(cafe, 12)
    cafe.people.change(keep=[replace(guests[0], present=frozenset({1, 2}))])
    cafe.plans.compose(seconds=0.2)

    with pytest.raises(CannotSwap):
        cafe.plans.swap_cost(guests[0].id, guests[1].id, 0)


def test_nobody_swaps_without_a_plan(cafe):
    ana, ben = add_people(cafe, 2)

    with pytest.raises(CannotSwap):
        cafe.plans.swap(ana.id, ben.id, 0)


@pytest.mark.parametrize("round_", [-1, 2, 3])
def test_a_round_the_café_no_longer_has_is_told(crowd, pair, round_):
    crowd.cafes.save(crowd.cafes.get().with_rounds(2))

    with pytest.raises((CannotSwap, NoSuchRound)):
        crowd.plans.swap_cost(*pair, round_)


def test_a_swap_is_one_notice(crowd, pair):
    heard = []
    crowd.changes.listen(heard.append)
    crowd.plans.swap(*pair, 1, by=crowd)

    assert heard == [Changed(Part.PLAN, crowd)]
