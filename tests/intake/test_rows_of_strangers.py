"""Which rows are somebody, and who several people in one row are."""

import pytest

from tests.intake.reading import read, who
from wcafe.intake.found import Reason

PEOPLE = {
    # titles, totals, headings that come again
    "titles with figures": (
        "Participant|Courriel|Groupe\nQuartier Nord (2)||\nAwa Roy|a@x.org|N\nJo Li|j@x.org|N\n"
        "Quartier Sud : 1||\nZoé Roy|z@x.org|S\nTotal général : 3||",
        ["Awa Roy", "Jo Li", "Zoé Roy"],
    ),
    "titles in capitals": (
        "Nom|Prénom|Structure\nSERVICE CULTURE||\nKermarrec|Awa|Ville\nÉLUS||\nRoy|Zoé|Agglo",
        ["Awa Kermarrec", "Zoé Roy"],
    ),
    "titles beside families in capitals": (
        "Nom|Prénom|Structure\nDIRECTION||\nKERMARREC|Awa|Ville\nROY|Zoé|Agglo\nLI|Jo|Ville",
        ["Awa KERMARREC", "Zoé ROY", "Jo LI"],
    ),
    "titles in small letters": (
        "Nom|Courriel|Ville\nBénévoles||\nAwa Roy|a@x.org|Brest\nJo Li|j@x.org|Brest\n"
        "Les absents||\nZoé Roy|z@x.org|Brest",
        ["Awa Roy", "Jo Li", "Les absents", "Zoé Roy"],  # not sure: better one too many
    ),
    "a page break": (
        "Nom|Prénom\nRoy|Awa\nPage 1/2|\nNom|Prénom\nLi|Jo\nPage 2 sur 2|",
        ["Awa Roy", "Jo Li"],
    ),
    "sub-totals": (
        "Nom|Prénom|Places\nRoy|Awa|1\nSous-total||1\nLi|Jo|1\nSous-total||1\nTOTAL||2",
        ["Awa Roy", "Jo Li"],
    ),
    "a count below": (
        "Name|Email\nAwa Roy|a@x.org\nJo Li|\nTotal participants: 2|",
        ["Awa Roy", "Jo Li"],
    ),
    "number of": (
        "Nom|Ville\nAwa Roy|Brest\nNombre d’inscrits : 1|\nEffectif total|1",
        ["Awa Roy"],
    ),
    "a poll's count": (
        "|Mon 20|Tue 21\nAwa Roy|OK|\nJo Le Goff||OK\nZoé Roy|OK|OK\nCount|2|2",
        ["Awa Roy", "Jo Le Goff", "Zoé Roy"],
    ),
    "another list below": (
        "Name|Email|Role\nAwa Roy|a@x.org|Organizer\n\n3. In-Meeting Activities||\n"
        "Name|Join Time|Email|Role\nAwa Roy|9:00|a@x.org|Organizer\nAwa Roy|9:30|a@x.org|Organizer",
        ["Awa Roy"],
    ),
    "a waiting list below": (
        "Nom|Courriel\nAwa Roy|a@x.org\nJo Li|j@x.org\nListe d’attente :|\nZoé Roy|z@x.org",
        ["Awa Roy", "Jo Li"],
    ),
    "a numbered list": ("1. Awa Roy\n2. Jo Li\n3. Zoé Roy", ["Awa Roy", "Jo Li", "Zoé Roy"]),
    "a dotted list": ("- Awa Roy\n- Jo Li", ["Awa Roy", "Jo Li"]),
    "a bare list with titles": (
        "Présents :\nAwa Roy\nJo Li\nGroupe B (1)\nZoé Roy",
        ["Awa Roy", "Jo Li", "Zoé Roy"],
    ),
    # nobody is lost
    "people called so": (
        "Prénom|Nom|Ville\nAnne|Total|Brest\nLucie|Page|Brest\nJo|Moi|Brest\nMai|Élus|Brest\n"
        "Lee|And|Brest\nPaul|Et|Brest\nSam|Sum|Brest\nAndy|Total|",
        [
            "Anne Total",
            "Lucie Page",
            "Jo Moi",
            "Mai Élus",
            "Lee And",
            "Paul Et",
            "Sam Sum",
            "Andy Total",
        ],
    ),
    "people called so, in one cell": (
        "Nom complet|Ville\nTotal Anne|Brest\nPage Lucie|Brest\nAndy Andrews|Brest\nPaul Et|\n"
        "Etienne Andrieu|Brest\nMai And|Brest\nTotal Léa|",
        [
            "Total Anne",
            "Page Lucie",
            "Andy Andrews",
            "Paul Et",
            "Etienne Andrieu",
            "Mai And",
            "Total Léa",
        ],
    ),
    "people in capitals alone": (
        "Nom|Courriel\nAWA ROY|\nJO LI|\nZOÉ ROY|z@x.org",
        ["AWA ROY", "JO LI", "ZOÉ ROY"],
    ),
    "somebody alone in a row": (
        "Nom|Courriel|Ville\nAwa Roy|a@x.org|Brest\nJo Li|j@x.org|Brest\nZoé Martin||",
        ["Awa Roy", "Jo Li", "Zoé Martin"],
    ),
    "capitals alone among capitals": (
        "Nom|Courriel\nROY AWA|a@x.org\nLI JO|j@x.org\nMARTIN ZOÉ|",
        ["ROY AWA", "LI JO", "MARTIN ZOÉ"],
    ),
    "organisations": (
        "Nom|Courriel\nMarks & Sons|m@x.org\nPaul-Marie & Co|p@x.org\nStudio A & B|s@x.org",
        ["Marks & Sons", "Paul-Marie & Co", "Studio A & B"],
    ),
    # several people in one cell
    "a list in a cell": (
        "Name|Email|Number attending\n"
        "Awa Roy, Jo Roy et Zoé Li|a@x.org|3\nSam Lee & Ann Lee|s@x.org|2",
        ["Awa Roy", "Jo Roy", "Zoé Li", "Sam Lee", "Ann Lee"],
    ),
    "lines": ("Nom|Ville\nAwa Roy↵Jo Li|Brest\nZoé Roy|Brest", ["Awa Roy", "Jo Li", "Zoé Roy"]),
    "a slash, a plus": (
        "Nom|Ville\nAwa Roy / Jo Li|Brest\nZoé Roy + Sam Lee|x",
        ["Awa Roy", "Jo Li", "Zoé Roy", "Sam Lee"],
    ),
    "a shared family name": (
        "Nom|Ville\nPaul et Anne Dupont|x\nAwa, Jo et Zoé Roy|x",
        ["Paul Dupont", "Anne Dupont", "Awa Roy", "Jo Roy", "Zoé Roy"],
    ),
    "a family name in capitals first": (
        "Nom|Ville\nROY Paul et Anne|x\nJo LI|x",
        ["Paul ROY", "Anne ROY", "Jo LI"],
    ),
    "what stands behind a name": (
        "Nom|Ville\nAwa Roy, maire|x\nMartin King, Jr.|x\nLi, Jo|x",
        ["Awa Roy, maire", "Martin King, Jr.", "Jo Li"],
    ),
    "two of one title and name": ("Nom|Ville\nM. Roy|x\nM. Roy|y", ["M. Roy", "M. Roy"]),
    "two first names, one family": (
        "Prénom|Nom\nPaul et Anne|Dupont\nJo|Li",
        ["Paul Dupont", "Anne Dupont", "Jo Li"],
    ),
    "two of each": ("Prénom|Nom\nPaul / Anne|Dupont / Roy", ["Paul Dupont", "Anne Roy"]),
    "in capitals": (
        "Nom|Ville\nPAUL ET ANNE DUPONT|x\nJO LI|x",
        ["PAUL DUPONT", "ANNE DUPONT", "JO LI"],
    ),
    "family first": (
        "Nom|Ville\nDantès, Edmond|x\nLe Goff, Anne Marie|x",
        ["Edmond Dantès", "Anne Marie Le Goff"],
    ),
    "a comma between two": (
        "Name|City\nAwa Roy, Jo Li|x\nSam Lee|x",
        ["Awa Roy", "Jo Li", "Sam Lee"],
    ),
    "not sure": ("Nom|Ville\nMartin, Zoé et Paul|x", ["Zoé et Paul Martin"]),
    "two Germans": ("Name|City\nRoy, Awa & Roy, Jo|x", ["Awa Roy", "Jo Roy"]),
    "each with an address": (
        "Names|City\nAwa Roy <a@x.org>, Jo Li <j@x.org>|x",
        ["Awa Roy", "Jo Li"],
    ),
    "with people unnamed": (
        "Nom|Ville\nAwa Roy +1|x\nJo Li et sa famille|x\nZoé Roy (3 personnes)|x",
        ["Awa Roy", "Jo Li", "Zoé Roy"],
    ),
    "a couple without first names": (
        "Nom|Ville\nM. et Mme Dupont|x\nJo Li|x",
        ["M. et Mme Dupont", "Jo Li"],
    ),
    "two with titles": ("Nom|Ville\nM. Paul Dupont et Mme Anne Roy|x", ["Paul Dupont", "Anne Roy"]),
    # titles before names
    "titles": (
        "Nom|Ville\nMme Awa Roy|x\nM. Octave LI|x\nDr. Zoé Roy|x\nProf. Jo Lee|x\nMe Sam Roy|x",
        ["Awa Roy", "Octave LI", "Zoé Roy", "Jo Lee", "Sam Roy"],
    ),
    "titles before one word": ("Nom|Ville\nMme Roy|x\nM. Roy|x", ["Mme Roy", "M. Roy"]),
    "titles in a column of first names": (
        "Prénom|Nom\nMme Awa|Roy\nDr Jo|Li",
        ["Awa Roy", "Jo Li"],
    ),
    "titles after a comma": ("Nom|Ville\nRoy, Mme Awa|x\nLi, M. Jo|x", ["Awa Roy", "Jo Li"]),
    "initials": ("Name|City\nM. Night Shyamalan|x\nJ. Lee|x", ["M. Night Shyamalan", "J. Lee"]),
    "names that begin so": (
        "Nom|Ville\nMme Awa Roy|x\nMeyer Anne|x\nDrouet Luc|x\nPrune Martin|x\nMisa Li|x",
        ["Awa Roy", "Meyer Anne", "Drouet Luc", "Prune Martin", "Misa Li"],
    ),
    # addresses in the cell of the name
    "angle brackets": (
        "Full Name|Role\nPetra Roy <p@x.org>|guest\nTavares, Ines <i@x.org>|guest",
        ["Petra Roy", "Ines Tavares"],
    ),
    "quotes and tails": (
        "'Awa Roy' <a@x.org>\n\"Li, Jo\" <j@x.org>\n"
        '"Zoé Roy (Mairie)" <z@x.org>\nSam Lee (via Google Docs) <s@x.org>',
        ["Awa Roy", "Jo Li", "Zoé Roy", "Sam Lee"],
    ),
}


