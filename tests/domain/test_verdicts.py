"""What tables say to sentences: it stands as long as the words do, and no longer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain import verdicts as domain
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId, cite
from wcafe.domain.text import has_words
from wcafe.domain.verdicts import (
    Answer,
    asked_by_table,
    confirmation_of,
    sentence_code,
    standing_verdicts,
    verdict_on,
    verdicts_on_other_words,
)


def note(id_, table, **facts):
    return Note(id=NoteId(id_), table=table, round=0, text=f"Note {id_}", **facts)


def said(id_, text, *notes):
    return Statement(id=StatementId(id_), text=text, cites=tuple(map(cite, notes)))


def theme(*statements, id_="t"):
    return Theme(id=ThemeId(id_), name=f"Thème {id_}", statements=statements)


def marks(verdicts, themes):
    """Return which statements have which verdicts that stand, by table."""
    found = standing_verdicts(verdicts, themes)
    return {statement: set(tables) for statement, tables in found.items()}


def edited(themes, id_, text):
    return [
        replace(
            each,
            statements=tuple(
                replace(one, text=text) if one.id == id_ else one for one in each.statements
            ),
        )
        for each in themes
    ]


words = st.text(min_size=1, max_size=40).filter(has_words)


@st.composite
def answered(draw):
    """Some statements under one theme, what tables said to them, and another sentence for one."""
    texts = draw(st.lists(words, min_size=1, max_size=5))
    statements = [said(f"s{n}", text) for n, text in enumerate(texts)]
    places = [(each, table) for each in statements for table in range(3)]
    given_ = draw(
        st.lists(st.sampled_from(places), min_size=1, unique_by=lambda p: (p[0].id, p[1]))
    )
    verdicts = [
        verdict_on(each, table, draw(st.sampled_from(list(Answer)))) for each, table in given_
    ]
    chosen = draw(st.sampled_from(statements))
    other = draw(words.filter(lambda text: text != chosen.text))
    return [theme(*statements)], verdicts, chosen, other


def holds_to_the_words(themes, verdicts, chosen, other):
    """An edit takes the marks of its sentence, and only these; an edit back gives them again."""
    before = marks(verdicts, themes)
    rewritten = edited(themes, chosen.id, other)
    others = {statement: tables for statement, tables in before.items() if statement != chosen.id}
    asked_again = set(verdicts_on_other_words(verdicts, rewritten).get(chosen.id, {}))
    return (
        marks(verdicts, rewritten) == others
        and asked_again == before.get(chosen.id, set())
        and not verdicts_on_other_words(verdicts, themes)
        and marks(verdicts, edited(rewritten, chosen.id, chosen.text)) == before
    )


@given(answered())
def test_a_later_edit_takes_the_mark_of_its_sentence_away_and_an_edit_back_gives_it_again(case):
    assert holds_to_the_words(*case)


def test_a_build_that_forgets_the_words_is_found_out(monkeypatch):
    monkeypatch.setattr(domain, "words_hash", lambda statement: statement.id)
    bench = said("s0", "Un banc manque.")

    confirmed = verdict_on(bench, 0, Answer.CONFIRMED)

    assert not holds_to_the_words([theme(bench)], [confirmed], bench, "Un banc suffit.")


@given(text=words, other=words)
def test_a_sentence_has_one_code_as_long_as_its_words_stay(text, other):
    one, same = said("a", text), said("b", text, note("n", 0))

    assert sentence_code(one) == sentence_code(same)
    assert len(sentence_code(one)) == 4
    assert not set(sentence_code(one)) & set("AEIOUY0123456789")
    if other != text:
        assert domain.words_hash(one) != domain.words_hash(said("a", other))


BENCH, TREE, WALL = note("bench", 0), note("tree", 2), note("wall", 2, withheld="nomme un voisin")


def test_a_table_is_asked_what_rests_on_its_notes_that_are_handed_out():
    one, other = said("one", "Un banc.", BENCH, TREE), said("other", "Un mur.", WALL, BENCH)
    nobody = said("nobody", "Sans note.")
    standing = {each.id: each for each in (BENCH, TREE, WALL)}

    asked = asked_by_table([theme(one), theme(nobody, other, id_="u")], standing)

    assert asked == {0: (one, other), 2: (one,)}
    assert list(asked) == [0, 2]


def test_it_is_told_how_many_tables_stand_behind_all_that_is_said_of_them():
    one, other = said("one", "Un banc.", BENCH, TREE), said("other", "Un arbre.", TREE)
    themes, standing = [theme(one, other)], {each.id: each for each in (BENCH, TREE)}
    verdicts = [
        verdict_on(one, 0, Answer.CONFIRMED),
        verdict_on(one, 2, Answer.CONFIRMED),
        verdict_on(other, 2, Answer.AMEND, "Deux arbres."),
    ]

    found = confirmation_of(verdicts, themes, standing)

    assert found.asked == (0, 2)
    assert found.answered == (0, 2)
    assert found.confirmed == (0,)
    assert found.confirmed_by(one.id) == (0, 2)
    assert found.confirmed_by(other.id) == ()
    assert found.unconfirmed == {other.id}
    assert found.has_begun


def test_an_edited_sentence_is_confirmed_by_nobody_and_its_tables_have_not_answered():
    one = said("one", "Un banc.", BENCH)
    confirmed = verdict_on(one, 0, Answer.CONFIRMED)
    standing = {BENCH.id: BENCH}

    found = confirmation_of([confirmed], [theme(replace(one, text="Deux bancs."))], standing)

    assert found.asked == (0,)
    assert (found.confirmed, found.answered, found.has_begun) == ((), (), False)


@pytest.mark.parametrize("themes", [[], [theme()]])
def test_a_statement_that_is_gone_is_neither_confirmed_nor_to_be_asked_again(themes):
    verdicts = [verdict_on(said("one", "Un banc."), 0, Answer.CONFIRMED)]

    assert standing_verdicts(verdicts, themes) == {}
    assert verdicts_on_other_words(verdicts, themes) == {}
    assert confirmation_of(verdicts, themes, {}).confirmed == ()
