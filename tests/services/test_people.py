"""Lists that come twice, or after each other; people who go and come back."""

from dataclasses import replace

import pytest

from tests.cafes import add_people, person, write_list
from wcafe.errors import EditedElsewhere, EmptyList, ListTooLarge, NoNames
from wcafe.intake.decisions import Decisions
from wcafe.services.changes import Changed, Part


@pytest.fixture
def bring(cafe, tmp_path):
    def bringing(text, **wanted):
        report = cafe.people.import_list(write_list(tmp_path, text), Decisions(columns=wanted))
        return report.added, report.updated

    return bringing


def names(cafe):
    return [person.name for person in cafe.people.all()]


def test_the_same_list_twice_adds_nobody(bring, cafe):
    text = "Nom;Prénom;Mail\nSilva;Ana;a@x.org\nMartin;Zoé;\nAnna;;\nAnna;;\n"

    assert bring(text) == (4, 0)
    assert bring(text) == (0, 0)
    assert names(cafe) == ["Ana Silva", "Zoé Martin", "Anna", "Anna"]


def test_a_corrected_list_updates_and_adds(bring, cafe):
    bring("Nom complet;Mail;Structure\nAna Silva;a@x.org;Mairie\nZoé Martin;;École\n")

    rows = "Ana Silva;a@x.org;Ville\nZoé Martin;z@x.org;École\nBen Diallo;;\n"
    assert bring(f"Nom complet;Mail;Structure\n{rows}") == (1, 2)
    assert [(p.name, p.email, p.organisation) for p in cafe.people.all()] == [
        ("Ana Silva", "a@x.org", "Ville"),
        ("Zoé Martin", "z@x.org", "École"),
        ("Ben Diallo", "", ""),
    ]


def test_what_the_second_list_does_not_say_stays(bring, cafe):
    bring("Nom complet;Structure;Hôte\nAna Silva;Mairie;oui\n")

    assert bring("Nom complet\nAna Silva\n") == (0, 0)
    assert (cafe.people.all()[0].organisation, cafe.people.all()[0].willing) == ("Mairie", True)


def test_another_person_of_the_same_name_is_added(bring):
    bring("Nom complet;Mail\nMarie Martin;m1@x.org\n")

    assert bring("Nom complet;Mail\nMarie Martin;m2@x.org\n") == (1, 0)


def test_two_of_one_name_are_not_told_apart_by_a_guess(bring):
    bring("Nom complet;Structure\nMarie Martin;Mairie\nMarie Martin;École\n")

    assert bring("Nom complet;Structure\nMarie Martin;\n") == (1, 0)


def test_numbers_of_the_list_know_people_again(bring, cafe):
    bring("id;Nom complet;Structure\n12;Jean Martin;Mairie\n57;Jean Martin;Mairie\n")

    assert bring("id;Nom complet;Structure\n57;Jean Martin;École\n") == (0, 1)
    assert [p.organisation for p in cafe.people.all()] == ["Mairie", "École"]


def test_own_columns_are_kept(bring, cafe):
    bring("Nom complet;Métier\nAna Silva;menuisière\n", métier="Métier")

    assert cafe.people.all()[0].attribute("métier") == "menuisière"


def test_a_preview_tells_what_would_be_done_and_keeps_nothing(cafe, tmp_path):
    path = write_list(tmp_path, "Nom complet;Mail\nAna Silva;a@x.org\nBen Diallo;\n")
    found = cafe.people.read_list(path)
    report = cafe.people.preview(found)

    assert (report.added, report.updated, cafe.people.all()) == (2, 0, ())
    assert found.headings == ("Nom complet", "Mail")
    assert found.sample == (("Ana Silva", "a@x.org"), ("Ben Diallo", ""))


def test_a_list_without_headings_has_numbered_columns_and_a_short_sample(cafe, tmp_path):
    path = write_list(tmp_path, "".join(f"Ana Silva {n};a{n}@x.org\n" for n in range(30)))
    found = cafe.people.read_list(path, Decisions(columns={"full_name": "1"}))

    assert found.headings == ("1", "2")
    assert 1 < len(found.sample) < 10
    assert len(found.people) == 30


