"""Workspaces in windows of their own: one café, several hands, each with its own undo."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, editor, name_theme, texts
from tests.ui.window.hands import entry
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.domain.notes import Kind
from wcafe.doors import doors
from wcafe.ui.widgets.theme import DARK, Look, colours
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def desk(on_desk, path):
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=4))
    assert on_desk.start(path)
    on_desk.window.go(Workspace.NOTES)
    return on_desk


@pytest.fixture
def noted(desk):
    notes = desk.cafe.services.notes
    return [
        notes.get(notes.add(table=n % 4, round_=0, kind=Kind.IDEA, text=f"Thought {n}").note)
        for n in range(40)
    ]


def open_harvest(desk, *, by_theme=False):
    """Open Harvest in one more window, as the menu does."""
    entry(desk, "Open in a new window").trigger()
    window = desk.own_windows.windows[-1]
    window.page.views.setCurrentIndex(int(by_theme))
    settle()
    window.page.list.doItemsLayout()
    return window


def settle():
    for _turn in range(6):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def write(page, text):
    """Type a note and press Enter, as a scribe does."""
    field = page.capture.text_edit
    field.setFocus()
    type_text(field, text)
    page.capture.keep_button.click()


def item(window, name):
    """The menu entry of `window` called `name`."""
    found = [each for each in window.findChildren(QAction) if each.text().replace("&", "") == name]
    assert found, [each.text() for each in window.findChildren(QAction)]
    return found[0]


def started_again(settings, tmp_path, path):
    """The desk as the next start finds it."""
    again = Desk(doors(), settings, home=tmp_path / "home")
    assert again.start(path)
    settle()
    return again


def put_away(desk):
    desk.close()
    desk.window.hide()
    desk.window.deleteLater()


# Opening and closing


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

    desk.speak("fr")
    desk.apply_look(Look.DARK)
    qtbot.waitUntil(lambda: desk.own_windows.windows[0].page.title.text() == "Récolter")

    (window,) = desk.own_windows.windows
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


# What one does, the others show


def test_what_one_window_does_the_others_show_and_none_of_them_moves(qtbot, desk, noted):
    one, other = open_harvest(desk), open_harvest(desk)
    view = other.page.list
    view.verticalScrollBar().setValue(400)
    choose(view, noted[22])
    other.page.filters.search_edit.setFocus()
    type_text(other.page.capture.text_edit, "Half a thou")
    top = view.indexAt(QPoint(view.width() // 2, 2)).row()
    held = view.notes.rows[top].key, view.visualRect(view.notes.index(top)).top()
    focus = other.focusWidget()

    write(one.page, "A new note of the first table")
    qtbot.waitUntil(lambda: "A new note of the first table" in texts(view))

    place = view.notes.row_of(held[0])
    assert view.visualRect(view.notes.index(place)).top() == held[1]
    assert view.chosen_notes == [noted[22].id]
    assert other.focusWidget() is focus
    assert other.page.capture.text_edit.toPlainText() == "Half a thou"


def test_each_window_has_its_own_view_filter_and_draft_place(desk, noted):
    one, other = open_harvest(desk), open_harvest(desk, by_theme=True)

    one.page.filters.search_edit.setText("Thought 7")
    one.page.capture.go_to(2, 1)
    settle()

    assert texts(one.page.list) == ["Thought 7"]
    assert len(texts(other.page.columns.unsorted.list)) == 40
    assert other.page.capture._presenter.draft.table == 0


def test_half_typed_words_outlive_a_note_that_another_window_deletes(qtbot, desk, noted):
    one, other = open_harvest(desk), open_harvest(desk)
    view = one.page.list
    view.setCurrentIndex(view.notes.index(view.notes.row_of(noted[3].id)))
    view.edit_current()
    editor(view).setPlainText("Other words for it")

    other.page._presenter.delete([noted[3]])
    settle()
    assert editor(view).toPlainText() == "Other words for it"
    qtbot.keyClick(editor(view), Qt.Key.Key_Return)
    settle()

    assert "Other words for it" in texts(other.page.list)
    assert "deleted meanwhile" in one.tell.sentence.text()


def test_half_typed_words_outlive_the_theme_that_another_window_removes(qtbot, desk, noted):
    theme = name_theme(desk.cafe.services, "Gardens", *noted[:3])
    one, other = open_harvest(desk, by_theme=True), open_harvest(desk)
    view = one.page.columns.columns[0].list
    view.setCurrentIndex(view.notes.index(0))
    view.edit_current()
    editor(view).setPlainText("Other words for it")

    other.page._presenter.sorting.remove_theme(theme.id)
    settle()
    assert editor(view).toPlainText() == "Other words for it"
    qtbot.keyClick(editor(view), Qt.Key.Key_Return)
    settle()

    assert "Other words for it" in texts(one.page.columns.unsorted.list)
    assert one.page.columns.columns == [one.page.columns.unsorted]


def test_the_same_note_edited_in_two_windows_becomes_two_versions_that_are_told(qtbot, desk, noted):
    one, other = open_harvest(desk), open_harvest(desk)
    for window, words in ((one, "What one says"), (other, "What the other says")):
        view = window.page.list
        view.setCurrentIndex(view.notes.index(view.notes.row_of(noted[5].id)))
        view.edit_current()
        editor(view).setPlainText(words)

    for window in (one, other):
        qtbot.keyClick(editor(window.page.list), Qt.Key.Key_Return)
        settle()

    assert {"What one says", "What the other says"} <= set(
        texts(desk.window.page(Workspace.NOTES).list)
    )
    assert "second version" in other.tell.sentence.text()


# Drafts


def test_two_windows_that_type_at_once_keep_their_drafts_apart_over_a_restart(
    desk, settings, tmp_path, path
):
    one, other = open_harvest(desk), open_harvest(desk)
    pages = (desk.window.page(Workspace.NOTES), one.page, other.page)
    for place, page in enumerate(pages):
        page.capture.go_to(place, 0)
        type_text(page.capture.text_edit, f"Half of the words of hand {place}")
        page.capture.keep_typed()  # as after a moment without a key

    desk.cafe.services.close()  # as a kill would: nothing is said to any window
    desk.cafe = None
    again = started_again(settings, tmp_path, path)

    again.window.go(Workspace.NOTES)
    pages = (again.window.page(Workspace.NOTES), *(w.page for w in again.own_windows.windows))
    drafts = [page.capture._presenter.draft for page in pages]
    assert [each.text for each in drafts] == [f"Half of the words of hand {n}" for n in range(3)]
    assert [each.table for each in drafts] == [0, 1, 2]
    put_away(again)


def test_words_of_a_window_that_was_closed_wait_for_the_next_one(desk):
    window = open_harvest(desk)
    type_text(window.page.capture.text_edit, "Half a thought")
    window.close()
    settle()

    assert open_harvest(desk).page.capture.text_edit.toPlainText() == "Half a thought"


# Undo


@pytest.fixture
def hands(desk, noted):
    """A scribe and a grouper, in windows of their own."""
    return SimpleNamespace(scribe=open_harvest(desk), grouper=open_harvest(desk, by_theme=True))


def test_undo_takes_back_what_its_own_window_did_and_says_so(desk, noted, hands):
    hands.grouper.page._presenter.sorting.file_under_new([noted[0].id], "Gardens")
    write(hands.scribe.page, "Written after it")
    settle()

    item(hands.grouper, "Undo: name a new theme").trigger()
    settle()

    assert desk.cafe.services.synthesis.themes() == ()
    assert "Written after it" in {note.text for note in desk.cafe.services.notes.all()}
    assert hands.grouper.tell.sentence.text() == "Undone: name a new theme"
    assert hands.scribe.page._presenter.desk.history.undoText() == "write a note"


def test_undo_forgets_what_another_window_changed_since(desk, noted, hands):
    scribe, grouper = hands.scribe.page._presenter, hands.grouper.page._presenter
    scribe.reword(noted[0], "Once more")
    scribe.reword(noted[1], "And another")
    settle()
    changed = desk.cafe.services.notes.get(noted[1].id)
    grouper.set_kind([changed], Kind.ACTION)
    settle()

    assert scribe.desk.history.count() == 1
    hands.scribe.pages.undo()

    assert desk.cafe.services.notes.get(noted[0].id).text == "Thought 0"
    kept = desk.cafe.services.notes.get(noted[1].id)
    assert (kept.text, kept.kind) == ("And another", Kind.ACTION)


def test_what_another_window_joins_costs_no_other_undo(desk, noted, hands):
    scribe, grouper = hands.scribe.page._presenter, hands.grouper.page._presenter
    scribe.reword(noted[0], "Once more")
    settle()

    grouper.steps.join([noted[4], noted[8]])
    settle()

    assert scribe.desk.history.count() == 1


def test_the_café_changed_in_two_windows_is_never_put_back_over_the_other(desk):
    desk.window.go(Workspace.CAFE)
    desk.open_window(Workspace.CAFE, desk.window)
    main = desk.window.page(Workspace.CAFE)._presenter
    other = desk.own_windows.windows[0].page._presenter

    main.rename("Ours")
    settle()
    other.set_purpose("Theirs")
    settle()
    desk.window.pages.undo()
    settle()

    cafe = desk.cafe.services.cafes.get()
    assert (cafe.title, cafe.purpose) == ("Ours", "Theirs")
    assert not desk.history.canUndo()


def test_a_window_that_goes_leaves_nothing_behind(desk, noted):
    def left():
        open_harvest(desk).close()
        settle()
        return len(QApplication.topLevelWidgets()), len(desk.own_windows.children())

    left()

    assert left() == left()
