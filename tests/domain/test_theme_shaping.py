"""Themes put in order, merged, split, and each of that taken back without undoing others."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Cite, Statement, StatementId, Theme, ThemeId
from wcafe.domain.taking_back import taken_back, weave
from wcafe.domain.theme_shaping import merged, moved, namesake, put_into, split
from wcafe.errors import NotFound


def theme(key, *notes, name="", **said):
    return Theme(
        id=ThemeId(key),
        name=name or f"Theme {key}",
        notes=tuple(NoteId(note) for note in notes),
        mark=ord(key) - ord("a"),
        **said,
    )


def say(key, text="Said", *cites):
    cited = tuple(Cite(note=NoteId(note), read="") for note in cites)
    return Statement(id=StatementId(key), text=text, cites=cited)


NEW = StatementId("new")
A, B, C = theme("a", "1", "2"), theme("b", "3"), theme("c")


def keys(themes):
    return "".join(each.id for each in themes)


def filed(themes):
    return {each.id: "".join(each.notes) for each in themes}


def test_a_merge_puts_the_notes_behind_those_there_and_keeps_the_mark():
    after = merged((A, B, C), A.id, B.id, NEW)

    assert filed(after) == {"b": "312", "c": ""}
    assert [each.mark for each in after] == [1, 2]


def test_a_theme_is_not_merged_with_itself_or_one_that_is_gone():
    for theme_, into in ((A.id, A.id), (A.id, ThemeId("x")), (ThemeId("x"), A.id)):
        with pytest.raises(NotFound):
            merged((A, B), theme_, into, NEW)


@pytest.mark.parametrize(
    ("gone", "kept", "headline", "said"),
    [
        ("", "", "", "dc"),
        ("Gone", "", "Gone", "dc"),
        ("", "Kept", "Kept", "dc"),
        ("Same", "Same", "Same", "dc"),
        ("Gone", "Kept", "Kept", ("d", "c", "new")),
    ],
)
def test_a_merge_loses_no_headline_statement_or_citation(gone, kept, headline, said):
    one = theme("a", "1", "2", headline=gone, statements=(say("c", "Of a", "2", "9"),))
    other = theme("b", "2", "3", headline=kept, statements=(say("d", "Of b", "3"),))

    (both,) = merged((one, other), one.id, other.id, NEW)

    assert both.headline == headline
    assert filed([both]) == {"b": "231"}
    assert [each.id for each in both.statements] == list(said)
    assert both.statements[1] == one.statements[0]
    if len(said) == 3:
        assert both.statements[2].text == "Gone"


def test_a_note_goes_from_some_themes_into_another_or_lies_in_several():
    in_two = (A, theme("b", "1", "3"), C)

    assert filed(put_into(in_two, ["1"], C.id, out_of={A.id})) == {"a": "2", "b": "13", "c": "1"}
    assert filed(put_into(in_two, ["1"], C.id, out_of=())) == {"a": "12", "b": "13", "c": "1"}
    assert filed(put_into(in_two, ["1"], C.id)) == {"a": "2", "b": "3", "c": "1"}
    assert filed(put_into(in_two, ["1"], None, out_of={A.id})) == {"a": "2", "b": "13", "c": ""}
    assert filed(put_into(in_two, ["1"], None)) == {"a": "2", "b": "3", "c": ""}
    assert filed(put_into(in_two, ["3", "1"], B.id, out_of={A.id})) == {
        "a": "2",
        "b": "13",  # they stand there already, and stay where they stand
        "c": "",
    }
    with pytest.raises(NotFound):
        put_into(in_two, ["1"], ThemeId("x"))


def test_a_split_stands_behind_what_it_comes_from():
    after = split((A, B), A.id, theme("d", "2"))

    assert filed(after) == {"a": "1", "d": "2", "b": "3"}
    assert keys(after) == "adb"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("se croiser", "Se croiser"),
        ("  SE  CROISER ", "Se croiser"),
        ("pres de l’eau", "Près de l'eau"),
        ("Croiser", None),
        ("Se croiser !", None),
    ],
)
def test_a_name_is_another_theme_s_whatever_its_capitals_accents_and_apostrophes(name, found):
    themes = (theme("a", name="Se croiser"), theme("b", name="Près de l'eau"))

    same = namesake(themes, name)
    assert (same and same.name) == found
    assert namesake(themes, themes[0].name, besides=themes[0].id) is None


def test_what_somebody_else_did_since_survives_an_undo():
    before = (A, B, C)
    after = merged(before, A.id, B.id, NEW)
    now = tuple(replace(each, name="Other words") if each.id == "b" else each for each in after)
    now = moved(now, C.id, 0)  # and somebody filed note 2 under it
    now = tuple(replace(each, notes={"b": ("3", "1"), "c": ("2",)}[each.id]) for each in now)

    back = taken_back(now, after, before)

    assert filed(back) == {"c": "2", "a": "1", "b": "3"}
    assert [each.name for each in back if each.id == "b"] == ["Other words"]
    assert keys(back) == "acb"  # first again, and the others as somebody put them


def test_a_merge_is_taken_back_with_its_statements_and_one_reworded_since_stays():
    one = theme("a", "1", statements=(say("p", "One"), say("q", "Two")))
    other = theme("b", "2", headline="Kept", statements=(say("r", "Three"),))
    before = (replace(one, headline="Gone"), other)
    after = merged(before, one.id, other.id, NEW)
    assert taken_back(after, after, before) == before

    edited = replace(
        after[0],
        statements=tuple(
            replace(each, text="Two, better") if each.id == "q" else each
            for each in after[0].statements
        ),
    )
    back = {each.id: each for each in taken_back((edited,), after, before)}

    assert [each.text for each in back["a"].statements] == ["One"]
    assert [each.text for each in back["b"].statements] == ["Three", "Two, better"]
    assert back["a"].headline == "Gone"


def test_a_new_theme_that_was_filled_since_stays_when_its_making_is_undone():
    before, after = (A,), (A, theme("n", "9"))

    assert keys(taken_back(after, after, before)) == "a"
    filled = (A, replace(after[1], notes=("9", "8")))
    assert filed(taken_back(filled, after, before)) == {"a": "12", "n": "8"}
    renamed = (A, replace(after[1], name="Said since"))
    assert filed(taken_back(renamed, after, before)) == {"a": "12", "n": ""}


def test_nothing_is_left_to_take_back_once_all_of_it_was_changed_since():
    before, after = (A, B), (replace(A, name="Mine"), B)
    now = (replace(A, name="Theirs"), B)

    assert taken_back(now, after, before) == now


def test_a_theme_that_is_gone_since_does_not_come_back_by_undoing_its_name():
    before, after = (A, B), (replace(A, name="Mine"), B)

    assert taken_back((B,), after, before) == (B,)


@st.composite
def lists_of_themes(draw):
    notes, free = list("123456"), draw(st.permutations("pqrs"))
    order = draw(st.permutations("abcd"))[: draw(st.integers(0, 4))]
    names = {key: draw(st.sampled_from("xyz")) for key in order}
    said = {
        key: tuple(say(each, draw(st.sampled_from("xy"))) for each in free[place : place + 1])
        for place, key in enumerate(order)
    }
    return tuple(
        theme(
            key,
            *draw(st.permutations(draw(st.lists(st.sampled_from(notes), unique=True)))),
            name=names[key],
            statements=said[key],
        )
        for key in order
    )


@given(before=lists_of_themes(), after=lists_of_themes())
def test_undo_puts_back_exactly_what_was_where_nobody_did_anything_since(before, after):
    assert taken_back(after, after, before) == before
    assert taken_back(before, before, after) == after


@given(now=lists_of_themes(), was=lists_of_themes())
def test_an_edit_that_changed_nothing_takes_nothing_back(now, was):
    assert taken_back(now, was, was) == now


@given(now=lists_of_themes(), was=lists_of_themes(), wanted=lists_of_themes())
def test_no_note_leaves_all_themes_by_an_undo_unless_it_was_out_of_all_before(now, was, wanted):
    back = taken_back(now, was, wanted)

    held, once = set("".join(filed(back).values())), set("".join(filed(wanted).values()))
    here = set("".join(filed(now).values()))
    gone = {note for note in here - held if note in once}
    assert not gone


@given(now=lists_of_themes(), was=lists_of_themes(), wanted=lists_of_themes())
def test_no_statement_stands_twice_or_goes_by_an_undo_unless_it_was_not_there_before(
    now, was, wanted
):
    back, here, once = (
        [said.id for each in themes for said in each.statements]
        for themes in (taken_back(now, was, wanted), now, wanted)
    )

    assert len(set(back)) == len(back)
    assert not set(here) & set(once) - set(back)


@given(stay=st.lists(st.integers(0, 9), unique=True), order=st.permutations(range(10)))
def test_what_comes_among_others_stands_behind_what_stood_before_it(stay, order):
    come = [each for each in range(10) if each not in stay]
    both = weave(stay, come, order)

    assert sorted(both) == list(range(10))
    assert [each for each in both if each in stay] == stay
