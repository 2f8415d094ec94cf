"""What the organiser tells, what came back, and who is named, in each format."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cafes import person
from tests.exports.texts.harvests import FORMATS, FREE, bare, numbered, with_texts
from tests.exports.texts.readers import Page, markdown, words_in
from wcafe.domain.agenda import Round
from wcafe.domain.cafe import Mode, Questions
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState, Note
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.domain.synthesis import Theme
from wcafe.exports import exported
from wcafe.exports.texts.document import Heading, Points
from wcafe.exports.texts.organiser import free_blocks
from wcafe.exports.texts.voice import Voice
from wcafe.i18n import words_for


def cafe_with(language="fr", **told):
    empty = bare(language)
    return replace(empty, cafe=replace(empty.cafe, publication=Publication(**told)))


def action(**facts):
    return Note(id="a", table=0, round=0, kind=Kind.ACTION, text="Planter", **facts)


@pytest.mark.parametrize("format_", FORMATS)
def test_what_the_organiser_tells_stands_there(format_):
    told = words_in(
        format_,
        exported(
            format_,
            cafe_with(
                opening="Tout **ouvert**",
                context="Pourquoi",
                conclusion="# Notre bilan\nC’est clair",
                next_steps="1. voter",
                contact="cafe@example.org",
                credits="Merci",
                is_final=True,
            ),
        ),
    )

    for said in ("Tout ouvert", "Pourquoi", "C’est clair", "voter", "cafe@example.org", "Merci"):
        assert said in told
    assert words_for("fr").gettext("DRAFT") not in told
    contents = 0 if format_ == "md" else 1
    assert told.count("Notre bilan") == 1 + contents


@pytest.mark.parametrize("format_", FORMATS)
def test_fifty_thousand_letters_are_told_whole(format_):
    lines = [f"# Partie {n}\n- point {n}\n\nOn a dit **{n}** fois." for n in range(1200)]
    text = "\n\n".join(lines)
    assert len(text) > 50_000

    told = words_in(format_, exported(format_, cafe_with(context=text)))

    assert all(f"On a dit {n} fois." in told for n in range(1200))


def test_headings_of_free_texts_leave_no_level_out():
    voice = Voice(language="fr", words=words_for("fr"))
    blocks = list(free_blocks(voice, FREE, "context"))

    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [
        (2, "Pourquoi"),
        (3, "Bas"),
        (3, "Comment"),
    ]
    points = [point for b in blocks if isinstance(b, Points) for point in b.points]
    assert [(point.depth, point.number) for point in points] == [(0, None), (1, None), (0, 7)]


def test_numbers_of_points_are_kept_in_markdown():
    written = exported("md", cafe_with(context="3. trois\n4. quatre")).decode()

    assert "3. trois\n4. quatre" in written
    assert [each.get("start") for each in Page(markdown(written)).named("ol")] == ["3"]


@pytest.mark.parametrize(
    ("facts", "is_draft", "is_dated"),
    [
        ({}, True, False),
        ({"amend_until": date(2026, 12, 10)}, True, True),
        ({"amend_until": date(2026, 12, 10), "is_final": True}, False, False),
    ],
)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_draft_says_so_and_until_when(format_, facts, is_draft, is_dated):
    told = words_in(format_, exported(format_, cafe_with("en", **facts)))

    assert ("DRAFT" in told) is is_draft
    until = "Corrections and additions are taken until Thursday, 10 December 2026."
    assert (until in told) is is_dated


@pytest.mark.parametrize("format_", FORMATS)
def test_only_who_agreed_is_named(format_):
    people = (replace(person("Irène Équipe"), may_be_named=True), person("Hakim Discret"))
    named, discreet = action(who="Irène"), replace(action(who="Hakim Discret"), id="b", seq=1)
    told = words_in(format_, exported(format_, bare(people=people, notes=(named, discreet))))

    assert "Irène Équipe" in told
    assert "Hakim" not in told
    assert "nom noté" in told


@pytest.mark.parametrize("format_", FORMATS)
def test_a_name_that_the_organiser_keeps_stands_there(format_):
    kept = Publication(names=(NameChoice(name="La mairie", naming=Naming.KEPT),))
    cafe = replace(bare().cafe, publication=kept)

    told = words_in(format_, exported(format_, bare(cafe=cafe, notes=(action(who="La mairie"),))))

    assert "La mairie" in told


@pytest.mark.parametrize("format_", FORMATS)
def test_of_an_action_it_is_told_what_became_of_it(format_):
    done = action(state=ActionState.DONE, state_on=date(2027, 2, 1), state_why="Trois arbres")
    told = words_in(format_, exported(format_, bare("en", notes=(done,))))

    assert "done, Monday, 1 February 2027: Trois arbres" in told


@pytest.mark.parametrize("format_", FORMATS)
def test_what_came_back_is_told_with_what_became_of_it(format_):
    told = words_in(format_, exported(format_, with_texts(numbered(140), "en")))

    assert "confirmed by T1 · to be amended for T2" in told
    assert "not said like this by T3" in told
    assert "Confirmed by 0 of 5 tables." in told
    assert "Une idée w0055w du quartier — Une idée w0056w du quartier" in told
    assert "declined: Une idée w0057w du quartier" in told
    assert "1 is not decided yet." in told
    assert "Pas encore" not in told
    assert "Odile" not in told


def test_a_statement_that_was_edited_since_bears_no_answer():
    harvest = with_texts(numbered(140), "en")
    first, *others = harvest.themes
    edited = replace(first.statements[0], text="Autrement dit")
    themes = (replace(first, statements=(edited, *first.statements[1:])), *others)

    written = exported("md", replace(harvest, themes=themes)).decode()

    assert "confirmed by" not in written
    assert "not said like this by T3" in written


@pytest.mark.parametrize("format_", FORMATS)
def test_nobody_is_counted_whom_nobody_counted(format_):
    assert "participant" not in words_in(format_, exported(format_, bare()))
    counted = bare()
    counted = replace(counted, cafe=replace(counted.cafe, headcount=58, rounds=(Round(),)))
    told = words_in(format_, exported(format_, counted))
    assert "personnes 58" in told


@pytest.mark.parametrize("format_", FORMATS)
def test_question_by_question_its_themes_are_told_with_how_many_notes(format_):
    empty = bare()
    asked = Questions(mode=Mode.PER_ROUND, texts=("Et hier ?", "Et demain ?"))
    notes = tuple(
        Note(id=f"n{n}", table=n, round=round_, text=f"Dit {n}")
        for n, round_ in enumerate((0, 0, 0, 1))
    )
    themes = (
        Theme(id="a", name="Bancs", headline="Plus de bancs", notes=("n0", "n3")),
        Theme(id="b", name="Arbres", notes=("n1", "n2")),
    )
    cafe = replace(empty.cafe, questions=asked)
    told = words_in(format_, exported(format_, bare(cafe=cafe, notes=notes, themes=themes)))

    told = told.split("Question par question")[-1].replace("\u202f", " ")
    assert "Et hier ? 3 notes de 3 tables. 2 · Arbres — 2 notes 1 · Bancs — 1 note" in told
    assert "Et demain ? 1 note d’une table. 1 · Bancs — 1 note Plus de bancs" in told
