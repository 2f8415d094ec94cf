"""Status words and columns that somebody who had not seen the tables came up with."""

from pathlib import Path

import pytest

from tests.intake.test_status import read
from wcafe.intake.people import read_people
from wcafe.intake.sheet import Sheet
from wcafe.intake.status import Says, said_in

OUT = [
    "I would love to come but I can't",
    "wanted to attend, but cannot",
    "Registered but cancelled",
    "J'aurais aimé venir mais je ne peux pas",
    "J'aurais aimé être présent mais c'est impossible",
    "Paid, order cancelled",
    "Registered; refunded",
    "conf. then canc.",
    "canc.",
    "Cncl",
    "decl.",
    "WL",
    "pas dispo",
    "Not available",
    "Impossible",
    "Pas possible",
    "I'm afraid not",
    "Sadly no",
    "Regretfully not",
    "On holiday",
    "Ne sera pas des nôtres",
    "✖",
    "🔴",
    "Désolé, je ne viens pas",
    "Cancelled (was confirmed)",
    "Yes → No",
    "Sorry, can't make it",
    "Confirmed, then cancelled by attendee",
    "inscrite mais désistement le 3/10",
    "Confirmé, annulé le 12 mars",
    "Registered, cancelled on 3 May at 14:05",
]
UNSURE = [
    "Would have come but",
    "Wish I could come",
    "Would have loved to join you",
    "Hope to join next time",
    "I was going to come but I have to work",
    "Something came up, sorry",
    "Going to a wedding that day",
    "Attending another event",
    "Already booked elsewhere",
    "Coming down with flu",
    "Aurait aimé participer",
    "Je voulais venir mais je travaille",
    "Je participe déjà à un autre événement",
    "🤷",
    "☐",
    "Invalide",
    "Yes, but my partner declined",
    "Oui mais mon mari est absent",
    "Registered, invoice pending",
    "Inscrite, facture en attente",
    "Confirmed, hotel pending",
    "Confirmed; awaiting badge",
    "disabled",
    "Confirmed - cancelled hotel",
    "Confirmée, repas refusé",
    "Paid (free cancellation until 3 May)",
    "Inscrit (annulation possible jusqu'au 3 mai)",
    "Yes, without my husband who is absent",
]
COMES = [
    "cancelled 1/3, registered again 4/3",
    "a annulé puis revient",
    "conf.",
    "dispo",
    "Available",
    "🟢",
    "✔",
    "Confirmed, paid",
    "Yes, vegetarian",
    "Oui, arrivera en retard",
    "Confirmed (late arrival)",
]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        *((word, Says.NOT_COMING) for word in OUT),
        *((word, Says.UNKNOWN) for word in UNSURE),
        *((word, Says.COMING) for word in COMES),
    ],
)
def test_what_is_not_sure_is_told_and_never_taken_for_a_yes_or_a_no(word, says):
    assert said_in(word) is says


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["RSVP", "Disabled"], ["Yes", "Yes"]),
        (["Disabled?"], ["x"]),
        (["Invalidité"], ["oui"]),
        (["RSVP", "Membership status"], ["Yes", "expired"]),
        (["RSVP", "Visa status"], ["Yes", "pending"]),
        (["RSVP", "Subscription status"], ["Yes", "cancelled"]),
        (["RSVP", "Student status"], ["Yes", "No"]),
        (["RSVP", "Hotel status"], ["Yes", "cancelled"]),
        (["RSVP", "Statut vaccinal"], ["oui", "refusé"]),
        (["Group status"], ["pending"]),
        (["Avez-vous déjà participé ?"], ["non"]),
        (["Participation"], ["0 €"]),
        (["Overdue"], ["yes"]),
        (["Blocked"], ["yes"]),
        (["Doublon"], ["oui"]),
        (["Accepted terms"], ["no"]),
        (["Newsletter confirmed"], ["no"]),
    ],
)
def test_a_column_about_something_else_keeps_nobody_away(headings, cells):
    yes = ["Yes", "ok", "12 €"][: len(headings)]

    assert len(read(headings, [cells, yes]).people) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "Attending (Y/N)",
        "Présence (O/N)",
        "is_attending",
        "Is attending",
        "Présence confirmée",
        "Registration confirmed",
        "Inscription confirmée/validée",
        "Please confirm your attendance",
        "Je serai présent(e)",
        "Seras-tu là ?",
        "Est-ce que vous venez ?",
        "Pourrez-vous être présent ?",
        "Confirmez-vous votre venue ?",
        "Serez-vous des nôtres ?",
        "Confirme sa venue",
        "Ticket status",
        "Statut de la réservation",
        "Will you be there?",
        "Can you come?",
        "Unable to attend",
        "Annulé",
        "Participation annulée",
        "En liste d'attente",
        "Did not show",
        "Ne souhaite plus participer",
        "Absence justifiée",
        "Void",
        "Waiting list",
        "Désinscrit",
        "Absent",
        "Refunded",
        "No-show",
    ],
)
def test_a_question_about_coming_is_one_however_it_is_asked(heading):
    assert len(read([heading], [["yes"], ["no"]]).people) == 1


@pytest.mark.parametrize(
    "heading", ["Registration", "Réservation", "Booking", "Etat de l'inscription", "Ticket state"]
)
def test_words_tell_where_a_heading_alone_does_not(heading):
    assert len(read([heading], [["confirmed"], ["cancelled"]]).people) == 1
    assert len(read([heading], [["A-1"], ["B-2"]]).people) == 2


def test_the_letters_of_an_attendance_sheet_are_understood():
    assert len(read(["Présences"], [["P"], ["A"], ["P"]]).people) == 2


def test_who_has_two_rows_that_disagree_comes_and_that_is_told():
    rows = (
        ("Prénom", "Nom", "Courriel", "Statut"),
        ("Bob", "Hill", "b@example.org", "Inscrit"),
        ("Bob", "Hill", "b@example.org", "Annulé"),
        ("Ada", "Moss", "a@example.org", "Annulé"),
    )
    found = read_people(Sheet(path=Path("list.csv"), rows=rows))

    assert [person.given for person in found.people] == ["Bob"]
    assert [told.name for told in found.set_aside] == ["Ada Moss"]
    (told,) = found.duplicates
    assert told.describe() == (
        'The list says "Annulé" here, and in row 2 that the same person comes.'
    )
