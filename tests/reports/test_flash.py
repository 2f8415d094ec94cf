"""The flash report: always two pages, in few words, and nothing untrue on them."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings

from tests.endurance import full
from tests.reports.conftest import NOW, text_of
from tests.reports.dinan import dinan, example
from tests.reports.harvests import harvests
from tests.reports.knowing import fixed, said, shot, themes
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import FLASH
from wcafe.domain.kinds import Kind
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed, Theme
from wcafe.reports import flash, make_document
from wcafe.reports.pages.side_by_side import WholePage
from wcafe.services.synthesis import as_statements

HOSTILE = ("W" * 300, "中" * 300, "mot " * 75, "ก็ได้ครับ " * 30)


def flash_of(café, now=NOW, **options):
    return make_document(FLASH, café, now, PrintOptions(**options))


def told(café, now=NOW, **options):
    return " ".join(text_of(flash_of(café, now, **options)).split())


def pages_of(document):
    return len(pypdf.PdfReader(io.BytesIO(document.pdf)).pages)


@pytest.fixture
def overfull(monkeypatch):
    """The pages on which more stands than they hold, as they are drawn."""
    found = []
    drawn = WholePage.draw

    def draw(page):
        used = page._stack.height + page._foot.height
        if used > page.height + 0.01:
            found.append(used)
        drawn(page)

    monkeypatch.setattr(WholePage, "draw", draw)
    return found


@pytest.mark.slow
@settings(
    max_examples=full(30, 12),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(café=harvests())
def test_it_is_two_pages_whatever_comes_and_nothing_goes_over_their_edges(overfull, café):
    document = flash_of(café)
    text = text_of(document)

    assert pages_of(document) == 2
    assert overfull == []
    assert "Xanthippe" not in text
    assert "Quemener" not in text
    hidden = [f"n{n}." for n, note in enumerate(café.notes) if note.withheld]
    assert not [each for each in hidden if re.search(rf"(?<!\w){re.escape(each)}", text)]


@pytest.mark.parametrize("words", HOSTILE)
def test_very_long_statements_and_thirty_themes_are_two_pages_too(overfull, words):
    notes = tuple(
        replace(n, text=words * 9, who=words, due=words, may_quote=True)
        for n in said(full(1500, 300), 100)
    )
    many = tuple(
        Theme(
            id=f"{n}",
            name=words * 2,
            headline=words,
            notes=tuple(note.id for note in notes[n::30]),
        )
        for n in range(30)
    )
    café = shot(
        fixed(
            organiser=words,
            licence=words,
            purpose=words * 20,
            title=words,
            place=words,
            publication=Publication(
                contact=words, next_steps=f"{words}\n\n" * 80, amend_until=date(2026, 12, 12)
            ),
        ),
        notes=notes,
        themes=many,
    )
    café = replace(café, opposed=frozenset({Opposed(one=notes[0].id, other=notes[1].id)}))

    assert pages_of(flash_of(café)) == pages_of(flash_of(café, names=True)) == 2
    assert overfull == []


def test_without_the_choice_of_versions_a_page_would_be_overfull(overfull, monkeypatch):
    monkeypatch.setattr(flash, "PAGE_ROOM", (flash.PAGE_ROOM[0], 10_000))

    café = shot(fixed(), notes=said(1500), themes=themes(said(1500), 20, "mot " * 4000))
    flash_of(café)

    assert overfull


def test_each_theme_says_its_headline_else_its_first_statement_else_nothing():
    notes = said(12)
    one, other = themes(notes, 12)
    statements = as_statements("Premier énoncé.") + as_statements("Second énoncé.")
    one = replace(one, statements=statements)
    third = Theme(id="c", name="Sans rien", notes=(notes[0].id,))
    headed = replace(one, headline="Du vert, vite.")
    café = shot(fixed(), notes=notes, themes=(headed, other, third))
    text = told(café)

    assert "Du vert, vite." in text
    assert "Premier énoncé." not in text, "there is a headline"
    assert "6 notes de 6 tables" in text
    assert re.search(r"3\. Sans rien 1 note d’une table", text)
    text = told(replace(café, themes=(one, other)))
    assert "Premier énoncé." in text
    assert "Second énoncé." not in text


def test_only_what_may_be_quoted_is_quoted():
    notes = [replace(n, kind=Kind.QUOTE, text=f"Parole {k}") for k, n in enumerate(said(8))]
    notes[3] = replace(notes[3], may_quote=True)
    café = shot(fixed(), notes=tuple(notes), themes=themes(notes, 8))

    assert re.findall(r"Parole \d", told(café)) == ["Parole 3"]


def test_what_does_not_fit_is_counted():
    text = told(shot(fixed(), notes=said(1500), themes=themes(said(1500), 20)))
    shown, number = map(int, re.search(r"(\d+) sur (\d+) : toutes sont", text).groups())
    actions = sum(note.kind is Kind.ACTION for note in said(1500))
    left = int(re.search(r"Les (\d+) autres actions sont", text)[1])

    assert number == sum(note.kind is Kind.TENSION for note in said(1500))
    assert 0 < shown < number
    assert 0 < left < actions


def test_it_has_the_slip_until_corrections_are_over():
    café = shot(fixed(), notes=said(6))
    question = "Ce n’est pas ce que vous avez dit ?"
    until = replace(
        café.cafe, publication=Publication(amend_until=date(2026, 12, 1), contact="rue@ex.org")
    )
    later = datetime(2026, 12, 2, 9, tzinfo=UTC)

    assert question in told(café)
    assert "rue@ex.org" in told(replace(café, cafe=until))
    assert "jusqu’au mardi 1er décembre 2026" in told(replace(café, cafe=until))
    assert question not in told(replace(café, cafe=until), later)
    final = replace(café.cafe, publication=Publication(is_final=True))
    assert question not in told(replace(café, cafe=final))
    assert "BROUILLON" in told(café)
    assert "BROUILLON" not in told(replace(café, cafe=final))


def test_the_example_names_who_acts_only_where_that_is_asked_for():
    assert "Soizic" not in told(example())
    assert "nom noté" in told(example())
    assert "Soizic" in told(example(), names=True)


@pytest.mark.real
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("names", [False, True])
def test_dinan_and_the_example_conform(language, names):
    for café in (dinan(), example()):
        shown = replace(café, cafe=replace(café.cafe, language=language))
        assert failures(flash_of(shown, names=names).pdf) == []
        assert pages_of(flash_of(shown, names=names)) == 2


def test_nothing_is_dated_that_has_no_day_and_the_hour_is_told_on_the_day_itself():
    café = shot(fixed(), notes=said(3))
    assert "JEUDI 26 NOVEMBRE 2026, 18 H 05" in told(café)
    assert " H 0" not in told(café, datetime(2026, 11, 28, 9, 4, tzinfo=UTC))
    assert (
        "2026" not in told(replace(café, cafe=replace(café.cafe, day=None))).split("sans plan")[0]
    )
