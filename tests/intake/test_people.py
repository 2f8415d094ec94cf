"""From rows to people: nobody lost, nobody doubled, nobody merged by a guess."""

import pytest

from tests.cafes import write_list
from wcafe.domain.people import Role
from wcafe.errors import EmptyList, NobodyNamed, NoNames, NoSuchColumn, NotAList
from wcafe.i18n import words_for
from wcafe.intake.decisions import Decisions
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet


@pytest.fixture
def read(tmp_path):
    def reading(text, **wanted):
        return read_people(read_sheet(write_list(tmp_path, text)), Decisions(columns=wanted))

    return reading


def names(found):
    return [person.name for person in found.people]


def told(rows):
    return [(row.row, row.name) for row in rows]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Nom;Prénom", {"family": "Nom", "given": "Prénom"}),
        ("Nom;Courriel", {"full_name": "Nom", "email": "Courriel"}),
        ("Nom de famille;Prénom", {"family": "Nom de famille", "given": "Prénom"}),
        ("Name;E-mail", {"full_name": "Name", "email": "E-mail"}),
        ("First Name;Last Name", {"given": "First Name", "family": "Last Name"}),
        ("NOM Prénom;Organisme", {"full_name": "NOM Prénom", "organisation": "Organisme"}),
        ("Participant;Langue", {"full_name": "Participant", "language": "Langue"}),
        (
            "Prénom;Nom;Adresse e-mail ;Structure;Collège",
            {
                "given": "Prénom",
                "family": "Nom",
                "email": "Adresse e-mail",
                "organisation": "Structure",
                "group": "Collège",
            },
        ),
    ],
)
def test_columns_are_guessed_in_french_and_english(read, header, columns):
    width = header.count(";") + 1

    assert dict(read(f"{header}\n{';'.join(['Ana'] * width)}\n").columns) == columns


def test_of_two_addresses_the_guests_is_taken_not_the_buyers(read):
    found = read("E-mail;Nom;E-mail du participant\nachat@x.org;Ana Silva;ana@x.org\n")

    assert found.people[0].email == "ana@x.org"


def test_the_users_word_goes_before_the_guess(read):
    text = "Nom;Surnom;Métier\nSilva;Ana Silva;menuisière\n"
    found = read(text, full_name="surnom", métier="Métier")

    assert names(found) == ["Ana Silva"]
    assert found.people[0].attribute("métier") == "menuisière"
    assert found.columns["métier"] == "Métier"


def test_a_field_of_ones_own_leaves_its_column_to_the_field_that_it_fills(read):
    found = read("NOM;Prénom\nSilva;Ana\n", surnom="NOM")

    assert names(found) == ["Ana Silva"]
    assert found.people[0].attribute("surnom") == "Silva"


def test_a_list_without_headings_is_mapped_by_number(read):
    found = read("Ana;Silva;ana@x.org\nBen;Diallo;ben@x.org\n", given="1", family="2", email="3")

    assert names(found) == ["Ana Silva", "Ben Diallo"]
    assert found.header_row is None


def test_headings_may_stand_below_a_title(read):
    found = read("Journée du 7 novembre;;\n;;\nNom;Prénom;Structure\nSilva;Ana;Mairie\n")

    assert found.header_row == 3
    assert names(found) == ["Ana Silva"]


def test_a_column_that_is_not_there_is_told_with_those_that_are(read):
    with pytest.raises(NoSuchColumn, match="Nom, Prénom"):
        read("Nom;Prénom\nSilva;Ana\n", email="Courriel")


