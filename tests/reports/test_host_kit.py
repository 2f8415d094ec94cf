"""The host kit: everybody who comes to a table stands in its booklet, which one fold makes."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from tests.reports.conftest import NOW, snapshot
from tests.reports.test_conformance import failures
from wcafe.domain.agenda import Round
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import HostMode, Mode, Questions, Rules
from wcafe.domain.handouts import HOST_KIT
from wcafe.reports import make_document
from wcafe.reports.pages.booklet import impose

LONG = " ".join(["Comment faire de ce quartier un lieu où chacun trouve sa place"] * 5)[:299] + "?"


def kit(shot, **options):
    return make_document(HOST_KIT, shot, NOW, PrintOptions(**options))


def sides(document):
    return pypdf.PdfReader(io.BytesIO(document.pdf)).pages


def flat(text):
    return "".join(text.split())


def halves(page):
    """Return what stands on the left and on the right half of a side."""
    middle, found = float(page.mediabox[2]) / 2, ([], [])

    def visit(text, cm, tm, _font, _size):
        x = tm[4] * cm[0] + cm[4]
        found[x > middle].append(text)

    page.extract_text(visitor_text=visit)
    return [flat("".join(half)) for half in found]


def booklet(document):
    """Return the pages in the order in which they are read once the sheets are folded."""
    read = [half for page in sides(document) for half in halves(page)]
    order = [number for pair in impose(len(read)) for number in pair]
    return [read[order.index(number)] for number in range(len(read))]


def test_folded_sheets_are_read_in_the_order_of_their_pages():
    for sheets in range(1, 6):
        pages = 4 * sheets
        printed = impose(pages)
        leaves = [
            (printed[2 * n][1], printed[2 * n + 1][0], printed[2 * n + 1][1], printed[2 * n][0])
            for n in range(sheets)
        ]  # of each sheet: its right leaf, front and back, then its left leaf, front and back
        right = [page for leaf in leaves for page in leaf[:2]]
        left = [page for leaf in reversed(leaves) for page in leaf[2:]]

        assert [*right, *left] == list(range(pages))


@pytest.mark.parametrize("rounds", [1, 8])
def test_the_pages_of_a_kit_stand_where_one_fold_makes_a_booklet_of_them(rounds):
    shot = snapshot(people=8, rounds=rounds, notes=False)

    pages = booklet(kit(shot, tables={1}))

    assert len(pages) == 4
    assert all(f"{n + 1}/4" in page for n, page in enumerate(pages))
    assert flat("POUR L’HÔTE DE TABLE") in pages[0]
    assert flat("Ronde 1") in pages[1]
    assert flat("Quoi noter") in pages[3]


def test_who_comes_is_named_in_the_rounds_and_at_the_tables_of_the_plan_the_host_first():
    shot = snapshot(people=24, rounds=3, notes=False)
    plan = shot.plan

    for table in range(plan.tables):
        first, *others = booklet(kit(shot, tables={table}))
        told = "".join(others).split("Ronde")[1:]
        assert len(told) == plan.rounds
        for round_, text in enumerate(told):
            here = plan.at_table(table, round_)
            names = [person.name for person in shot.people if person.id in here]
            host = next(p.name for p in shot.people if p.id == plan.hosts_in(round_)[table])
            assert all(flat(name) in text for name in names)
            assert flat(f"{len(here)} personnes à la table : ★ {host}") in text
        assert flat("★ Hôte :") in first


def test_who_does_not_come_is_in_no_kit():
    shot = snapshot(people=8, rounds=2, notes=False, names=("Ana", "Bilal", "Chloé", "Driss"))
    away = [replace(shot.people[3], present=frozenset({1}), family="Absente")]
    shot = replace(shot, people=(*shot.people[:3], *away, *shot.people[4:]))

    said = "".join(booklet(kit(shot)))

    assert said.count("Absente") == 1


def test_a_free_spare_route_is_told_where_it_leads():
    shot = snapshot(people=8, rounds=2, notes=False, jokers=1)

    first, second = ("".join(booklet(kit(shot, tables={n}))) for n in range(2))

    assert first.count(flat("1 place libre")) == second.count(flat("1 place libre")) == 1


@pytest.mark.parametrize(
    ("rounds", "people", "name", "most"),
    [
        (8, 20, "Gaëlle Hénaff", 4),
        (8, 20, "Maximilienne-Éléonore de La Rochefoucauld-Montmorency", 8),
        pytest.param(20, 100, "Gaëlle Hénaff", 24, marks=pytest.mark.slow),
    ],
)
def test_however_many_come_everybody_is_named_on_as_many_pages_as_it_takes(
    rounds, people, name, most
):
    names = [f"{name} {n:02}" for n in range(99)]
    shot = snapshot(people=people, rounds=rounds, notes=False, names=names)
    crowded = replace(
        shot.plan,
        seats=tuple((0,) * (people // 2) + (1,) * (people // 2) for _round in range(rounds)),
        tables=2,
    )
    texts = tuple(f"Question{n:02}, {LONG if most > 4 else LONG[-61:]}" for n in range(rounds))
    cafe = replace(
        shot.cafe,
        tables=shot.cafe.tables[:2],
        questions=Questions(mode=Mode.PER_ROUND, texts=texts),
    )
    shot = replace(shot, plan=crowded, cafe=cafe)

    document = kit(shot, tables={0})

    pages = booklet(document)
    said = "".join(pages)
    assert len(pages) % 4 == 0
    for person in shot.people[: people // 2]:
        assert said.count(flat(person.name)) >= rounds
    assert all(flat(text) in said for text in texts)
    assert len(pages) <= most


def test_without_a_plan_nobody_is_named_and_no_host_is():
    shot = snapshot(people=8, plan=False, notes=False)

    said = "".join(booklet(kit(shot)))

    assert not any(flat(person.name) in said for person in shot.people)
    assert "à la table" not in said
    assert "★" not in said
    assert flat("14 h 20 conversation, 20 min") in said


def test_a_table_whose_host_nobody_named_has_a_line_for_the_name():
    shot = snapshot(people=8, notes=False)
    hosts = {person: table for person, table in shot.plan.hosts.items() if table != 1}
    shot = replace(shot, plan=replace(shot.plan, hosts=hosts))

    assert flat("Aucun hôte n’est encore nommé") in booklet(kit(shot, tables={1}))[0]
    assert flat("Aucun hôte") not in booklet(kit(shot, tables={0}))[0]


@pytest.mark.parametrize(
    ("hosts", "said", "unsaid"),
    [
        (HostMode.STAY, "Vous restez à cette table", "confiez cette feuille"),
        (HostMode.HAND_OVER, "confiez cette feuille", "Vous restez à cette table"),
        (HostMode.NONE, "POUR LA TABLE", "Vous restez à cette table"),
    ],
)
def test_a_host_is_told_what_the_rule_of_the_café_is(hosts, said, unsaid):
    shot = snapshot(people=8, notes=False)
    shot = replace(shot, cafe=replace(shot.cafe, rules=Rules(hosts=hosts)))

    first = booklet(kit(shot, tables={0}))[0]

    assert flat(said) in first
    assert flat(unsaid) not in first


def test_a_recap_is_told_only_where_there_is_a_second_round_and_minutes_only_where_there_are_some():
    one = "".join(booklet(kit(snapshot(people=8, rounds=1, notes=False))))
    two = "".join(booklet(kit(snapshot(people=8, rounds=2, notes=False))))
    shot = snapshot(people=8, rounds=2, notes=False)
    quick = replace(shot, cafe=replace(shot.cafe, rounds=(Round(harvest=0),) * 2))

    assert "Récapituler" not in one
    assert flat("Récapituler : 2 minutes au plus") in two
    assert flat("dans les minutes prévues") in two
    assert flat("dans les minutes prévues") not in "".join(booklet(kit(quick)))


def test_hours_of_another_day_are_not_told():
    shot = snapshot(people=8, rounds=2, notes=False)
    days = (Round(day=date(2026, 11, 27)), Round(day=date(2026, 11, 29)))
    shot = replace(shot, cafe=replace(shot.cafe, day=date(2026, 11, 27), rounds=days))

    _first, friday, *_others = booklet(kit(shot, tables={0}))

    assert friday.count(flat("h 20 conversation")) == 1
    assert friday.count(flat("conversation, 20 min")) == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_prompts_of_the_café_stand_in_the_kit_and_it_conforms(language):
    shot = snapshot(people=8, language=language, notes=False)
    prompts = ("Trois retours", "<b>Étonnement</b>", "x" * 300)
    shot = replace(shot, cafe=replace(shot.cafe, prompts=prompts))

    document = kit(shot)

    assert all(flat(prompt) in "".join(booklet(document)) for prompt in prompts)
    assert failures(document.pdf) == []
