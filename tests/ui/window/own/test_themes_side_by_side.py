"""Themes shaped in two windows at once: each undo takes back its own part and nothing else."""

from types import SimpleNamespace

import pytest

from tests.ui.notes.hands import name_theme
from tests.ui.window.own.hands import open_harvest, settle


@pytest.fixture
def hands(desk, noted):
    """Two groupers in windows of their own, and three themes: four notes, two and none."""
    for name, notes in (("Gardens", noted[:4]), ("Bikes", noted[4:6]), ("Places", ())):
        name_theme(desk.cafe.services, name, *notes)
    one, other = open_harvest(desk, by_theme=True), open_harvest(desk, by_theme=True)
    return SimpleNamespace(
        one=one,
        other=other,
        here=one.page._presenter.sorting,
        there=other.page._presenter.sorting,
    )


def filed(desk, noted):
    places = {note.id: place for place, note in enumerate(noted)}
    themes = desk.cafe.services.synthesis.themes()
    return {theme.name: [places[note] for note in theme.notes] for theme in themes}


def marks(desk):
    return {theme.id: theme.mark for theme in desk.cafe.services.synthesis.themes()}


def test_a_merge_here_and_sorting_there_are_both_taken_back_by_who_did_them(desk, noted, hands):
    gardens, bikes, places = hands.here.themes
    marked = marks(desk)
    hands.here.merge_theme(gardens.id, bikes.id)
    settle()
    hands.there.file([noted[0].id], places.id, out_of=(bikes.id,))
    hands.there.rename_theme(next(t for t in hands.there.themes if t.id == places.id), "Squares")
    settle()
    assert hands.here.themes == hands.there.themes

    hands.one.pages.undo()
    settle()
    assert filed(desk, noted) == {"Gardens": [1, 2, 3], "Bikes": [4, 5], "Squares": [0]}
    assert hands.here.themes == hands.there.themes

    hands.other.pages.undo()
    hands.other.pages.undo()
    settle()
    assert filed(desk, noted) == {"Gardens": [1, 2, 3], "Bikes": [4, 5, 0], "Places": []}
    assert marks(desk) == marked
    assert hands.here.themes == hands.there.themes


def test_each_window_orders_and_names_while_the_other_sorts_and_nothing_is_lost(desk, noted, hands):
    gardens, bikes, _places = hands.here.themes
    before, marked = filed(desk, noted), marks(desk)
    hands.here.move_theme(gardens.id, 1)
    hands.there.file([noted[20].id, noted[21].id], gardens.id)
    hands.here.file_under_new([noted[30].id], "Water")
    hands.there.split_theme(gardens.id, [noted[1].id], "Courts")
    settle()
    assert filed(desk, noted) == {
        "Bikes": [4, 5],
        "Gardens": [0, 2, 3, 20, 21],
        "Courts": [1],
        "Places": [],
        "Water": [30],
    }

    for window in (hands.one, hands.one):
        window.pages.undo()
    settle()
    assert filed(desk, noted) == {
        "Gardens": [0, 2, 3, 20, 21],
        "Courts": [1],
        "Bikes": [4, 5],
        "Places": [],
    }
    for window in (hands.other, hands.other):
        window.pages.undo()
    settle()
    assert filed(desk, noted) == before
    assert marks(desk) == marked
    assert [theme.id for theme in hands.here.themes][:2] == [gardens.id, bikes.id]


def test_a_theme_that_another_window_removed_is_told_and_nothing_is_sorted(desk, noted, hands):
    gardens, bikes, _places = hands.here.themes
    desk.cafe.services.synthesis.remove(gardens.id)  # not heard of yet

    for wish in (
        lambda: hands.here.file([noted[9].id], gardens.id),
        lambda: hands.here.merge_theme(bikes.id, gardens.id),
        lambda: hands.here.rename_theme(gardens, "Parks"),
    ):
        assert not wish()
        assert hands.one.tell.sentence.text() == "This is not here any more."
    settle()
    assert filed(desk, noted) == {"Bikes": [4, 5], "Places": []}


def test_two_windows_that_name_the_same_new_theme_make_one(desk, noted, hands):
    assert hands.here.file_under_new([noted[30].id], "Water")
    settle()

    assert not hands.there.file_under_new([noted[31].id], "water")

    assert "“Water”" in hands.other.tell.sentence.text()
    assert filed(desk, noted)["Water"] == [30]
