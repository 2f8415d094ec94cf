"""What the window tells and takes back: undo, bars that come and go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from tests.cafes import add_people
from tests.ui.hands import retype
from tests.ui.window.hands import entry
from wcafe.errors import CannotWrite, EmptyNote
from wcafe.ui.window.workspaces import Workspace


def test_undo_says_what_it_would_undo(at_work):
    services = at_work.cafe.services
    page = at_work.window.page(Workspace.CAFE)
    page.details.title_edit.setText("Other")
    page.details.title_edit.keep()

    entry(at_work, "Undo: rename the café").trigger()

    assert services.cafes.get().title == "Notre rue"
    assert entry(at_work, "Redo: rename the café").isEnabled()


def test_who_was_removed_is_brought_back_by_the_button_beside_the_words(qtbot, at_work):
    services, window = at_work.cafe.services, at_work.window
    gone = add_people(services, 3)[1]
    window.go(Workspace.PEOPLE)
    qtbot.waitUntil(lambda: len(window.page(Workspace.PEOPLE)._presenter.people) == 3)

    window.page(Workspace.PEOPLE)._presenter.remove([gone.id])
    assert window.tell.offer_button.text() == "Undo"
    qtbot.mouseClick(window.tell.offer_button, Qt.MouseButton.LeftButton)

    assert [each.id for each in services.people.all()][1] == gone.id
    assert not window.tell.isVisible()


def test_the_button_goes_once_something_else_was_done(qtbot, at_work):
    add_people(at_work.cafe.services, 3)
    page = at_work.window.page(Workspace.PEOPLE)
    at_work.window.go(Workspace.PEOPLE)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 3)
    page._presenter.remove([page._presenter.people[0].id])

    page._presenter.add("Zoé", "d'Ân-Lê")

    assert not at_work.window.tell.isVisible()


def test_what_is_told_moves_nothing_and_does_not_hide_the_field_with_the_keyboard(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    qtbot.waitActive(window)
    page = window.page(Workspace.PEOPLE)
    title = page.title.mapTo(window, QPoint(0, 0))
    page.setFocus()

    window.tell.done("Something was done.")
    assert page.title.mapTo(window, QPoint(0, 0)) == title
    assert window.tell.geometry().bottom() <= page.height()
    foot = QLineEdit(page)
    foot.setGeometry(window.tell.geometry())
    foot.show()
    foot.setFocus()
    assert not window.tell.geometry().intersects(foot.geometry())

    window.go(Workspace.LIVE)  # a page that is made after the bar
    shown = window.page(Workspace.LIVE)
    above = [each for each in shown.parent().children() if each in (shown, window.tell)]
    assert above[-1] is window.tell


def test_a_note_without_words_is_forgiven_on_another_workspace_and_when_words_come(at_work):
    window = at_work.window
    window.go(Workspace.NOTES)
    field = window.page(Workspace.NOTES).capture.text_edit

    window.show_failure(EmptyNote())
    assert window.tell.isVisible()
    field.setPlainText("Words")
    assert not window.tell.isVisible()

    window.show_failure(EmptyNote())
    window.go(Workspace.CAFE)
    assert not window.tell.isVisible()

    window.show_failure(CannotWrite(path="rue.wcafe", reason="disk full"))
    window.go(Workspace.NOTES)
    assert window.tell.isVisible(), "that must be read"


def test_a_field_without_typing_leaves_undo_and_redo_to_the_café(qtbot, at_work):
    window, cafes = at_work.window, at_work.cafe.services.cafes
    window.go(Workspace.CAFE)
    page = window.page(Workspace.CAFE)
    before = cafes.get().title
    retype(qtbot, page.findChild(QLineEdit), "Another title")
    assert cafes.get().title == "Another title"
    window.go(Workspace.PEOPLE)
    qtbot.waitActive(window)
    field = window.page(Workspace.PEOPLE).findChild(QLineEdit)
    field.setFocus()

    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cafes.get().title == before
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, shifted)
    assert cafes.get().title == "Another title"

    qtbot.keyClicks(field, "Zo")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "", "its own typing comes first"
    assert cafes.get().title == "Another title"
