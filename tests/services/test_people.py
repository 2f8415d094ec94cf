"""Lists that come twice, or after each other."""

import pytest

from tests.cafes import write_list


@pytest.fixture
def bring(cafe, tmp_path):
    def bringing(text, **wanted):
        report = cafe.people.import_list(write_list(tmp_path, text), wanted)
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
