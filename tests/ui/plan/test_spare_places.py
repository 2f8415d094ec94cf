"""Spare places: chosen, composed with, refused, left alone once the café has begun."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from tests.cafes import add_people
from tests.ui.plan.hands import composed, plan
from wcafe.domain.cafe import Table
from wcafe.errors import TooFewSpareSeats
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.plan import make_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_spare_places_are_chosen_by_keyboard_undone_and_composed_with(qtbot, desk, seated, page):
    field = page.spare_edit
    assert field.currentText() == "No spare places"
    was = plan(desk)

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText() == "2 spare places (5%)"
    assert desk.services.cafes.get().rules.spare == "usual"
    assert not page.stale.isVisible(), "what is printed is right as it is"

    composed(qtbot, desk, page.compose_button)
    made = plan(desk)
    assert len(made.free_jokers) == 2
    assert "2 joker routes are free." in page.certificate.notices.text()

    desk.history.undo()
    assert plan(desk).fingerprint == was.fingerprint
    assert plan(desk).jokers == ()
    desk.history.undo()
    assert desk.services.cafes.get().rules.spare == 0
    assert field.currentText() == "No spare places"


def test_too_few_chairs_for_spare_places_are_told_and_the_plan_stays(
    qtbot, desk, opened, page, presenter
):
    add_people(opened, 12)
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(seats=4),) * 3, tables_chosen=True))
    opened.plans.compose(seconds=0.2)
    before = plan(desk)
    qtbot.waitUntil(lambda: presenter.plan == before)
    presenter.set_rules("change the spare places", spare=2)

    with qtbot.waitSignal(presenter.failed) as told:
        presenter.compose()

    assert isinstance(told.args[0], TooFewSpareSeats)
    assert plan(desk) == before


def test_a_first_plan_says_for_how_many_spare_places_it_would_be(qtbot, opened, page, presenter):
    add_people(opened, 20)
    qtbot.waitUntil(page.unplanned.isVisible)
    presenter.set_rules("change the spare places", spare=6)

    assert "Tables: 6." in page.unplanned.sentence.text()
    assert "Spare places: 6." in page.unplanned.sentence.text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_usual_number_of_spare_places_is_read_in_full(qtbot, opened, presenter, language):
    words.use(words_for(language), language)
    page = make_page(presenter)
    qtbot.addWidget(page)
    page.resize(1072, 776)
    page.show()
    add_people(opened, 220)
    presenter.set_rules("change the spare places", spare="usual")
    field = page.spare_edit
    qtbot.waitUntil(lambda: "11" in field.currentText())

    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField

    def is_whole():
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        room = field.style().subControlRect(kind, option, part, field).width() - 4
        return room >= field.fontMetrics().horizontalAdvance(field.currentText())

    qtbot.waitUntil(is_whole)


def test_once_the_café_has_begun_neither_spare_places_nor_tables_are_chosen(
    qtbot, desk, seated, page
):
    assert page.spare_edit.isVisible()
    assert page.certificate.rehearse_button.isVisible()
    desk.services.live.start("talk:0")

    qtbot.waitUntil(lambda: not page.spare_edit.isVisible())
    assert not page.certificate.rehearse_button.isVisible()