@pytest.mark.parametrize("kind", PEOPLE)
def test_everybody_is_seated_and_nobody_invented(kind):
    text, people = PEOPLE[kind]
    found = read(text)

    assert who(found) == people


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("Nom|Ville\nQuartier Nord (1)|\nAwa Roy|x\nJo Li|y", 2, Reason.TITLE),
        ("Nom|Ville\nAwa Roy|x\nTotal|1", 3, Reason.TOTAL),
        ("Nom|Ville\nAwa Roy|x\nNom|Ville", 3, Reason.HEADINGS_AGAIN),
        (
            "Name|Email\nAwa Roy|a@x\n2. Others|\nEmail|Name|Role\nb@x.org|Jo|x",
            5,
            Reason.OTHER_LIST,
        ),
    ],
)
def test_a_row_that_is_nobody_is_told_as_what_it_is(text, row, reason):
    found = read(text)

    assert {told.row: told.reason for told in found.rejected}[row] is reason
    assert found.read == len(found.people) + len(found.rejected)


@pytest.mark.parametrize(
    ("row", "reasons", "facts"),
    [
        ("Awa Roy et Jo Li|2", [Reason.SEVERAL], {"names": "Awa Roy, Jo Li"}),
        ("Awa Roy|4", [Reason.UNNAMED], {"number": 3}),
        ("Awa Roy + 2|", [Reason.UNNAMED], {"number": 2}),
        ("M. et Mme Roy|2", [Reason.UNNAMED], {"number": 1}),
        ("Martin, Zoé et Paul|", [Reason.UNCLEAR], {}),
        ("Awa Roy|1", [], {}),
    ],
)
def test_what_is_to_be_known_of_a_row_is_told(row, reasons, facts):
    found = read(f"Nom|Nombre de places\n{row}\nZoé Li|1")

    assert [told.reason for told in found.notices] == reasons
    assert [dict(told.facts) for told in found.notices] == [facts] * len(reasons)


