"""Notes that come from other threads while somebody works: all are shown, and nothing jumps."""

import threading
import time

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication

from wcafe.domain.kinds import Kind
from wcafe.doors import doors
from wcafe.ui.settings import Settings
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace

HERE, COMING = 60, 90


@pytest.fixture
def harvest(qapp, qtbot, cafe_file, tmp_path):
    """The desk with Harvest on screen and some notes in it."""
    settings = Settings(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))
    desk = Desk(doors(), settings, home=tmp_path)
    desk.start(cafe_file)
    desk.window.go(Workspace.NOTES)
    qtbot.waitExposed(desk.window)
    add_notes(desk.cafe.services, range(HERE))
    page = desk.window.page(Workspace.NOTES)
    qtbot.waitUntil(lambda: len(shown(page)) == HERE)
    qtbot.waitUntil(lambda: not desk.cafe.bus._moment.isActive())
    yield desk, page
    desk.close()
    desk.window.hide()
    desk.window.deleteLater()


def add_notes(services, numbers):
    for number in numbers:
        services.notes.add(
            table=number * 7 % 12, round_=number % 3, kind=Kind.IDEA, text=f"Idea {number}"
        )


def shown(page):
    """Return the texts of the notes in the list, from top to bottom."""
    return [row.note.text for row in page.list.notes.rows if hasattr(row, "note")]


def a_note_of(view):
    """Return the place of a note in the middle of the list."""
    return next(place for place in range(30, 60) if hasattr(view.notes.rows[place], "note"))


def arrive(services, phones=3):
    """Let notes come from several threads at once, as from phones."""

    def send(phone):
        for number in range(HERE + phone, HERE + COMING, phones):
            add_notes(services, [number])
            time.sleep(0.01)

    threads = [threading.Thread(target=send, args=(phone,)) for phone in range(phones)]
    for thread in threads:
        thread.start()
    return threads


def test_notes_from_other_threads_are_all_shown_and_nothing_jumps(qtbot, harvest):
    desk, page = harvest
    page.capture.text_edit.setPlainText("Half an ide")
    view = page.list
    view.setCurrentIndex(view.notes.index(a_note_of(view)))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    chosen = view.chosen_notes
    top = view.indexAt(QPoint(view.width() // 2, 2))
    at_top = (view.notes.rows[top.row()].key, view.visualRect(top).top())
    looks = []
    page._presenter.shown.connect(lambda: looks.append(1))

    threads = arrive(desk.cafe.services)
    qtbot.waitUntil(lambda: len(shown(page)) == HERE + COMING)
    for thread in threads:
        thread.join()

    assert sorted(shown(page)) == sorted(f"Idea {number}" for number in range(HERE + COMING))
    assert view.chosen_notes == chosen
    now = view.indexAt(QPoint(view.width() // 2, 2))
    assert (view.notes.rows[now.row()].key, view.visualRect(now).top()) == at_top
    assert page.capture.text_edit.toPlainText() == "Half an ide"
    assert len(looks) < COMING / 2  # several are looked at as one


def test_words_being_changed_in_the_list_stay_while_notes_come(qtbot, harvest):
    desk, page = harvest
    view = page.list
    view.setCurrentIndex(view.notes.index(a_note_of(view)))
    view.edit_current()
    view.cards.editor.setPlainText("Half a chang")
    edited = view.notes.rows[view.cards.edited.row()].key

    arrive(desk.cafe.services)
    qtbot.waitUntil(lambda: len(page._presenter.notes) == HERE + COMING)
    assert view.cards.editor.toPlainText() == "Half a chang"

    assert view.keep_typed()
    qtbot.waitUntil(lambda: len(shown(page)) == HERE + COMING)
    assert desk.cafe.services.notes.get(edited).text == "Half a chang"


def test_notes_that_come_while_harvest_is_not_on_screen_are_there_when_it_is(qtbot, harvest):
    desk, page = harvest
    desk.window.go(Workspace.CAFE)
    looks = []
    page._presenter.shown.connect(lambda: looks.append(1))
    for thread in arrive(desk.cafe.services):
        thread.join()
    qtbot.waitUntil(lambda: page._presenter._is_behind)
    assert not looks

    desk.window.go(Workspace.NOTES)
    assert len(shown(page)) == HERE + COMING


def test_undo_forgets_at_once_what_somebody_else_changed_unseen(qtbot, harvest):
    desk, page = harvest
    presenter, services = page._presenter, desk.cafe.services
    note, other = presenter.notes[:2]
    assert presenter.reword(note, "Mine")
    assert presenter.reword(other, "Mine too")
    desk.window.go(Workspace.CAFE)
    services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Another")
    services.notes.put(services.notes.get(note.id), base=2)  # says the same: nothing is forgotten
    QApplication.processEvents()
    assert desk.history.count() == 2

    theirs = services.notes.get(note.id)
    services.notes.delete(theirs.id, base=theirs.rev)
    qtbot.waitUntil(lambda: desk.history.count() == 1)
    desk.history.undo()
    assert services.notes.get(other.id).text == other.text
    assert services.notes.get(note.id).is_deleted
