"""The record: every note exactly once, whatever it is and wherever it belongs."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings

from tests.endurance import full
from tests.reports.conftest import NOW, text_of
from tests.reports.dinan import dinan, example
from tests.reports.harvests import confirmed_by_its_tables, harvests
from tests.reports.knowing import fixed, said, shot
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import RECORD
from wcafe.domain.cafe import Mode, Questions
from wcafe.domain.kinds import Kind
from wcafe.domain.people import PersonId
from wcafe.domain.synthesis import Opposed
from wcafe.reports import make_document, record_notes
from wcafe.reports.pages.document import Sheet, render
from wcafe.reports.pages.paper import Paper
from wcafe.reports.record import all_notes
from wcafe.reports.record_items import Ties


def record_of(café, **options):
    return make_document(RECORD, café, NOW, PrintOptions(**options))


def told(café, **options):
    return " ".join(text_of(record_of(café, **options)).split())


def each_once(café, text):
    """Does each note that is handed out stand in `text` once, and no other at all?"""
    found = [int(n) for n in re.findall(r"(?<![\w-])n(\d+)\.", text)]
    shown = [n for n, note in enumerate(café.notes) if not note.withheld]
    return sorted(found) == shown


@pytest.mark.slow
@settings(max_examples=full(25, 10), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(café=harvests())
def test_each_note_stands_once_by_table_and_by_question(café):
    for by_question in (False, True):
        text = told(café, by_question=by_question)
        assert each_once(café, text)
        assert "Xanthippe" not in text
        assert "Quemener" not in text
        assert ("nomme un voisin" in text) == any(note.withheld for note in café.notes)


def test_a_record_that_loses_a_note_below_another_is_found_out(monkeypatch):
    def only_roots(notes):
        return [(note, 0) for note in notes if note.parent is None]

    café = replace(shot(fixed(), notes=said(4)))
    notes = [replace(note, text=f"n{n}. Un banc") for n, note in enumerate(café.notes)]
    notes[1] = replace(notes[1], parent=notes[0].id, table=0, round=0)
    café = replace(café, notes=tuple(notes))
    assert each_once(café, told(café))

    monkeypatch.setattr(record_notes, "in_order_of_parents", only_roots)
    assert not each_once(café, told(café))


def test_notes_stand_below_the_one_they_belong_to_under_the_prompts_of_their_sheet():
    first, second, third, fourth = said(4, tables=1, rounds=1, kinds=(Kind.INSIGHT,))
    notes = (
        replace(first, text="Eaux usées", prompt="Propositions"),
        replace(second, text="Trop tard", prompt="Étonnement"),
        replace(third, text="Toilettes sèches", prompt="Propositions", parent=first.id),
        replace(fourth, text="Sans consigne"),
    )
    numbers = {note.id: n + 1 for n, note in enumerate(notes)}
    text = told(replace(shot(fixed(), notes=notes), numbers=numbers))

    assert "T1·R1 4 Sans consigne Propositions 1 Eaux usées 3 Toilettes sèches" in text
    assert "Étonnement 2 Trop tard" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_known_of_a_note_stands_behind_it(language):
    first, second, third, *others = said(6, tables=1, rounds=1)
    notes = (
        replace(first, is_lone=True, votes=3),
        replace(second, conflict_of=first.id, is_late=True),
        replace(third, who="Soizic", due="avant Noël", kind=Kind.ACTION),
        *(replace(note, withheld="privé") for note in others[:1]),
    )
    pair = Opposed(one=first.id, other=third.id)
    numbers = {note.id: n + 1 for n, note in enumerate(notes)}
    café = replace(
        shot(replace(fixed(), language=language), notes=notes),
        opposed=frozenset({pair}),
        numbers=numbers,
    )
    text = told(café)
    words = {
        "fr": ("voix isolée · 3 votes · ↔ T1·R1·#3", "autre version de T1·R1·#1", "nom noté"),
        "en": ("lone voice · 3 votes · ↔ T1·R1·#3", "another version of T1·R1·#1", "name noted"),
    }[language]

    assert all(each in text for each in words)
    assert "Soizic" not in text
    assert "Soizic" in told(café, names=True)
    assert ("1 note est retenue" if language == "fr" else "1 note is withheld") in text


def test_who_agreed_to_be_named_stands_beside_their_action():
    notes = tuple(
        replace(note, who=who, kind=Kind.ACTION)
        for note, who in zip(said(3), ("Soizic", "Yann", "Ana Silva"), strict=True)
    )
    people = tuple(
        replace(person, may_be_named=agreed, id=PersonId(str(n)))
        for n, (person, agreed) in enumerate(
            ((p("Soizic", "Le Goff"), True), (p("Yann", "Roux"), False), (p("Ana", "Silva"), True))
        )
    )
    text = told(shot(fixed(), people, notes=notes))

    assert "Soizic" in text
    assert "Ana Silva" in text
    assert "Yann" not in text
    twice = (*people, replace(people[0], id=PersonId("x"), may_be_named=False))
    assert "Soizic" not in told(shot(fixed(), twice, notes=notes)), "which Soizic agreed?"


def p(given, family):
    from tests.cafes import person

    return person(f"{given} {family}")


@pytest.mark.real
def test_dinan_takes_at_most_eight_pages_in_french_and_all_160_notes():
    document = record_of(dinan())
    pages = pypdf.PdfReader(io.BytesIO(document.pdf)).pages
    text = " ".join(page.extract_text() for page in pages)

    assert len(pages) <= 8
    assert len(re.findall(r"→\s+\d", text)) == sum(len(t.notes) for t in dinan().themes)
    assert "COMPTE RENDU · BROUILLON" in text
    assert "Aucune note n’est retenue." in text
    assert failures(document.pdf) == []


def test_by_question_each_question_heads_the_notes_that_answer_it():
    questions = Questions(mode=Mode.PER_ROUND, texts=("Que faire ?", "Et après ?"))
    café = shot(replace(fixed(2), questions=questions), notes=said(12, rounds=2))
    text = told(café, by_question=True)
    first, second = text.rsplit("Et après ?", 1)

    assert "question par question" in text
    assert all(f"idem {n}" in (second if n % 2 else first) for n in range(12))
    assert "question 2" in told(café), "by table each round says which question it was"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_says_so_and_until_when_and_how_many_tables_confirmed(language):
    café = confirmed_by_its_tables(shot(fixed(), notes=said(12)))
    publication = replace(café.cafe.publication, amend_until=date(2026, 12, 12))
    cafe = replace(café.cafe, language=language, publication=publication)
    text = told(replace(café, cafe=cafe))
    draft, until, confirmed = {
        "fr": ("BROUILLON", "jusqu’au samedi 12 décembre 2026", "Tables qui confirment : 6 sur 6."),
        "en": ("DRAFT", "until Saturday, 12 December 2026", "Confirmed by 6 of 6 tables."),
    }[language]
    assert draft in text
    assert until in text
    assert confirmed in text

    some = frozenset(verdict for verdict in café.verdicts if verdict.table < 4)
    text = told(replace(café, verdicts=some))
    assert re.search(r"(Tables qui confirment : 4|Confirmed by 4 of 6)", text)
    others = r"(Tables qui ne l’ont pas fait, par numéro : |Tables that did not, by number: )5, 6\."
    assert re.search(others, text)

    final = replace(cafe, publication=replace(publication, is_final=True))
    text = told(replace(café, cafe=final, verdicts=frozenset()))
    assert draft not in text
    assert until not in text
    assert confirmed not in text


def test_as_an_annex_its_notes_lead_to_the_themes_and_can_be_led_to():
    café = example()
    paper = Paper("fr", NOW)
    head = [paper.text("Synthèse", tag="H1")]
    themes = [paper.text(t.name, tag="H2", place=f"theme-{t.id}") for t in café.themes]
    ties = Ties(
        to_theme=lambda theme: f"theme-{theme.id}", at_note=lambda note: f"record-{note.id}"
    )
    story = [*head, *themes, *all_notes(café, paper, PrintOptions(), ties=ties)]
    pdf = render(story, Sheet(title="Rue", author="Nous", mark="–"), paper)
    reader = pypdf.PdfReader(io.BytesIO(pdf))

    links = [a for page in reader.pages for a in page.get("/Annots", ())]
    assert len(links) >= sum(len(theme.notes) for theme in café.themes)
    assert {f"record-{note.id}" for note in café.notes} <= set(reader.named_destinations)
    assert failures(pdf) == []
