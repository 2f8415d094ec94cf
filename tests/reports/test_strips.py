"""Strips: each table reads what is said of it, on one sheet, with its notes and a code."""

from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, SAID, snapshot, text_of
from tests.reports.reading import texts
from tests.reports.test_conformance import failures
from wcafe.domain.cafe import Table
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.strips import without_strip
from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.domain.verdicts import sentence_code
from wcafe.i18n import ENGLISH
from wcafe.reports import make_document


def note(table, number, round_=0, **facts):
    id_ = f"{table}-{round_}-{number}"
    return Note(id=id_, table=table, round=round_, kind=Kind.IDEA, text=f"Note {id_}", **facts)


def said(text, *notes):
    return Statement(id=text[:30], text=text, cites=tuple(map(cite, notes)))


def café(statements, tables=4, language="en", **facts):
    notes = {each.note: each for one in statements for each in one.cites}
    kept = [note(*map(int, (i.split("-")[0], i.split("-")[2], i.split("-")[1]))) for i in notes]
    shot = snapshot(people=4 * tables, language=language, notes=False, plan=False)
    return replace(
        shot,
        **{
            "notes": tuple(kept),
            "numbers": {each.id: int(each.id.split("-")[2]) for each in kept},
            "themes": (Theme(id="t", name="Vert", statements=tuple(statements)),),
            **facts,
        },
    )


def strips(shot):
    return make_document("strips", shot, NOW)


def pages(document):
    return [" ".join(text.split()) for text in texts(document.pdf)]


def sheets_of(document, table):
    """Return the pages, from 0, on which there is a strip of `table`, from 1."""
    return [n for n, text in enumerate(pages(document)) if f"Table {table} " in f"{text} "]


def test_a_table_reads_the_sentences_that_rest_on_its_notes_and_no_others():
    ours, shared = said("A bench.", note(0, 1)), said("A tree.", note(0, 2), note(2, 1))

    document = strips(café([ours, shared]))

    text = text_of(document)
    assert text.count("A bench.") == 1
    assert text.count("A tree.") == 2
    assert "Table 1" in text
    assert "Table 3" in text
    assert "Table 2" not in text
    assert "Table 4" not in text
    assert text.count("Is this what you said?") == 2


def test_tables_that_no_sentence_cites_get_no_strip_and_are_told():
    document = strips(café([said("A bench.", note(0, 1), note(2, 1))]))

    assert document.without_strip == (1, 3)
    told = without_strip(document.without_strip, ENGLISH, most=9)
    assert told.endswith("so there is no strip for them: 2, 4.")
    assert without_strip((), ENGLISH, most=9) == ""


def test_a_sentence_names_the_notes_of_its_table_and_counts_those_of_others():
    own = [note(0, 2, 1), note(0, 1)]
    others = [note(2, 1), note(2, 2), note(3, 1)]

    text = " ".join(text_of(strips(café([said("A bench.", *own, *others)]))).split())

    assert "rests on your notes R1·#1, R2·#2 and 3 notes of 2 other tables" in text
    assert "rests on your notes R1·#1, R1·#2 and 3 notes of 2 other tables" in text
    assert "rests on your note R1·#1 and 4 notes of 2 other tables" in text


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([], "rests on your note R1·#1"),
        ([note(3, 1)], "rests on your note R1·#1 and 1 note of table 4"),
        ([note(3, 1), note(3, 2)], "rests on your note R1·#1 and 2 notes of table 4"),
    ],
)
def test_few_notes_of_others_are_told_as_they_are(others, told):
    assert told in pages(strips(café([said("A bench.", note(0, 1), *others)])))[0]


def test_what_a_lone_voice_said_is_told_as_such():
    lone = replace(note(0, 1), is_lone=True)

    shot = café([said("A bench.", lone)], notes=(lone,))

    assert "rests on your note R1·#1, a lone voice" in pages(strips(shot))[0]


def test_a_withheld_note_is_neither_named_nor_counted():
    kept = replace(note(0, 2), withheld="names a neighbour")
    shot = café([said("A bench.", note(0, 1), kept)], notes=(note(0, 1), kept))

    (text,) = pages(strips(shot))

    assert "rests on your note R1·#1" in text
    assert "1 note · 1 sentence to read" in text


def test_each_sentence_has_the_code_of_its_words_and_each_strip_when_it_was_printed():
    one = said("A bench.", note(0, 1), note(1, 1))
    (text,) = pages(strips(café([one])))

    assert text.count(sentence_code(one)) == 2
    assert sentence_code(replace(one, text="A beach.")) not in text
    assert text.count("printed 26 Nov 2026") == 2


def test_a_strip_stands_on_one_sheet():
    statements = [
        said(f"{number} {'what was said at length ' * (number % 9)}", note(number % 40, number))
        for number in range(1, 100)
    ]

    document = strips(café(statements, tables=40))

    assert all(len(sheets_of(document, table)) == 1 for table in range(1, 41))
    assert len(pages(document)) < 40  # several on a sheet


def test_only_what_is_longer_than_a_sheet_goes_on_with_a_head_of_its_own():
    longest = " ".join(f"w{number}" for number in range(3_000))
    statements = [said("Short.", note(0, 1)), said(longest, note(0, 2)), said("Last.", note(0, 3))]

    document = strips(café(statements))

    text = " ".join(pages(document))
    assert len(longest) > 15_000
    assert all(f"w{number} " in f"{text} " for number in range(3_000))
    assert all("Is this what you said?" in page for page in pages(document))
    assert "Table 1, continued" in text
    assert "Last." in text
    assert failures(document.pdf) == []


def test_without_a_sentence_it_says_so():
    document = strips(café([]))

    assert "there is nothing to ask" in text_of(document)
    assert document.without_strip == (0, 1, 2, 3)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whatever_people_write_is_text_and_the_file_conforms(language):
    statements = [said(text, note(n % 3, n + 1)) for n, text in enumerate(SAID)]
    shot = café(statements, language=language)
    names = ("x" * 300, "Une très longue table " * 13, "<b>Gras</b> مرحبا")
    shot = replace(shot, cafe=replace(shot.cafe, tables=tuple(Table(name=each) for each in names)))

    document = strips(shot)

    assert "<b>Gras</b>" in text_of(document)
    assert failures(document.pdf) == []
