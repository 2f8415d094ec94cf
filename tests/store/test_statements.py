"""Statements with the notes they cite, notes in several themes, notes set against each other."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Opposed, Statement, StatementId, cite
from wcafe.domain.text import new_id
from wcafe.errors import BadTheme, EmptyStatement, SameNote


def said(text, *notes):
    return Statement(id=StatementId(new_id()), text=text, cites=tuple(map(cite, notes)))


@pytest.fixture
def notes(crowd):
    for text in ("Un banc", "Un arbre", "De l'eau"):
        crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
    return crowd.notes.all()


def test_statements_come_back_in_order_with_what_they_cite(crowd, notes):
    theme = crowd.synthesis.name_theme("Ombre")
    stated = (said("Il en faut.", notes[2], notes[0]), said("Il y en a."))

    crowd.synthesis.save(replace(theme, headline="De l'ombre partout", statements=stated))
    (kept,) = crowd.synthesis.themes()
    crowd.synthesis.save(replace(kept, statements=stated[::-1]))

    (kept,) = crowd.synthesis.themes()
    assert kept.statements == stated[::-1]
    assert kept.headline == "De l'ombre partout"
    assert kept.wording == "Il y en a.\nIl en faut."
    assert crowd.cafes.faults() == ()


def test_a_note_lies_in_several_themes(crowd, notes):
    first = crowd.synthesis.name_theme("Ombre", notes=(notes[0].id, notes[1].id))
    second = crowd.synthesis.name_theme("Repos", notes=(notes[1].id,))

    assert [theme.notes for theme in crowd.synthesis.themes()] == [first.notes, second.notes]


def test_pairs_are_kept_once_whoever_is_named_first(crowd, notes):
    store = crowd.cafes._store
    pair = Opposed(one=notes[0].id, other=notes[1].id)
    assert pair == Opposed(one=notes[1].id, other=notes[0].id)

    store.write(lambda work: work.opposed.keep([pair]))
    store.write(lambda work: work.opposed.keep([pair, Opposed(one=notes[1].id, other=notes[2].id)]))
    store.write(lambda work: work.opposed.keep([pair]))

    with store.read() as work:
        assert work.opposed.all() == {pair}
    assert crowd.cafes.faults() == ()


def test_what_says_nothing_is_refused(notes):
    with pytest.raises(EmptyStatement):
        said(" \n ")
    with pytest.raises(BadTheme):
        said("Deux fois", notes[0], notes[0])
    with pytest.raises(SameNote):
        Opposed(one=notes[0].id, other=notes[0].id)


def test_a_theme_holds_its_notes_in_their_order_whatever_goes_comes_or_moves(crowd, notes):
    first, second, third = (note.id for note in notes)
    theme = crowd.synthesis.name_theme("Ombre")
    for wanted in (
        (first, second, third),
        (first, third),
        (first, third, second),
        (second, first, third),
        (third,),
        (first, third),
        (),
        (second, third, first),
    ):
        (kept,) = crowd.synthesis.themes()
        crowd.synthesis.edit(theme.id, lambda here, wanted=wanted: replace(here, notes=wanted))

        (now,) = crowd.synthesis.themes()
        assert (now.notes, now.version > kept.version) == (wanted, True)
    assert crowd.cafes.faults() == ()


def test_a_mark_is_given_once_also_when_its_theme_was_removed_and_comes_back(crowd):
    crowd.synthesis.name_theme("Ombre")
    crowd.synthesis.name_theme("Repos")
    before = crowd.synthesis.themes()
    crowd.synthesis.remove(before[1].id)
    crowd.synthesis.name_theme("Eau")
    ombre, eau = crowd.synthesis.themes()
    store = crowd.cafes._store

    store.write(lambda work: work.themes.arrange((ombre, eau, before[1])))

    assert [theme.mark for theme in crowd.synthesis.themes()] == [0, 2, 1]
