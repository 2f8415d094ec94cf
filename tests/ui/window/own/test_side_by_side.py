"""What one window does the others show, and nothing moves in them."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, editor, name_theme, texts
from tests.ui.window.own.hands import open_harvest, settle, write
from wcafe.ui.window.workspaces import Workspace


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


def test_a_list_shows_what_others_do_around_a_note_that_is_being_edited(qtbot, desk, noted):
    one, other = open_harvest(desk), open_harvest(desk)
    view = one.page.list
    view.verticalScrollBar().setValue(400)
    place = view.notes.row_of(noted[22].id)
    view.setCurrentIndex(view.notes.index(place))
    view.edit_current()
    words = editor(view)
    words.setPlainText("Half of other words")
    settle()
    top = words.y()

    other.page._presenter.delete([noted[0]])
    write(other.page, "Written meanwhile")
    qtbot.waitUntil(lambda: "Written meanwhile" in texts(view))

    assert "Thought 0" not in texts(view)
    assert editor(view) is words
    assert words.toPlainText() == "Half of other words"
    assert words.hasFocus() or one.focusWidget() is words
    assert words.y() == top
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert "Half of other words" in texts(view)


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
