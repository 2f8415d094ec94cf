"""Spare routes in a café's plan: composed, kept, fitted to a repair, given up."""

from dataclasses import replace
from random import Random

import pytest

from tests.cafes import add_people, person
from wcafe.app import open_cafe
from wcafe.domain.cafe import Rules, Table
from wcafe.domain.people import Person
from wcafe.errors import BadSpare, TooFewSpareSeats
from wcafe.i18n import ENGLISH
from wcafe.services.plan import PlanService


def plan(cafe):
    return cafe.cafes.snapshot().plan


def with_tables(cafe, count, seats=5, **rules):
    """Let the café have so many tables, whoever comes."""
    now = cafe.cafes.get()
    tables = (Table(seats=seats),) * count
    cafe.cafes.save(replace(now, tables=tables, tables_chosen=True, rules=Rules(**rules)))


@pytest.fixture
def spared(cafe):
    """A café of thirty people at eight tables of five, with the usual two joker routes."""
    add_people(cafe, 30)
    with_tables(cafe, 8)
    cafe.plans.compose(seconds=0.3, spare="usual")
    return cafe


def test_without_a_wish_there_are_no_joker_routes(crowd):
    assert plan(crowd).jokers == ()


def test_the_wish_and_the_routes_are_kept_in_the_file(cafe_file):
    with open_cafe(cafe_file) as cafe:
        add_people(cafe, 30)
        cafe.plans.compose(seconds=0.3, spare="usual")
        made = plan(cafe).jokers

    with open_cafe(cafe_file) as again:
        assert plan(again).jokers == made != ()
        assert again.cafes.get().rules.spare == "usual"


def test_spare_routes_are_nobody_of_the_plan(spared):
    kept = plan(spared)

    assert [joker.number for joker in kept.jokers] == [1, 2]
    assert not {joker.id for joker in kept.jokers} & set(kept.people)
    assert len(kept.people) == 30
    assert not spared.cafes.snapshot().is_plan_stale
    assert kept.certificate.repeat_meetings == 0


def test_a_route_is_a_whole_itinerary_that_finds_a_chair_at_each_table(spared):
    kept = plan(spared)
    for round_ in range(kept.rounds):
        taken = [*kept.seats[round_], *(joker.route[round_] for joker in kept.jokers)]
        assert max(taken.count(table) for table in range(8)) <= 5
    for joker in kept.jokers:
        assert None not in joker.route
        assert len(set(joker.route)) == kept.rounds


def test_tables_are_proposed_for_the_spare_people_too(cafe):
    add_people(cafe, 30)
    cafe.plans.compose(seconds=0.3, spare=5)

    assert sum(table.seats for table in cafe.cafes.get().tables) >= 35
    assert len(plan(cafe).jokers) == 5


def test_too_few_chairs_for_the_spare_ones_are_told_and_nothing_changes(cafe):
    add_people(cafe, 30)
    with_tables(cafe, 8, seats=4)
    before = cafe.cafes.get()

    with pytest.raises(TooFewSpareSeats) as told:
        cafe.plans.compose(seconds=0.3, spare=3)

    assert "Spare places: 3. Chairs left for them: 2." in str(told.value)
    assert (plan(cafe), cafe.cafes.get()) == (None, before)


@pytest.mark.parametrize("spare", [-1, 201])
def test_spare_places_that_make_no_sense_are_refused(cafe, spare):
    add_people(cafe, 30)
    with pytest.raises(BadSpare):
        cafe.plans.compose(seconds=0.3, spare=spare)


def test_where_rules_hold_without_spare_people_only_the_plan_is_for_those_expected(cafe):
    """Two rounds, two tables, each once: as many find a way as the smaller table seats twice."""
    add_people(cafe, 2)
    now = replace(cafe.cafes.get(), rules=Rules(hosts="none"))
    tables = (Table(seats=1), Table(seats=5))
    cafe.cafes.save(replace(now.with_rounds(2), tables=tables, tables_chosen=True))

    outcome = cafe.plans.compose(seconds=0.3, spare=1)

    assert plan(cafe).jokers == ()
    assert outcome.solution.violations == ()
    told = [notice.describe() for notice in outcome.notices]
    assert "No place is left for these joker routes: 1." in told


def test_rules_that_cannot_hold_are_told_without_a_word_of_spare_people(cafe):
    add_people(cafe, 12)
    with_tables(cafe, 2, seats=10)  # three rounds, and no table twice

    outcome = cafe.plans.compose(seconds=0.3, spare=2)

    assert plan(cafe) is None
    told = [outcome.why(each, ENGLISH) for each in outcome.solution.violations]
    assert told
    assert not any("♠" in sentence for sentence in [*told, *outcome.collision(ENGLISH)])


@pytest.mark.parametrize("willing", [False, True])
def test_where_hosting_is_handed_over_spare_people_are_asked_to_host_nothing(cafe, willing):
    add_people(cafe, 30, willing=willing)
    with_tables(cafe, 8, hosts="hand_over")
    outcome = cafe.plans.compose(seconds=0.3, spare=2)

    assert len(plan(cafe).jokers) == 2
    assert cafe.plans.violations() == (), "without them as well"
    told = [notice.template for notice in outcome.notices]
    assert len(told) == len(set(told)) == 1

    cafe.plans.compose(seconds=0.3, is_repair=True)
    assert len(plan(cafe).jokers) == 2


