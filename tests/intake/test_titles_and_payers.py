"""Titles between people, those who paid, and headings of two rows: whose a cell is."""

from tests.intake.reading import read, who
from wcafe.intake.found import Reason


def titles(found):
    return [told.name for told in found.rejected if told.reason is Reason.TITLE]


def mails(found):
    return [(person.name, person.email) for person in found.people]


def test_a_title_is_known_by_its_words_where_people_fill_no_more():
    found = read("""
        Nom | Commentaire
        Quartier Sud |
        Awa Roy |
        Ilse Petit | rien
        Les absents |
        Zoé Martin |
        Élus : |
        Lubin Le Goff |
        Table 2 |
        Thea Simon |
        """)

    assert titles(found) == ["Quartier Sud", "Les absents", "Élus :", "Table 2"]
    assert who(found) == ["Awa Roy", "Ilse Petit", "Lubin Le Goff", "Thea Simon"]
    assert [told.facts["status"] for told in found.set_aside] == ["Les absents"]


def test_a_title_that_people_below_have_in_a_column_is_one():
    found = read("""
        Nom | Quartier
        Kerinou |
        Awa Roy | Kerinou
        Ilse Petit | Kerinou
        Recouvrance |
        Zoé Martin | Recouvrance
        Anne Le Goff |
        """)

    assert titles(found) == ["Kerinou", "Recouvrance"]
    assert who(found) == ["Awa Roy", "Ilse Petit", "Zoé Martin", "Anne Le Goff"]


def test_what_may_be_a_title_and_may_be_somebody_is_told():
    people = """
        Nom | E-mail
        Rive gauche |
        Awa Roy | a@example.org
        Ilse Petit | i@example.org
        Marie Seule |
        """
    found = read(people)

    assert [(told.row, told.name, told.reason) for told in found.notices] == [
        (2, "Rive gauche", Reason.MAYBE_TITLE)
    ]
    assert not read(people, rows={2: True}).notices


def test_a_plain_address_is_that_of_whoever_paid_unless_it_names_the_guest():
    found = read("""
        Name | Attendee | Email
        Paul Buyer | Awa Roy | paul@example.org
        Paul Roy | Ilse Roy | paul.roy@example.org
        Zoe Martin | Zoe Martin | zm@example.org
        Anne Petit | Lubin Le Goff | lubin.legoff@example.org
        """)

    assert mails(found) == [
        ("Awa Roy", ""),
        ("Ilse Roy", ""),
        ("Zoe Martin", "zm@example.org"),
        ("Lubin Le Goff", "lubin.legoff@example.org"),
    ]


def test_a_column_of_addresses_that_the_user_named_is_the_guests():
    text = "Name | Attendee | Email\nPaul Buyer | Awa Roy | paul@example.org"

    assert mails(read(text, columns={"email": "Email"})) == [("Awa Roy", "paul@example.org")]


TWO_ROWS = """
    Payeur | | | Participant | |
    Nom | Prénom | E-mail | Nom | Prénom | E-mail
    Buyer | Paul | paul@example.org | Roy | Awa | awa@example.org
    Buyer | Paul | paul@example.org | Le Goff | Lubin | lubin@example.org
    """


def test_the_upper_of_two_rows_of_headings_says_of_whom_those_below_speak():
    found = read(TWO_ROWS)

    assert mails(found) == [("Awa Roy", "awa@example.org"), ("Lubin Le Goff", "lubin@example.org")]
    assert found.columns["family"] == "Participant Nom"
    assert who(read(TWO_ROWS, columns={"given": "4", "family": ""})) == ["Roy", "Le Goff"]


def test_a_heading_is_found_without_the_words_above_it():
    found = read(TWO_ROWS, columns={"full_name": "Prénom"})

    assert set(who(found)) == {"Paul"}


def test_a_title_above_the_headings_is_no_owner():
    found = read("""
        Liste des participants | |
        Nom | Prénom | E-mail
        Roy | Awa | awa@example.org
        """)

    assert found.columns == {"family": "Nom", "given": "Prénom", "email": "E-mail"}