@pytest.mark.parametrize(
    "heading", ["Qty", "Party size", "How many people?", "Nb de personnes", "Tickets"]
)
def test_places_beyond_the_names_are_told(heading):
    found = read(f"Name|{heading}\nAwa Roy|3\nJo Li|1")

    assert [(told.row, dict(told.facts)) for told in found.notices] == [(2, {"number": 2})]


def test_guests_who_are_counted_beside_the_one_named_are_told():
    found = read("Name|Guests\nAwa Roy|2\nJo Li|0")

    assert [(told.row, dict(told.facts)) for told in found.notices] == [(2, {"number": 2})]
    assert [told.row for told in read("Name|+1\nAwa Roy|yes\nJo Li|no").notices] == [2]


@pytest.mark.parametrize(
    ("cell", "mails"),
    [
        ("jo.li@x.org", ["", "jo.li@x.org"]),
        ("family@x.org", ["family@x.org", ""]),
        ("a@x.org, j@x.org", ["a@x.org", "j@x.org"]),
    ],
)
def test_one_address_goes_to_one_of_several_people(cell, mails):
    found = read(f"Nom|Courriel\nAwa Roy et Jo Li|{cell}")

    assert [person.email for person in found.people] == mails


def test_who_has_a_title_is_one_person_with_and_without_it():
    found = read(
        "Nom|Courriel\nMme Awa Roy|a@x.org\nAwa Roy|a@x.org\n"
        "M. Octave LI|o@x.org\nLI Octave|o@x.org"
    )

    assert who(found) == ["Awa Roy", "Octave LI"]
    assert [told.row for told in found.duplicates] == [3, 5]


