"""The rules of a plan: switched, chosen, colliding."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.ui.plan.hands import composed
from wcafe.domain.cafe import HostMode

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def test_the_colour_is_something_people_have_or_said_to_be_none(qtbot, opened, desk, page):
    add_people(opened, 12)
    qtbot.waitUntil(page.first_button.isEnabled)
    composed(qtbot, desk, page.first_button)
    assert page.room.colour_edit.currentText() == "none"
    assert not page.room.colour_edit.isEnabled()

    own = [
        replace(each, attributes=(("Âge", str(n % 3)),))
        for n, each in enumerate(opened.people.all())
    ]
    opened.people.save(own)
    qtbot.waitUntil(lambda: page.room.colour_edit.currentText() == "Âge")


@pytest.mark.parametrize(
    ("switch", "rule"), [("distinct_switch", "distinct_tables"), ("home_switch", "return_home")]
)
def test_a_rule_is_switched_marks_the_plan_stale_and_is_undone(
    qtbot, desk, seated, page, switch, rule
):
    button = getattr(page.rules, switch)
    before = getattr(desk.services.cafes.get().rules, rule)

    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert getattr(desk.services.cafes.get().rules, rule) is not before
    assert page.stale.isVisible()

    desk.history.undo()
    assert getattr(desk.services.cafes.get().rules, rule) is before
    assert button.isChecked() is before
    assert not page.stale.isVisible()


def test_hosts_and_mixing_are_chosen(qtbot, desk, seated, page):
    qtbot.keyClick(page.rules.hosts_edit, Qt.Key.Key_End)
    qtbot.mouseClick(page.rules.mix_switches["group"], LEFT)

    rules = desk.services.cafes.get().rules
    assert rules.hosts is HostMode.NONE
    assert "group" not in rules.mixed
    assert "organisation" in rules.mixed


def test_people_are_kept_apart_by_ticking_and_let_go_again(qtbot, desk, seated, page):
    qtbot.mouseClick(page.rules.edit_button, LEFT)
    dialog = page.rules.dialog
    assert not dialog.apart_button.isEnabled()
    ticked = [dialog.people_list.item(row) for row in (0, 3)]
    for item in ticked:
        dialog.people_list.setCurrentItem(item)
        qtbot.keyClick(dialog.people_list, Qt.Key.Key_Space)

    qtbot.mouseClick(dialog.apart_button, LEFT)
    (group,) = desk.services.cafes.get().rules.apart
    names = {p.name for p in seated if p.id in group}
    assert names == {item.text() for item in ticked}
    assert dialog.groups_list.count() == 1
    assert "1 kept apart" in page.rules.pairs_caption.text()

    dialog.groups_list.setCurrentRow(0)
    qtbot.keyClick(dialog.groups_list, Qt.Key.Key_Delete)
    assert desk.services.cafes.get().rules.apart == ()
    desk.history.undo()
    assert desk.services.cafes.get().rules.apart == (group,)
    qtbot.mouseClick(dialog.close_button, LEFT)


def test_the_same_two_are_not_kept_apart_and_together(qtbot, desk, seated, page):
    page.rules.edit_button.click()
    dialog = page.rules.dialog
    first, second, third = (dialog.people_list.item(row) for row in (0, 3, 5))

    def tick(*items):
        for item in items:
            item.setCheckState(Qt.CheckState.Checked)

    tick(first, second)
    dialog.together_button.click()
    tick(second, third)
    dialog.together_button.click()
    tick(third, first)
    dialog.filter_edit.setText(second.text())
    assert dialog.chosen.text() == f"2 chosen: {first.text()}, {third.text()}"
    dialog.apart_button.click()

    assert desk.services.cafes.get().rules.apart == ()
    assert dialog.refusal.isVisible()
    assert first.text() in dialog.refusal.text()
    assert third.text() in dialog.refusal.text()
    assert first.checkState() is Qt.CheckState.Checked

    first.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.refusal.isVisible()
    dialog.accept()


def test_a_collision_names_all_the_rules_that_take_part_in_it(qtbot, desk, seated, page):
    pair = frozenset(person.id for person in seated[-2:])
    page._presenter.set_rules("both", apart=(pair,), together=(pair,))

    composed(qtbot, desk, page.compose_button)

    told = page.collisions.sentence.text()
    assert "are kept apart" in told
    assert "sit together" in told
    assert all(person.name in told for person in seated[-2:])
