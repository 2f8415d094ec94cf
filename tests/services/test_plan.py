"""The plan of a café: composed, kept, repaired, judged."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, person
from wcafe.domain.cafe import Rules, Table
from wcafe.domain.people import Role
from wcafe.errors import (
    EditedElsewhere,
    NobodyToSeat,
    NoPlanYet,
    NoSuchRound,
    TooFewSeats,
)
from wcafe.i18n import words_for
from wcafe.services.changes import Changed, Part


def plan(cafe):
    return cafe.cafes.snapshot().plan


def test_a_composed_plan_is_kept_with_its_tables_and_certificate(cafe):
    add_people(cafe, 58)
    outcome = cafe.plans.compose()

    kept = plan(cafe)
    assert kept.seats == outcome.solution.seats
    assert len(cafe.cafes.get().tables) == 12
    assert (kept.certificate.repeat_meetings, kept.certificate.proven_optimal) == (0, True)
    assert len(kept.hosts) == 12
    assert not cafe.cafes.snapshot().is_plan_stale
    assert cafe.plans.violations() == ()


def test_the_same_café_and_seed_give_the_same_plan(crowd):
    first = plan(crowd)
    crowd.plans.compose(seconds=0.5)

    assert plan(crowd).seats == first.seats
    assert plan(crowd).fingerprint == first.fingerprint


def test_who_is_not_seated_is_not_in_the_plan(cafe):
    add_people(cafe, 12)
    cafe.people.save([person("Irène Crew", role=Role.CREW), person("O Bs", role=Role.OBSERVER)])

    assert len(cafe.plans.compose(seconds=0.2).ids) == 12


def test_a_plan_is_stale_once_somebody_comes_and_fresh_after_composing(crowd):
    add_people(crowd, 1)
    assert crowd.cafes.snapshot().is_plan_stale
    assert {breach.rule for breach in crowd.plans.violations()} == {"presence"}

    crowd.plans.compose(seconds=0.3)
    assert not crowd.cafes.snapshot().is_plan_stale
    assert crowd.plans.violations() == ()


def test_hosts_the_facilitator_named_host(cafe):
    guests = add_people(cafe, 12)
    cafe.people.save(replace(guests[k], host_of=k) for k in range(3))
    cafe.plans.compose(seconds=0.2)

    assert plan(cafe).hosts == {guests[k].id: k for k in range(3)}


def test_notices_are_kept_so_that_each_reader_has_them_in_their_language(cafe):
    add_people(cafe, 12)
    cafe.plans.compose(seconds=0.2)

    kept = plan(cafe).certificate.notices[0]
    assert kept.describe().startswith("Nobody was marked")
    assert kept.describe(words_for("fr")).startswith("Personne n’est marqué")


def test_needs_no_table_speaks_of_are_told_and_do_not_stop_the_plan(cafe):
    add_people(cafe, 12, needs=("fauteuil",))
    outcome = cafe.plans.compose(seconds=0.2)

    assert outcome.solution.violations == ()
    assert "special needs: 12" in outcome.notices[0].describe()


@pytest.mark.slow
def test_needs_are_a_rule_once_a_table_offers_something(cafe):
    now = cafe.cafes.get()
    tables = (Table(features=frozenset({"plain-pied"})), Table(), Table())
    cafe.cafes.save(replace(now, tables=tables, tables_chosen=True))
    guests = add_people(cafe, 9)
    first = cafe.people.save([replace(guests[0], needs=("plain-pied",), host_of=0)])[0]
    cafe.plans.compose(seconds=3)

    assert plan(cafe).itinerary(first.id) == (0, 0, 0)


@pytest.mark.parametrize(("count", "error"), [(0, NobodyToSeat), (16, TooFewSeats)])
def test_a_plan_that_cannot_be_is_refused_and_nothing_is_kept(cafe, count, error):
    cafe.cafes.save(replace(cafe.cafes.get(), tables=(Table(),) * 3, tables_chosen=True))
    add_people(cafe, count)
    before = cafe.cafes.snapshot()

    with pytest.raises(error):
        cafe.plans.compose()

    assert cafe.cafes.snapshot() == before


def test_a_plan_that_breaks_a_rule_is_told_and_not_kept(cafe):
    cafe.cafes.save(replace(cafe.cafes.get(), tables=(Table(),) * 2, tables_chosen=True))
    add_people(cafe, 8)
    outcome = cafe.plans.compose(seconds=0.2)

    assert {breach.rule for breach in outcome.solution.violations} == {"distinct_tables"}
    assert plan(cafe) is None
    why = outcome.why(outcome.solution.violations[0], words_for("en"))
    assert outcome.ids[0] not in why  # people are called by their names
    assert "is at table" in why


def test_a_repair_keeps_the_past_and_moves_few(cafe):
    guests = add_people(cafe, 48)
    cafe.plans.compose()
    before = plan(cafe)
    traveller = next(g for g in guests if g.id not in before.hosts)
    cafe.people.save([replace(traveller, present=frozenset({0}))])
    newcomer = cafe.people.save([person("Nour Retard", present=frozenset({1, 2}))])[0]
    cafe.plans.compose(seconds=0.5, from_round=1)
    after = plan(cafe)

    assert after.hosts == before.hosts
    assert after.itinerary(newcomer.id)[0] is None
    assert after.itinerary(traveller.id)[1:] == (None, None)
    others = [g.id for g in guests if g != traveller]
    moved = sum(after.itinerary(g)[r] != before.itinerary(g)[r] for g in others for r in (1, 2))
    assert [after.itinerary(g)[0] for g in others] == [before.itinerary(g)[0] for g in others]
    assert moved <= 2


def test_who_met_whom_is_told_from_where_people_really_sat(crowd):
    planned = plan(crowd)
    p, q = planned.people[0], planned.people[1]
    really = tuple((person, (table + 1) % 5) for person, table in crowd.cafes.snapshot().seating(0))
    crowd.live.record_seats(0, really)
    snapshot = crowd.cafes.snapshot()

    assert snapshot.seating(0) == snapshot.live.seating(0)
    assert set(snapshot.seating(0)) == set(really)
    assert snapshot.plan == planned
    assert {p, q} <= dict(snapshot.seating(1)).keys()


def test_a_repair_builds_on_actual_seats(crowd):
    planned = plan(crowd)
    traveller = next(p for p in planned.people if p not in planned.hosts)
    planned_next = planned.itinerary(traveller)[1]
    swapped = [
        (person, planned_next if person == traveller else table)
        for person, table in crowd.cafes.snapshot().seating(0)
    ]
    crowd.live.record_seats(0, tuple(swapped))
    outcome = crowd.plans.compose(seconds=0.5, from_round=1)

    assert outcome.solution.violations == ()
    assert plan(crowd).itinerary(traveller)[0] == planned_next
    assert plan(crowd).itinerary(traveller)[1] != planned_next


@pytest.mark.parametrize("round_", [-1, 3])
def test_a_round_the_café_does_not_have_is_refused(crowd, round_):
    with pytest.raises(NoSuchRound):
        crowd.plans.compose(from_round=round_)
    with pytest.raises(NoSuchRound):
        crowd.live.record_seats(round_, ())


def test_a_repair_needs_a_plan(cafe):
    add_people(cafe, 12)
    with pytest.raises(NoPlanYet):
        cafe.plans.compose(from_round=1)


def test_a_café_that_changes_while_the_solver_works_keeps_its_change(cafe):
    add_people(cafe, 20)

    def meanwhile():
        if len(cafe.people.all()) == 20:
            add_people(cafe, 1)
        return False

    cafe.cafes.save(replace(cafe.cafes.get(), rules=Rules(return_home=True)))
    with pytest.raises(EditedElsewhere):
        cafe.plans.compose(seconds=0.2, stop=meanwhile)

    assert plan(cafe) is None
    assert len(cafe.people.all()) == 21


def test_one_wish_is_one_notice(cafe):
    told = []
    cafe.plans._changes.listen(told.append)
    guests = add_people(cafe, 12)
    cafe.plans.compose(seconds=0.1, by="me")

    came = frozenset(guest.id for guest in guests)
    assert told == [Changed(Part.PEOPLE, None, came), Changed(Part.PLAN | Part.CAFE, "me")]
    assert len(guests) == 12


@pytest.mark.slow
def test_people_of_two_languages_meet_where_they_can_talk(cafe):
    add_people(cafe, 34, languages=("français",))
    add_people(cafe, 7, languages=("English",))
    outcome = cafe.plans.compose()

    assert outcome.solution.violations == ()
    assert outcome.tables == 10  # seven for the French, three for the English to change between


def test_people_of_both_languages_sit_with_either(cafe):
    cafe.cafes.save(replace(cafe.cafes.get(), tables=(Table(),) * 12, tables_chosen=True))
    add_people(cafe, 24, languages=("fr",))
    add_people(cafe, 12, languages=("fr", "anglais"))
    add_people(cafe, 8, languages=("en",))
    outcome = cafe.plans.compose()

    assert outcome.solution.violations == ()