def test_below_a_title_that_says_so_nobody_comes():
    found = read("Nom|Courriel\nAwa Roy|a@x.org\nJo Li|j@x.org\nAnnulés (1)|\nZoé Roy|z@x.org")

    assert [(told.row, told.describe()) for told in found.set_aside] == [
        (5, 'The list says "Annulés (1)".')
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nom|Ville\nAwa Roy|x\nQuartier Nord (3)|\nJo Li|x", 3),
        ("Nom|Ville\nAwa Roy|x\nPaul et Anne Roy|x", 3),
        ("Nom|Courriel\nAwa Roy|a@x.org\nAwa Roy|a@x.org", 3),
        ("Nom|Statut\nAwa Roy|oui\nJo Li|annulé", 3),
    ],
)
def test_what_is_said_of_a_row_goes_before_what_is_guessed(text, row):
    guessed, somebody, nobody = (
        read(text),
        read(text, rows={row: True}),
        read(text, rows={row: False}),
    )

    own = text.split("\n")[row - 1].split("|")[0]
    assert who(somebody)[1] == own
    assert len(somebody.people) == len(who(nobody)) + 1
    assert [told.reason for told in nobody.rejected if told.row == row] == [Reason.LEFT_OUT]
    assert (somebody.notices, somebody.duplicates, somebody.set_aside) == ((), (), ())
    assert guessed != somebody


def test_a_row_without_a_name_is_nobody_whatever_is_said():
    assert [told.row for told in read("Nom|Ville\nAwa|x\n|y", rows={3: True}).rejected] == [3]