def test_a_wish_that_is_dropped_drops_the_routes(spared):
    spared.plans.compose(seconds=0.3, spare=0)

    assert plan(spared).jokers == ()
    assert spared.cafes.get().rules.spare == 0


def test_a_composition_anew_keeps_to_the_wish(spared):
    before = plan(spared).jokers
    spared.plans.compose(seconds=0.3, seed=2)

    assert len(plan(spared).jokers) == 2
    assert {joker.id for joker in plan(spared).jokers}.isdisjoint(joker.id for joker in before)


def test_the_same_seed_gives_the_same_routes(spared):
    first = plan(spared)
    spared.plans.compose(seconds=0.3)

    assert [joker.route for joker in plan(spared).jokers] == [j.route for j in first.jokers]
    assert plan(spared).fingerprint == first.fingerprint


def test_another_route_is_another_fingerprint(spared):
    kept = plan(spared)
    first, second = kept.jokers
    other = replace(kept, jokers=(replace(first, route=second.route), second))

    assert other.fingerprint != kept.fingerprint


def test_a_repair_moves_nobody_for_the_jokers_and_keeps_routes_that_hold(spared):
    before = plan(spared)
    guest = next(each for each in spared.people.all() if each.id not in before.hosts)
    spared.people.save([replace(guest, present=frozenset({0}))])
    bare = PlanService.compute(spared.plans, seconds=0.3, from_round=1, spare=0).plan
    spared.plans.compose(seconds=0.3, from_round=1)
    after = plan(spared)

    assert after.seats == bare.seats
    assert after.jokers == before.jokers
    assert spared.plans.violations() == ()


def test_a_route_that_holds_no_more_is_made_anew_and_told(spared):
    with_tables(spared, 8, hosts="none")
    spared.plans.compose(seconds=0.3, spare=2)
    before = plan(spared)
    cafe = spared.cafes.get()
    there = before.jokers[0].route[2]
    tables = list(cafe.tables)
    tables[there] = replace(tables[there], closed=frozenset({2}))
    spared.cafes.save(replace(cafe, tables=tuple(tables)))
    outcome = spared.plans.compose(seconds=0.3, from_round=2)
    after = plan(spared)

    assert [joker.id for joker in after.jokers] == [joker.id for joker in before.jokers]
    assert after.jokers[0].route[2] not in (None, there)
    told = [notice.describe() for notice in outcome.notices]
    assert any(line.startswith("Print the spare badges again") and "1" in line for line in told)


def test_routes_without_a_chair_any_more_are_given_up_and_told(cafe):
    add_people(cafe, 30)
    with_tables(cafe, 8, seats=4, hosts="none", distinct_tables=False)
    cafe.plans.compose(seconds=0.3, spare=2)
    cafe.people.save([person("Nour Tardy", stays_at=0)])

    outcome = cafe.plans.compose(seconds=0.3, is_repair=True)

    assert len(plan(cafe).jokers) == 1
    told = [notice.describe() for notice in outcome.notices]
    assert any(line.startswith("No place is left for these joker routes") for line in told)


def test_a_repair_can_add_routes_beside_seats_that_stay(crowd):
    with_tables(crowd, 5, seats=6)
    crowd.plans.compose(seconds=0.3)
    before = plan(crowd)

    crowd.plans.compose(seconds=0.3, is_repair=True, spare=3)

    assert plan(crowd).seats == before.seats
    assert [joker.number for joker in plan(crowd).jokers] == [1, 2, 3]


def test_undo_of_a_plan_undoes_its_routes(spared):
    before = plan(spared)
    spared.plans.compose(seconds=0.3, seed=2, spare=0)

    spared.plans.restore(before)

    assert plan(spared).jokers == before.jokers


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_whoever_takes_over_a_route_breaks_no_rule_whatever_the_rules_are(cafe, seed):
    """Random rules, absences and a repair; then every route that is left is taken over."""
    chance = Random(seed)
    rounds, everybody = 4, add_people(cafe, chance.randrange(16, 40))
    some = chance.sample(everybody, 6)
    has_hosts = chance.random() < 0.5
    rules = Rules(
        hosts="stay" if has_hosts else "none",
        distinct_tables=chance.random() < 0.7,
        return_home=not has_hosts and chance.random() < 0.5,  # an heir could not go home
        apart=(frozenset(each.id for each in some[:2]),),
        together=(frozenset(each.id for each in some[2:4]),),
    )
    cafe.cafes.save(replace(cafe.cafes.get().with_rounds(rounds), rules=rules))
    cafe.people.save([replace(some[4], present=frozenset({1, 2}))])
    cafe.plans.compose(seconds=0.1, spare=3)
    assert len(plan(cafe).free_jokers) == 3

    first = chance.randrange(rounds)
    gone = next(each for each in cafe.people.all() if each.id == some[5].id)
    cafe.people.save([replace(gone, present=frozenset(range(first)))])
    bare = cafe.plans.compute(seconds=0.1, from_round=first, is_repair=True, spare=0).plan
    cafe.plans.compose(seconds=0.1, from_round=first, is_repair=True)
    assert plan(cafe).seats == bare.seats

    coming = frozenset(range(first, rounds))
    left = len(plan(cafe).free_jokers)
    for _walk_in in range(left):
        joker = cafe.walk_ins.offer(coming)
        cafe.walk_ins.take(Person(id=joker.id, given="Nour", present=coming if first else None))
    assert cafe.plans.violations() == ()
    assert not cafe.cafes.snapshot().is_plan_stale
    assert left >= 2
