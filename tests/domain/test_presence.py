"""Not arrived yet, here, away, left: four states, and a person is in one of them."""

from dataclasses import replace
from itertools import product

import pytest

from tests.cafes import person
from wcafe.domain.people import Role
from wcafe.domain.presence import (
    Presence,
    checked_in,
    count_presence,
    describe_attendance,
    not_arrived,
    presence_of,
)
from wcafe.i18n import ENGLISH

ALL = frozenset({0, 1, 2})
LATER = frozenset({1, 2})


@pytest.mark.parametrize(
    ("facts", "asked", "state"),
    [
        ({}, ALL, Presence.EXPECTED),
        ({"arrived": True}, ALL, Presence.HERE),
        ({"present": frozenset()}, ALL, Presence.AWAY),
        ({"present": frozenset(), "arrived": True}, ALL, Presence.LEFT),
        ({"present": frozenset({0}), "arrived": True}, LATER, Presence.LEFT),
        ({"present": frozenset({0})}, LATER, Presence.AWAY),
        ({"present": frozenset({2})}, ALL, Presence.EXPECTED),
        ({"present": frozenset({9})}, ALL, Presence.AWAY),
    ],
)
def test_each_stands_where_the_facts_say(facts, asked, state):
    assert presence_of(person(**facts), asked) is state


def test_everybody_is_counted_once_and_the_crew_never():
    kinds = product((None, frozenset(), frozenset({0}), frozenset({1, 2})), (True, False))
    guests = [person(present=present, arrived=arrived) for present, arrived in kinds]
    crew = [replace(each, role=Role.CREW) for each in guests]

    counts = count_presence([*guests, *crew], LATER)

    told = (counts.here, counts.expected, counts.away, counts.left)
    assert sum(told) == len(guests)
    assert told == (2, 2, 2, 2)
    assert describe_attendance(counts, ENGLISH) == "2 here · 2 expected · 2 away · 2 have left"


@pytest.mark.parametrize(
    ("present", "after"),
    [
        (None, None),
        (frozenset(), LATER),
        (frozenset({0}), None),  # of the first round and again of all others
        (frozenset({2}), frozenset({2})),
    ],
)
def test_who_stands_at_the_door_is_here_and_comes_to_something(present, after):
    came = checked_in(person(present=present), LATER, 3)

    assert came.arrived
    assert came.present == after
    assert presence_of(came, LATER) is Presence.HERE
    assert presence_of(not_arrived(came), LATER) is Presence.EXPECTED


def test_the_next_café_of_a_series_begins_with_nobody_there():
    assert not person(arrived=True).next_of_series().arrived
