"""The no-show rehearsal of a café: for its plan, one table fewer, one more."""

from dataclasses import replace

import pytest

from tests.cafes import add_people
from wcafe.domain.cafe import Table
from wcafe.errors import NoPlanYet
from wcafe.i18n import ENGLISH


def with_tables(cafe, count, seats):
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(seats=seats),) * count, tables_chosen=True))


@pytest.fixture
def roomy(cafe):
    """A café of twenty-four people at six tables of six, planned."""
    add_people(cafe, 24)
    with_tables(cafe, 6, seats=6)
    cafe.plans.compose(seconds=0.3)
    return cafe


def test_the_plan_one_table_fewer_and_one_more_are_rehearsed_and_nothing_changes(roomy):
    before = roomy.cafes.snapshot()
    found = roomy.plans.rehearse(draws=5)

    assert (found.planned, found.people, found.draws) == (6, 24, 5)
    assert {line.tables for line in found.lines} == {5, 6, 7}
    assert [round(100 * line.absent) for line in found.of(6)] == [0, 5, 10, 15, 20, 25, 30]
    assert found.best == 5
    assert found.verdict(ENGLISH) == "5 tables stand absences best; the plan has 6."
    assert roomy.cafes.snapshot() == before


def test_it_is_the_kept_plan_that_is_rehearsed(roomy):
    """Seats that all meet again, which nobody would compose."""
    plan = roomy.cafes.snapshot().plan
    roomy.plans.restore(replace(plan, seats=(plan.seats[0],) * 3))

    found = roomy.plans.rehearse(draws=2)

    assert found.of(6)[0].repeats == 2 * 6 * 6  # twice again, each pair of six tables of four
    assert found.of(7)[0].repeats < 10


def test_a_number_of_tables_with_too_few_seats_is_named(cafe):
    add_people(cafe, 20)
    with_tables(cafe, 5, seats=4)
    cafe.plans.compose(seconds=0.3)

    found = cafe.plans.rehearse(draws=2)

    assert found.missing == (4,)
    assert "do not allow them: 4." in found.lacking(ENGLISH)
    assert found.verdict(ENGLISH) == "The 5 tables of the plan stand absences best."


def test_a_stale_plan_is_not_what_would_be_printed_so_another_one_is_rehearsed(roomy):
    add_people(roomy, 1)
    found = roomy.plans.rehearse(draws=2)

    assert {line.tables for line in found.lines} == {5, 6, 7}


def test_the_same_seed_draws_the_same_people(roomy):
    assert roomy.plans.rehearse(draws=3) == roomy.plans.rehearse(draws=3)
    assert roomy.plans.rehearse(draws=3) != roomy.plans.rehearse(draws=3, seed=2)


def test_joker_routes_are_nobody_who_could_stay_away(roomy):
    roomy.plans.compose(seconds=0.3, spare=2)

    assert roomy.plans.rehearse(draws=2).people == 24


def test_tables_without_chairs_for_the_spare_places_are_too_few(roomy):
    roomy.plans.compose(seconds=0.3, spare=6)
    assert roomy.plans.rehearse(draws=2).missing == ()  # thirty chairs at five tables

    roomy.plans.compose(seconds=0.3, spare=7)
    assert roomy.plans.rehearse(draws=2).missing == (5,)


def test_a_rehearsal_that_is_stopped_finds_nothing(roomy):
    assert roomy.plans.rehearse(stop=lambda: True) is None


def test_a_rehearsal_needs_a_plan(cafe):
    with pytest.raises(NoPlanYet):
        cafe.plans.rehearse()
