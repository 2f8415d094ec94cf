"""The step rule is read off the seats of a plan, whoever made it and however."""

from dataclasses import replace

import pytest

from tests.reports.knowing import fixed, guests, planned, travels, walks
from wcafe.domain.plan import Joker
from wcafe.domain.step_rule import goings
from wcafe.domain.text import new_id
from wcafe.errors import NobodyMoves, NoStepRule

GUESTS = guests(18)


def told(plan, people=GUESTS, rounds=3):
    return goings(plan, fixed(rounds), people)


def test_each_goes_on_by_one_number_of_tables_and_their_route_follows_it():
    plan = planned(GUESTS, travels, hosts=6)
    found = told(plan)

    assert sorted(each.name for each in found) == sorted(guest.name for guest in GUESTS)
    assert {each.step for each in found} == {0, 1, 2}
    for each in found:
        begin = each.route[0]
        assert each.route == tuple((begin + each.step * r) % 6 for r in range(3))
        assert each.is_host == (each.step == 0)


def test_more_than_half_of_the_tables_on_is_so_many_back():
    plan = planned(GUESTS, lambda n, r: (n + r * (4 + n // 6)) % 6)

    assert {each.step for each in told(plan)} == {-2, -1, 0}


def test_one_seat_that_is_another_one_and_there_is_no_rule():
    plan = planned(GUESTS, walks)
    swapped = list(plan.seats[2])
    swapped[7], swapped[11] = swapped[11], swapped[7]
    other = replace(plan, seats=(*plan.seats[:2], tuple(swapped)))

    assert len(told(plan)) == 18
    with pytest.raises(NoStepRule) as refused:
        told(other)
    assert refused.value.facts["name"] in (GUESTS[7].name, GUESTS[11].name)


def test_a_hole_in_a_route_is_no_rule_unless_it_is_of_somebody_who_is_away():
    plan = planned(GUESTS, walks)
    seats = tuple((None if r == 1 else row[0], *row[1:]) for r, row in enumerate(plan.seats))
    away = (replace(GUESTS[0], present=frozenset()), *GUESTS[1:])

    with pytest.raises(NoStepRule, match=GUESTS[0].name):
        told(replace(plan, seats=seats))
    assert len(told(replace(plan, seats=seats), away)) == 17


def test_spare_routes_have_to_follow_it_too():
    def spared(*route):
        return replace(planned(GUESTS, walks), jokers=(Joker(id=new_id(), number=1, route=route),))

    assert [each.joker for each in told(spared(5, 0, 1))].count(1) == 1
    with pytest.raises(NoStepRule, match="Joker 1"):
        told(spared(0, 1, 3))


def test_one_round_has_nobody_who_moves():
    with pytest.raises(NobodyMoves):
        told(planned(GUESTS, walks, rounds=1), rounds=1)
