"""A list files notes under several themes, and never takes one out of where a person put it."""

import pytest

from wcafe.domain.filing import file_listed, put, stands_under
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import new_id

CAFE, NOTE, OTHER = new_id(), NoteId("note"), NoteId("other")


def theme(name, *notes):
    return Theme(id=ThemeId(name), name=name, notes=notes)


def named(filing, note=NOTE):
    return {each.name for each in filing.themes if note in each.notes}


def file(themes, *names, listed=None):
    memory = {} if listed is None else {NOTE: frozenset(map(ThemeId, listed))}
    return file_listed(CAFE, tuple(themes), memory, [(NOTE, names)])


def test_a_note_comes_under_all_the_themes_that_a_list_names():
    filing = file([theme("Eau")], "Eau", "Ombre", "eau")

    assert named(filing) == {"Eau", "Ombre"}
    assert [each.name for each in filing.themes] == ["Eau", "Ombre"]
    assert (filing.kept, filing.moved) == (0, 0)


@pytest.mark.parametrize("names", [("Eau",), ("Eau", "Ombre"), ("Ombre", "Vélos"), ("Vélos",)])
def test_it_moves_where_it_stands_just_where_a_list_put_it(names):
    themes = [theme("Eau", NOTE), theme("Ombre", NOTE), theme("Vélos")]
    filing = file(themes, *names, listed=("Eau", "Ombre"))

    assert named(filing) == set(names)
    assert filing.moved == (names != ("Eau", "Ombre"))


@pytest.mark.parametrize("listed", [None, ("Eau",), ("Eau", "Ombre"), ("Ombre",)])
@pytest.mark.parametrize("stands", [("Eau",), ("Vélos",), ("Eau", "Vélos"), ("Eau", "Ombre")])
def test_where_a_person_sorted_since_it_stays_wherever_that_is(stands, listed):
    if listed is not None and set(stands) == set(listed):
        return  # that is where the list put it
    themes = [theme(name, *[NOTE] * (name in stands)) for name in ("Eau", "Ombre", "Vélos")]
    filing = file(themes, "Ombre", "Rue", listed=listed)

    assert named(filing) == set(stands)
    assert filing.kept == 1
    assert [each.name for each in filing.themes] == ["Eau", "Ombre", "Vélos"], "no empty theme"


def test_one_that_a_person_took_out_of_all_stays_out():
    assert named(file([theme("Eau")], "Eau", "Ombre", listed=("Eau", "Ombre"))) == set()


def test_the_same_list_once_more_changes_nothing_whatever_its_theme_is_called_by_now():
    first = file([], "Eau", "Ombre")
    renamed = [Theme(id=each.id, name=f"{each.name} !", notes=each.notes) for each in first.themes]
    memory = {NOTE: first.filed[NOTE].after}

    again = file_listed(CAFE, tuple(renamed), memory, [(NOTE, ("Eau", "Ombre"))])

    assert again.themes == tuple(renamed)
    assert not again.filed
    assert (again.kept, again.moved) == (0, 0)


def test_notes_keep_their_order_under_a_theme_in_which_they_stay():
    themes = (theme("Eau", OTHER, NOTE), theme("Ombre", OTHER), theme("Vélos", NOTE, OTHER))
    placed = put(themes, {NOTE: ("Eau", "Ombre")})

    assert [each.notes for each in placed] == [(OTHER, NOTE), (OTHER, NOTE), (OTHER,)]
    assert stands_under(placed)[NOTE] == {"Eau", "Ombre"}
