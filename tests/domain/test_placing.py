"""In a synthesis each note stands in one place, under a label of its own."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain import placing
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.placing import MOST_QUOTES, place_notes
from wcafe.domain.settled_places import Chapter
from wcafe.domain.synthesis import Opposed, Theme


def note(name, **facts):
    return Note(**{"id": name, "table": 0, "round": 0, "text": f"Un banc, {name}", **facts})


def theme(name, *notes, **facts):
    return Theme(id=name, name=name, notes=notes, **facts)


@st.composite
def harvests(draw):
    ids = [f"n{n}" for n in range(draw(st.integers(0, 24)))]
    notes = [
        note(
            id_,
            table=draw(st.integers(0, 1)),
            kind=draw(st.sampled_from(Kind)),
            parent=draw(st.sampled_from([None, None, *ids])),
            is_lone=draw(st.booleans()) and draw(st.booleans()),
            may_quote=draw(st.booleans()),
        )
        for id_ in ids
    ]
    themes = [
        theme(f"t{n}", *draw(st.lists(st.sampled_from(ids), unique=True, max_size=12)))
        for n in range(draw(st.integers(0, 3)) if ids else 0)
    ]
    pairs = (
        draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=6))
        if ids
        else []
    )
    return notes, themes, {Opposed(one=a, other=b) for a, b in pairs if a != b}


def stands(placed):
    """Yield each note as often as it stands somewhere."""
    for each in placed.themes:
        yield from each.quotes
        for group in each.groups:
            for nested in group.notes:
                yield from (note for note, _depth in nested)
    for chapter in Chapter:
        for nested in placed.of(chapter):
            yield from (note for note, _depth in nested)


@given(harvests())
def test_each_note_stands_once_and_has_a_label_of_its_own(harvest):
    notes, themes, opposed = harvest
    placed = place_notes(notes, themes, opposed)

    assert Counter(note.id for note in stands(placed)) == Counter(note.id for note in notes)
    assert len(set(placed.labels.values())) == len(notes)
    assert placed.labels.keys() == placed.places.keys() == {note.id for note in notes}


@given(harvests())
def test_a_theme_tells_of_each_of_its_notes_or_points_to_where_it_stands(harvest):
    notes, themes, opposed = harvest
    placed = place_notes(notes, themes, opposed)

    for number, each in enumerate(placed.themes):
        here = {id_ for id_, place in placed.places.items() if place == (Chapter.THEME, number)}
        elsewhere = {note.id for note in each.elsewhere}
        assert not here & elsewhere
        assert {note.id for note in each.quotes} <= here
        assert len(each.quotes) <= MOST_QUOTES
        for id_ in set(each.theme.notes) - here - elsewhere:  # below one that is
            assert next(n for n in notes if n.id == id_).parent in each.theme.notes


@given(harvests())
def test_all_that_pulls_apart_stands_among_the_tensions(harvest):
    notes, themes, opposed = harvest
    placed = place_notes(notes, themes, opposed)
    shown = {frozenset((pair.one, other)) for pair in placed.pairs for other in pair.others}

    assert shown == {frozenset((pair.one, pair.other)) for pair in opposed}
    for pair in opposed:
        assert placed.places[pair.one][0] is placed.places[pair.other][0] is Chapter.TENSION


def test_what_belongs_to_a_note_stands_below_it_with_its_number_and_a_letter():
    notes = [note("a"), note("b", parent="a"), note("c", parent="b"), note("d")]
    placed = place_notes(notes, [theme("Vert", "d", "a")])

    assert placed.labels == {"d": "1", "a": "2", "b": "2a", "c": "2b"}
    (group,) = placed.themes[0].groups
    assert [(n.id, depth) for n, depth in group.notes[1]] == [("a", 0), ("b", 1), ("c", 2)]


def test_what_only_another_theme_holds_stands_there():
    notes = [note("a"), note("b", parent="a")]
    placed = place_notes(notes, [theme("Vert", "a"), theme("Eau", "b")])

    assert placed.places == {"a": (Chapter.THEME, 0), "b": (Chapter.THEME, 1)}


def test_a_note_of_two_themes_stands_in_the_first_and_the_other_points_to_it():
    placed = place_notes([note("a")], [theme("Vert", "a"), theme("Eau", "a")])

    assert placed.places["a"] == (Chapter.THEME, 0)
    assert [n.id for n in placed.themes[1].elsewhere] == ["a"]


@pytest.mark.parametrize(
    ("facts", "chapter"),
    [
        ({"kind": Kind.ACTION, "is_lone": True}, Chapter.ACTION),
        ({"kind": Kind.TENSION}, Chapter.TENSION),
        ({"kind": Kind.QUESTION}, Chapter.QUESTION),
        ({"kind": Kind.QUESTION, "is_lone": True}, Chapter.LONE),
        ({"kind": Kind.IDEA}, Chapter.THEME),
    ],
)
def test_what_has_a_chapter_of_its_own_stands_there_whatever_its_theme(facts, chapter):
    placed = place_notes([note("a", **facts), note("b")], [theme("Vert", "a")])

    assert placed.places["a"][0] is chapter
    assert placed.places["b"] == (Chapter.UNSORTED, -1)


def test_short_quotes_are_set_apart_by_consent_and_no_more_than_two():
    said = [note(str(n), kind=Kind.QUOTE, may_quote=n != 1) for n in range(5)]
    said[0] = replace(said[0], text="très long " * 40)
    (placed,) = place_notes(said, [theme("Vert", *"01234")]).themes

    assert [n.id for n in placed.quotes] == ["2", "3"]
    assert [nested[0][0].id for nested in placed.groups[0].notes] == ["0", "1", "4"]


def test_a_theme_without_notes_is_told_where_it_says_something():
    themes = [theme("Rien"), theme("Vert", headline="Du vert"), theme("Parti", "gone")]

    assert [each.theme.name for each in place_notes([], themes).themes] == ["Vert"]


def test_a_build_that_forgets_what_is_below_is_found_out(monkeypatch):
    monkeypatch.setattr(placing.Settling, "nested", lambda _settled, root: ((root, 0),))
    placed = place_notes([note("a"), note("b", parent="a")], [])

    assert Counter(n.id for n in stands(placed)) != Counter(["a", "b"])