def test_a_list_without_names_says_what_its_columns_are(read):
    with pytest.raises(NoNames, match=r"Couleur, Ville.*which one holds the names"):
        read("Couleur;Ville\nbleu;Brest\n")
    with pytest.raises(NobodyNamed, match="2 rows"):
        read("Nom;Prénom;Ville\n;;Brest\n;;Lyon\n")
    with pytest.raises(EmptyList):
        read("Nom;Prénom\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana;Silva;ana@x.org;", "Ana;Silva;ana@x.org;"),
        ("Ana;Silva;ana@x.org;", "ANA;SILVA;Ana@X.org;"),
        ("Zoé;d'Ân-Lê;z@x.org;", "Zoe;d'An Le;z@x.org;"),
        ("Ana;Silva;ana@x.org;", "Silva;Ana;ana@x.org;"),
        ("Ana;Silva;;Mairie", " Ana ;silva;;mairie"),
        ("Ana;;ana@x.org;", "Ana;;ana@x.org;"),
    ],
)
def test_the_same_person_twice_is_folded_and_told(read, one, other):
    found = read(f"Prénom;Nom;Mail;Structure\n{one}\nBen;Diallo;b@x.org;\n{other}\n")

    assert len(found.people) == 2
    assert [row.row for row in found.duplicates] == [4]
    assert found.duplicates[0].describe() == "The same person as in row 2."
    assert "ligne 2" in found.duplicates[0].describe(words_for("fr"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana;Silva;ana@x.org;", "Ben;Silva;ana@x.org;"),  # a couple with one address
        ("Marie;Martin;m1@x.org;", "Marie;Martin;m2@x.org;"),  # two with one name
        ("Marie;Martin;;Mairie", "Marie;Martin;;École"),
        ("Marie;Martin;;", "Marie;Martin;m@x.org;"),  # likely, but a person has to say so
        ("Anna;;;", "Anna;;;"),  # a first name alone is nobody in particular
        ("Léa;Dupond;;", "Léa;Dupont;;"),
    ],
)
def test_people_who_may_be_two_stay_two(read, one, other):
    found = read(f"Prénom;Nom;Mail;Structure\n{one}\n{other}\n")

    assert len(found.people) == 2
    assert found.duplicates == ()


def test_a_folded_row_fills_what_the_first_left_empty(read):
    rows = "Ana Silva;a@x.org;;\nAna Silva;a@x.org;Mairie;oui\n"
    found = read(f"Nom complet;Mail;Structure;Hôte\n{rows}")

    assert (found.people[0].organisation, found.people[0].willing) == ("Mairie", True)


@pytest.mark.parametrize(
    "status",
    [
        "Annulé",
        "annulée",
        "Remboursé",
        "Cancelled",
        "Withdrawn",
        "Not Attending",
        "No",
        "non",
        "Liste d’attente",
        "Liste d'attente",
        "En attente",
        "Awaiting approval",
        "Excusée",
        "declined",
        "Pas confirmée",
        "Ne vient pas",
        "On the waiting list",
        "Sur liste d’attente",
        "No-show",
        "Can’t go",
        "Supprimé",
        "Impayé",
    ],
)
def test_who_does_not_come_is_set_aside_with_the_reason(read, status):
    found = read(f"Nom;Statut\nAna Silva;{status}\nBen Diallo;Validé\n")

    assert names(found) == ["Ben Diallo"]
    assert told(found.set_aside) == [(2, "Ana Silva")]
    assert status in found.set_aside[0].describe()


@pytest.mark.parametrize(
    "status",
    [
        "Validé",
        "Payé",
        "Attending",
        "Yes",
        "oui",
        "Complete",
        "Confirmée",
        "",
        "Présent",
        "Non adhérent",
        "Not a member",
    ],
)
def test_who_comes_is_a_participant(read, status):
    assert read(f"Nom;Statut\nAna Silva;{status}\n").people[0].role is Role.PARTICIPANT


@pytest.mark.parametrize(
    ("status", "role"),
    [
        ("Observatrice", Role.OBSERVER),
        ("Animateur", Role.FACILITATOR),
        ("équipe", Role.CREW),
        ("crew", Role.CREW),
    ],
)
def test_those_who_are_not_seated_are_people_too(read, status, role):
    assert read(f"Nom;Statut\nAna Silva;{status}\n").people[0].role is role


def test_rows_without_a_person_are_told_and_never_merged(read):
    nobody = "Anonymous participant;\nAnonymous participant;\nTOTAL;1\n"
    found = read(f"Nom;Mail\nAna Silva;a@x.org\n{nobody}")

    assert names(found) == ["Ana Silva"]
    assert [row.row for row in found.rejected] == [3, 4, 5]
    assert found.duplicates == ()
    assert found.read == 4


@pytest.mark.parametrize(
    ("cell", "given", "family"),
    [
        ("DUPONT Jean-Luc", "Jean-Luc", "DUPONT"),
        ("LE PERTHUIS DES VAUDS Jean", "Jean", "LE PERTHUIS DES VAUDS"),
        ("Gérard de VILLEFORT", "Gérard", "de VILLEFORT"),
        ("Dantès, Edmond", "Edmond", "Dantès"),
        ("Ada Lovelace", "", "Ada Lovelace"),
        ("MADONNA", "", "MADONNA"),
        ("Félicité Aubain (@felicite@example.org)", "", "Félicité Aubain"),
        ("Jean DUPONT dit Petit", "", "Jean DUPONT dit Petit"),
    ],
)
def test_a_whole_name_is_parted_only_where_it_shows_how(read, cell, given, family):
    quoted = f'"{cell}"'
    person = read(f"Nom complet;Ville\n{quoted};Brest\n").people[0]

    assert (person.given, person.family) == (given, family)


