"""The door list and the sign-in sheet: who stands where, who is away, who may still come."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.cafes import person
from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.reading import texts
from tests.reports.test_conformance import failures
from tests.reports.test_scripts import PEOPLE
from wcafe.domain.alphabet import initial_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import HostMode
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import Role
from wcafe.reports import make_document

FAMILIES = ("Abgrall", "d'Ân-Lê", "Le Goff", "Éloi", "de Kervenoaël", "Zimmermann", "Łoś")
GIVEN = ("Louise", "Zoé", "Jean-Luc", "Marie-Antoinette", "Karim")
LONG = "Marie-Antoinette-Joséphine Élisabeth-Charlotte-Philippine de K"  # 62 characters


def named(people, rounds=4, **facts):
    """A café of so many people with names of all the alphabet and organisations."""
    shot = snapshot(people=people, rounds=rounds, notes=False, **facts)
    guests = tuple(
        replace(
            guest,
            given=GIVEN[n % len(GIVEN)],
            family=f"{FAMILIES[n % len(FAMILIES)]}-{n}",
            organisation=("Ville de Brest", "", "Maison pour tous")[n % 3],
        )
        for n, guest in enumerate(shot.people)
    )
    return replace(shot, people=guests)


def pages(document):
    return texts(document.pdf)


def flat(document):
    return " ".join(text_of(document).split())


def door(shot, **options):
    return make_document("door-list", shot, NOW, PrintOptions(**options))


def places(document, names):
    text = flat(document)
    return [text.index(name) for name in names]


@pytest.mark.parametrize("key", ["door-list", "sign-in"])
def test_no_sign_without_letters_names_a_page_or_stands_alone_in_the_alphabet(key):
    shot = named(9)
    first, second, *others = shot.people
    odd = (replace(first, given="Zoé", family="🙂"), replace(second, given="Ana", family="🌻Abe"))
    said = pages(make_document(key, replace(shot, people=(*odd, *others)), NOW))[0]

    head = said.partition("Zoé")[0]
    assert "\nAbe" in head
    assert "🌻" not in head
    assert [initial_of(each.sort_key) for each in odd] == ["#", "A"]


def test_everybody_stands_once_in_the_alphabet_that_french_readers_expect():
    shot = named(21)
    document = door(shot)
    by_alphabet = sorted(shot.people, key=lambda guest: guest.sort_key)

    found = places(document, [f"{p.family} {p.given}" for p in by_alphabet])
    assert found == sorted(found)
    order = [re.sub(r"-\d+", "", p.family) for p in by_alphabet]
    assert list(dict.fromkeys(order)) == [
        *("Abgrall", "d'Ân-Lê", "Éloi", "de Kervenoaël", "Le Goff", "Łoś", "Zimmermann")
    ]


def test_each_route_stands_beside_its_name_and_a_host_is_one_phrase():
    shot = named(24, rounds=3)
    text = flat(door(shot))

    for guest in shot.people:
        route = [table + 1 for table in shot.plan.itinerary(guest.id)]
        hosted = guest.id in shot.plan.hosts
        said = f"★ hôte de la table {route[0]}" if hosted else " ".join(map(str, route))
        assert re.search(
            rf"{re.escape(guest.family)} {guest.given}( [A-Z]\D*?)? {said}(?!\d)", text
        )


def test_a_host_of_one_round_has_a_star_there_and_the_other_tables_beside_it():
    shot = snapshot(people=8, rounds=2)
    rules = replace(shot.cafe.rules, hosts=HostMode.HAND_OVER)
    stays = shot.plan.seats[0][0]
    seats = (shot.plan.seats[0], (stays, *shot.plan.seats[1][1:]))
    shot = replace(
        shot,
        cafe=replace(shot.cafe, rules=rules),
        plan=replace(shot.plan, hosts={}, seats=seats),
    )

    assert re.search(r"\b(\d+) ★ ?\1\b", flat(door(shot)))


def test_who_is_away_has_no_line_and_is_told_apart_and_who_misses_a_round_has_a_dash():
    shot = named(12, rounds=3)
    first, second, *others = (*shot.people[5:], *shot.people[:5])
    people = (
        replace(first, present=frozenset()),
        replace(second, present=frozenset({0, 2})),
        *others,
    )
    text = flat(door(replace(shot, people=people)))
    told = text[text.index("Absences annoncées") :]
    route = [table + 1 for table in shot.plan.itinerary(second.id)]

    assert text.count(first.family) == 1
    assert first.name in told
    assert f"{route[0]} – {route[2]}" in text
    assert "11 personnes attendues" in text
    assert "Absences" not in flat(door(shot))


def test_who_is_not_seated_or_not_planned_yet_stands_there_with_what_is_known():
    shot = named(8)
    crew = person("Anne Équipe", role=Role.CREW)
    late = person("Nour Tard", arrived=True)
    text = flat(door(replace(shot, people=(*shot.people, crew, late))))

    assert re.search(r"Équipe Anne équipe|Équipe Anne organisation", text)
    assert "✓ Tard Nour pas encore de place" in text
    assert text.count("✓") == 1


def test_each_free_joker_is_a_line_to_write_on_and_without_one_there_are_blank_lines():
    shot = named(12, rounds=3, jokers=3)
    text = flat(door(shot))

    for joker in shot.plan.free_jokers:
        route = " ".join(str(table + 1) for table in joker.route)
        assert f"Joker {joker.number} {route}" in text
    assert "badge joker du même numéro" in text
    assert "joker" not in flat(door(named(12))).lower()
    assert "sans inscription" in flat(door(named(12)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rounds", "paper"), [(1, PaperSize.A4), (8, PaperSize.LETTER), (20, PaperSize.LETTER)]
)
def test_three_hundred_people_stand_on_eight_pages_and_no_initial_alone_at_the_foot(rounds, paper):
    shot = named(300, rounds=rounds, jokers=15)
    found = pages(door(shot, paper=paper))
    here = [_on(page, shot) for page in found]

    assert len(found) <= 8
    assert [guest for people in here for guest in people] == sorted(
        shot.people, key=lambda guest: guest.sort_key
    )
    for listed, after in pairwise([initial_of(p.sort_key) for p in people] for people in here):
        if len(listed) > 1 and after[:1] == listed[-1:]:
            assert listed[-2] == listed[-1]
    for page, people in zip(found, here, strict=True):
        assert "ACCUEIL" in page
        assert "Nom" in page
        if people:
            assert bare(f"{people[0].family} – {people[-1].family}") in bare(page)


def test_an_initial_with_one_row_at_the_foot_goes_over_to_its_others():
    shot = named(120)
    rows = 49
    guests = sorted(shot.people, key=lambda guest: guest.sort_key)
    named_anew = tuple(
        replace(guest, family=f"{'A' if n < rows else 'B'}{n:03}") for n, guest in enumerate(guests)
    )
    first, second, _third = (
        _on(page, replace(shot, people=named_anew))
        for page in pages(door(replace(shot, people=named_anew)))
    )

    assert {initial_of(guest.sort_key) for guest in first} == {"A"}
    assert len(first) == rows
    assert initial_of(second[0].sort_key) == "B"


def bare(text):
    return re.sub(r"\s", "", text)


def _on(page, shot):
    """Who stands on a page, in the order of the alphabet."""
    text = bare(page)
    found = [p for p in shot.people if bare(f"{p.family}{p.given}") in text]
    return sorted(found, key=lambda guest: guest.sort_key)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["door-list", "sign-in", "table-list", "step-cards"])
def test_long_names_and_all_scripts_stand_whole_on_pages_that_conform(key):
    shot = snapshot(people=32, rounds=3, notes=False)
    scripts = list(PEOPLE.values())
    guests = []
    for n, guest in enumerate(shot.people):
        given, family, place = scripts[n % len(scripts)] if n < 24 else ("Zoé", LONG, "É" * 60)
        guests.append(replace(guest, given=given, family=family, organisation=place))
    document = make_document(key, replace(shot, people=tuple(guests)), NOW)

    assert document.unprintable == frozenset()
    assert document.cut == ()
    assert failures(document.pdf) == []
    if key == "table-list":
        assert bare(text_of(document)).count(bare(f"Zoé {LONG}")) >= 8
    else:
        assert bare(text_of(document)).count(bare(LONG)) >= 8


def test_a_word_no_line_can_hold_goes_on_behind_a_hyphen():
    shot = named(8, rounds=8)
    word = "Zimmermannquéméneur" * 4
    guests = tuple(replace(p, given="", family=f"{word}{n}") for n, p in enumerate(shot.people))
    for key in ("door-list", "sign-in", "table-list"):
        document = make_document(key, replace(shot, people=guests), NOW)

        assert document.cut
        lines = text_of(document).split("\n")
        parts = [line for line in lines if bare(line)[:-1] and bare(line).rstrip("-") in word]
        assert parts
        assert bare("".join(lines)).replace("-", "").count(word) >= 8


def test_people_sign_for_each_half_of_a_day_and_for_each_day():
    shot = named(10)
    whole = flat(make_document("sign-in", shot, NOW))
    morning = replace(
        shot.cafe, starts=shot.cafe.starts.replace(hour=10), rounds=shot.cafe.rounds * 4
    )
    halves = flat(make_document("sign-in", replace(shot, cafe=morning), NOW))
    first, *others = shot.cafe.rounds
    days = (replace(first, day=NOW.date()), replace(first, day=NOW.date().replace(day=28)))
    apart = replace(shot.cafe, rounds=(*days, *others))

    assert "Signature" in whole
    assert "matin" not in whole
    assert "Signature, matin" in halves
    assert "Signature, après-midi" in halves
    assert "Signature, jeu. 26 nov." in flat(
        make_document("sign-in", replace(shot, cafe=apart), NOW)
    )


def test_the_sign_in_sheet_needs_neither_plan_nor_people():
    empty = replace(snapshot(plan=False), people=())
    text = flat(make_document("sign-in", empty, NOW))

    assert "Sans inscription" in text
    assert "26 novembre 2026" in text
    away = named(8)
    gone = tuple(replace(p, present=frozenset()) for p in away.people[:1])
    told = flat(make_document("sign-in", replace(away, people=(*gone, *away.people[1:])), NOW))
    assert gone[0].family not in told
    assert away.people[1].family in told
