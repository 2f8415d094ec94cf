"""Workspaces in windows of their own: opened, closed, and there again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import type_text
from tests.ui.notes.hands import editor
from tests.ui.window.hands import entry
from tests.ui.window.own.hands import item, open_harvest, put_away, settle, started_again
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.errors import CannotWrite
from wcafe.ui.widgets.theme import DARK, Look, colours
from wcafe.ui.window.workspaces import Workspace


def test_a_workspace_opens_in_a_window_that_says_café_and_workspace(desk):
    window = open_harvest(desk)

    assert window.windowTitle() == "Notre rue – Harvest 2 – wcafe"
    assert window.isVisible()
    assert window.page is not desk.window.page(Workspace.NOTES)
    assert item(window, "Close the window").shortcut().toString() == "Ctrl+W"


def test_a_step_of_the_side_bar_offers_a_window_of_its_own(desk):
    side = desk.window.side
    policy = side.steps[Workspace.SYNTHESIS.place].contextMenuPolicy()

    side.make_menu(Workspace.SYNTHESIS.place).actions()[0].trigger()

    assert policy is Qt.ContextMenuPolicy.CustomContextMenu

    assert [each.workspace for each in desk.own_windows.windows] == [Workspace.SYNTHESIS]


@pytest.mark.parametrize("workspace", list(Workspace))
def test_every_workspace_can_have_a_window_of_its_own(desk, noted, workspace):
    desk.window.go(workspace)

    entry(desk, "Open in a new window").trigger()
    settle()

    (window,) = desk.own_windows.windows
    assert window.workspace is workspace
    window.close()
    settle()
    assert desk.own_windows.windows == []


def test_a_window_shows_at_first_what_the_one_it_comes_from_shows(desk, noted):
    desk.window.page(Workspace.NOTES).views.setCurrentIndex(1)

    entry(desk, "Open in a new window").trigger()

    assert desk.own_windows.windows[0].page.views.currentIndex() == 1


def test_a_window_is_closed_and_the_café_stays_open_with_what_was_typed(desk, noted):
    window = open_harvest(desk)
    window.page.list.setCurrentIndex(window.page.list.notes.index(1))
    window.page.list.edit_current()
    editor(window.page.list).setPlainText("Typed in a window that goes")

    item(window, "Close the window").trigger()
    settle()

    assert desk.own_windows.windows == []
    assert desk.window.isVisible()
    assert "Typed in a window that goes" in {n.text for n in desk.cafe.services.notes.all()}


def test_another_café_closes_them_and_the_first_one_has_them_again(desk, path, tmp_path):
    open_harvest(desk, by_theme=True)
    other = tmp_path / "other.wcafe"
    app.create_cafe(other, draft(title="Other", language="fr", tables=3))

    assert desk.open(other)
    settle()
    assert desk.own_windows.windows == []

    assert desk.open(path)
    settle()
    (window,) = desk.own_windows.windows
    assert window.windowTitle() == "Notre rue – Harvest 2 – wcafe"
    assert window.page.views.currentIndex() == 1


def test_closing_the_main_window_closes_all_and_the_next_start_has_them_where_they_were(
    desk, settings, tmp_path, path
):
    open_harvest(desk, by_theme=True)
    open_harvest(desk)
    desk.own_windows.windows[0].setGeometry(70, 60, 640, 500)

    desk.window.close()
    settle()
    again = started_again(settings, tmp_path, path)

    first, second = again.own_windows.windows
    assert (first.width(), first.height()) == (640, 500)
    assert first.geometry().topLeft() == QPoint(70, 60)
    assert [each.page.views.currentIndex() for each in (first, second)] == [1, 0]
    put_away(again)


def test_settings_that_hold_nonsense_open_no_window(desk, settings, tmp_path, path):
    cafe = desk.cafe.services.cafes.get()
    desk.close()
    settings.keep_text(f"windows:{cafe.id}", '[["kitchen", 2, 0], 7]')

    again = started_again(settings, tmp_path, path)

    assert again.own_windows.windows == []
    put_away(again)


def test_language_and_look_reach_all_windows_and_nothing_typed_is_lost(qtbot, desk, noted):
    window = open_harvest(desk)
    type_text(window.page.capture.text_edit, "Half a thought")

    qtbot.waitActive(window)

    desk.speak("fr")
    desk.apply_look(Look.DARK)
    qtbot.waitUntil(lambda: desk.own_windows.windows[0].page.title.text() == "Récolter")

    (window,) = desk.own_windows.windows
    qtbot.waitActive(window)
    assert window.windowTitle() == "Notre rue – Récolter 2 – wcafe"
    assert window.page.capture.text_edit.toPlainText() == "Half a thought"
    assert colours() is DARK
    assert item(window, "Fermer la fenêtre")


def test_the_next_window_has_the_keyboard_and_a_page_leads_to_the_main_one(qtbot, desk):
    window = open_harvest(desk)
    qtbot.waitActive(window)

    item(window, "Next window").trigger()
    qtbot.waitActive(desk.window)
    entry(desk, "Next window").trigger()
    qtbot.waitActive(window)

    item(window, "Prepare").trigger()
    qtbot.waitActive(desk.window)
    assert desk.window.here is Workspace.CAFE
    assert window.page.title.text() == "Harvest"


def test_a_window_of_its_own_says_whether_all_is_saved(desk):
    window = open_harvest(desk)

    assert window.saved.words.text().startswith("All saved · ")


def test_of_two_windows_that_show_the_clock_one_rings(desk):
    desk.window.go(Workspace.CAFE)
    desk.open_window(Workspace.LIVE, desk.window)

    window = desk.own_windows.windows[0]
    assert desk.window.page(Workspace.LIVE)._presenter._rings
    assert not window.page._presenter._rings
    assert window.page._presenter._steady is None  # or a clock that was set would count twice


def test_a_window_that_goes_leaves_nothing_behind(desk, noted):
    def left():
        open_harvest(desk).close()
        settle()
        return len(QApplication.topLevelWidgets()), len(desk.own_windows.children())

    left()

    assert left() == left()


def test_a_window_whose_words_cannot_be_kept_stays_with_them(qtbot, desk, noted, monkeypatch):
    window = open_harvest(desk)
    view = window.page.list
    view.setCurrentIndex(view.notes.index(1))
    view.edit_current()
    editor(view).setPlainText("Too fine to be lost")

    def refuse(*_args, **_facts):
        raise CannotWrite(path="rue.wcafe", reason="disk full")

    with monkeypatch.context() as full:
        full.setattr("wcafe.services.notes.NoteService.change", refuse)
        window.close()
        settle()
    assert window.isVisible()
    assert editor(view).toPlainText() == "Too fine to be lost"
    assert "cannot be written" in window.tell.sentence.text()

    window.close()
    settle()
    assert desk.own_windows.windows == []
    assert "Too fine to be lost" in {note.text for note in desk.cafe.services.notes.all()}
