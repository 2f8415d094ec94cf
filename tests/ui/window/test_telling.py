"""What the window tells and takes back: undo, bars that come and go."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox

from tests.cafes import add_people
from tests.ui.hands import retype
from tests.ui.window.hands import entry
from tests.ui.window.measures import USED_BY_HAND, visible
from wcafe.errors import BadDay, CannotRead, CannotWrite, EmptyNote
from wcafe.ui.window.keys import KeysWindow
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


def settle():
    for _turn in range(4):
        QCoreApplication.processEvents()


def place_in(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("workspace", Workspace)
def test_what_is_told_covers_nothing_and_moves_nothing(qtbot, at_work, workspace):
    window = at_work.window
    window.go(workspace)
    page = window.page(workspace)
    settle()
    before = [place_in(window, each) for each in visible(page, *USED_BY_HAND)]

    window.tell.done("Something was done.", "Undo", lambda: None)
    settle()

    assert [place_in(window, each) for each in visible(page, *USED_BY_HAND)] == before
    bar = place_in(window, window.tell)
    assert not bar.intersects(place_in(window, page))
    assert not bar.intersects(place_in(window, window.side))
    assert place_in(window, window.centralWidget()).contains(bar)


def test_a_long_message_is_whole_and_stays_until_somebody_closes_it(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    page = window.page(Workspace.PEOPLE)
    names = ", ".join(f"Person {number}" for number in range(60))

    window.tell.done(f"No badge was printed for people who come to no round: {names}.")
    settle()

    words = window.tell.sentence
    assert words.height() >= words.heightForWidth(words.width())
    assert window.tell.words.viewport().height() >= words.height()
    assert not place_in(window, window.tell).intersects(place_in(window, page))
    window.tell._timer.timeout.emit()
    assert window.tell.isVisible(), "a page that grew by itself would move under the mouse"
    window.tell.done("Short.")
    settle()
    window.tell._timer.timeout.emit()
    assert not window.tell.isVisible()


def test_short_words_are_seen_after_long_ones_on_another_page_and_in_another_size(at_work):
    window, go_on = at_work.window, threading.Event()
    window.resize(1264, 752)
    window.go(Workspace.PLAN)
    settle()
    window.tell.warn("A long one. " * 40, Workspace.PLAN)
    settle()
    at_work.cafe.tasks.run(
        "Composing…", lambda _job: go_on.wait(30), done=lambda _: None, failed=lambda _: None
    )
    window.resize(944, 492)
    window.tell.dismiss()
    window.go(Workspace.PEOPLE)
    settle()

    window.tell.done("58 people imported.", "Undo", lambda: None)
    settle()

    words, place = window.tell.sentence, window.tell.words.viewport()
    assert place.rect().contains(QRect(words.mapTo(place, QPoint(0, 0)), words.size()))
    go_on.set()


def test_more_than_the_window_has_room_for_is_scrolled_by_the_keyboard(qtbot, at_work):
    window = at_work.window
    window.resize(960, 540)

    window.show_failure(CannotRead(path="rue.wcafe", reason="word " * 2000))
    settle()

    assert window.size().toTuple() == (960, 540)
    assert window.tell.words.verticalScrollBar().maximum() > 0
    assert window.tell.words.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert window.tell.close_button.isVisible()


def test_an_error_stays_with_its_page_and_waits_there(at_work):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    people = window.page(Workspace.PEOPLE)._presenter
    wrong = CannotRead(path="liste.pdf", reason="no list")

    people.failed.emit(wrong)
    assert window.tell.error is wrong
    window.go(Workspace.PLAN)
    assert not window.tell.isVisible()
    window.tell.done("Something was done here.")
    window.go(Workspace.PEOPLE)
    assert window.tell.error is wrong
    assert window.tell.isVisible()

    window.tell.dismiss()
    window.go(Workspace.PLAN)
    window.go(Workspace.PEOPLE)
    assert not window.tell.isVisible(), "closed is closed"


def test_what_goes_wrong_on_a_page_out_of_sight_says_of_which(at_work):
    window = at_work.window
    people = window.page(Workspace.PEOPLE)._presenter
    window.go(Workspace.PLAN)

    people.failed.emit(CannotRead(path="liste.pdf", reason="no list"))
    assert window.tell.sentence.text().startswith("People: ")

    window.go(Workspace.NOTES)
    assert not window.tell.isVisible()
    window.go(Workspace.PEOPLE)
    assert window.tell.isVisible()


def test_what_the_disk_refuses_concerns_every_page(at_work):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    refused = CannotWrite(path=at_work.cafe.services.place.path, reason="disk full")

    window.page(Workspace.PEOPLE)._presenter.failed.emit(refused)
    window.go(Workspace.PLAN)

    assert window.tell.error is refused


def test_an_error_goes_once_what_was_refused_is_done(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.CAFE)
    when = window.page(Workspace.CAFE).details
    retype(qtbot, when.day_edit, "the other day")
    assert isinstance(window.tell.error, BadDay)

    retype(qtbot, when.title_edit, "Another title")
    assert isinstance(window.tell.error, BadDay), "that was not the cause"
    retype(qtbot, when.day_edit, "3/12/2026")
    assert not window.tell.isVisible()

    retype(qtbot, when.starts_edit, "late")
    assert window.tell.isVisible()
    retype(qtbot, when.starts_edit, "14h")
    assert not window.tell.isVisible()


def test_a_list_that_cannot_be_read_is_forgotten_once_another_one_is(qtbot, at_work, tmp_path):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    page = window.page(Workspace.PEOPLE)
    page.take_list(tmp_path / "gone.csv")
    qtbot.waitUntil(window.tell.isVisible)
    good = tmp_path / "people.csv"
    good.write_text("First name;Family name\nAnn;Roy\n")

    page.take_list(good)

    qtbot.waitUntil(lambda: page._presenter.importing.arrival is not None)
    assert not window.tell.isVisible()


def test_work_under_way_is_shown_in_the_strip_and_moves_nothing(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.PLAN)
    settle()
    before = window.page(Workspace.PLAN).geometry()
    go_on = threading.Event()

    at_work.cafe.tasks.run(
        "Composing…", lambda _job: go_on.wait(30), done=lambda _: None, failed=lambda _: None
    )
    settle()
    line = place_in(window, window.foot.work)

    assert window.foot.work.isVisible()
    assert window.page(Workspace.PLAN).geometry() == before
    page = place_in(window, window.page(Workspace.PLAN))
    assert line.left() >= page.left() + 20
    assert line.right() <= page.right() - 20
    assert line.bottom() <= window.height() - 4
    go_on.set()
    qtbot.waitUntil(lambda: not window.foot.work.isVisible())


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


def test_the_keys_of_harvest_stand_on_the_list_of_keys(at_work):
    at_work.window.go(Workspace.NOTES)
    window = KeysWindow(at_work.window)

    said = " · ".join(label.text() for label in window.findChildren(QLabel))

    for key in ("Return", "Shift+Return", "Ctrl+Up", "Alt+Left", "Alt+Up", "F2", "Del", "T", "S"):
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        assert shown in said.split(" · "), key
    assert said.count("Harvest:") >= 11


def test_the_room_window_on_the_only_screen_says_how_it_fills_another(at_work):
    window = at_work.window
    window.go(Workspace.LIVE)

    at_work.room_window()

    assert "double click" in window.tell.sentence.text()
    at_work.room_window()


HOLDING = """
import sys
from pathlib import Path
from wcafe.app import open_for_desk
cafe = open_for_desk(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
cafe.close()
"""


def test_a_café_that_is_open_elsewhere_is_told_in_words(on_desk, cafe_file, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    command = [sys.executable, "-c", HOLDING, str(cafe_file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout.readline() == "held\n"
        opened = on_desk.open(cafe_file)
        other.stdin.close()

    assert not opened
    assert "This café is open on" in said[0]
    assert "Close it there first" in said[0]
