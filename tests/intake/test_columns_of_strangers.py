"""Which column is what, in lists as many programs and people write them."""

import pytest

from tests.intake.reading import read, who
from wcafe.errors import NoNames, NoSuchRow

FOUND = {
    # exporters
    "Eventbrite": (
        "Order #|Order Date|First Name|Last Name|Email|Quantity|Ticket Type|Attendee #|Buyer Name|"
        "Buyer Email\n"
        "901|9/1/26|Awa|Kermarrec|awa@x.org|1|General Admission|1|Tilio Bréhat|tilio@x.org\n"
        "901|9/1/26|Tilio|Bréhat|tilio@x.org|1|General Admission|2|Tilio Bréhat|tilio@x.org",
        [("Awa Kermarrec", "awa@x.org"), ("Tilio Bréhat", "tilio@x.org")],
    ),
    "HelloAsso": (
        "Référence commande|Statut de la commande|Nom participant|Prénom participant|Nom payeur|"
        "Prénom payeur|Email payeur|Billet\n"
        "17|Validé|KERMARREC|Awa|Bréhat|Tilio|tilio@x.org|Adulte\n"
        "18|Annulé|ROY|Zoé|Roy|Zoé|zoe@x.org|Adulte",
        [("Awa KERMARREC", "")],
    ),
    "HelloAsso, adhésions": (
        "Numéro|Nom adhérent|Prénom adhérent|Email payeur|Nom payeur|Prénom payeur\n"
        "1|Kermarrec|Awa|a@x.org|Kermarrec|Awa\n2|Bréhat|Tilio|b@x.org|Bréhat|Jo",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "Weezevent": (
        "Code barre|Tarif|Nom participant|Prénom participant|E-mail participant|Nom acheteur|"
        "Prénom acheteur|E-mail acheteur\n"
        "44|Plein|Kermarrec|Awa||Bréhat|Tilio|t@x.org\n45|Plein|Roy|Zoé|z@x.org|Bréhat|Tilio|t@x.org",
        [("Awa Kermarrec", ""), ("Zoé Roy", "z@x.org")],
    ),
    "Framaforms": (
        "Numéro de série|SID|Date de soumission|Terminée|Prénom et nom (ou pseudo)|Votre courriel\n"
        "1|22|2026-10-01|1|Awa Kermarrec|awa@x.org\n2|23|2026-10-02|1|Tilio Bréhat|t@x.org",
        [("Awa Kermarrec", "awa@x.org"), ("Tilio Bréhat", "t@x.org")],
    ),
    "Google Forms": (
        "Horodateur|Adresse e-mail|Comment vous appelez-vous ?|Viendrez-vous ?\n"
        "01/10/2026|awa@x.org|Awa Kermarrec|Oui\n01/10/2026|t@x.org|Tilio Bréhat|Non",
        [("Awa Kermarrec", "awa@x.org")],
    ),
    "Google Forms in English": (
        "Timestamp|What's your name?|Where should we send the details?|Are you coming?\n"
        "10/1/2026 9:00:00|Petra Lindqvist|petra@x.org|Yes\n10/1/2026 9:01:00|Dev Roy|dev@x.org|No",
        [("Petra Lindqvist", "petra@x.org")],
    ),
    "Microsoft Forms": (
        "ID|Start time|Completion time|Email|Name|First and last name of the participant\n"
        "1|10/1/26 9:00|10/1/26 9:02|anonymous||Petra Lindqvist\n"
        "2|10/1/26 9:00|10/1/26 9:02|anonymous||Dev Marchetti",
        [("Petra Lindqvist", "anonymous"), ("Dev Marchetti", "anonymous")],
    ),
    "LimeSurvey": (
        "ID de la réponse|Date de soumission|Quel est votre nom ?|Quel est votre prénom ?|"
        "Quels thèmes ? [Mobilité]\n"
        "1|2026-09-01 08:03:11|Kermarrec|Awa|Oui\n2|2026-09-01 08:03:11|Bréhat|Tilio|Non",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "Pretix": (
        "Order code|Email|Attendee name|Attendee name: Given name|Attendee name: Family name|"
        "Attendee email|Invoice address: Name\n"
        "A1|buyer@x.org|Awa Kermarrec|Awa|Kermarrec|awa@x.org|Jo Payer\n"
        "A1|buyer@x.org|Tilio Bréhat|Tilio|Bréhat||Jo Payer",
        [("Awa Kermarrec", "awa@x.org"), ("Tilio Bréhat", "")],
    ),
    "Indico": (
        "ID|Name|First Name|Last Name|Email Address|Title|Registration state\n"
        "1|Lucy Westenra|Lucy|Westenra|l@x.org|Dr|Complete\n2|Jo Gray|Jo|Gray|j@x.org||Withdrawn",
        [("Lucy Westenra", "l@x.org")],
    ),
    "Meetup": (
        "Name|User ID|Title|Event Host|RSVP|Guests|RSVPed on\n"
        "Petra Lindqvist|user 1||Yes|Yes|0|October 1, 2026\n"
        "Dev Marchetti|user 2|||No|0|October 1, 2026",
        [("Petra Lindqvist", "")],
    ),
    "Outlook": (
        "Name|Attendance|Response\nPetra Lindqvist|Meeting Organizer|None\n"
        "Dev Marchetti|Required Attendee|Accepted\nZoé Roy|Optional Attendee|Declined",
        [("Petra Lindqvist", ""), ("Dev Marchetti", "")],
    ),
    "Outlook contacts": (
        "First Name|Middle Name|Last Name|E-mail Address|Company|Spouse\n"
        "Petra||Lindqvist|p@x.org|Northbank|Ann\nDev|K|Marchetti|d@x.org||",
        [("Petra Lindqvist", "p@x.org"), ("Dev Marchetti", "d@x.org")],
    ),
    "Zoom participants": (
        "Name (Original Name)|User Email|Join Time|Leave Time|Duration (Minutes)|Guest\n"
        "Petra Lindqvist|p@x.org|10/20/2026 02:00:00 PM|10/20/2026 03:00:00 PM|60|Yes\n"
        "Dev Marchetti||10/20/2026 02:00:00 PM|10/20/2026 03:00:00 PM|60|No",
        [("Petra Lindqvist", "p@x.org"), ("Dev Marchetti", "")],
    ),
    "Sympa": (
        "email|gecos\nawa@x.org|Awa Kermarrec\nt@x.org|Tilio Bréhat",
        [("Awa Kermarrec", "awa@x.org"), ("Tilio Bréhat", "t@x.org")],
    ),
    "Framadate": (
        "|2026-10-20|2026-10-21|2026-10-22\n|Matin|Soir|Soir\n"
        "Awa Kermarrec|Oui|Non|Oui\nTilio Bréhat|Oui|Oui|Non\nZoé Le Goff|Non|Oui|Oui",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", ""), ("Zoé Le Goff", "")],
    ),
    "event-tickets": (
        "Order ID|Ticket Holder Name|Ticket Holder Email Address|Purchaser Name|Purchaser Email\n"
        "1|Petra Lindqvist|p@x.org|Dev Roy|d@x.org\n2|Owain Prosser||Dev Roy|d@x.org",
        [("Petra Lindqvist", "p@x.org"), ("Owain Prosser", "")],
    ),
    "a shop whose buyers are all there is": (
        "Order|Billing First Name|Billing Last Name|Billing Email|Product\n"
        "1|Petra|Lindqvist|p@x.org|Café\n2|Dev|Marchetti|d@x.org|Café",
        [("Petra Lindqvist", "p@x.org"), ("Dev Marchetti", "d@x.org")],
    ),
    "customers": (
        "Customer name|Customer email|Total\nPetra Lindqvist|p@x.org|10\nDev Marchetti|d@x.org|10",
        [("Petra Lindqvist", "p@x.org"), ("Dev Marchetti", "d@x.org")],
    ),
    # by hand
    "commandé par": (
        "Commandé par|Bénéficiaire|Courriel\n"
        "Jo Payer|Awa Kermarrec|a@x.org\nJo Payer|Zoé Roy|z@x.org",
        [("Awa Kermarrec", "a@x.org"), ("Zoé Roy", "z@x.org")],
    ),
    "name and lastname": (
        "name|lastname|email\njohn|quill|j@x.org\nmeera|patwardhan|m@x.org",
        [("john quill", "j@x.org"), ("meera patwardhan", "m@x.org")],
    ),
    "nom, whole, beside a first name": (
        "Nom|Prénom\nAwa Kermarrec|Awa\nTilio Bréhat|Tilio",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "whole and parts, filled by turns": (
        "First name|Last name|Full name\nPetra|Lindqvist|\n||Dev Marchetti\nZoé||Zoé Roy",
        [("Petra Lindqvist", ""), ("Dev Marchetti", ""), ("Zoé Roy", "")],
    ),
    "a ticket called name": (
        "Name|First name|Last name\nEarly bird|Petra|Lindqvist\nEarly bird|Dev|Marchetti",
        [("Petra Lindqvist", ""), ("Dev Marchetti", "")],
    ),
    "usual first name": (
        "Nom|Prénom|Prénom d’usage\nLe Bihan|Aliénor|Awa\nDuvigneau|Maëlys|",
        [("Awa Le Bihan", ""), ("Maëlys Duvigneau", "")],
    ),
    "usual family name": (
        "Nom de naissance|Nom d’usage|Prénom\nRoy|Kermarrec|Awa\nBréhat||Tilio",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "goes by": (
        "First name|Last name|Goes by\nAlexandra|Whitcombe|Sasha\nDev|Marchetti|",
        [("Sasha Whitcombe", ""), ("Dev Marchetti", "")],
    ),
    "badge name, whole": (
        "First name|Last name|Badge name\nAlexandra|Whitcombe|Sasha Whitcombe\nRobert|Roy|Bob Roy",
        [("Sasha Whitcombe", ""), ("Bob Roy", "")],
    ),
    "known as, beside a whole name": (
        "Full name|Known as\nAlexandra Whitcombe|Sasha\nDev Marchetti|",
        [("Sasha Whitcombe", ""), ("Dev Marchetti", "")],
    ),
    "chosen name alone": (
        "Chosen name|Email\nSasha Whitcombe|s@x.org\nDev Marchetti|d@x.org",
        [("Sasha Whitcombe", "s@x.org"), ("Dev Marchetti", "d@x.org")],
    ),
    "a plus one": (
        "First name|Last name|Guest name\nPetra|Lindqvist|Jo Lindqvist\nDev|Marchetti|\nZoé|Roy|",
        [("Petra Lindqvist", ""), ("Dev Marchetti", ""), ("Zoé Roy", "")],
    ),
    "a plus one with an address": (
        "First name|Last name|Email|Guest name|Guest email\nPetra|Roy|p@x.org|Jo Li|j@x.org\n"
        "Dev|Lee|||\nZoé|Li|||",
        [("Petra Roy", "p@x.org"), ("Dev Lee", ""), ("Zoé Li", "")],
    ),
    "emergency contact and child": (
        "Name|Emergency contact name|Child's name|Emergency contact email\n"
        "Petra Lindqvist|Ann Lindqvist|Bo|ann@x.org\nDev Marchetti|Jo Roy|Li|jo@x.org",
        [("Petra Lindqvist", ""), ("Dev Marchetti", "")],
    ),
    "accompanying person": (
        "Nom et prénom|Nom de l’accompagnant·e\nAwa Kermarrec|Jo Roy\nTilio Bréhat|",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "a title column": (
        "Civilité|Nom|Prénom\nMme|Kermarrec|Awa\nM.|Bréhat|Tilio",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", "")],
    ),
    "no heading says names": (
        "Dossier|Qui ?|Quand|Contact\nA-1|Awa Kermarrec|2026-10-01|a@x.org\nA-2|Zoé Roy||z@x.org",
        [("Awa Kermarrec", "a@x.org"), ("Zoé Roy", "z@x.org")],
    ),
    "headings unknown": (
        "Réf|Les copains|Où\nA-1|Awa Kermarrec|Brest\nA-2|Tilio Bréhat|Quimper\nA-3|Zoé Roy|",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", ""), ("Zoé Roy", "")],
    ),
    "no headings": (
        "Awa Kermarrec|a@x.org|Brest\nTilio Bréhat|t@x.org|Quimper\nZoé Roy||Brest",
        [("Awa Kermarrec", "a@x.org"), ("Tilio Bréhat", "t@x.org"), ("Zoé Roy", "")],
    ),
    "no headings, no addresses": (
        "Awa Kermarrec|Brest\nTilio Bréhat|Quimper\nZoé Roy|Brest",
        [("Awa Kermarrec", ""), ("Tilio Bréhat", ""), ("Zoé Roy", "")],
    ),
    "a role called attendee": (
        "Person (required)|Role\nPetra Lindqvist|Attendee\nDev Marchetti|Attendee",
        [("Petra Lindqvist", ""), ("Dev Marchetti", "")],
    ),
    "a count called participants": (
        "Contact|Participants|Courriel\nAwa Kermarrec|1|a@x.org\nTilio Bréhat|1|t@x.org",
        [("Awa Kermarrec", "a@x.org"), ("Tilio Bréhat", "t@x.org")],
    ),
}
NOUNS = (
    "Adhérent·e",
    "Adhérent(e)s",
    "Attendee",
    "Guest",
    "Participant.e.s",
    "Convives",
    "Ticket holder",
    "Membre",
    "Usager·ère",
    "Bénéficiaire",
    "Invité·e",
    "Stagiaires",
    "Volunteer",
    "Delegate",
    "Registrant",
    "Habitant-e",
    "Bénévole",
    "Élu·e",
    "Votre nom complet, s’il vous plaît",
    "Who is coming?",
    "Qui participe ?",
    "Your full name (required)",
    "Name of participant",
    "Nom de l’invité",
    "Identité",
    "Noms et prénoms",
    "NAME (Last, First)",
    "Student",
)


@pytest.mark.parametrize("kind", FOUND)
def test_the_guests_are_found_with_their_own_address(kind):
    text, people = FOUND[kind]
    found = read(text)

    assert [(person.name, person.email) for person in found.people] == people
    assert found.read == len(found.people) + len(
        (*found.duplicates, *found.set_aside, *found.rejected)
    )


@pytest.mark.parametrize("heading", NOUNS)
def test_a_noun_or_a_question_for_the_person_heads_the_names(heading):
    found = read(f"N°|{heading}|Ville\n1|Awa Kermarrec|Brest\n2|Tilio Bréhat|Quimper")

    assert who(found) == ["Awa Kermarrec", "Tilio Bréhat"]
    assert found.columns["full_name"] == heading


@pytest.mark.parametrize(
    "heading", ["Nom du référent", "Invited by", "Host name", "Username", "Nom de l’école"]
)
def test_other_peoples_names_are_nobodys_who_comes(heading):
    found = read(f"Prénom|Nom|{heading}\nAwa|Kermarrec|Jo Roy\nTilio|Bréhat|Jo Roy")

    assert who(found) == ["Awa Kermarrec", "Tilio Bréhat"]
    assert heading not in (found.columns.get(field) for field in ("full_name", "usual_name"))


def test_a_column_taken_by_its_cells_is_told():
    rows = "A-1|Awa Kermarrec|a@x.org\nA-2|Zoé Roy|z@x.org\nA-3|Jo Li|"
    found = read(f"Réf|Les copains|Écrire à\n{rows}")

    assert found.guessed == ("Les copains", "Écrire à")
    assert read("Nom|Courriel\nAwa Kermarrec|a@x.org").guessed == ()


def test_of_two_columns_that_read_like_names_none_is_guessed():
    with pytest.raises(NoNames):
        read("Alpha|Beta\nAwa Kermarrec|Jo Roy\nTilio Bréhat|Zoé Martin\nZoé Roy|Léa Li")


def test_crosses_under_a_word_for_needs_are_a_topic():
    found = read("Nom|Énergie|Mobilité|Handicap\nAwa Roy|X|X|\nZoé Li||x|✓")

    assert [person.needs for person in found.people] == [(), ()]
    assert found.unused == ("Énergie", "Mobilité", "Handicap")


def test_words_beside_crosses_are_the_needs():
    found = read("Nom|Mobilité|Besoins d’accessibilité\nAwa Roy|X|fauteuil\nZoé Li|X|")

    assert [person.needs for person in found.people] == [("fauteuil",), ()]


def test_a_number_is_a_place_and_no_heading():
    text = "N°|Qui vient ?|Ville\n1|Awa Kermarrec|Brest\n2|Tilio Bréhat|Brest\n3|Zoé Roy|2"
    found = read(text, columns={"full_name": "2", "bourg": "3"})

    assert who(found) == ["Awa Kermarrec", "Tilio Bréhat", "Zoé Roy"]
    assert found.header_row == 1
    assert read("2|1\nAwa Roy|Jo Li", columns={"full_name": "1"}).people[0].name == "Awa Roy"


def test_headings_may_stand_far_down_and_are_chosen_by_hand():
    letter = "\n".join(f"Objet {n} :|valeur {n}||" for n in range(30))
    text = f"{letter}\nPrénom|Nom|Structure|Courriel\nAwa|Kermarrec|Mairie|a@x.org"

    assert who(read(text)) == ["Awa Kermarrec"]
    assert read(text).header_row == 31
    chosen = read("Prénom|Nom\nNom|Prénom\nRoy|Awa", header_row=2)
    assert (chosen.people[0].given, chosen.header_row) == ("Awa", 2)
    assert who(read("Nom\nAwa Roy", header_row=0)) == ["Nom", "Awa Roy"]


def test_a_row_of_headings_that_is_not_there_is_told():
    with pytest.raises(NoSuchRow, match="no row 9"):
        read("Nom\nAwa Roy", header_row=9)


def test_a_ticket_without_attendee_is_told():
    found = read("buyer name|attendee name\nJo Roy|Awa Li\nJo Roy|\nJo Roy|Zoé Li")

    assert who(found) == ["Awa Li", "Zoé Li"]
    assert [told.row for told in found.rejected] == [3]
