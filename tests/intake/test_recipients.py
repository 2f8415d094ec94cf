"""Recipients copied from a mail: each of them a person, on one line or many."""

import pytest

from tests.cafes import write_list
from wcafe.intake.people import read_people
from wcafe.intake.recipients import find_recipients
from wcafe.intake.sheet import read_pasted, read_sheet

THREE = ["Awa Kermarrec <awa@x.org>", "Zoé Li <zoe@x.org>", "ana@x.org"]


@pytest.mark.parametrize(
    "text",
    [
        "Awa Kermarrec <awa@x.org>; Zoé Li <zoe@x.org>; ana@x.org",
        "To: Awa Kermarrec <awa@x.org>, Zoé Li <zoe@x.org>,\n ana@x.org\n",
        "À : 'Awa Kermarrec' <awa@x.org>; “Zoé Li” <zoe@x.org>; 'ana@x.org' <ana@x.org>;\n",
        '"Awa Kermarrec" <awa@x.org>,\n"Zoé Li" <zoe@x.org>,\nana@x.org,\n',
        "Voisins: Awa Kermarrec <awa@x.org>, Zoé Li <zoe@x.org>, ana@x.org;",
        "awa@x.org (Awa Kermarrec), zoe@x.org (Zoé Li), ana@x.org",
        "[Awa Kermarrec](mailto:awa@x.org), [Zoé Li](mailto:zoe@x.org), mailto:ana@x.org",
        "Awa Kermarrec <mailto:awa@x.org>; =?utf-8?Q?Zo=C3=A9_Li?= <zoe@x.org>; <ana@x.org>",
        "From: Awa Kermarrec <awa@x.org>\nDate: lundi, 12 mars\nTo: Zoé Li <zoe@x.org>\n"
        "Cc: ana@x.org\nSubject: Café, le 21\n",
        "Awa Kermarrec\n<awa@x.org>, Zoé Li <zoe@x.org>, ana@x.org".replace("\n<", " <"),
        "Awa Kermarrec awa@x.org; Zoé Li zoe@x.org; ana@x.org",
    ],
)
def test_recipients_are_found_however_a_mail_program_writes_them(text):
    assert find_recipients(text) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Kermarrec, Awa <awa@x.org>; LI, Zoé <zoe@x.org>",
        "Kermarrec, Awa <awa@x.org>, LI, Zoé <zoe@x.org>",
        '"Kermarrec, Awa" <awa@x.org>\n"LI, Zoé" <zoe@x.org>\n',
    ],
)
def test_a_comma_inside_a_name_ends_no_recipient(text):
    assert find_recipients(text) == ["Kermarrec, Awa <awa@x.org>", "LI, Zoé <zoe@x.org>"]


def test_somebody_without_an_address_is_not_lost_between_others():
    text = "Ana Silva; Ben Li <ben@x.org>; Zoé Tardy <zoe@x.org>"

    assert find_recipients(text) == ["Ana Silva", "Ben Li <ben@x.org>", "Zoé Tardy <zoe@x.org>"]


@pytest.mark.parametrize(
    "text",
    [
        "Nom;Courriel\nZoé Li;zoe@x.org\nAna Silva;ana@x.org\n",
        "Nom,Prénom,Courriel\nLe Goff,Ümit,umit@x.org\nDupont,Zoé,zoe@x.org\n",
        "Nom,Courriel,Tel\nZoé,zoe@x.org,\nAna,ana@x.org,\n",
        "id;contact;ville\n1;Zoé <zoe@x.org>;Brest\n2;Ana <ana@x.org>;Lyon\n",
        "zoe@x.org,Zoé Li\nana@x.org,Ana Silva\n",
        "Zoé\tLi\tzoe@x.org\nAna\tSilva\tana@x.org\n",
        "Bonjour Ana, voici mon adresse : a@x.org",
        "undisclosed-recipients:;",
        "Zoé Li <zoe@x.org>\nAna Silva <ana@x.org>\n",
    ],
)
def test_a_table_or_a_letter_is_no_list_of_recipients(text):
    assert find_recipients(text) is None


def test_a_to_line_comes_in_as_people_with_their_addresses(tmp_path):
    text = "To: Awa KERMARREC (Mairie) <awa@x.org>; 'Zoé Li' <zoe@x.org>;"
    people = read_people(read_sheet(write_list(tmp_path, text, "list.txt"))).people

    assert [(one.name, one.email) for one in people] == [
        ("Awa KERMARREC", "awa@x.org"),
        ("Zoé Li", "zoe@x.org"),
    ]
    assert people[0].organisation == "Mairie"
    assert [one.name for one in read_people(read_pasted(text, "clipboard")).people] == [
        "Awa KERMARREC",
        "Zoé Li",
    ]
