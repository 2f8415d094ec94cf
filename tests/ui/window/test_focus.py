"""The keyboard stays where the hand was, whatever happens to the button under it."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people
from wcafe.domain.agenda import LineKind
from wcafe.domain.kinds import Kind
from wcafe.ui.plan.pairs import PairsDialog
from wcafe.ui.window.workspaces import Workspace

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def settle():
    for _turn in range(5):
        QCoreApplication.processEvents()


def focus():
    return QApplication.focusWidget()


@pytest.fixture
def planned(qtbot, at_work):
    """A plan for twelve people, and its page."""
    services = at_work.cafe.services
    add_people(services, 12)
    services.plans.compose(seconds=0.2)
    at_work.window.go(Workspace.PLAN)
    qtbot.waitActive(at_work.window)
    page = at_work.window.page(Workspace.PLAN)
    qtbot.waitUntil(lambda: page._presenter.plan is not None and page._presenter.can_compose)
    settle()
    return page


def compose_and_wait(qtbot, page, wish):
    hosts = page._presenter.cafe.rules.hosts
    with qtbot.waitSignal(page._presenter.desk.tasks.ended):
        wish()
        settle()
        assert focus() is not page.rules.hosts_edit
        qtbot.keyClick(focus(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page._presenter.can_compose)
    settle()
    here = focus()
    qtbot.keyClick(here, Qt.Key.Key_Down)
    assert page._presenter.desk.services.cafes.get().rules.hosts is hosts
    return here


def test_composing_by_enter_leaves_the_keyboard_on_its_button(qtbot, planned):
    planned.compose_button.setFocus()

    here = compose_and_wait(qtbot, planned, lambda: qtbot.keyClick(planned.compose_button, ENTER))

    assert here is planned.compose_button


def test_composing_by_its_keys_leaves_the_keyboard_in_the_room(qtbot, planned):
    planned.room.take_focus()
    view = focus()

    here = compose_and_wait(qtbot, planned, lambda: qtbot.keyClick(view, ENTER, CTRL))

    assert here is view


def test_who_goes_elsewhere_while_a_plan_is_composed_is_not_fetched_back(qtbot, planned):
    planned.compose_button.setFocus()
    with qtbot.waitSignal(planned._presenter.desk.tasks.ended):
        qtbot.keyClick(planned.compose_button, ENTER)
        planned.room.find_edit.setFocus()
    qtbot.waitUntil(lambda: planned._presenter.can_compose)
    settle()

    assert focus() is planned.room.find_edit


@pytest.mark.parametrize("is_by_theme", [False, True])
def test_after_notes_were_moved_by_keyboard_the_hand_is_on_the_notes(qtbot, at_work, is_by_theme):
    notes = at_work.cafe.services.notes
    for text in ("One", "Two"):
        notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
    window = at_work.window
    window.go(Workspace.NOTES)
    qtbot.waitActive(window)
    page = window.page(Workspace.NOTES)
    qtbot.waitUntil(lambda: len(page._presenter.notes) == 2)
    page.views.setCurrentIndex(int(is_by_theme))
    shown = page.columns.unsorted.list if is_by_theme else page.list
    shown.setFocus()
    settle()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_A, CTRL)
    page.note_actions.move_button.setFocus()

    page.note_actions.move_menu._to_round(1)()
    page.note_actions.show_chosen([])
    settle()

    assert focus() is shown


def test_a_line_that_moves_on_the_agenda_keeps_the_keyboard(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.CAFE)
    qtbot.waitActive(window)
    agenda = window.page(Workspace.CAFE).agenda
    agenda._on_add(LineKind.BREAK)
    settle()
    line = at_work.cafe.services.cafes.get().agenda[-1].id
    agenda.moves[line, -1].setFocus()

    for _step in range(2):
        qtbot.keyClick(focus(), Qt.Key.Key_Space)
        settle()
        assert focus() is agenda.moves[line, -1]


def test_a_line_that_is_added_is_scrolled_to_and_its_name_can_be_typed(qtbot, at_work):
    window = at_work.window
    window.resize(1100, 560)
    window.go(Workspace.CAFE)
    qtbot.waitActive(window)
    page = window.page(Workspace.CAFE)

    page.agenda._on_add(LineKind.BREAK)
    settle()
    line = at_work.cafe.services.cafes.get().agenda[-1].id
    name = page.agenda.names[line]

    assert focus() is name
    assert name.selectedText() == name.text() != ""
    qtbot.waitUntil(lambda: not name.visibleRegion().isEmpty())
    qtbot.keyClicks(name, "Cake")
    qtbot.keyClick(name, ENTER)
    assert at_work.cafe.services.cafes.get().agenda[-1].title == "Cake"


def test_a_theme_at_the_top_of_its_list_leaves_the_keyboard_there(qtbot, at_work):
    window = at_work.window
    at_work.cafe.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="One")
    window.go(Workspace.SYNTHESIS)
    qtbot.waitActive(window)
    themes = window.page(Workspace.SYNTHESIS).themes
    for name in ("First", "Second"):
        themes._presenter.add_theme(name)
    settle()
    themes.list.setFocus()
    settle()

    qtbot.keyClick(themes.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert themes.list.currentIndex().row() == 0
    assert focus() is themes.list


def test_a_filter_of_people_never_leaves_keys_to_somebody_out_of_sight(qtbot, planned):
    dialog = PairsDialog(planned._presenter, planned.window())
    qtbot.addWidget(dialog)
    dialog.open()
    people = dialog.people_list
    names = [people.item(row).text() for row in range(people.count())]

    for name in (names[2], names[7]):
        dialog.filter_edit.setText(name)
        qtbot.keyClick(people, Qt.Key.Key_Space)
    dialog.filter_edit.setText("nobody at all")
    qtbot.keyClick(people, Qt.Key.Key_Space)
    dialog.filter_edit.clear()

    ticked = [item.text() for item in dialog._ticked_items()]
    assert ticked == [names[2], names[7]]
