"""A walk-in takes over a joker route: everybody else stays where they are."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, person
from wcafe.domain.cafe import Rules, Table
from wcafe.domain.people import Person
from wcafe.errors import EditedElsewhere
from wcafe.services.badges import changed_badges
from wcafe.services.changes import Changed, Part

LATER = frozenset({1, 2})


def plan(cafe):
    return cafe.cafes.snapshot().plan


def walk_in(joker, coming=LATER):
    return Person(id=joker.id, given="Nour", family="Tardy", present=coming)


@pytest.fixture
def spared(cafe):
    """A café of thirty people at eight tables of five, with three joker routes."""
    add_people(cafe, 30)
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(seats=5),) * 8, tables_chosen=True))
    cafe.plans.compose(seconds=0.3, spare=3)
    return cafe


def test_a_walk_in_takes_the_seats_of_the_route_and_nobody_else_moves(spared):
    before = plan(spared)
    joker = spared.walk_ins.offer(LATER)

    spared.walk_ins.take(walk_in(joker))
    after = plan(spared)

    assert after.itinerary(joker.id) == (None, *joker.route[1:])
    assert [after.itinerary(each) for each in before.people] == [
        before.itinerary(each) for each in before.people
    ]
    assert [each.number for each in after.free_jokers] == [
        each.number for each in before.jokers if each != joker
    ]
    assert spared.plans.violations() == ()
    assert not spared.cafes.snapshot().is_plan_stale
    assert after.fingerprint != before.fingerprint


def test_a_plan_that_was_stale_stays_so(spared):
    add_people(spared, 1)
    spared.walk_ins.take(walk_in(spared.walk_ins.offer(LATER)))

    assert spared.cafes.snapshot().is_plan_stale


def test_the_figures_count_the_walk_in_and_the_bounds_are_those_of_everybody(spared):
    spared.walk_ins.take(walk_in(spared.walk_ins.offer(LATER)))
    certificate = plan(spared).certificate

    assert certificate.lower_bound <= certificate.repeat_meetings
    assert certificate.coincidences_bound <= certificate.coincidences


def test_a_route_is_offered_once(spared):
    seen = []
    while (joker := spared.walk_ins.offer(LATER)) is not None:
        seen.append(joker.number)
        spared.walk_ins.take(walk_in(joker))

    assert sorted(seen) == [1, 2, 3]
    assert plan(spared).free_jokers == ()
    assert spared.plans.violations() == ()


def test_a_route_that_was_taken_meanwhile_cannot_be_taken_again(spared):
    joker = spared.walk_ins.offer(LATER)
    spared.walk_ins.take(walk_in(joker))

    with pytest.raises(EditedElsewhere):
        spared.walk_ins.take(walk_in(joker))


def test_the_route_where_people_are_missing_goes_first(spared):
    kept = plan(spared)
    last = kept.jokers[-1]
    tables = {(r, last.route[r]) for r in LATER}
    company = {p for r, t in tables for p in kept.at_table(t, r) if p not in kept.hosts}
    here = {each.id: each for each in spared.people.all()}
    spared.people.save([replace(here[p], present=frozenset({0})) for p in company])

    assert spared.walk_ins.offer(LATER).number == last.number


def test_a_route_to_a_table_that_is_gone_is_not_offered(spared):
    cafe = spared.cafes.get()
    spared.cafes.save(replace(cafe, tables=cafe.tables[:1]))

    assert spared.walk_ins.offer(LATER) is None


def test_where_every_chair_is_taken_meanwhile_no_route_is_offered(spared):
    cafe = spared.cafes.get()
    tables = tuple(replace(table, seats=3) for table in cafe.tables)
    spared.cafes.save(replace(cafe, tables=tables, rules=Rules(hosts="none")))

    assert spared.walk_ins.offer(LATER) is None


@pytest.mark.parametrize("coming", [frozenset(), frozenset({7})])
def test_without_a_round_to_come_there_is_nothing_to_offer(spared, coming):
    assert spared.walk_ins.offer(coming) is None


def test_without_a_plan_there_is_nothing_to_offer(cafe):
    assert cafe.walk_ins.offer(LATER) is None


def test_undo_gives_the_route_back_and_takes_the_person_out(spared):
    before = plan(spared)
    joker = spared.walk_ins.offer(LATER)
    spared.walk_ins.take(walk_in(joker))

    spared.walk_ins.give_back(joker.id, before)

    assert replace(plan(spared), version=0) == replace(before, version=0)
    assert joker.id not in {each.id for each in spared.people.all()}
    assert spared.walk_ins.offer(LATER) == joker


def test_a_walk_in_who_is_taken_off_the_list_leaves_the_route_free(spared):
    joker = spared.walk_ins.offer(LATER)
    spared.walk_ins.take(walk_in(joker))
    spared.people.change(remove=[joker.id])

    assert joker in plan(spared).free_jokers


def test_a_repair_keeps_the_walk_in_and_numbers_new_routes_anew(spared):
    joker = spared.walk_ins.offer(LATER)
    spared.walk_ins.take(walk_in(joker))
    others = {each.number for each in plan(spared).free_jokers}
    gone = next(p for p in spared.people.all() if p.id not in (*plan(spared).hosts, joker.id))
    spared.people.save([replace(gone, present=frozenset({0}))])

    spared.plans.compose(seconds=0.3, from_round=1, spare=3)

    assert plan(spared).itinerary(joker.id)[1:] == joker.route[1:]
    assert {each.number for each in plan(spared).free_jokers} == {*others, 4}


def test_one_wish_is_one_notice(spared):
    heard = []
    spared.changes.listen(heard.append)
    person = walk_in(spared.walk_ins.offer(LATER))
    spared.walk_ins.take(person, by=spared)

    assert heard == [Changed(Part.PEOPLE | Part.PLAN, spared, frozenset({person.id}))]


def test_a_person_who_is_new_to_the_plan_is_no_route(spared):
    with pytest.raises(EditedElsewhere):
        spared.walk_ins.take(person("Nour Tardy"))


def come(cafe, name, **said):
    (newcomer,) = cafe.people.save([person(name, **said)])
    return newcomer


def test_a_repair_seats_who_has_come_by_joker_routes_and_nobody_else_moves(spared):
    before = plan(spared)
    spared.badges.note_printed(spared.cafes.snapshot())
    newcomers = [come(spared, f"Nour Tardy {number}") for number in range(2)]

    outcome = spared.plans.compose(seconds=0.3, from_round=1)
    after = plan(spared)

    assert {each: after.itinerary(each) for each in before.people} == {
        each: before.itinerary(each) for each in before.people
    }
    routes = {joker.route[1:] for joker in before.jokers}
    for each in newcomers:
        assert after.itinerary(each.id)[0] is None
        assert after.itinerary(each.id)[1:] in routes
    assert len(after.free_jokers) == 1
    assert {joker.number for joker in after.jokers} == {1, 2, 3}
    said = [notice.template for notice in outcome.notices]
    assert said.count("{name} takes over joker route {number}.") == 2
    assert changed_badges(spared.cafes.snapshot()) == ()  # they hold the spare ones


def test_somebody_for_whom_no_free_route_holds_is_seated_by_search(spared):
    before = plan(spared)
    elsewhere = next(
        table
        for table in range(before.tables)
        if all(joker.route[1] != table for joker in before.jokers)
    )
    newcomer = come(spared, "Nour Tardy", stays_at=elsewhere)

    spared.plans.compose(seconds=0.3, from_round=1)
    after = plan(spared)

    assert after.itinerary(newcomer.id)[1:] == (elsewhere, elsewhere)
    assert len(after.free_jokers) == 3


def test_more_people_come_than_there_are_routes(spared):
    newcomers = [come(spared, f"Nour Tardy {number}") for number in range(5)]

    spared.plans.compose(seconds=0.3, from_round=1)
    after = plan(spared)

    assert all(None not in after.itinerary(each.id)[1:] for each in newcomers)
    assert after.free_jokers == ()


def test_a_number_of_a_route_that_was_taken_over_is_not_given_again(spared):
    come(spared, "Nour Tardy")
    spared.plans.compose(seconds=0.3, from_round=1)

    spared.plans.compose(seconds=0.3, from_round=1, spare=4)

    numbers = [joker.number for joker in plan(spared).jokers]
    assert len(numbers) == len(set(numbers)) == 5