@pytest.mark.parametrize("is_willing", [True, False])
def test_who_would_host_is_read_from_the_answer(read, is_willing):
    yes = ("oui", "Oui, volontiers", "x", "1", "Yes", "✓", "Je veux bien", "D’accord")
    no = ("non", "", "peut-être", "0", "maybe", "✗", "Logement")
    answers = yes if is_willing else no
    rows = "\n".join(f'Ana Silva {n};"{answer}"' for n, answer in enumerate(answers))
    found = read(f"Nom;Souhaitez-vous être hôte ou hôtesse de table ?\n{rows}\n")

    assert {person.willing for person in found.people} == {is_willing}


def test_several_languages_stand_in_one_cell(read):
    found = read('Nom;Langues\nAna Silva;"français, English / português"\n')

    assert found.people[0].languages == ("français", "English", "português")


def test_hostile_names_are_names(read):
    found = read("Nom;Ville\n<b>Ana</b>;x\n'=cmd|calc;x\nZoé\u200b d'Ân-Lê;x\n")

    assert names(found) == ["<b>Ana</b>", "=cmd|calc", "Zoé\u200b d'Ân-Lê"]


def test_a_cell_beyond_reason_is_told(read):
    found = read(f"Nom;Structure\nAna Silva;{'x' * 2001}\nBen Diallo;ok\n{'y' * 2001};x\n")

    assert names(found) == ["Ben Diallo"]
    assert [(told.row, told.describe()) for told in found.rejected] == [
        (2, "The cell in the column “Structure” is too long: at most 2000 characters."),
        (4, "The cell in the column “Nom” is too long: at most 2000 characters."),
    ]


def test_columns_are_told_in_the_lists_order_and_those_not_used_too(read):
    found = read("Couleur;Courriel;;Prénom;Nom\nbleu;a@x.org;x;Ana;Silva\n")

    assert list(found.columns) == ["email", "given", "family"]
    assert found.unused == ("Couleur",)


def test_who_is_set_aside_is_known_by_more_than_a_name(read):
    found = read("Nom complet;Mail;Statut\nAna Silva;a@x.org;absente\nBen Diallo;;\n")

    assert [(person.name, person.email) for person in found.absent] == [("Ana Silva", "a@x.org")]


def test_who_needs_nothing_has_no_needs(read):
    rows = (
        "Ana Silva;Non\nBen Diallo;aucun\nZoé Li;\nNour Tardy;fauteuil, calme\nJo May;No stairs\n"
    )
    found = read(f"Nom;Besoins particuliers\n{rows}")

    assert [person.needs for person in found.people] == [
        *((), (), ()),
        ("fauteuil", "calme"),
        ("No stairs",),
    ]


def test_a_row_with_an_address_alone_is_told_by_it(read):
    found = read("Nom;Prénom;Courriel\nSilva;Ana;a@x.org\n;;ben@x.org\n")

    assert told(found.rejected) == [(3, "ben@x.org")]


def test_a_bare_list_of_addresses_keeps_them_as_such(read):
    found = read("ana@x.org\nben@x.org\n")

    assert [(person.name, person.email) for person in found.people] == [
        ("ana", "ana@x.org"),
        ("ben", "ben@x.org"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Le café\n\nOn se met à des tables de quatre, puis on change.\nOn récolte.\n",
        "def seats(row):\n    return [place for place in row]\n\nprint(seats([1]))\n",
        "title = Quartier\nrounds = 4\n[tables]\nseats = 5\n",
        "hello this is text\nnot a table\n",
        "bench:\n\t$(BIN)/python -m bench\nclean:\n\trm -rf build\n",
    ],
)
def test_prose_and_programs_are_no_list_of_names(read, text):
    with pytest.raises(NotAList):
        read(text)


def test_a_bare_list_of_names_may_hold_a_title_small_letters_and_what_stands_behind_names(read):
    title = "Ceux qui viennent jeudi soir : la liste"
    text = f"{title}\njean dupont\n张伟\nd’Ân-Lê, Zoé (Ville)\nP. O'Neil <p@x.org>\n"

    assert names(read(text))[1:] == ["jean dupont", "张伟", "Zoé d’Ân-Lê", "P. O'Neil"]