@pytest.mark.parametrize("gap", ["\t", ";", ","])
def test_rows_copied_from_a_spreadsheet_are_read_as_a_list(cafe, gap):
    text = f"Prénom{gap}Nom\r\nZoé{gap}d'Ân-Lê\r\nAna{gap}Silva\r\n"
    report = cafe.people.take_in(cafe.people.read_pasted(text, name="clipboard"))

    assert report.added == 2
    assert names(cafe) == ["Zoé d'Ân-Lê", "Ana Silva"]


def test_one_name_a_line_can_be_pasted_from_a_mail(cafe):
    cafe.people.take_in(cafe.people.read_pasted("Zoé Martin\nAna Silva", name="clipboard"))

    assert names(cafe) == ["Zoé Martin", "Ana Silva"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyList),
        (" \n\n", EmptyList),
        ("Couleur;Ville\nbleu;Brest\n", NoNames),
        ("Ana Silva\n" * 20_002, ListTooLarge),
    ],
)
def test_what_was_pasted_and_is_no_list_is_told_in_a_sentence(cafe, text, error):
    with pytest.raises(error, match="clipboard"):
        cafe.people.read_pasted(text, name="clipboard")


def test_an_import_says_who_was_there_before_and_who_is_there_now(bring, cafe, tmp_path):
    bring("Nom complet;Structure\nAna Silva;Mairie\nBen Diallo;École\n")
    before = cafe.people.all()
    path = write_list(tmp_path, "Nom complet;Mail\nAna Silva;a@x.org\nZoé Martin;\n")
    report = cafe.people.take_in(cafe.people.read_list(path))

    assert report.before == (before[0],)
    assert [(p.name, p.organisation, p.email) for p in report.after] == [
        ("Ana Silva", "Mairie", "a@x.org"),
        ("Zoé Martin", "", ""),
    ]
    assert set(report.after) <= set(cafe.people.all())


def test_people_come_back_at_their_place(cafe):
    guests = add_people(cafe, 5)
    order = [guest.id for guest in guests]
    cafe.people.change(remove=order[1:3])
    assert [guest.id for guest in cafe.people.all()] == [order[0], *order[3:]]

    back = [replace(guest, version=0) for guest in guests[1:3]]
    cafe.people.change(keep=back, order=order)
    assert [guest.id for guest in cafe.people.all()] == order
    assert [guest.name for guest in cafe.people.all()] == [guest.name for guest in guests]


def test_a_new_order_is_no_edit_of_anybody(cafe):
    guests = add_people(cafe, 3)
    cafe.people.change(order=[guest.id for guest in reversed(guests)])

    assert cafe.people.all() == tuple(reversed(guests))


def test_a_person_edited_elsewhere_stops_the_whole_change(cafe):
    ana, ben, zoe = add_people(cafe, 3)
    cafe.people.save([replace(ben, note="thé")])
    before = cafe.people.all()

    with pytest.raises(EditedElsewhere):
        cafe.people.change(keep=[replace(ana, note="eau"), ben], remove=[zoe.id])
    assert cafe.people.all() == before


def test_a_removal_is_heard_by_the_plan_and_an_edit_is_not(cafe):
    ana, ben = add_people(cafe, 2)
    heard = []
    cafe.changes.listen(heard.append)

    cafe.people.change(keep=[replace(ana, note="thé")], by=cafe)
    cafe.people.change(remove=[ben.id], by=cafe)
    assert heard == [
        Changed(Part.PEOPLE, cafe, frozenset({ana.id})),
        Changed(Part.PEOPLE | Part.PLAN, cafe, frozenset({ben.id})),
    ]


def test_somebody_who_goes_leaves_their_seat_and_undo_gives_it_back(crowd):
    guests, plan = crowd.people.all(), crowd.cafes.snapshot().plan
    gone = guests[7]
    crowd.people.change(remove=[gone.id])
    assert gone.id not in crowd.cafes.snapshot().plan.people

    crowd.people.change(keep=[replace(gone, version=0)], order=[guest.id for guest in guests])
    crowd.plans.restore(plan)
    assert crowd.cafes.snapshot().plan.fingerprint == plan.fingerprint
    assert not crowd.cafes.snapshot().is_plan_stale


def test_who_is_not_here_can_be_removed_without_harm(cafe):
    add_people(cafe, 2)
    cafe.people.change(remove=[person().id])

    assert len(cafe.people.all()) == 2
