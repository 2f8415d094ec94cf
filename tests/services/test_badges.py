"""Whose badge is to be made again: what people hold beside what would be printed now."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, people, person
from wcafe.app import open_cafe
from wcafe.domain.badges import BadgeFace
from wcafe.domain.cafe import HostMode, Table
from wcafe.domain.people import Person, Role
from wcafe.services.badges import changed_badges, printed_faces, with_new_badges

LATER = frozenset({1, 2})


def plan(cafe):
    return cafe.cafes.snapshot().plan


def print_all(cafe):
    cafe.badges.note_printed(cafe.cafes.snapshot())


def changed(cafe):
    return set(changed_badges(cafe.cafes.snapshot()))


def done(cafe):
    now = cafe.cafes.snapshot()
    cafe.badges.restore(with_new_badges(now, changed_badges(now)))


def change(cafe, guest, **facts):
    (kept,) = [each for each in cafe.people.all() if each.id == guest.id]
    cafe.people.save([replace(kept, **facts)])


@pytest.fixture
def guests(cafe):
    """Twenty-four people of four tables in three rounds, four of them willing to host."""
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(seats=7),) * 4, tables_chosen=True))
    listed = cafe.people.save([*people(5, willing=True), *people(19)])
    cafe.plans.compose(seconds=0.3)
    return listed


@pytest.fixture
def traveller(cafe, guests):
    return next(each for each in guests if each.id not in plan(cafe).hosts)


def test_before_badges_are_printed_none_is_to_be_made_again(cafe, guests):
    change(cafe, guests[0], given="Another")

    assert changed(cafe) == set()


def test_badges_that_are_printed_are_held_by_everybody_who_comes(cafe, guests):
    change(cafe, guests[3], present=frozenset())
    crew, newcomer = cafe.people.save([person("Jo Crew", role=Role.CREW), person("Nour Tardy")])

    print_all(cafe)

    held = cafe.cafes.snapshot().badges
    assert set(held) == {each.id for each in (*guests, crew, newcomer)} - {guests[3].id}
    assert changed(cafe) == set()


def test_a_name_or_an_organisation_that_is_corrected_makes_one_badge_new(cafe, guests):
    print_all(cafe)

    change(cafe, guests[0], family="Corrected")
    change(cafe, guests[1], organisation="Town hall")

    assert changed(cafe) == {guests[0].id, guests[1].id}


def test_what_no_badge_says_makes_none_new(cafe, guests):
    print_all(cafe)
    now = cafe.cafes.get()
    named = (replace(now.tables[0], name="Mobility"), *now.tables[1:])
    cafe.cafes.save(replace(now, tables=named, place="Another place"))
    change(cafe, guests[0], email="a@example.org", note="late", needs=("ramp",))

    assert changed(cafe) == set()


def test_another_title_makes_all_badges_new_but_those_that_were_printed_without_one(cafe, guests):
    print_all(cafe)
    held = cafe.cafes.snapshot().badges
    without = {person: face.partition(".")[0] for person, face in held.items()}
    cafe.cafes.save(replace(cafe.cafes.get(), title="Another title"))

    assert changed(cafe) == set(held)
    cafe.badges.restore(without)
    assert changed(cafe) == set()

    change(cafe, guests[0], family="Corrected")
    assert changed(cafe) == {guests[0].id}


def test_two_who_swap_seats_need_new_badges_and_nobody_else(cafe, guests):
    print_all(cafe)
    travellers = [each.id for each in guests if each.id not in plan(cafe).hosts]
    first = travellers[0]
    second = next(
        each
        for each in travellers
        if plan(cafe).itinerary(each)[1] != plan(cafe).itinerary(first)[1]
    )

    cafe.plans.swap(first, second, 1)
    assert changed(cafe) == {first, second}

    cafe.plans.swap(first, second, 1)
    assert changed(cafe) == set(), "undone by hand, what they hold is right again"


def test_who_becomes_host_needs_a_new_badge_and_so_does_who_loses_the_mark(cafe, guests):
    print_all(cafe)
    hosts = {table: host for host, table in plan(cafe).hosts.items()}
    change(cafe, next(each for each in guests if each.id == hosts[1]), present=frozenset({0}))

    cafe.plans.compose(seconds=0.3, from_round=1)

    heir = next(host for host, table in plan(cafe).hosts.items() if table == 1)
    assert heir in changed(cafe)
    assert hosts[1] in changed(cafe)
    assert not {hosts[0], hosts[2], hosts[3]} & changed(cafe)


def test_who_drops_a_round_needs_a_new_badge(cafe, guests, traveller):
    print_all(cafe)
    change(cafe, traveller, present=frozenset({0, 1}))
    assert changed(cafe) == set(), "the plan is the same still"

    cafe.plans.compose(seconds=0.3, from_round=2)

    assert traveller.id in changed(cafe)


def test_two_hosts_who_leave_are_not_told_to_need_a_badge_once_they_are_gone(cafe, guests):
    print_all(cafe)
    hosts = list(plan(cafe).hosts)[:2]
    for host in hosts:
        change(cafe, next(each for each in guests if each.id == host), present=frozenset({0}))
    cafe.live.start("talk:0")

    cafe.plans.compose(seconds=0.3, from_round=1)

    assert len([host for host in plan(cafe).hosts if host in changed(cafe)]) == 2
    assert not changed(cafe) & set(hosts)


def test_a_first_repair_takes_the_badges_of_before_to_be_printed(cafe, guests, traveller):
    before = printed_faces(cafe.cafes.snapshot())
    (nour,) = cafe.people.save([person("Nour Tardy", present=LATER)])
    change(cafe, traveller, present=frozenset({0}))
    cafe.live.start("talk:0")

    cafe.plans.compose(seconds=0.3, from_round=1)

    assert dict(cafe.cafes.snapshot().badges) == before
    assert nour.id in changed(cafe)
    assert traveller.id not in changed(cafe)
    change(cafe, traveller, present=None)
    assert traveller.id in changed(cafe), "who comes back has a badge with tables they lost"


def test_a_plan_that_is_composed_for_the_first_time_says_nothing_of_badges(cafe, guests):
    cafe.plans.compose(seconds=0.3, seed=4)

    assert cafe.cafes.snapshot().badges == {}


def test_badges_do_not_vanish_from_the_world_when_a_plan_is_composed_anew(cafe, guests):
    print_all(cafe)
    before = plan(cafe)

    cafe.plans.compose(seconds=0.3, seed=4)

    after = plan(cafe)
    moved = {each.id for each in guests if before.itinerary(each.id) != after.itinerary(each.id)}
    assert len(moved) > 10
    assert moved <= changed(cafe)
    print_all(cafe)
    assert moved <= changed(cafe), "printed is not handed out"
    cafe.plans.restore(before)
    assert changed(cafe) == set()


def test_somebody_new_needs_a_badge_once_there_is_a_seat_for_them(cafe, guests):
    print_all(cafe)
    (nour,) = cafe.people.save([person("Nour Tardy", present=LATER)])
    assert changed(cafe) == set()

    cafe.plans.compose(seconds=0.3, from_round=1)
    assert nour.id in changed(cafe)

    (crew,) = cafe.people.save([person("Jo Crew", role=Role.CREW)])
    assert crew.id in changed(cafe)


def test_badges_that_are_made_are_held_and_undo_makes_them_wanted_again(cafe, guests):
    print_all(cafe)
    change(cafe, guests[0], family="Corrected")
    held = cafe.cafes.snapshot().badges

    done(cafe)
    assert changed(cafe) == set()

    cafe.badges.restore(held)
    assert changed(cafe) == {guests[0].id}


def test_a_walk_in_on_a_joker_route_holds_the_spare_badge(cafe):
    add_people(cafe, 24)
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(seats=8),) * 4, tables_chosen=True))
    cafe.plans.compose(seconds=0.3, spare=2)
    print_all(cafe)
    joker, before = cafe.walk_ins.offer(LATER), plan(cafe)

    cafe.walk_ins.take(Person(id=joker.id, given="Nour", family="Tardy", present=LATER))

    assert changed(cafe) == set()
    cafe.walk_ins.give_back(joker.id, before)
    assert joker.id not in cafe.cafes.snapshot().badges
    assert changed(cafe) == set()


def test_where_no_badge_was_printed_a_walk_in_holds_none(cafe):
    add_people(cafe, 24)
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(seats=8),) * 4, tables_chosen=True))
    cafe.plans.compose(seconds=0.3, spare=2)

    joker = cafe.walk_ins.offer(LATER)
    cafe.walk_ins.take(Person(id=joker.id, given="Nour", present=LATER))

    assert cafe.cafes.snapshot().badges == {}


def test_who_is_taken_out_and_put_back_holds_the_badge_again(cafe, guests):
    print_all(cafe)
    before, held = plan(cafe), cafe.cafes.snapshot().badges
    gone = guests[0]
    cafe.people.change(remove=[gone.id])
    assert gone.id not in cafe.cafes.snapshot().badges

    cafe.people.change(keep=[replace(gone, version=0)])
    cafe.plans.restore(before)
    cafe.badges.give_back({gone.id: held[gone.id]})

    assert changed(cafe) == set()


def test_without_a_plan_there_is_no_badge_to_make(cafe, guests):
    print_all(cafe)

    cafe.plans.restore(None)

    assert changed(cafe) == set()


def test_a_rule_that_changes_the_marks_changes_badges(cafe, guests):
    print_all(cafe)
    now = cafe.cafes.get()

    cafe.cafes.save(replace(now, rules=replace(now.rules, hosts=HostMode.HAND_OVER)))

    assert set(plan(cafe).hosts) <= changed(cafe)


def test_what_people_hold_is_known_wherever_the_file_is_opened(cafe_file, now):
    with open_cafe(cafe_file, now=now) as cafe:
        listed = add_people(cafe, 12)
        cafe.plans.compose(seconds=0.3)
        print_all(cafe)
        change(cafe, listed[0], family="Corrected")

    with open_cafe(cafe_file, is_read_only=True, now=now) as other:
        assert changed(other) == {listed[0].id}


def test_the_control_a_build_that_compares_seats_alone_misses_a_name(cafe, guests, monkeypatch):
    monkeypatch.setattr(BadgeFace, "digest", property(lambda face: str(face.route)))

    with pytest.raises(AssertionError):
        test_a_name_or_an_organisation_that_is_corrected_makes_one_badge_new(cafe, guests)
