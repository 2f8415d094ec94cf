"""Who comes, says the list: words in any place of a cell, and columns that ask the other way."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cafes import write_list
from tests.strategies import status_lists
from wcafe.domain.people import Role
from wcafe.intake import status, status_columns
from wcafe.intake.decisions import Decisions
from wcafe.intake.people import read_people
from wcafe.intake.sheet import Sheet, read_sheet
from wcafe.intake.status import Asks, Says, said_in

NAMES = ("Awa", "Tilio", "Maëlys", "Octave", "Sélène", "Lubin", "Bixente", "Ysoline", "Maider")

COMES = """
Going|Attending|Confirmed|confirmée|Validé|Payé|Inscrite|Présente|Participant·e|Oui, avec plaisir|
Yes, with pleasure|Yes, can't wait!|Oui sans problème|Oui, pas de souci|Je viens|Je serai là|✓|1|
Accepted|approved|Registered|Checked In|Complete|Creator|Still coming|TRUE|vrai|o|Invité (confirmé)|
non annulé|Not cancelled|N'est pas partie|N'a pas annulé|did not cancel|n'est pas absent|
pas en liste d'attente|confirmed from waiting list|Cancelled, then reinstated|Annulé puis réinscrit|
cancelled → confirmed|Ne s'est pas désisté|Order confirmed|arrive en retard|Free|Gratuit|
Ne viendra que l'après-midi|
Accepté (était en liste d'attente)|Non désinscrite|Not on the waiting list|In person
"""
STAYS_AWAY = """
Annulé|Order cancelled|Ticket refunded|Registration cancelled|Has declined|denied|rejected|Void|
cancelled by registrant|expired|Liste d’attente|Inscrit sur liste d'attente|Waitlisted|pending|
draft|Désistement|désinscrite|
s'est désistée|excusé·e|absent non excusé|Absente|no-show|No show|Parti·e|
partie|left early|Left after round 2|départ anticipé|Départs anticipés|a quitté|ne vient pas|
Ne pourra finalement pas venir|Je ne peux pas venir|Vient pas|ne viendra plus|n'assistera pas|
Je ne serai pas là|n'est plus disponible|Plus disponible|won't come|will not attend|Can't go|
I can’t make it|Unable to attend|no longer attending|not attending|did not attend|Not going|
Pas confirmé|Pas encore confirmée|unconfirmed|not yet confirmed|à confirmer|Not approved|
Non, désolée|No, sorry|non merci|No thanks|non|N|0|✗|FAUX|Annulé (frais payés)|Canceled (paid fee)|
Confirmé → annulé|Paid, then cancelled|Confirmed but later cancelled|Annulation confirmée|
Refund approved|cancelled, was confirmed|pas venue|Impayé|RSVP: no|RSVP no|
Did not show up|abs.|PENDING_APPROVAL|En attente de validation|
Remboursée intégralement|Withdrawn
"""
NOBODY_CAN_TELL = """
Maybe|Peut-être|Pas sûr·e|Not sure yet|tentative|Sous réserve|Blue|mandatory|Oregon|Non adhérent|
Not a member|Remboursement refusé|Refund denied|Non remboursable|Partially refunded|En visio|?|
Oui, mais départ anticipé|attending online|won't need parking|Tarif réduit|2026-11-07|Table 3
"""
NOT_ANSWERED = """
Invited|Invité·e|No reply|Sans réponse|pas de réponse|n'a pas répondu|hasn't replied|needs-action|
Not checked in|Non pointé|Relancée|Interested|pas encore
"""


def words(text):
    return [word for word in text.replace("\n", "").split("|") if word]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        *((word, Says.COMING) for word in words(COMES)),
        *((word, Says.NOT_COMING) for word in words(STAYS_AWAY)),
        *((word, Says.UNKNOWN) for word in words(NOBODY_CAN_TELL)),
        *((word, Says.NO_ANSWER) for word in words(NOT_ANSWERED)),
        *((word, Says.NOTHING) for word in ("", " ", "-", "—", "…")),
    ],
)
def test_a_word_about_coming_is_understood_wherever_it_stands_in_the_cell(word, says):
    assert said_in(word) is says
    assert said_in(word.upper()) is says


@pytest.mark.parametrize(
    "word", ["NotGoing", "NOT_GOING", "not-going", "notGoing", "canceledByUser"]
)
def test_words_of_programs_are_words_too(word):
    assert said_in(word) is Says.NOT_COMING


@pytest.mark.parametrize("word", words(STAYS_AWAY)[:40])
def test_capitals_blanks_and_what_stands_around_a_word_change_nothing(word):
    assert said_in(f"  {word}.") is Says.NOT_COMING
    assert said_in(f"{word} (2026)") is Says.NOT_COMING


@pytest.mark.parametrize(
    "cell",
    [
        *("yes", "Oui", "1", "TRUE", "x", "✓", "2026-10-03 12:00", "le 3/10/2026", "3 oct. 2026"),
        *("12", "Yes - ill", "annulée", "Oui, le 3", "45933", "25,00 €", "on the waiting list (3)"),
    ],
)
def test_a_yes_a_date_or_a_place_in_a_queue_under_cancelled_is_not_coming(cell):
    assert said_in(cell, Asks.NOT_COMING) is Says.NOT_COMING


@pytest.mark.parametrize(
    "cell",
    [
        *("no", "Non", "0", "FALSE", "n", "none", "NULL", "0,00 €", "0000-00-00 00:00:00"),
        *("jamais", "not cancelled", "non annulé", "No, still coming", "confirmé"),
    ],
)
def test_a_no_under_cancelled_is_coming(cell):
    assert said_in(cell, Asks.NOT_COMING) is Says.COMING


def read(headings, rows, **wanted):
    """Read a list of people called after NAMES with these columns beside the name."""
    lines = [("Prénom", "Nom", *headings)]
    lines += [(name, "Kermarrec", *row) for name, row in zip(NAMES[: len(rows)], rows, strict=True)]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    table = tuple(tuple(line) for line in csv.reader(io.StringIO(text.getvalue()), delimiter=";"))
    return read_people(Sheet(path=Path("list.csv"), rows=table), Decisions(columns=wanted))


COLUMNS = [
    # heading, cells, the letters of who comes: + comes, - does not, ? counts as coming and is told
    ("Attendee Status", "Attending|Checked In|Not Attending|Deleted|Transferred", "++--?"),
    ("Order Status", "Completed|Completed|Refunded|Cancelled|Free Order", "++--+"),
    ("Statut de la commande", "Validé|Annulé|Remboursé|En attente|Refusé", "+----"),
    ("Statut du billet", "Validé|Annulé par l'organisateur|Remboursé|Scanné", "+--+"),
    ("Statut", "Payé|annulé|en attente|expiré|Annulé (frais payés)", "+----"),
    ("Order status", "paid|pending|expired|canceled|pending (overdue)", "+----"),
    ("Registration state", "Complete|Awaiting approval|Withdrawn|Rejected|Unpaid", "+----"),
    ("Registration state", "Terminé|Complete|Annulée", "?+-"),
    ("RSVP", "Yes|No|Waitlist|Attended|Absent", "+--+-"),
    ("Participant status", "Participant|Creator|Rejected|Not approved|Not confirmed", "++---"),
    ("Statut de participation", "Participant·e|Administrateur|Rejeté|Non confirmé", "++--"),
    (
        "Approval Status",
        "approved|denied|pending|cancelled by self|cancelled by registrant",
        "+----",
    ),
    ("approval_status", "approved|declined|pending_approval|invited|waitlist", "+----"),
    ("Response", "Accepted|Declined|None|Tentative|Organizer", "+-??+"),
    ("Réponse", "Accepté|Refusé|Aucune|Provisoire|Accepté", "+-??+"),
    ("Viendrez-vous ?", "Oui|Non|Peut-être|Oui, mais après 15 h|Je ne pourrai pas", "+-?+-"),
    ("Serez-vous présent·e ?", "Oui, toute la journée|Non, désolé|Je ne sais pas encore", "+-?"),
    ("Will you attend?", "Yes!|No :(|Can't make it this time|I'd love to come", "+--+"),
    ("Are you coming?", "yes|nope|not sure|of course, yes", "+-?+"),
    ("Venez-vous ?", "x||x|non", "+++-"),
    ("Pourrez-vous venir ?", "Avec plaisir|Hélas non|oui", "+-+"),
    ("Confirmez-vous votre présence le 7 novembre ?", "Oui|Non, désolé|oui", "+-+"),
    ("Can you make it on Saturday?", "Yes|No|yes", "+-+"),
    ("Participe au World Café du 7/11 (oui/non)", "oui|non|oui", "+-+"),
    ("Will you be there?", "Of course|no|yes", "?-+"),
    ("Présence", "P|Absent|Exc.|oui|OUI", "?--++"),
    ("Présence", "oui|Excusé|non|OUI|Excusée (malade)", "+--+-"),
    ("Présent ?", "✓|✗|✓|✗", "+-+-"),
    ("Present / absent", "present|absent|Present|ABSENT", "+-+-"),
    ("Confirmé", "oui|non|oui|à confirmer", "+-+-"),
    ("Inscrit", "VRAI|FAUX|VRAI", "+-+"),
    ("Going", "TRUE|FALSE|TRUE", "+-+"),
    ("Inscription", "confirmée|liste d'attente|désinscrite|confirmée", "+--+"),
    ("État", "actif|inactif|supprimé|actif", "+--+"),
    ("Ticket status", "valid|void|transferred|checked in|no-show", "+-?+-"),
    ("Payment status", "paid|refunded|paid|paid", "++++"),  # about money: told, not used
    ("Cancelled", "No|Yes|No|Yes", "+-+-"),
    ("Cancelled", "|X||x", "+-+-"),
    ("Canceled at", "|2026-10-03T12:00:00Z|||0000-00-00 00:00:00", "+-+++"),
    ("is_cancelled", "0|1|0", "+-+"),
    ("isVoid", "false|true|false", "+-+"),
    ("Voided?", "FALSE|TRUE|FALSE", "+-+"),
    ("Draft", "no|yes|no", "+-+"),
    ("Annulé", "Non|Oui|Non|le 3 octobre", "+-+-"),
    ("Annulé le", "|03/10/2026 14:12|", "+-+"),
    ("Date d'annulation", "|3 oct. 2026||12/10/26", "+-+-"),
    ("Annulation (oui/non)", "non|oui|non", "+-+"),
    ("Motif d’annulation", "|malade||empêchement familial|aucun", "+-+-+"),
    ("Commande annulée", "non|oui|non", "+-+"),
    ("Refunded", "0.00|25.00|0.00", "+-+"),
    ("Remboursé", "non|oui|remboursé le 3/10", "+--"),
    ("Waiting list", "|3||1", "+-+-"),
    ("On waitlist", "N|Y|N", "+-+"),
    ("Waitlist position", "|#2|", "+-+"),
    ("Liste d’attente", "non|OUI|non|oui (2e)", "+-+-"),
    ("Sur liste d’attente ?", "Non|Oui|Non", "+-+"),
    ("Désinscrit·e", "|oui||le 12/10", "+-+-"),
    ("Désinscription", "|2026-10-12|", "+-+"),
    ("Date de désistement", "||12/10/2026", "++-"),
    ("Absent·e", "|x||X|", "+-+-+"),
    ("Excusé(e)", "|oui|", "+-+"),
    ("Absence", "non|oui|justifiée|excusée", "+-?-"),
    ("No-show", "no|yes|no", "+-+"),
    ("Not attending", "|x|", "+-+"),
    ("Ne vient pas", "|X||", "+-++"),
    ("Non annulé", "oui|non|oui", "+-+"),  # the heading itself is turned
    ("Left early", "|yes|", "+-+"),
    ("Départ anticipé", "|oui|16:30", "+--"),
    ("Withdrawn", "FALSE|TRUE|FALSE", "+-+"),
    ("Unconfirmed", "no|yes|no", "+-+"),
    ("Statut", "Invité|Invité|Invité", "???"),  # nobody has answered: a person has to say
    ("Statut", "Invité·e|Confirmé·e|Sans réponse", "-+-"),
    ("Statut", "Équipe|Animatrice|Observateur|Annulé", "+++-"),
]


@pytest.mark.parametrize(("heading", "cells", "who"), COLUMNS)
def test_a_column_of_a_known_exporter_is_read_as_it_is_meant(heading, cells, who):
    column = cells.split("|")
    found = read([heading], [[cell] for cell in column])

    here = {person.given for person in found.people}
    assert [NAMES[n] in here for n in range(len(who))] == [sign != "-" for sign in who]
    unknown = {each.word for each in found.read_as(is_coming=True, is_known=False)}
    assert unknown == {cell for cell, sign in zip(column, who, strict=True) if sign == "?"}
    assert len(found.set_aside) == who.count("-")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Assurance annulation", "oui|non|oui"),
        ("Conditions d'annulation acceptées", "oui|oui|non"),
        ("Cancellation policy read", "yes|yes|no"),
        ("En cas d'annulation, prévenir", "oui|non|oui"),
        ("Refund amount", "0.00|12.00|0.00"),
        ("Remboursement des frais de transport", "oui|non|oui"),
        ("Droit à l'image refusé", "oui|non|non"),
        ("Would you join a waiting list?", "yes|no|yes"),
        ("Vos attentes", "rencontrer|aucune|apprendre"),
        ("Badge retiré", "oui|non|oui"),
        ("Parti", "PS|EELV|LR"),
        ("Ticket expires at", "2026-12-01|2026-12-02|2026-12-03"),
        ("Checked in", "No|No|Yes"),
        ("Payé", "non|oui|non"),
        ("Status", "Adhérente|Salarié|Retraitée"),
        ("Attendance", "mandatory|optional|mandatory"),
        ("Heure de départ", "16:00|17:30|18:00"),
        ("Absences", "3|0|1"),
        ("Unsubscribed", "|2026-01-01|"),
        ("Participerez-vous au repas ?", "oui|non|oui"),
        ("Forfait", "2 jours|1 jour|2 jours"),
        ("Newsletter", "yes|no|yes"),
    ],
)
def test_a_column_about_something_else_keeps_nobody_away(heading, cells):
    found = read([heading, "Ville"], [[cell, "Brest"] for cell in cells.split("|")])

    assert len(found.people) == 3
    assert found.set_aside == ()
    assert found.status_words == ()


def test_a_question_a_day_is_no_answer_about_the_whole_and_is_told():
    headings = ["Présent samedi matin ?", "Serez-vous là le 8 novembre ?"]
    found = read(headings, [["oui", "non"], ["non", "oui"], ["oui", "oui"]])

    assert len(found.people) == 3
    assert found.suspects == tuple(headings)


def test_a_column_for_the_door_that_nobody_has_filled_in_yet_keeps_nobody_away():
    found = read(["Présent", "Annulé"], [["Non", "Non"], ["Non", "Oui"], ["Non", "Non"]])

    assert [person.given for person in found.people] == ["Awa", "Maëlys"]
    assert found.unused == ("Présent",)


def test_one_column_that_says_not_coming_is_enough():
    headings = ["Order status", "Cancelled at", "Waitlisted", "Annulé"]
    rows = [
        ["Completed", "", "No", ""],
        ["Completed", "2026-10-03", "No", ""],
        ["Completed", "", "Yes", ""],
        ["Completed", "", "No", "oui"],
        ["Refunded", "", "No", ""],
    ]
    found = read(headings, rows)

    assert [person.given for person in found.people] == ["Awa"]
    assert [told.facts["status"] for told in found.set_aside] == [
        "Cancelled at: 2026-10-03",
        "Waitlisted: Yes",
        "Annulé: oui",
        "Refunded",
    ]
    assert found.unused == ()
    assert {field: name for field, name in found.columns.items() if "status" in field} == {
        "status": "Order status",
        "status_2": "Cancelled at",
        "status_3": "Waitlisted",
        "status_4": "Annulé",
    }


@pytest.mark.parametrize("heading", ["Cancelled", "Sur liste d’attente (atelier 2)", "Voided"])
def test_a_column_said_to_be_the_status_keeps_what_its_heading_asks(heading):
    found = read([heading], [["non"], ["oui"]], status=heading)

    assert [person.given for person in found.people] == ["Awa"]


def test_no_column_tells_who_comes_where_the_user_says_so():
    found = read(["Statut", "Cancelled"], [["Annulé", "Yes"], ["", "No"]], status="")

    assert len(found.people) == 2
    assert found.unused == ("Statut", "Cancelled")
    assert found.suspects == ("Statut", "Cancelled")


def test_words_are_told_once_in_their_order_as_they_stand_in_the_list():
    found = read(["Statut"], [[w] for w in ("Oui", "OUI", "Bleu", "Annulé", "Oui", "bleu")])

    assert [each.word for each in found.read_as(is_coming=True)] == ["Oui", "OUI"]
    assert [each.word for each in found.read_as(is_coming=False)] == ["Annulé"]
    unknown = found.read_as(is_coming=True, is_known=False)
    assert [(each.word, each.rows) for each in unknown] == [("Bleu", 1), ("bleu", 1)]


def test_a_person_decides_for_all_who_have_a_word():
    rows = [["Oui"], ["Bleu"], ["bleu"], ["Annulé"]]
    table = (("Prénom", "Statut"), *((NAMES[n], row[0]) for n, row in enumerate(rows)))
    sheet = Sheet(path=Path("list.csv"), rows=table)
    found = read_people(sheet, Decisions(words={(1, "bleu"): False, (1, "annule"): True}))

    assert [person.given for person in found.people] == ["Awa", "Octave"]
    assert found.read_as(is_coming=True, is_known=False) == ()


@pytest.mark.parametrize("heading", ["Preferred First Name", "Nom d’usage", "Statut interne"])
def test_a_column_that_is_not_used_and_looks_like_names_or_answers_is_told(heading):
    found = read([heading, "Ville"], [["Al", "Brest"], ["", "Lyon"], ["cancelled", "Brest"]])

    used = set(found.columns.values())
    assert heading in used or found.suspects == (heading,)
    assert "Ville" not in found.suspects


def test_a_role_is_read_in_a_status_that_names_one(tmp_path):
    text = "Nom;Statut\nAna Silva;Observatrice\nBen Diallo;Confirmé\n"
    found = read_people(read_sheet(write_list(tmp_path, text)))

    assert [person.role for person in found.people] == [Role.OBSERVER, Role.PARTICIPANT]
    assert found.read_as(is_coming=True, is_known=False) == ()


def _as_before(cell, asks=Asks.COMING):
    """The wrong build: words at the beginning of a cell only, whatever the heading asks."""
    begins = cell.casefold().startswith(("annul", "cancel", "absent", "non", "no"))
    return Says.NOT_COMING if begins else Says.COMING


@pytest.mark.slow
@given(listed=status_lists())
@settings(max_examples=150, deadline=None)
def test_a_list_whose_truth_is_known_is_read_so(listed):
    headings, rows, truth = listed
    found = read(headings, rows)

    here = {person.given for person in found.people}
    assert [name in here for name in NAMES[: len(rows)]] == truth


@pytest.mark.parametrize("wrong", [_as_before, lambda cell, asks=None: Says.COMING])
def test_a_build_that_reads_the_beginning_of_a_cell_only_is_found_out(monkeypatch, wrong):
    monkeypatch.setattr(status_columns, "said_in", wrong)

    with pytest.raises(AssertionError):
        test_a_list_whose_truth_is_known_is_read_so.hypothesis.inner_test(
            listed=(
                ["Order status", "Cancelled"],
                [["Order cancelled", ""], ["", "Yes"]],
                [False] * 2,
            )
        )
    assert status.said_in is said_in


@given(text=st.text(max_size=60))
def test_any_cell_at_all_is_read_without_harm(text):
    for asks in Asks:
        assert said_in(text, asks) in Says
