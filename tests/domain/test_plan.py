"""A plan knows what it was made for."""

from dataclasses import replace

import pytest

from tests.cafes import people, person
from wcafe.domain.cafe import Rules, Table, draft
from wcafe.domain.people import Role
from wcafe.domain.plan import Certificate, Plan, basis

CAFE = draft(title="Rue", language="fr", tables=3)
GUESTS = people(6)


def plan(**facts):
    certificate = Certificate(
        repeat_meetings=0,
        lower_bound=0,
        coincidences=0,
        coincidences_bound=0,
        proven_optimal=True,
    )
    return Plan(
        **{
            "id": "plan",
            "people": tuple(guest.id for guest in GUESTS),
            "tables": 3,
            "seats": ((0, 0, 1, 1, 2, 2), (0, 1, 1, 2, 2, None)),
            "hosts": {GUESTS[3].id: 1},
            "made_for": basis(CAFE, GUESTS),
            "certificate": certificate,
            **facts,
        }
    )


def test_a_route_is_a_persons_tables_round_by_round():
    assert plan().itinerary(GUESTS[5].id) == (2, None)
    assert plan().itinerary("a stranger") == (None, None)


def test_the_host_comes_first_at_the_table():
    assert plan().at_table(1, 0) == (GUESTS[3].id, GUESTS[2].id)


def test_a_fingerprint_tells_plans_apart_and_is_short():
    other = plan(seats=((0, 0, 1, 1, 2, 2), (1, 0, 1, 2, 2, None)))

    assert plan().fingerprint == plan(version=7).fingerprint != other.fingerprint
    assert len(plan().fingerprint) == 8


@pytest.mark.parametrize(
    ("cafe", "guests"),
    [
        (CAFE, [*GUESTS, person()]),
        (CAFE, GUESTS[1:]),
        (CAFE, [replace(GUESTS[0], present=frozenset({1})), *GUESTS[1:]]),
        (CAFE, [replace(GUESTS[0], host_of=2), *GUESTS[1:]]),
        (CAFE, [replace(GUESTS[0], role=Role.OBSERVER), *GUESTS[1:]]),
        (replace(CAFE, tables=CAFE.tables[:2]), GUESTS),
        (replace(CAFE, tables=(Table(seats=6), *CAFE.tables[1:])), GUESTS),
        (replace(CAFE, rounds=CAFE.rounds[:2]), GUESTS),
        (replace(CAFE, rules=Rules(distinct_tables=False)), GUESTS),
    ],
)
def test_a_plan_is_stale_when_people_tables_or_rules_change(cafe, guests):
    assert plan().is_stale(cafe, guests)


@pytest.mark.parametrize(
    ("cafe", "guests"),
    [
        (CAFE, GUESTS[::-1]),
        (replace(CAFE, title="Autre rue"), GUESTS),
        (replace(CAFE, tables=(Table(name="Eau"), *CAFE.tables[1:])), GUESTS),
        (CAFE, [replace(GUESTS[0], given="Zoë"), *GUESTS[1:]]),
        (CAFE, [*GUESTS, person(role=Role.CREW)]),
    ],
)
def test_correcting_a_name_casts_no_doubt_on_the_badges(cafe, guests):
    assert not plan().is_stale(cafe, guests)
