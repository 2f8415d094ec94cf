"""Every note stands in every format, in one place; withheld ones are counted and not told."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.endurance import full
from tests.exports.texts.harvests import FORMATS, bare, numbered, with_texts
from tests.exports.texts.readers import words_in
from wcafe.domain.synthesis import Statement, Theme
from wcafe.exports import exported
from wcafe.exports.markdown import to_markdown
from wcafe.exports.texts.synthesis import synthesis_text
from wcafe.i18n import words_for


def harvest(count, language="fr"):
    """A harvest whose words beside the notes are other ones than theirs."""
    notes = with_texts(numbered(count)).notes
    others = with_texts([f"mot {number}" for number in range(count)], language)
    return replace(
        others,
        notes=tuple(
            replace(note, text=said.text) for note, said in zip(others.notes, notes, strict=True)
        ),
    )


def times_told(format_, content, count):
    told = Counter(re.findall(r"w\d{4}w", words_in(format_, content)))
    return [told[f"w{number:04}w"] for number in range(count)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("format_", FORMATS)
def test_each_note_stands_in_one_place(format_, language):
    content = exported(format_, harvest(140, language))

    assert times_told(format_, content, 140) == [*[1] * 139, 0]
    reason = {"fr": "1 note est retenue : Deux voisins (1).", "en": "Deux voisins (1)."}
    assert words_in(format_, content).count(reason[language]) == 1


def test_a_build_that_tells_notes_twice_is_found_out():
    document = synthesis_text(harvest(140), words_for("fr"))
    twice = replace(document, blocks=(*document.blocks, document.blocks[-20]))

    blocks = [to_markdown(replace(document, blocks=document.blocks * 2)), to_markdown(twice)]
    assert max(times_told("md", blocks[0].encode(), 140)) == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_without_themes_notes_stand_table_by_table(format_):
    content = exported(format_, replace(harvest(140), themes=()))

    assert times_told(format_, content, 140) == [*[1] * 139, 0]
    assert "Table par table" in words_in(format_, content)


@pytest.mark.parametrize("format_", FORMATS)
def test_of_many_notes_none_is_lost(format_):
    count = full(1500, 500)
    content = exported(format_, harvest(count))

    assert times_told(format_, content, count) == [*[1] * (count - 1), 0]


@pytest.mark.parametrize("format_", FORMATS)
def test_before_anything_was_said_a_text_says_so(format_):
    told = words_in(format_, exported(format_, bare()))

    assert "Aucune note n’a encore été prise." in told
    assert "rondes" in told
    assert "participant" not in told
    assert "Thèmes" not in told


@pytest.mark.parametrize("format_", FORMATS)
def test_where_all_notes_are_withheld_it_is_said_why(format_):
    kept = tuple(replace(note, withheld="Accord attendu") for note in harvest(70).notes)
    told = words_in(format_, exported(format_, bare(notes=kept)))

    assert "70 notes sont retenues" in told
    assert "Accord attendu (70)" in told
    assert times_told(format_, exported(format_, bare(notes=kept)), 70) == [0] * 70


@pytest.mark.parametrize("format_", FORMATS)
def test_a_theme_without_a_statement_and_one_without_notes_are_told(format_):
    notes = harvest(70).notes[:3]
    themes = (
        Theme(id="a", name="Sans phrase", notes=(notes[0].id,)),
        Theme(id="b", name="Sans note", statements=(Statement(id="s", text="Rien là-dessous."),)),
    )
    told = words_in(format_, exported(format_, bare(notes=notes, themes=themes)))

    assert "1 · Sans phrase" in told
    assert "1 note d’une table." in told
    assert "Rien là-dessous. (sans source)" in told
    assert "Aucune note n’y figure." in told


@pytest.mark.parametrize("format_", FORMATS)
def test_what_belongs_to_a_note_lies_below_it_however_deep(format_):
    chain = []
    for note in harvest(400).notes[:-1]:
        parent = chain[-1].id if chain else None
        chain.append(replace(note, table=0, round=0, parent=parent, is_lone=False))
    content = exported(format_, bare(notes=tuple(chain)))

    assert times_told(format_, content, 399) == [1] * 399
