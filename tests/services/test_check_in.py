"""Who arrives late has missed what is over, and the plan is none the worse for it."""

from dataclasses import replace

import pytest

from tests.cafes import add_people
from wcafe.domain.cafe import Table
from wcafe.services.check_in import as_arrived


@pytest.fixture
def seated(cafe):
    add_people(cafe, 12)
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(),) * 3, tables_chosen=True))
    cafe.plans.compose(seconds=0.2)
    return cafe


def arrive(cafe, place=0, **how):
    shot = cafe.cafes.snapshot()
    (kept,) = cafe.check_in.keep([as_arrived(shot.people[place], shot, **how)])
    return kept


@pytest.mark.parametrize(
    ("step", "rounds"),
    [
        (None, None),
        ("talk:0", None),
        ("harvest:0", None),
        ("move:0", {1, 2}),
        ("talk:1", {1, 2}),
        ("harvest:1", {1, 2}),
        ("talk:2", {2}),
    ],
)
def test_a_latecomer_has_missed_the_rounds_that_are_over_and_no_other(seated, step, rounds):
    if step:
        seated.live.start(step)

    came = arrive(seated)

    assert came.arrived
    assert came.present == rounds
    assert not seated.cafes.snapshot().is_plan_stale


def test_without_care_the_plan_would_grow_old(seated):
    """The control: the same people kept as any other change of people are."""
    seated.live.start("talk:1")
    shot = seated.cafes.snapshot()
    seated.people.save([as_arrived(shot.people[0], shot)])

    assert seated.cafes.snapshot().is_plan_stale


def test_no_seat_and_no_certificate_changes_with_a_latecomer(seated):
    seated.live.start("talk:1")
    before = seated.cafes.snapshot().plan
    arrive(seated)
    after = seated.cafes.snapshot().plan

    assert (after.seats, after.certificate) == (before.seats, before.certificate)
    assert after.fingerprint == before.fingerprint, "what is printed still holds"


def test_who_was_there_and_not_noted_has_missed_nothing(seated):
    seated.live.start("talk:2")

    assert arrive(seated, is_late=False).present is None


def test_who_is_here_and_noted_again_misses_nothing(seated):
    arrive(seated)
    seated.live.start("talk:2")

    assert arrive(seated).present is None


def test_a_plan_that_no_longer_knows_who_comes_stays_stale(seated):
    away, *_others = seated.cafes.snapshot().people
    seated.people.save([away.with_presence(set(), 3)])
    seated.live.start("talk:1")

    arrive(seated, 1)
    assert seated.cafes.snapshot().is_plan_stale
    assert arrive(seated, 0).present == {2}, "who was away comes to what is to come"


def test_who_leaves_early_is_missing_from_what_is_to_come_alone(seated):
    arrive(seated)
    seated.live.start("talk:0")
    shot = seated.cafes.snapshot()
    gone = shot.people[0].with_presence_in(shot.coming, 3, is_here=False)
    seated.check_in.keep([gone])

    shot = seated.cafes.snapshot()
    assert shot.people[0].present == {0}
    assert (shot.attendance.left, shot.attendance.away) == (1, 0)
    assert shot.is_plan_stale, "the coming rounds are to be repaired without them"


def test_a_walk_in_who_goes_again_leaves_a_free_route_and_all_others_where_they_are(seated):
    now = seated.cafes.get()
    seated.cafes.save(replace(now, tables=(Table(seats=6),) * 3))
    seated.plans.compose(seconds=0.2, spare=2)
    guest = seated.cafes.snapshot().people[0]
    walk_ins = seated.walk_ins
    offered = []
    for _each in range(2):
        joker = walk_ins.offer({0, 1, 2})
        walk_ins.take(replace(guest, id=joker.id, version=0, arrived=True))
        offered.append(joker)
    before = seated.cafes.snapshot().plan

    walk_ins.release(offered[0].id)

    shot = seated.cafes.snapshot()
    assert [each.id for each in shot.plan.free_jokers] == [offered[0].id]
    assert offered[0].id not in {each.id for each in shot.people}
    others = [each for each in before.people if each != offered[0].id]
    assert [shot.plan.itinerary(p) for p in others] == [before.itinerary(p) for p in others]
    assert not shot.is_plan_stale
    assert walk_ins.offer({0, 1, 2}) == offered[0]
