"""People are found by the beginnings of their names and cells, and what is near is offered."""

import pytest
from PySide6.QtCore import Qt

from tests.cafes import person
from tests.ui.hands import type_text

LEFT, RETURN, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
NAMES = ("Élodie Roux", "Jean-Marie Le Goff", "Anne de la Tour", "Seán O’Brien")


@pytest.fixture
def four(opened):
    return opened.people.save([person(name, organisation="École du Port") for name in NAMES])


@pytest.fixture
def listed(four, page):
    return page.list


def look_for(card, typed):
    card.filter_edit.clear()
    type_text(card.filter_edit, typed)
    card.sift()
    return [each.name for each in card.table.people.rows]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("elo", NAMES[:1]),
        ("roux élo", NAMES[:1]),
        ("jean-m", NAMES[1:2]),
        ("legoff", NAMES[1:2]),
        ("de la", NAMES[2:3]),
        ("o'brien", NAMES[3:]),
        ("ecole tour", NAMES[2:3]),
        ("roux OU obrien", (NAMES[0], NAMES[3])),
        ("ecole -jean -anne", (NAMES[0], NAMES[3])),
        ("oux", ()),
    ],
)
def test_people_are_found_by_what_their_names_begin_with(listed, typed, names):
    assert look_for(listed, typed) == list(names)
    assert listed.nobody.isVisible() == (not names)


def test_where_nobody_is_found_enter_looks_for_the_nearest_name(qtbot, listed):
    look_for(listed, "Rouxx")

    assert listed.nobody.text() == "Nobody fits “Rouxx”."
    assert listed.near.button.text() == "Look for “Roux”"
    qtbot.keyClick(listed.filter_edit, RETURN)
    assert listed.filter_edit.text() == "Roux"
    assert len(listed.table.people.rows) == 1
    assert not listed.nobody.isVisible()


def test_one_click_looks_for_the_nearest_name(qtbot, listed):
    look_for(listed, "anne tuor")
    qtbot.mouseClick(listed.near.button, LEFT)

    assert [each.name for each in listed.table.people.rows] == ["Anne de la Tour"]


def test_where_no_name_is_near_that_is_all_that_is_said(qtbot, listed):
    look_for(listed, "xyzzyx")

    assert listed.nobody.isVisible()
    assert not listed.near.button.isVisible()
    qtbot.keyClick(listed.filter_edit, ESCAPE)
    qtbot.waitUntil(lambda: len(listed.table.people.rows) == len(NAMES))
    assert not listed.nobody.isVisible()
