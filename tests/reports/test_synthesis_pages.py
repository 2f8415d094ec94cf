"""The pages of a synthesis: each note once, links both ways, pages filled, headings never alone."""

import re
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.endurance import each_two_meet, every_other, full
from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.dinan import dinan, example
from tests.reports.knowing import make_cafés
from tests.reports.reading import annotations, fills, lines, lowest, places
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import SYNTHESIS
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.placing import place_notes
from wcafe.domain.publication import Publication
from wcafe.domain.sourcing import notes_behind
from wcafe.domain.synthesis import Opposed, Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.reports import make_document, synthesis
from wcafe.reports.noted import Noted

pytestmark = pytest.mark.slow  # prints whole documents


def printed(shot, **options):
    return make_document(SYNTHESIS, shot, NOW, PrintOptions(**options))


def harvest(notes, people=12, **facts):
    """A café with so many notes of all kinds, in themes with statements; some are opposed."""
    shot = snapshot(people=people, notes=False, **facts)
    tables, kinds = max(len(shot.cafe.tables), 1), list(Kind)
    said = []
    for n in range(notes):
        parent = said[n - tables * 3].id if n % 11 == 10 and n >= tables * 3 else None
        said.append(
            Note(
                id=new_id(),
                table=n % tables,
                round=n // tables % 3,
                kind=kinds[n % len(kinds)],
                text=f"Zq{n}x " + "planter un arbre devant la mairie " * (n % 4),
                parent=parent,
                is_lone=n % 17 == 3,
                may_quote=n % 2 == 0,
                who="Ana" * (n % 2),
            )
        )
    size = max(notes // 6, 1)
    themes = tuple(
        Theme(
            id=new_id(),
            name=f"Thème {place}",
            headline="Un arbre devant chaque mairie, et un banc à son ombre" * (place % 2),
            notes=tuple(n.id for n in said[place * size : (place + 1) * size + 2]),
            statements=tuple(
                Statement(id=new_id(), text=f"On plante, dit la phrase {k}.", cites=tuple(cites))
                for k in range(3)
                if (cites := [cite(n) for n in said[place * size + k :: 29][:4]])
            ),
        )
        for place in range(5)
        if said
    )
    pairs = frozenset(
        Opposed(one=said[n].id, other=said[n + 1].id) for n in range(0, notes - 2, 40)
    )
    return replace(shot, notes=tuple(said), themes=themes, opposed=pairs)


def counted(shot, document):
    """How often each note stands on the pages, by the word that it alone has."""
    found = Counter(re.findall(r"Zq(\d+)x", text_of(document)))
    return [found[str(n)] for n in range(len(shot.notes))]


@st.composite
def cafés(draw):
    shot = harvest(draw(st.integers(1, 40)), people=draw(st.sampled_from([4, 8, 24])))
    notes = tuple(
        replace(
            note,
            kind=draw(st.sampled_from(Kind)),
            parent=draw(st.sampled_from([None, None, *(n.id for n in shot.notes)])),
            is_lone=draw(st.booleans()) and draw(st.booleans()),
            may_quote=draw(st.booleans()),
        )
        for note in shot.notes
    )
    return replace(shot, notes=notes)


@settings(max_examples=full(15, 8), deadline=None, suppress_health_check=list(HealthCheck))
@given(cafés())
def test_each_note_stands_once_on_the_pages(shot):
    assert counted(shot, printed(shot)) == [1] * len(shot.notes)


@pytest.mark.parametrize(("notes", "people"), [(135, 58), (full(1500, 500), 300)])
def test_many_notes_stand_once_each_and_conform(notes, people):
    shot = harvest(notes, people=people)
    document = printed(shot)

    assert counted(shot, document) == [1] * notes
    assert failures(document.pdf) == []


def test_a_build_that_forgets_a_chapter_or_prints_one_twice_is_found_out(monkeypatch):
    shot, twice = harvest(60), synthesis.apart
    with monkeypatch.context() as patch:
        patch.setattr(synthesis, "apart", lambda _noted: [])
        patch.setattr(Noted, "leads", lambda *_all: [])
        patch.setattr("wcafe.reports.one_page._beside_themes", lambda _noted: [])
        assert 0 in counted(shot, printed(shot))
    monkeypatch.setattr(synthesis, "apart", lambda noted: [*twice(noted), *twice(noted)])
    assert 2 in counted(shot, printed(shot))


def broken_links(shot, document):
    """Return the sentences and notes of which one does not lead to the other, or not back."""
    standing = {note.id: note for note in shot.handed_out.notes}
    placing = place_notes(tuple(standing.values()), shot.themes, shot.opposed)
    at, led = places(document.pdf), {}
    for page, annotation in annotations(document.pdf):
        led.setdefault(str(annotation.Dest), []).append(page)
    statements = [said for placed in placing.themes for said in placed.theme.statements]
    found = []
    for number, said in enumerate(statements, start=1):
        sentence, behind = f"said-{number}", notes_behind(said, standing)
        if len(led.get(sentence, [])) != len(behind):
            found.append(sentence)
        for note in behind:
            place = f"note-{placing.labels[note.id]}"
            if not {at[sentence], at[sentence] + 1} & set(led.get(place, [])):
                found.append((sentence, place))
            if not {at[place], at[place] + 1} & set(led.get(sentence, [])):
                found.append((place, sentence))
    return found


@pytest.mark.parametrize("notes", [0, 7, 135])
def test_sentences_lead_to_their_notes_and_those_lead_back(notes):
    shot = harvest(notes)

    assert broken_links(shot, printed(shot)) == []


@pytest.mark.real
@pytest.mark.parametrize("has_annex", [False, True])
def test_in_dinan_too(has_annex):
    assert broken_links(dinan(), printed(dinan(), has_annex=has_annex)) == []


def test_a_build_without_ways_back_is_found_out(monkeypatch):
    monkeypatch.setattr(Noted, "after", lambda _noted, _note, is_below=False: [])
    shot = harvest(40)

    assert broken_links(shot, printed(shot)) != []


def test_the_contents_name_the_pages_on_which_chapters_stand():
    document = printed(harvest(135))
    at, text = places(document.pdf), " ".join(text_of(document).split())
    table = text.split("Sommaire", 1)[1]

    assert re.search(rf"Actions {at['chapter-actions']}\b", table)
    for number in range(1, 6):
        assert re.search(rf"\b{number}\. \D{{6,80}} {at[f'theme-{number}']}\b", table) or (
            f"{number}. Thème {number - 1} {at[f'theme-{number}']} " in table
        )


def emptier(document):
    """Return the pages that are less than a third full, the cover and the last one aside."""
    shares = fills(document.pdf)
    return [(n + 1, share) for n, share in enumerate(shares[1:-1], start=1) if share < 1 / 3]


def alone(document):
    """Return the pages at whose foot a heading stands."""
    pages = enumerate(lines(document.pdf)[1:-1], start=2)
    return [number for number, page in pages if "NotoSerif-Bold" in lowest(page)]


@pytest.mark.real
def test_dinan_takes_twelve_pages_and_all_of_them_are_filled():
    document = printed(dinan())

    assert len(fills(document.pdf)) <= 12
    assert emptier(document) == []
    assert alone(document) == []


@pytest.mark.parametrize(("turn", "language"), list(enumerate(["fr", "en"])))
def test_pages_are_filled_and_headings_never_alone(turn, language):
    shots = {
        "example": replace(example(), cafe=replace(example().cafe, language=language)),
        **{f"{n}, {p}": harvest(n, people=p, language=language) for n, p in SIZES},
    }
    shots |= make_cafés(language)
    for name, shot in every_other(shots, turn).items():
        document = printed(shot)
        assert (name, emptier(document), alone(document)) == (name, [], [])


SIZES = ((0, 8), (12, 8), (135, 58), (135, 300), (600, 58))


@pytest.mark.parametrize(
    ("people", "options", "notes", "language"),
    each_two_meet(
        [8, 58, 300],
        [{}, {"names": True, "is_white": True}, {"has_annex": True}],
        [0, 135],
        ["fr", "en"],
    ),
)
def test_it_conforms_whatever_is_chosen(people, options, notes, language):
    shot = harvest(notes, people=people, language=language)

    assert failures(printed(shot, **options).pdf) == []


LONG = "Il faut planter des arbres. " * 700


PLACES = (
    {"kind": Kind.ACTION},
    {"kind": Kind.QUOTE, "may_quote": True},
    {"kind": Kind.TENSION},
    {"kind": Kind.STORY},
    {"is_lone": True},
)
IN_TURN = [(facts, n % 2 == 0) for n, facts in enumerate(PLACES)]


@pytest.mark.parametrize(
    ("facts", "is_opposed"), full(list(product(PLACES, [False, True])), IN_TURN)
)
def test_a_note_of_20_000_signs_stands_whole_wherever_it_stands(facts, is_opposed):
    shot = harvest(30)
    others = [replace(note, text=f"Un banc {n}") for n, note in enumerate(shot.notes)]
    notes = (*others[:3], replace(others[3], text=LONG, **facts), *others[4:])
    pairs = [Opposed(one=notes[3].id, other=notes[4].id)] if is_opposed else []
    document = printed(replace(shot, notes=notes, opposed=frozenset(pairs)))

    assert len(re.findall("arbres", text_of(document))) == 700
    assert failures(document.pdf) == []


def test_a_free_text_of_50_000_signs_is_printed_whole():
    text = "\n\n".join(
        f"## Titre {n}\n\nMot{n}x {'et encore ' * 60}\n\n- un\n  - **deux**\n    1. trois"
        for n in range(80)
    )
    shot = harvest(12)
    told = Publication(context=text[:50_000], conclusion=text[:50_000], next_steps="# Seul\n\nOui")
    document = printed(replace(shot, cafe=replace(shot.cafe, publication=told)))

    assert len(text) > 50_000
    assert len(re.findall(r"Mot\d+x", text_of(document))) == 2 * len(
        re.findall(r"Mot\d+x", text[:50_000])
    )
    assert emptier(document) == []
    assert alone(document) == []
    assert failures(document.pdf) == []


def test_hostile_free_text_is_text():
    said = (
        "# <b>x</b> <onDraw/>\n\n**[a](javascript:alert(1))** `=cmd|' /C calc'!A0`\n\n- %s{0}{page}"
    )
    told = Publication(opening=said, context=said, conclusion=said, contact="{x}\n<i>")
    shot = harvest(12)
    document = printed(replace(shot, cafe=replace(shot.cafe, publication=told)))

    assert text_of(document).count("javascript:alert(1)") == 3
    assert text_of(document).count("%s{0}{page}") == 3
    assert failures(document.pdf) == []


def test_with_the_annex_what_nobody_sorted_stands_there_and_is_counted_before():
    shot = harvest(60)
    told = " ".join(text_of(printed(shot, has_annex=True)).split())
    before, annex = told.split("Toutes les notes, table par table", 2)[-2:]

    assert "Elles sont, comme toutes les notes, dans l’annexe." in told
    assert "Les notes, table par table" not in before
    assert all(f"Zq{n}x" in annex for n in range(60))
    assert "dans l’annexe" not in text_of(printed(shot))


@pytest.mark.parametrize("is_final", [False, True])
def test_a_draft_says_so_on_each_page_and_until_when(is_final):
    shot = harvest(12)
    until = Publication(amend_until=NOW.date(), is_final=is_final)
    pages = lines(printed(replace(shot, cafe=replace(shot.cafe, publication=until))).pdf)
    document = printed(replace(shot, cafe=replace(shot.cafe, publication=until)))
    feet = text_of(document).count("BROUILLON · plan")

    assert feet == (0 if is_final else len(pages))
    assert ("reçus jusqu’au jeudi 26 novembre 2026" in text_of(document)) is not is_final
