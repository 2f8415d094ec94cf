"""Who stays away, comes late or comes after all: what lists say and repairs make of it."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, person, write_list
from wcafe.domain.people import Role
from wcafe.errors import NobodyToSeat


@pytest.fixture
def bring(cafe, tmp_path):
    def bringing(text):
        return cafe.people.import_list(write_list(tmp_path, text))

    return bringing


def plan(cafe):
    return cafe.cafes.snapshot().plan


def reasons(report):
    return [told.describe() for told in report.found.set_aside]


@pytest.mark.parametrize("status", ["absente", "Annulé", "cancelled", "excusée"])
def test_somebody_of_the_café_who_is_not_coming_is_marked_as_absent(bring, cafe, status):
    bring("Nom complet;Mail\nAna Silva;a@x.org\nBen Diallo;b@x.org\n")
    report = bring(f"Nom complet;Mail;Statut\nAna Silva;a@x.org;{status}\n")
    ana, ben = cafe.people.all()

    assert (report.added, report.updated) == (0, 1)
    assert (ana.present, ben.present) == (frozenset(), None)
    assert reasons(report) == [f'The list says "{status}": marked as absent.']
    assert (report.before[0].present, report.after) == (None, (ana,))


def test_who_is_new_and_not_coming_stays_set_aside(bring, cafe):
    report = bring("Nom complet;Statut\nAna Silva;annulée\nBen Diallo;\n")

    assert (report.added, report.updated) == (1, 0)
    assert reasons(report) == ['The list says "annulée".']
    assert [guest.name for guest in cafe.people.all()] == ["Ben Diallo"]


def test_who_is_new_and_not_coming_is_kept_as_absent_where_that_is_asked_for(cafe, tmp_path):
    text = (
        "Nom complet;Mail;Statut\nAna Silva;a@x.org;annulée\nBen Diallo;;\n"
        "Ana Silva;a@x.org;annulée\nBen Diallo;;annulée\n"
    )
    found = cafe.people.read_list(write_list(tmp_path, text))
    assert cafe.people.preview(found).away == 1

    report = cafe.people.take_in(found, keeps_away=True)

    assert (report.added, report.updated, report.away) == (1, 0, 1)
    here = {guest.name: guest.present for guest in cafe.people.all()}
    assert here == {"Ben Diallo": None, "Ana Silva": frozenset()}


def test_saying_it_twice_changes_nothing_more(bring):
    bring("Nom complet\nAna Silva\n")
    bring("Nom complet;Statut\nAna Silva;absente\n")
    again = bring("Nom complet;Statut\nAna Silva;absente\n")

    assert (again.added, again.updated) == (0, 0)
    assert reasons(again) == ['The list says "absente": marked as absent.']


def test_who_comes_after_all_is_present_again(bring, cafe):
    bring("Nom complet\nAna Silva\n")
    bring("Nom complet;Statut\nAna Silva;absente\n")
    report = bring("Nom complet;Statut\nAna Silva;présente\n")

    assert report.updated == 1
    assert cafe.people.all()[0].present is None


def test_rounds_that_were_chosen_by_hand_stay_when_a_list_comes_again(bring, cafe):
    bring("Nom complet\nAna Silva\n")
    cafe.people.save([replace(cafe.people.all()[0], present=frozenset({1}))])

    assert bring("Nom complet;Statut\nAna Silva;présente\n").updated == 0
    assert cafe.people.all()[0].present == {1}


@pytest.mark.parametrize("order", [0, 1])
def test_an_order_cancelled_and_made_anew_is_somebody_who_comes(bring, cafe, order):
    bring("Nom complet;Mail\nAna Silva;a@x.org\n")
    rows = ["Ana Silva;annulé", "Ana Silva;payé"]
    report = bring("\n".join(["Nom complet;Statut", rows[order], rows[1 - order]]))

    assert (report.added, report.updated) == (0, 0)
    assert cafe.people.all()[0].present is None


def test_another_of_the_same_name_is_not_marked(bring, cafe):
    bring("Nom complet;Mail\nMarie Martin;m1@x.org\n")
    report = bring("Nom complet;Mail;Statut\nMarie Martin;m2@x.org;annulée\n")

    assert report.updated == 0
    assert cafe.people.all()[0].present is None


def test_the_crew_is_absent_from_no_round(bring, cafe):
    cafe.people.save([person("Irène Équipe", role=Role.CREW)])

    assert bring("Nom complet;Statut\nIrène Équipe;absente\n").updated == 0


def test_a_preview_tells_the_same_and_marks_nobody(bring, cafe, tmp_path):
    bring("Nom complet\nAna Silva\n")
    path = write_list(tmp_path, "Nom complet;Statut\nAna Silva;absente\n")
    dry = cafe.people.import_list(path, is_dry_run=True)
    assert cafe.people.all()[0].present is None

    done = cafe.people.import_list(path)
    assert (dry.updated, reasons(dry)) == (done.updated, reasons(done))


def absent(cafe, *people):
    known = {guest.id: guest for guest in cafe.people.all()}
    cafe.people.save(replace(known[guest], present=frozenset()) for guest in people)


@pytest.fixture
def hosted(cafe):
    """Twenty people at five tables; eight of them are willing, five of these host."""
    add_people(cafe, 12)
    add_people(cafe, 8, willing=True)
    cafe.plans.compose(seconds=0.3)
    return cafe


def test_a_table_whose_host_stays_away_is_handed_to_somebody_willing(hosted):
    before = plan(hosted)
    host, table = next(iter(before.hosts.items()))
    absent(hosted, host)
    outcome = hosted.plans.compose(seconds=0.3, from_round=1)
    after = plan(hosted)

    (heir,) = set(after.hosts) - set(before.hosts)
    guests = {guest.id: guest for guest in hosted.people.all()}
    assert guests[heir].willing
    assert after.hosts[heir] == table
    assert after.itinerary(heir)[1:] == (table, table)
    assert {p: t for p, t in before.hosts.items() if p != host}.items() <= after.hosts.items()
    assert after.itinerary(host) == (table, None, None)
    told = f"{guests[heir].name} hosts table {table + 1} from round 2 on."
    assert told in [notice.describe() for notice in outcome.notices]


def test_where_all_return_home_somebody_takes_over_whose_home_the_table_is(hosted):
    cafe = hosted.cafes.get().with_rounds(4)
    hosted.cafes.save(replace(cafe, rules=replace(cafe.rules, return_home=True)))
    hosted.plans.compose(seconds=0.3)
    before = plan(hosted)
    spare = [g.id for g in hosted.people.all() if g.willing and g.id not in before.hosts]
    homes = {before.itinerary(guest)[0] for guest in spare}
    host, table = next((h, t) for h, t in before.hosts.items() if t not in homes)
    absent(hosted, host)
    hosted.plans.compose(seconds=0.3, from_round=1)
    after = plan(hosted)

    (heir,) = set(after.hosts) - set(before.hosts)
    assert after.itinerary(heir) == (table, table, table, table)
    assert after.itinerary(host) == (table, None, None, None)
    assert hosted.plans.violations() == ()


def test_nobody_moves_in_the_past_and_no_rule_is_broken_after_a_repair(hosted):
    before = plan(hosted)
    host = next(iter(before.hosts))
    guest = next(p for p in before.people if p not in before.hosts)
    absent(hosted, host, guest)
    late = add_people(hosted, 1)[0]
    assert {breach.rule for breach in hosted.plans.violations()} == {"presence"}

    hosted.plans.compose(seconds=0.3, from_round=1)
    assert [plan(hosted).itinerary(p)[0] for p in before.people] == list(before.seats[0])
    assert plan(hosted).itinerary(late.id)[0] is None
    assert None not in plan(hosted).itinerary(late.id)[1:]
    assert hosted.plans.violations() == ()


def test_a_host_named_by_the_facilitator_is_replaced_too(cafe):
    guests = add_people(cafe, 12)
    cafe.people.save(replace(guests[n], host_of=n) for n in range(3))
    cafe.plans.compose(seconds=0.2)
    absent(cafe, guests[1].id)
    cafe.plans.compose(seconds=0.3, from_round=1)

    assert sorted(plan(cafe).hosts.values()) == [0, 1, 2]
    assert guests[1].id not in plan(cafe).hosts
    assert cafe.plans.violations() == ()


def test_the_next_host_shares_a_language_with_the_table(cafe):
    add_people(cafe, 8, languages=("fr",), willing=True)
    add_people(cafe, 8, languages=("en",), willing=True)
    cafe.plans.compose(seconds=0.4)
    speaks = {guest.id: guest.languages for guest in cafe.people.all()}
    host = next(p for p in plan(cafe).hosts if speaks[p] == ("en",))
    before = set(plan(cafe).hosts)
    absent(cafe, host)
    cafe.plans.compose(seconds=0.4, from_round=1)

    (heir,) = set(plan(cafe).hosts) - before
    assert speaks[heir] == ("en",)


def test_a_plan_composed_anew_takes_no_host_who_stays_away(cafe):
    guests = add_people(cafe, 13, willing=True)
    absent(cafe, guests[0].id)
    outcome = cafe.plans.compose(seconds=0.2)

    assert guests[0].id not in plan(cafe).hosts
    assert plan(cafe).itinerary(guests[0].id) == (None, None, None)
    assert "the 12 people who are willing" in outcome.notices[0].describe()


def test_where_nobody_comes_there_is_nobody_to_seat(cafe):
    absent(cafe, *[guest.id for guest in add_people(cafe, 12)])

    with pytest.raises(NobodyToSeat):
        cafe.plans.compose()


def test_latecomers_of_two_repairs_are_no_breach(hosted):
    add_people(hosted, 1)
    hosted.plans.compose(seconds=0.2, from_round=1)
    second = add_people(hosted, 1)[0]
    assert {breach.rounds for breach in hosted.plans.violations()} == {(1,), (2,)}

    hosted.plans.compose(seconds=0.2, from_round=2)
    assert plan(hosted).itinerary(second.id)[:2] == (None, None)
    assert hosted.plans.violations() == ()


def test_seats_that_were_full_in_the_past_hinder_no_latecomer(hosted):
    gone = [p for p in plan(hosted).people if p not in plan(hosted).hosts][:3]
    absent(hosted, *gone)
    hosted.cafes.save(replace(hosted.cafes.get(), tables_chosen=True))
    seats = sum(table.seats for table in hosted.cafes.get().tables)
    add_people(hosted, seats - 17)
    hosted.plans.compose(seconds=0.3, from_round=1)

    assert hosted.plans.violations() == ()


def test_who_hosted_and_left_hosted_in_the_rounds_before(hosted):
    before = plan(hosted)
    leaver, table = next(iter(before.hosts.items()))
    (guest,) = (each for each in hosted.people.all() if each.id == leaver)
    hosted.people.save([replace(guest, present=frozenset({0}))])

    hosted.plans.compose(seconds=0.3, from_round=1)
    after = plan(hosted)
    (heir,) = (person for person, where in after.hosts.items() if where == table)

    assert heir != leaver
    assert [after.hosts_in(r)[table] for r in range(after.rounds)] == [
        leaver,
        *[heir] * (after.rounds - 1),
    ]
    assert after.at_table(table, 0)[0] == leaver
    hosted.plans.compose(seconds=0.3, from_round=2)
    assert plan(hosted).hosts_in(0)[table] == leaver
    assert plan(hosted).hosts_in(1)[table] == heir


def test_a_plan_remembers_what_was_over_when_it_was_repaired(hosted):
    hosted.plans.compose(seconds=0.2, from_round=2)
    assert plan(hosted).from_round == 2

    hosted.plans.compose(seconds=0.2)
    assert plan(hosted).from_round == 0
