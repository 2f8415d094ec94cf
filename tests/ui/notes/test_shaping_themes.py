"""Themes in Harvest merged, split, put in order and named, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.ui.hands import drop, type_text
from tests.ui.notes.hands import choose, name_theme, texts
from wcafe.domain.lengths import CELL
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.name_dialog import NameDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, RETURN, MOVE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.DropAction.MoveAction
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sorted_(qtbot, listed, opened):
    """Harvest by theme: Jardins holds notes 0 and 1, Vélos 2, Se croiser none; three to sort."""
    name_theme(opened, "Jardins", listed.notes[0], listed.notes[1])
    name_theme(opened, "Vélos", listed.notes[2])
    name_theme(opened, "Se croiser")
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 4)
    return listed


def column(sorted_, name):
    columns = sorted_.page.columns.columns
    return next(each for each in columns if name in each.name.text())


def themes(opened):
    return {theme.name: theme.notes for theme in opened.synthesis.themes()}


def marks(opened):
    return {theme.name: theme.mark for theme in opened.synthesis.themes()}


def ids(sorted_, *places):
    return tuple(sorted_.notes[place].id for place in places)


def open_menu(sorted_, name):
    """The entries of the menu of one theme, by their words."""
    head = column(sorted_, name)
    head.menu_button.click()
    menu = [each for each in head.findChildren(QMenu) if each.isVisible()][-1]
    return {action.text(): action for action in menu.actions()}


@pytest.mark.parametrize(
    ("onto", "at", "order"),
    [
        ("Vélos", "head", ["Vélos", "Se croiser"]),
        ("Vélos", "left", ["Jardins", "Vélos", "Se croiser"]),
        ("Vélos", "right", ["Vélos", "Jardins", "Se croiser"]),
        ("Se croiser", "right", ["Vélos", "Se croiser", "Jardins"]),
        ("To sort", "left", ["Jardins", "Vélos", "Se croiser"]),
        ("Jardins", "head", ["Jardins", "Vélos", "Se croiser"]),
    ],
)
def test_a_theme_dragged_by_its_head_goes_into_another_or_beside_it(
    sorted_, opened, desk, onto, at, order
):
    before, marked = opened.synthesis.themes(), marks(opened)
    target = column(sorted_, onto)
    below = target.head.geometry().bottom() + 40
    places = {"head": (30, 20), "left": (20, below), "right": (target.width() - 20, below)}

    drop(target, column(sorted_, "Jardins").head.dragged(), places[at], action=MOVE)

    assert list(themes(opened)) == order
    assert marks(opened) == {name: marked[name] for name in order}
    if "Jardins" not in order:
        assert themes(opened)["Vélos"] == ids(sorted_, 2, 0, 1)
    while desk.history.canUndo():
        desk.history.undo()
    assert themes(opened) == {theme.name: theme.notes for theme in before}
    assert marks(opened) == marked


def test_a_column_says_that_a_drop_on_its_head_merges(sorted_):
    target = column(sorted_, "Vélos")
    dragged = column(sorted_, "Jardins").head.dragged()
    said = []
    target.dragged_over.connect(lambda _is: said.append(target.count.text()))

    drop(target, dragged, (30, 20), action=MOVE)

    assert said[0] == "Drop here: merge the two"
    assert "merge" not in target.count.text()


def test_several_notes_at_once_are_dragged_from_theme_to_theme(sorted_, opened, desk):
    source = column(sorted_, "Jardins")
    choose(source.list, sorted_.notes[0], sorted_.notes[1])
    dragged = source.list.notes.mimeData(source.list.selectionModel().selectedRows())

    assert drop(column(sorted_, "Se croiser"), dragged, action=MOVE)

    assert themes(opened) == {
        "Jardins": (),
        "Vélos": ids(sorted_, 2),
        "Se croiser": ids(sorted_, 0, 1),
    }
    desk.history.undo()
    assert themes(opened)["Jardins"] == ids(sorted_, 0, 1)


def test_m_and_a_word_merge_the_theme_that_has_the_keyboard(qtbot, sorted_, opened, desk):
    source = column(sorted_, "Jardins")
    source.list.setFocus()
    qtbot.keyClick(source.list, Qt.Key.Key_M)
    dialog = source.findChild(MergeDialog)
    assert [dialog.picker.list.item(n).text() for n in range(2)] == ["2. Vélos", "3. Se croiser"]

    type_text(dialog.picker.name_edit, "croiser")
    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        qtbot.keyClick(dialog.picker.name_edit, RETURN)

    assert themes(opened) == {"Vélos": ids(sorted_, 2), "Se croiser": ids(sorted_, 0, 1)}
    assert told.args[0] == "“Jardins” is now part of “Se croiser”: 2 notes."
    desk.history.undo()
    assert list(themes(opened)) == ["Jardins", "Vélos", "Se croiser"]


def test_n_names_a_theme_for_what_is_still_to_sort(qtbot, sorted_, opened):
    to_sort = sorted_.page.columns.unsorted.list
    to_sort.setFocus()
    to_sort.selectionModel().setCurrentIndex(
        to_sort.notes.index(0), to_sort.selectionModel().SelectionFlag.NoUpdate
    )
    first = to_sort.notes.rows[0].note.id

    qtbot.keyClick(to_sort, Qt.Key.Key_N)
    dialog = sorted_.page.columns.unsorted.findChild(NameDialog)
    type_text(dialog.name_edit, "Cours")
    qtbot.keyClick(dialog.name_edit, RETURN)

    assert themes(opened)["Cours"] == (first,)


def test_the_note_under_the_cursor_is_meant_where_none_is_chosen(qtbot, sorted_, opened):
    to_sort = sorted_.page.columns.unsorted.list
    to_sort.setFocus()
    to_sort.selectionModel().setCurrentIndex(
        to_sort.notes.index(0), to_sort.selectionModel().SelectionFlag.NoUpdate
    )
    first = to_sort.notes.rows[0].note.id

    qtbot.keyClick(to_sort, Qt.Key.Key_L)

    (lone,) = [note.id for note in opened.notes.all() if note.is_lone]
    assert lone == first


def test_n_makes_a_theme_of_the_chosen_notes_behind_the_one_they_leave(
    qtbot, sorted_, opened, desk
):
    source = column(sorted_, "Jardins")
    choose(source.list, sorted_.notes[1])
    qtbot.keyClick(source.list, Qt.Key.Key_N)
    dialog = source.findChild(NameDialog)
    type_text(dialog.name_edit, "Cours")
    qtbot.keyClick(dialog.name_edit, RETURN)

    assert themes(opened) == {
        "Jardins": ids(sorted_, 0),
        "Cours": ids(sorted_, 1),
        "Vélos": ids(sorted_, 2),
        "Se croiser": (),
    }
    desk.history.undo()
    assert "Cours" not in themes(opened)
    assert themes(opened)["Jardins"] == ids(sorted_, 0, 1)


def test_all_of_it_is_in_the_menu_of_a_theme(qtbot, sorted_, opened):
    entries = open_menu(sorted_, "Jardins")
    assert not entries["One place earlier"].isEnabled()
    assert not entries["The chosen notes become a theme…"].isEnabled()
    entries["One place later"].trigger()
    assert list(themes(opened)) == ["Vélos", "Jardins", "Se croiser"]

    choose(column(sorted_, "Jardins").list, sorted_.notes[0])
    assert open_menu(sorted_, "Jardins")["The chosen notes become a theme…"].isEnabled()
    open_menu(sorted_, "Vélos")["Merge into another theme…"].trigger()
    dialog = column(sorted_, "Vélos").findChild(MergeDialog)
    qtbot.mouseClick(dialog.merge_button, LEFT)
    assert themes(opened) == {"Jardins": ids(sorted_, 0, 1, 2), "Se croiser": ()}


def test_arrows_take_the_keyboard_to_the_next_column_and_with_control_the_theme(
    qtbot, sorted_, opened
):
    first = column(sorted_, "Jardins").list
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert column(sorted_, "Vélos").list.hasFocus()
    qtbot.keyClick(column(sorted_, "Vélos").list, Qt.Key.Key_Left)
    assert first.hasFocus()

    qtbot.keyClick(first, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert list(themes(opened)) == ["Vélos", "Jardins", "Se croiser"]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert list(themes(opened)) == ["Jardins", "Vélos", "Se croiser"]


def rename(qtbot, sorted_, name, typed):
    head = column(sorted_, name).head
    head.rename()
    dialog = head.findChild(NameDialog)
    dialog.name_edit.setText(typed)
    qtbot.keyClick(dialog.name_edit, RETURN)
    return dialog


@pytest.mark.parametrize("typed", ["Se croiser", "  SE   CROISÉR "])
def test_a_name_that_another_theme_has_offers_the_merge_and_keeps_the_words(
    qtbot, sorted_, opened, typed
):
    dialog = rename(qtbot, sorted_, "Jardins", typed)

    assert dialog.isVisible()
    assert dialog.told.text() == "3. Se croiser is a theme already: 0 notes."
    assert list(themes(opened)) == ["Jardins", "Vélos", "Se croiser"]
    qtbot.keyClick(dialog.name_edit, RETURN)  # said once more, and nothing is merged by Enter
    qtbot.mouseClick(dialog.other_button, LEFT)
    assert dialog.name_edit.text() == typed
    assert not dialog.take_button.isVisible()

    qtbot.keyClick(dialog.name_edit, RETURN)
    qtbot.mouseClick(dialog.take_button, LEFT)
    assert themes(opened) == {"Vélos": ids(sorted_, 2), "Se croiser": ids(sorted_, 0, 1)}


def test_its_own_name_in_other_letters_is_no_other_theme_s(qtbot, sorted_, opened):
    rename(qtbot, sorted_, "Jardins", "JARDINS")

    assert list(themes(opened)) == ["JARDINS", "Vélos", "Se croiser"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("\u200b\u2060", "A theme needs a name"), ("a" * (CELL + 1), "at most 2000 characters")],
)
def test_a_name_that_cannot_be_is_told_below_the_field_and_stays_there(
    qtbot, sorted_, opened, typed, told
):
    dialog = rename(qtbot, sorted_, "Jardins", typed)

    assert told in dialog.told.text()
    assert dialog.name_edit.text() == typed
    assert not dialog.take_button.isVisible()
    assert list(themes(opened)) == ["Jardins", "Vélos", "Se croiser"]
    dialog.name_edit.setText("Parcs")
    assert not dialog.told.isVisible()
    qtbot.keyClick(dialog.name_edit, RETURN)
    assert next(iter(themes(opened))) == "Parcs"


def test_a_new_theme_of_a_name_that_is_there_offers_to_sort_into_that(qtbot, sorted_, opened):
    rest = column(sorted_, "To sort").list
    choose(rest, sorted_.notes[3])
    sorted_.page.note_actions.name_asked.emit()
    dialog = sorted_.page.findChild(NameDialog)
    type_text(dialog.name_edit, "velos")
    qtbot.keyClick(dialog.name_edit, RETURN)
    qtbot.mouseClick(dialog.take_button, LEFT)

    assert themes(opened)["Vélos"] == ids(sorted_, 2, 3)
    assert len(themes(opened)) == 3


def test_a_removed_theme_says_how_many_notes_are_to_be_sorted_again(qtbot, sorted_, opened, desk):
    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        open_menu(sorted_, "Jardins")["Remove, keep its notes"].trigger()
    assert told.args[0] == "Theme “Jardins” was removed. 2 notes are to be sorted again."
    assert len(texts(sorted_.page.columns.unsorted.list)) == 5

    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        open_menu(sorted_, "Se croiser")["Remove, keep its notes"].trigger()
    assert told.args[0] == "Theme “Se croiser” was removed."
    desk.history.undo()
    desk.history.undo()
    assert list(themes(opened)) == ["Jardins", "Vélos", "Se croiser"]


def test_what_is_dragged_to_an_edge_brings_the_next_themes_into_sight(qtbot, sorted_, opened):
    for number in range(6):
        name_theme(opened, f"Theme {number}")
    qtbot.waitUntil(lambda: len(sorted_.page.columns.columns) == 10)
    columns = sorted_.page.columns
    bar = columns._area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    columns._edges.scroll_at(columns._area.width() - 4)
    assert bar.value() > 0
    columns._edges.scroll_at(columns._area.width() // 2)
    columns._edges.scroll_at(4)
    assert bar.value() == 0
