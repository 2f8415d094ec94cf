"""A table that is closed from a round on: its host is released, its guests get other tables."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, people
from wcafe.domain.cafe import HostMode, Table
from wcafe.errors import (
    LastTable,
    NoRoundToCome,
    NoSuchRound,
    NoSuchTable,
    RoundHasBegun,
    StaysAtTable,
    TooFewSeats,
)
from wcafe.services.badges import changed_badges
from wcafe.services.planning.hosts import CLOSED_TABLE
from wcafe.services.tables import closing, opening


def shot(cafe):
    return cafe.cafes.snapshot()


def set_tables(cafe, *tables, chosen=True):
    cafe.cafes.save(replace(cafe.cafes.get(), tables=tables, tables_chosen=chosen))


def close(cafe, table, from_round=None):
    change = closing(shot(cafe), table, from_round)
    cafe.tables.keep(change)
    return change


@pytest.fixture
def roomy(cafe):
    """Twenty people, the first six of them willing, at six tables of five, with a plan."""
    cafe.people.save([*people(6, willing=True), *people(14)])
    set_tables(cafe, *(Table(),) * 6)
    cafe.plans.compose(seconds=0.3)
    return cafe


def test_nobody_sits_at_a_closed_table_and_its_picked_host_is_released(roomy):
    host = next(person for person, table in shot(roomy).plan.hosts.items() if table == 3)

    change = close(roomy, 3)

    assert change.released == (host,)
    assert set(change.moved) == {p for r in range(3) for p in shot(roomy).plan.at_table(3, r)}
    assert shot(roomy).cafe.tables[3].closed == {0, 1, 2}
    assert shot(roomy).is_plan_stale
    roomy.plans.compose(seconds=0.3, is_repair=True)
    plan = shot(roomy).plan
    assert not any(3 in row for row in plan.seats)
    assert host not in plan.hosts
    assert len(plan.hosts) == 5
    assert not roomy.plans.violations()


def test_from_a_later_round_on_the_rounds_before_it_stay_and_badges_are_told(roomy):
    roomy.badges.note_printed(shot(roomy))
    before = shot(roomy).plan
    roomy.live.start("talk:0")

    change = close(roomy, 3)
    assert shot(roomy).cafe.tables[3].closed == {1, 2}
    roomy.plans.compose(seconds=0.3, from_round=1)

    after = shot(roomy).plan
    assert after.seats[0] == before.seats[0]
    assert not any(3 in row for row in after.seats[1:])
    assert set(change.moved) <= set(changed_badges(shot(roomy)))
    assert after.hosts_in(0)[3] == before.hosts_in(0)[3]


def test_a_named_host_is_released_and_is_named_again_by_taking_it_back(roomy):
    guest = shot(roomy).people[-1]
    roomy.people.save([replace(guest, host_of=3)])
    before = shot(roomy)

    change = close(roomy, 3)
    assert guest.id in change.released
    assert [p.host_of for p in shot(roomy).people if p.id == guest.id] == [None]
    back = replace(change, tables=before.cafe.tables, hosts={guest.id: 3})
    roomy.tables.keep(back)
    assert [p.host_of for p in shot(roomy).people if p.id == guest.id] == [3]
    assert shot(roomy).cafe.tables == before.cafe.tables


def test_whoever_is_named_to_host_a_closed_table_hosts_nothing_and_is_told(roomy):
    close(roomy, 3, 2)
    guest = shot(roomy).people[-1]
    roomy.people.save([replace(guest, host_of=3)])

    outcome = roomy.plans.compose(seconds=0.3)

    told = CLOSED_TABLE.format(person=guest.name, table=4, rounds="3")
    assert told in [notice.describe() for notice in outcome.notices]
    assert not outcome.solution.violations
    assert guest.id not in shot(roomy).plan.hosts


def test_it_is_opened_again_in_the_rounds_to_come_alone(roomy):
    close(roomy, 3)
    roomy.live.start("talk:0")
    roomy.tables.keep(opening(shot(roomy), 3))

    assert shot(roomy).cafe.tables[3].closed == {0}
    roomy.plans.compose(seconds=0.3, from_round=1)
    assert shot(roomy).cafe.tables[3].closed == {0}


def test_another_first_round_takes_the_place_of_the_one_before(roomy):
    close(roomy, 3)
    close(roomy, 3, 2)
    assert shot(roomy).cafe.tables[3].closed == {2}
    close(roomy, 3, 1)
    assert shot(roomy).cafe.tables[3].closed == {1, 2}


@pytest.mark.parametrize("mode", HostMode)
def test_it_holds_however_tables_are_hosted(roomy, mode):
    cafe = roomy.cafes.get()
    roomy.cafes.save(replace(cafe, rules=replace(cafe.rules, hosts=mode)))
    roomy.plans.compose(seconds=0.3)
    close(roomy, 0, 1)

    outcome = roomy.plans.compose(seconds=0.5, is_repair=True)

    assert not outcome.solution.violations
    assert not any(0 in row for row in shot(roomy).plan.seats[1:])


def test_proposed_tables_get_a_chair_each_where_the_others_are_full(cafe):
    add_people(cafe, 20)
    cafe.plans.compose(seconds=0.3)
    assert len(shot(cafe).cafe.tables) == 5
    set_tables(cafe, *(Table(seats=4),) * 5, chosen=False)

    close(cafe, 4)
    outcome = cafe.plans.compose(seconds=0.5)

    assert len(shot(cafe).cafe.tables) == 5, "it is this room, and no other is proposed"
    assert {t.seats for t in shot(cafe).cafe.tables} == {5}
    assert any("one more chair" in each.describe() for each in outcome.notices)
    assert not any(4 in row for row in shot(cafe).plan.seats)


@pytest.mark.parametrize(
    ("table", "from_round", "error"),
    [(6, None, NoSuchTable), (-1, None, NoSuchTable), (0, 3, NoSuchRound), (0, -1, NoSuchRound)],
)
def test_what_is_not_there_is_not_closed(roomy, table, from_round, error):
    with pytest.raises(error):
        closing(shot(roomy), table, from_round)


def test_what_has_begun_is_not_closed(roomy):
    roomy.live.start("talk:1")
    with pytest.raises(RoundHasBegun, match="from round 3 on"):
        closing(shot(roomy), 0, 1)
    roomy.live.start("talk:2")
    for change in (closing, opening):
        with pytest.raises(NoRoundToCome):
            change(shot(roomy), 0)


def test_a_table_that_people_need_stays_open(cafe):
    add_people(cafe, 20)
    set_tables(cafe, *(Table(seats=5),) * 4)
    with pytest.raises(TooFewSeats, match="15"):
        closing(shot(cafe), 0)

    guests = cafe.people.all()
    cafe.people.save([replace(each, present=frozenset({0, 1})) for each in guests[:5]])
    assert closing(shot(cafe), 0, 2).tables[0].closed == {2}, "in round 3 the others will do"
    with pytest.raises(TooFewSeats):
        closing(shot(cafe), 0, 1)


def test_the_last_table_and_one_where_somebody_stays_stay_open(cafe):
    set_tables(cafe, Table(), Table())
    close(cafe, 0)
    with pytest.raises(LastTable, match=r"Table 2 .* round 1"):
        closing(shot(cafe), 1)
    cafe.tables.keep(opening(shot(cafe), 0))
    (guest,) = cafe.people.save(people(1))
    cafe.people.save([replace(guest, stays_at=1)])
    with pytest.raises(StaysAtTable, match=guest.name):
        closing(shot(cafe), 1)
    assert closing(shot(cafe), 0).tables[0].closed == {0, 1, 2}


def test_the_next_café_of_a_series_has_all_its_tables_open(roomy):
    close(roomy, 3)
    assert not any(table.closed for table in roomy.cafes.get().next_of_series().tables)
