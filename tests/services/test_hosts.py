"""Who hosts: those named stay, the willing fill the rest, tables without a host are told."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, people, person
from wcafe.domain.cafe import HostMode, Table
from wcafe.domain.people import PersonId
from wcafe.services.planning import problem as problem_module
from wcafe.services.planning.hosts import NEW_HOST, NO_SUCH_TABLE, NO_TABLE_TO_STAY


def told(outcome):
    return [notice.describe() for notice in outcome.notices]


def plan(cafe):
    return cafe.cafes.snapshot().plan


def set_tables(cafe, *tables):
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=tables, tables_chosen=True))


def set_mode(cafe, mode):
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, rules=replace(now.rules, hosts=mode)))


def name_host(cafe, guest, table):
    (kept,) = [each for each in cafe.people.all() if each.id == guest.id]
    cafe.people.save([replace(kept, host_of=table)])


def leave(cafe, guest, present=frozenset()):
    (kept,) = [each for each in cafe.people.all() if each.id == guest.id]
    cafe.people.save([replace(kept, present=present)])


def test_one_named_host_keeps_the_table_and_the_willing_fill_the_others(cafe):
    guests = cafe.people.save([*people(6, willing=True), *people(18)])
    set_tables(cafe, *(Table(seats=6),) * 6)
    name_host(cafe, guests[-1], 0)

    outcome = cafe.plans.compose(seconds=0.3)
    hosts = plan(cafe).hosts

    assert hosts[guests[-1].id] == 0
    assert sorted(hosts.values()) == [0, 1, 2, 3, 4, 5]
    assert {person for person in hosts if person != guests[-1].id} < {g.id for g in guests[:6]}
    assert "Hosts were picked among the 6 people who are willing." in told(outcome)
    assert not any("without a host" in notice for notice in told(outcome))


@pytest.mark.parametrize("willing", [0, 1, 3])
def test_tables_that_nobody_is_left_to_host_are_told(cafe, willing):
    guests = cafe.people.save([*people(willing, willing=True), *people(24 - willing)])
    set_tables(cafe, *(Table(seats=6),) * 6)
    name_host(cafe, guests[-1], 3)
    name_host(cafe, guests[-2], 5)

    outcome = cafe.plans.compose(seconds=0.3)
    hosts = plan(cafe).hosts

    assert hosts[guests[-1].id] == 3
    assert len(hosts) == 2 + willing
    lacking = ", ".join(str(t + 1) for t in range(6) if t not in hosts.values())
    assert f"Tables without a host, by number: {lacking}." in told(outcome)
    kept = [notice.describe() for notice in plan(cafe).certificate.notices]
    assert f"Tables without a host, by number: {lacking}." in kept


def test_where_nobody_is_named_or_willing_anybody_hosts(cafe):
    add_people(cafe, 24)
    set_tables(cafe, *(Table(seats=6),) * 6)

    outcome = cafe.plans.compose(seconds=0.3)

    assert len(plan(cafe).hosts) == 6
    assert any("picked among everybody" in notice for notice in told(outcome))


def test_the_control_a_build_that_takes_the_named_alone_leaves_tables_without_a_host(
    cafe, monkeypatch
):
    guests = cafe.people.save([*people(6, willing=True), *people(18)])
    set_tables(cafe, *(Table(seats=6),) * 6)
    name_host(cafe, guests[-1], 0)
    make = problem_module.Problem
    monkeypatch.setattr(
        problem_module, "Problem", lambda **facts: make(**{**facts, "fills_hosts": False})
    )

    outcome = cafe.plans.compose(seconds=0.3)

    assert list(plan(cafe).hosts) == [guests[-1].id]
    assert "Tables without a host, by number: 2, 3, 4, 5, 6." in told(outcome)


def test_a_table_that_is_closed_in_a_round_and_has_no_host_is_told(cafe):
    guests = cafe.people.save([*people(6, willing=True), *people(18)])
    set_tables(cafe, *(Table(seats=6),) * 5, Table(seats=6, closed=frozenset({1})))
    name_host(cafe, guests[-1], 0)

    outcome = cafe.plans.compose(seconds=0.3)

    assert 5 not in plan(cafe).hosts.values()
    assert "Tables without a host, by number: 6." in told(outcome)


def test_a_host_who_is_away_in_a_round_is_told_beside_those_who_are_picked(cafe):
    guests = cafe.people.save([*people(6, willing=True), *people(18)])
    set_tables(cafe, *(Table(seats=6),) * 6)
    name_host(cafe, guests[-1], 2)
    leave(cafe, guests[-1], frozenset({0, 2}))

    outcome = cafe.plans.compose(seconds=0.3)

    assert sorted(plan(cafe).hosts.values()) == [0, 1, 2, 3, 4, 5]
    assert "The host of table 3 is away in round 2." in told(outcome)


def test_a_host_named_for_a_table_that_is_not_there_is_told(cafe):
    guests = cafe.people.save([*people(6, willing=True), *people(18)])
    set_tables(cafe, *(Table(seats=6),) * 6)
    name_host(cafe, guests[-1], 29)

    outcome = cafe.plans.compose(seconds=0.3)

    sentence = NO_SUCH_TABLE.format(person=guests[-1].name, table=30)
    assert sentence in told(outcome)
    assert sorted(plan(cafe).hosts.values()) == [0, 1, 2, 3, 4, 5]


def test_who_is_to_stay_at_a_table_that_is_not_there_is_told(cafe):
    guests = cafe.people.save(people(12))
    set_tables(cafe, *(Table(seats=6),) * 2)
    cafe.people.save([replace(guests[-1], stays_at=29)])

    outcome = cafe.plans.compose(seconds=0.1)

    assert NO_TABLE_TO_STAY.format(person=guests[-1].name, table=30) in told(outcome)


def test_a_table_whose_host_leaves_and_that_nobody_can_take_over_is_told(cafe):
    guests = cafe.people.save(people(24))
    set_tables(cafe, *(Table(seats=9),) * 3, Table(seats=6, closed=frozenset({2})))
    for table, guest in enumerate(guests[:4]):
        name_host(cafe, guest, table)
    leave(cafe, guests[3], frozenset({0, 1}))
    cafe.plans.compose(seconds=0.3)
    assert plan(cafe).hosts[guests[3].id] == 3
    leave(cafe, guests[3], frozenset({0}))  # all others would have to sit there while it is closed

    outcome = cafe.plans.compose(seconds=0.3, from_round=1)

    assert 3 in plan(cafe).seats[1]
    assert 3 not in plan(cafe).hosts.values()
    assert "Tables without a host, by number: 4." in told(outcome)


def test_a_repair_tells_the_tables_that_had_no_host_before(cafe):
    guests = cafe.people.save([*people(2, willing=True), *people(22)])
    set_tables(cafe, *(Table(seats=6),) * 4)
    cafe.plans.compose(seconds=0.3)
    hosts = dict(plan(cafe).hosts)
    lacking = ", ".join(str(t + 1) for t in range(4) if t not in hosts.values())
    traveller = next(each for each in guests if each.id not in hosts)
    leave(cafe, traveller, frozenset({0}))

    outcome = cafe.plans.compose(seconds=0.3, from_round=1)

    assert plan(cafe).hosts == hosts
    assert f"Tables without a host, by number: {lacking}." in told(outcome)


def test_two_hosts_who_leave_have_heirs_and_the_others_stay(cafe):
    guests = cafe.people.save([*people(5, willing=True), *people(19)])
    set_tables(cafe, *(Table(seats=7),) * 4)
    name_host(cafe, guests[-1], 0)
    cafe.plans.compose(seconds=0.3)
    before = dict(plan(cafe).hosts)
    going = [each for each in guests if before.get(each.id) in (0, 2)]
    for each in going:
        leave(cafe, each, frozenset({0}))

    outcome = cafe.plans.compose(seconds=0.3, from_round=1)
    after = plan(cafe).hosts

    assert sorted(after.values()) == [0, 1, 2, 3]
    assert {p: t for p, t in before.items() if t in (1, 3)}.items() <= after.items()
    assert sum(notice.template == NEW_HOST for notice in outcome.notices) == 2


def test_a_host_who_took_over_is_told_for_as_long_as_it_holds(cafe):
    guests = cafe.people.save(people(24, willing=True))
    set_tables(cafe, *(Table(seats=7),) * 4)
    cafe.plans.compose(seconds=0.3)
    leaver = PersonId(next(p for p, t in plan(cafe).hosts.items() if t == 1))
    leave(cafe, next(each for each in guests if each.id == leaver), frozenset({0}))
    first = cafe.plans.compose(seconds=0.3, from_round=1)
    (sentence,) = [each.describe() for each in first.notices if each.template == NEW_HOST]
    cafe.people.save([person("Nour Tardy", present=frozenset({1, 2}))])

    again = cafe.plans.compose(seconds=0.3, from_round=1)
    later = cafe.plans.compose(seconds=0.3, from_round=2)

    assert "from round 2 on" in sentence
    assert sentence in told(again)
    assert sentence in told(later)
    assert "hosts table" not in " ".join(told(cafe.plans.compose(seconds=0.3)))


def test_a_table_nobody_stays_at_is_told_where_hosting_is_handed_over(cafe):
    cafe.people.save(people(24, willing=True))
    set_mode(cafe, HostMode.HAND_OVER)
    set_tables(cafe, *(Table(seats=8),) * 4, Table(seats=8, fewest=2, closed=frozenset({0})))

    outcome = cafe.plans.compose(seconds=0.5)

    assert "Tables without a host in round 2, by number: 5." in told(outcome)


@pytest.mark.slow
def test_where_the_willing_would_break_a_rule_the_named_host_alone_is_kept(cafe):
    """All the willing speak one language that few others do."""
    english = people(8, willing=True, languages=("en",))
    guests = cafe.people.save([*english, *people(36, languages=("fr",))])
    set_tables(cafe, *(Table(seats=7),) * 8)
    name_host(cafe, guests[-1], 0)
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, rules=replace(now.rules, distinct_tables=False)))

    outcome = cafe.plans.compose(seconds=0.5)

    assert outcome.solution.violations == ()
    assert plan(cafe).hosts == {guests[-1].id: 0}
    assert "Tables without a host, by number: 2, 3, 4, 5, 6, 7, 8." in told(outcome)


def test_no_table_lacks_a_host_where_none_is_wanted(cafe):
    guests = cafe.people.save(people(24, willing=True))
    name_host(cafe, guests[0], 0)
    set_mode(cafe, HostMode.NONE)

    outcome = cafe.plans.compose(seconds=0.3)

    assert "host" not in " ".join(told(outcome))
