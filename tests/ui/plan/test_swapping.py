"""Two people who change places, at the cost that is shown."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.plan.hands import click, plan, seat, strangers

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def test_two_people_are_swapped_at_the_cost_shown_and_swapped_back(qtbot, desk, seated, page):
    before = plan(desk)
    click(qtbot, page, *strangers(page)[0])
    click(qtbot, page, *strangers(page)[1], modifier=CONTROL)
    one, other = page._presenter.people
    assert "Repeat meetings: 0 →" in page.chosen.cost.sentence.text()

    qtbot.mouseClick(page.chosen.cost.swap_button, LEFT)
    after = plan(desk)
    assert after.itinerary(one)[0] == before.itinerary(other)[0]
    assert after.itinerary(other)[0] == before.itinerary(one)[0]
    shown = int(page.certificate.repeats.value.text())
    assert shown == after.certificate.repeat_meetings

    desk.history.undo()
    assert plan(desk).seats == before.seats
    assert plan(desk).certificate == before.certificate
    desk.history.redo()
    assert plan(desk).seats == after.seats


def test_a_swap_that_breaks_a_rule_says_whose(qtbot, desk, seated, page):
    rules = desk.services.cafes.get().rules
    first, second = seat(page, 0, 1), seat(page, 1, 1)
    third = seat(page, 1, 2)
    apart = (frozenset({first.person, third.person}),)
    page._presenter.set_rules("keep people apart", apart=apart)
    assert rules.apart == ()

    click(qtbot, page, 0, 1)
    click(qtbot, page, 1, 1, modifier=CONTROL)

    assert page._presenter.people == (first.person, second.person)
    told = page.chosen.cost.violations.text()
    assert first.name in told
    assert third.name in told


def test_a_swap_at_the_same_table_is_told_to_be_none(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    click(qtbot, page, 0, 2, modifier=CONTROL)

    assert not page.chosen.cost.swap_button.isEnabled()
    assert page.chosen.cost.sentence.text()


def test_a_swap_partner_is_chosen_by_name_from_the_menu(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    first, second = seat(page, 0, 1), seat(page, 1, 1)
    page.room.view.swap_asked.emit(first.person)
    assert page.chosen.partner_edit.hasFocus()

    page.chosen.partner_edit.insert(second.name)
    qtbot.keyClick(page.chosen.partner_edit, Qt.Key.Key_Return)

    assert page._presenter.people[0] == first.person
    assert page.chosen.cost.isVisible()
