"""A repair keeps the seats there are as far as it can, and says before what it changes."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, person
from wcafe.errors import NoPlanYet
from wcafe.services.plan import cost_of_repair


def plan(cafe):
    return cafe.cafes.snapshot().plan


def leave(cafe, people, present=frozenset()):
    gone = {each.id for each in people}
    kept = [replace(each, present=present) for each in cafe.people.all() if each.id in gone]
    cafe.people.save(kept)


def seats_that_differ(before, after, people):
    routes = [(before.itinerary(each.id), after.itinerary(each.id)) for each in people]
    return sum(old != new for pair in routes for old, new in zip(*pair, strict=True))


def test_before_the_first_round_a_repair_keeps_nearly_every_seat(cafe):
    guests = add_people(cafe, 60)
    cafe.plans.compose(seconds=0.5)
    before = plan(cafe)
    travellers = [each for each in guests if each.id not in before.hosts]
    leave(cafe, travellers[:3])
    staying = [each for each in guests if each.id not in {gone.id for gone in travellers[:3]}]

    anew = cafe.plans.compute(seconds=0.5).plan
    repaired = cafe.plans.compute(seconds=0.5, is_repair=True).plan

    assert seats_that_differ(before, repaired, staying) <= 6
    assert seats_that_differ(before, anew, staying) > 60  # the control: badges would be waste


def test_a_repair_needs_a_plan(cafe):
    add_people(cafe, 12)

    with pytest.raises(NoPlanYet):
        cafe.plans.compute(is_repair=True)


def test_the_cost_names_who_moves_and_who_gets_a_first_seat(cafe):
    guests = add_people(cafe, 24)
    cafe.plans.compose(seconds=0.3)
    before = plan(cafe)
    host = next(each for each in guests if each.id in before.hosts)
    leave(cafe, [host])
    (walk_in,) = cafe.people.save([person("Nour Tardy", present=frozenset({1, 2}))])

    composed = cafe.plans.compute(seconds=0.3, from_round=1)
    cost = cost_of_repair(before, composed.plan, from_round=1)

    assert cost.seated == (walk_in.id,)
    heir = next(each for each in composed.plan.hosts if each not in before.hosts)
    assert heir in cost.moved
    assert host.id not in cost.moved
    assert cost.repeats_before == before.certificate.repeat_meetings
    assert cost.repeats_after == composed.plan.certificate.repeat_meetings
    assert plan(cafe) == before, "telling the cost keeps nothing"


def test_the_same_plan_costs_nothing(cafe):
    add_people(cafe, 24)
    cafe.plans.compose(seconds=0.3)
    kept = plan(cafe)

    cost = cost_of_repair(kept, kept, from_round=0)

    assert (cost.moved, cost.seated) == ((), ())
