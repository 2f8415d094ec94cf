"""What statements rest on, which need another look, and what none of them says."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import (
    Share,
    changed_since,
    is_stale,
    lost_since,
    notes_behind,
    sourcing_of,
)
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId, cite


def note(id_, table=0, round_=0, **facts):
    return Note(id=NoteId(id_), table=table, round=round_, text=f"Note {id_}", **facts)


def said(id_, *notes):
    return Statement(id=StatementId(id_), text="On le dit.", cites=tuple(map(cite, notes)))


def standing(*notes):
    return {each.id: each for each in notes}


BENCH, TREE = note("bench"), note("tree", table=2, round_=1)


def test_a_statement_is_as_its_writer_read_it_while_no_note_changes():
    statement = said("s", BENCH, TREE)
    moved = replace(BENCH, table=5, rev=2, votes=3)

    assert not is_stale(statement, standing(BENCH, TREE))
    assert not is_stale(statement, standing(moved, TREE))  # its words are the same
    assert notes_behind(statement, standing(BENCH, TREE)) == (BENCH, TREE)


def test_other_words_of_a_cited_note_mark_the_statement():
    statement = said("s", BENCH, TREE)
    here = standing(replace(BENCH, text="Aucun banc"), TREE)

    assert changed_since(statement, here) == (BENCH.id,)
    assert lost_since(statement, here) == ()
    assert is_stale(statement, here)


@pytest.mark.parametrize("here", [(TREE,), (replace(BENCH, withheld="nomme quelqu’un"), TREE)])
def test_a_deleted_or_withheld_note_marks_the_statement_and_bears_it_no_more(here):
    statement = said("s", BENCH, TREE)

    assert lost_since(statement, standing(*here)) == (BENCH.id,)
    assert notes_behind(statement, standing(*here)) == (TREE,)
    assert is_stale(statement, standing(*here))


def test_coverage_counts_cited_notes_once_and_withheld_ones_nowhere():
    asked = note("asked", table=1, kind=Kind.QUESTION)
    kept_back = note("back", table=3, withheld="nomme quelqu’un")
    themes = [
        Theme(id=ThemeId("a"), name="A", statements=(said("one", BENCH, TREE), said("none"))),
        Theme(id=ThemeId("b"), name="B", statements=(said("two", BENCH), said("lost", kept_back))),
    ]

    found = sourcing_of([BENCH, asked, TREE, kept_back], themes, tables=3, rounds=2)

    assert found.cited == {BENCH.id, TREE.id}
    assert found.uncited == (asked.id,)
    assert (found.notes, found.withheld, found.heard) == (3, 1, 2)
    one, none = Share(cited=1, notes=1), Share(cited=0, notes=1)
    assert found.tables == {0: one, 1: none, 2: one}
    assert found.rounds == {0: Share(cited=1, notes=2), 1: one}
    assert found.questions == none
    assert found.unsourced == ("none", "lost")


def test_a_table_that_only_a_note_names_is_told_and_so_is_one_without_notes():
    found = sourcing_of([note("far", table=9)], [], tables=2, rounds=1)

    assert list(found.tables) == [0, 1, 9]
    assert found.tables[0] == Share(cited=0, notes=0)
