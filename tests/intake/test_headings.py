"""Headings as forms and spreadsheets write them, in French and English."""

import pytest

from tests.cafes import write_list
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet


@pytest.fixture
def columns(tmp_path):
    def reading(heading):
        rows = f'Nom complet;"{heading}"\nAna Silva;oui\nBen Diallo;non\n'
        return read_people(read_sheet(write_list(tmp_path, rows))).columns

    return reading


@pytest.mark.parametrize(
    "heading",
    [
        "Votre nom",
        "Votre nom et prénom *",
        "Your name",
        "fullName",
        "full_name",
        "Participant·e",
        "Participant(e)s",
        "Nom de la personne",
    ],
)
def test_a_column_of_names_is_known_however_a_form_asks_for_them(tmp_path, heading):
    path = write_list(tmp_path, f'"{heading}";Ville\nAna Silva;Brest\nBen Diallo;Lyon\n')
    found = read_people(read_sheet(path))

    assert [person.name for person in found.people] == ["Ana Silva", "Ben Diallo"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Votre adresse mail", "email"),
        ("Email (required)", "email"),
        ("E-mail professionnel", "email"),
        ("Adresse de messagerie", "email"),
        ("Nom de la structure", "organisation"),
        ("Université ou laboratoire", "organisation"),
        ("Company name", "organisation"),
        ("Langue(s)", "language"),
        ("Quelles langues parlez-vous ?", "language"),
        ("Besoins spécifiques", "needs"),
        ("Any special requirements?", "needs"),
        ("Voulez-vous être hôte de table ?", "host_wish"),
        ("Souhaitez-vous être hôte·sse ?", "host_wish"),
        ("Would you like to host a table?", "host_wish"),
        ("Can you host?", "host_wish"),
        ("Statut de l’inscription", "status"),
        ("Ticket status", "status"),
        ("Venez-vous ?", "status"),
        ("Remarques éventuelles", "note"),
        ("Commentaire; allergies", "note"),
    ],
)
def test_words_inside_a_heading_show_its_field(columns, heading, field):
    assert columns(heading) == {"full_name": "Nom complet", field: heading}


@pytest.mark.parametrize(
    "headings",
    [
        "Nom du participant;Prénom du participant",
        "Nom d’usage;Prénom",
        "Nom de naissance;Prénom(s)",
        "Attendee last name;Attendee first name",
        "Votre nom;Votre prénom",
        "Patronyme;Prénom usuel",
    ],
)
def test_both_parts_of_a_name_are_found(tmp_path, headings):
    path = write_list(tmp_path, f"{headings};Ville;Courriel\nSilva;Ana;Brest;a@x.org\n")
    (person,) = read_people(read_sheet(path)).people

    assert (person.given, person.family) == ("Ana", "Silva")


@pytest.mark.parametrize("heading", ["Nom complet", "Nom"])
def test_a_childs_first_name_is_nobody_who_comes(tmp_path, heading):
    path = write_list(tmp_path, f"{heading};Prénom de l’enfant\nAna Silva;Zoé\n")

    assert read_people(read_sheet(path)).people[0].name == "Ana Silva"


@pytest.mark.parametrize(
    "heading",
    [
        "Email payeur",
        "E-mail de l’acheteur",
        "Adresse e-mail vérifiée",
        "Recevoir la newsletter par e-mail",
        "Langue de la commande",
        "Langue de départ",
        "Event Host",
        "Which conversation would you like to host or join?",
        "Statut marital",
        "Statut professionnel",
        "E-mail d’un contact en cas d’urgence",
        "Payment status",
        "Comment avez-vous connu le café ?",
        "Date de naissance",
    ],
)
def test_a_heading_about_something_else_fills_nothing(columns, heading):
    assert columns(heading) == {"full_name": "Nom complet"}


def test_a_known_heading_goes_before_words_inside_another(tmp_path):
    rows = "Nom;Statut du billet;RSVP;Mail de secours;Courriel\nAna Silva;x;No;s@x.org;a@x.org\n"
    found = read_people(read_sheet(write_list(tmp_path, rows)))

    assert (found.columns["status"], found.columns["email"]) == ("RSVP", "Courriel")
    assert len(found.set_aside) == 1


def test_first_and_last_are_parts_of_a_name_where_names_stand_below(tmp_path):
    def columns_of(rows):
        return read_people(read_sheet(write_list(tmp_path, rows))).columns

    names = {"given": "First", "family": "Last", "email": "Email"}
    assert columns_of("First;Last;Email\nAna;Silva;a@x.org\nBen;Ode;b@x.org\n") == names
    dates = "Name;First choice;Last\nAna Silva;Energy;2026-01-02\nBen Ode;Air;2026-01-03\n"
    assert columns_of(dates) == {"full_name": "Name"}


def test_a_second_guest_in_a_row_is_told_and_whoever_paid_is_not(tmp_path):
    rows = "Guest 1;Guest 2;Buyer\nAna Silva;Ben Ode;Jo Roe\nSue Day;Al Moss;Jo Dee\n"
    found = read_people(read_sheet(write_list(tmp_path, rows)))

    assert [person.name for person in found.people] == ["Ana Silva", "Sue Day"]
    assert found.suspects == ("Guest 2",)
