"""Step cards: what they say is true of each route, or there are none."""

import re
from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, snapshot, text_of
from wcafe.domain.artefact import PrintOptions
from wcafe.errors import NobodyMoves, NoStepRule
from wcafe.reports import make_document


def cards(shot, **options):
    document = make_document("step-cards", shot, NOW, PrintOptions(**options))
    text = " ".join(text_of(document).split())
    begins = r"Votre rôle|Restez à la table \d+ pour|Après chaque ronde"
    return re.findall(rf"((?:{begins}).*?)(?={begins}|$)", text)


@pytest.mark.parametrize("rounds", [2, 3, 8])
def test_who_follows_a_card_comes_to_the_tables_of_their_route(rounds):
    shot = snapshot(people=24, rounds=rounds, notes=False)
    found = cards(shot)
    routes = sorted(shot.plan.itinerary(guest.id) for guest in shot.people)
    followed = []
    for card in found:
        if stays := re.search(r"Restez à la table (\d+)", card):
            followed.append((int(stays[1]) - 1,) * rounds)
            continue
        way, many = re.search(r"(avancez|reculez) (?:de (\d+)|d’une) table", card).groups()
        step = int(many or 1) * (1 if way == "avancez" else -1)
        begin = int(re.search(r"Commencez à la table (\d+)", card)[1]) - 1
        route = [begin]
        for _round in range(rounds - 1):
            route.append((route[-1] + step) % 6)
        followed.append(tuple(route))
        said = re.search(r"Vos tables\s: ([\d → ]+)", card)[1]
        assert [int(n) - 1 for n in re.findall(r"\d+", said)] == route

    assert sorted(followed) == routes


def test_only_those_of_a_table_can_be_asked_for_and_jokers_have_a_card():
    shot = snapshot(people=24, notes=False, jokers=1)

    assert len(cards(shot)) == 25
    assert len(cards(shot, tables=frozenset({2}))) == 4


def test_where_there_is_no_rule_no_card_is_made():
    shot = snapshot(people=24, notes=False)
    seats = list(shot.plan.seats[2])
    seats[6], seats[7] = seats[7], seats[6]
    plan = replace(shot.plan, seats=(*shot.plan.seats[:2], tuple(seats)))

    with pytest.raises(NoStepRule):
        cards(replace(shot, plan=plan))
    with pytest.raises(NobodyMoves):
        cards(snapshot(people=24, rounds=1, notes=False))
