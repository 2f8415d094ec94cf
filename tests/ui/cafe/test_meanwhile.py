"""A field in which something is typed while somebody else fills it: their words are told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import retype, type_text


def elsewhere(opened, **facts):
    """Let somebody else change the café."""
    opened.cafes.save(replace(opened.cafes.get(), **facts))


def heard(qtbot, presenter, **facts):
    qtbot.waitUntil(
        lambda: all(getattr(presenter.cafe, key) == value for key, value in facts.items())
    )


@pytest.fixture
def told(page):
    said = []
    page.replaced_told.connect(said.append)
    return said


def test_what_somebody_else_wrote_in_a_line_is_told_and_undo_brings_it_back(
    qtbot, page, presenter, opened, desk, told
):
    field = page.details.place_edit
    field.setFocus()
    type_text(field, "Brest")
    elsewhere(opened, place="Lorient", title="Rue")
    heard(qtbot, presenter, place="Lorient")
    assert field.text() == "Brest"

    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert told == ["Somebody had written “Lorient” here meanwhile. Your words stand there now."]
    assert (opened.cafes.get().place, opened.cafes.get().title) == ("Brest", "Rue")
    desk.history.undo()
    assert opened.cafes.get().place == field.text() == "Lorient"


def test_so_it_is_in_a_long_text(qtbot, page, presenter, opened, desk, told):
    area = page.details.purpose_edit
    area.setFocus()
    type_text(area, "Mieux vivre")
    theirs = " ".join(["Une rue", *["calme"] * 40])
    elsewhere(opened, purpose=theirs)
    heard(qtbot, presenter, purpose=theirs)

    area.keep()

    assert len(told) == 1
    assert "“Une rue calme" in told[0]
    assert len(told[0]) < 160
    desk.history.undo()
    assert opened.cafes.get().purpose.startswith("Une rue calme")


def test_nothing_is_told_of_ones_own_words_or_of_what_stands_beside(
    qtbot, page, presenter, opened, told
):
    field = page.details.place_edit
    retype(qtbot, field, "Brest")
    retype(qtbot, field, "Lorient")
    type_text(field, " !")
    elsewhere(opened, title="Rue")
    heard(qtbot, presenter, title="Rue")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert opened.cafes.get().place == "Lorient !"
    assert told == []


def test_whoever_gives_up_typing_has_what_somebody_else_wrote(qtbot, page, presenter, opened, told):
    field = page.details.place_edit
    field.setFocus()
    type_text(field, "Br")
    elsewhere(opened, place="Lorient")
    heard(qtbot, presenter, place="Lorient")
    field.selectAll()
    type_text(field, "Lorient")

    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert opened.cafes.get().place == "Lorient"
    assert told == []
