"""A note that lies in several themes: put there, shown there, and taken out of one of them."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import drop, type_text
from tests.ui.notes.hands import choose, entry, name_theme, texts
from wcafe.ui.note_cards.filed import NO_THEME, Filter, homes_of, sift
from wcafe.ui.notes.theme_chooser import ThemeChooser

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
RETURN, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def sorted_(qtbot, listed, opened):
    """Harvest by theme: Jardins and Vélos hold note 0 both, Jardins also 1; Places none."""
    name_theme(opened, "Jardins", listed.notes[0], listed.notes[1])
    name_theme(opened, "Vélos", listed.notes[0])
    name_theme(opened, "Places")
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 4)
    return listed


def column(sorted_, name):
    return next(each for each in sorted_.page.columns.columns if name in each.name.text())


def filed(opened, notes):
    """The places of the notes in each theme."""
    places = {note.id: place for place, note in enumerate(notes)}
    return [[places[note] for note in theme.notes] for theme in opened.synthesis.themes()]


def drag(sorted_, source, target, action, *places):
    view = column(sorted_, source).list
    choose(view, *(sorted_.notes[place] for place in places))
    dragged = view.notes.mimeData(view.selectionModel().selectedRows())
    assert drop(column(sorted_, target), dragged, (20, 200), action=action)


def chooser(qtbot, sorted_, view, *places):
    choose(view, *(sorted_.notes[place] for place in places))
    qtbot.keyClick(view, Qt.Key.Key_T)
    return sorted_.page.findChildren(ThemeChooser)[-1]


def test_a_note_of_two_themes_stands_in_both_columns_with_the_mark_of_the_other(sorted_):
    for name, other in (("Jardins", "Vélos"), ("Vélos", "Jardins")):
        view = column(sorted_, name).list
        row = view.notes.rows[0]
        assert row.theme_name == name
        assert row.also_in == f"also in {other}"
        assert f"theme {name}. also in {other}" in view.notes.index(0).data()
        assert view.notes.index(0).data(Qt.ItemDataRole.ToolTipRole) == f"<qt>also in {other}</qt>"
    alone = column(sorted_, "Jardins").list.notes
    assert alone.index(1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert len(texts(column(sorted_, "To sort").list)) == 4
    column(sorted_, "Jardins").list.grab()  # its card has a line more
    higher, usual = (
        column(sorted_, "Jardins").list.visualRect(alone.index(place)).height() for place in (0, 1)
    )
    assert higher > usual


@pytest.mark.parametrize(
    ("source", "target", "action", "places", "after"),
    [
        ("Jardins", "Places", MOVE, [0, 1], [[], [0], [0, 1]]),
        ("Jardins", "Places", COPY, [0, 1], [[0, 1], [0], [0, 1]]),
        ("Jardins", "Vélos", MOVE, [0, 1], [[], [0, 1], []]),
        ("Jardins", "To sort", MOVE, [0], [[1], [0], []]),
        ("To sort", "Vélos", MOVE, [4, 5], [[0, 1], [0, 4, 5], []]),
        ("To sort", "Vélos", COPY, [4], [[0, 1], [0, 4], []]),
        ("Jardins", "Jardins", MOVE, [0], [[0, 1], [0], []]),
        ("Jardins", "To sort", COPY, [0], [[0, 1], [0], []]),
    ],
)
def test_a_plain_drag_moves_and_with_control_notes_stay_there_too(
    sorted_, opened, desk, source, target, action, places, after
):
    before = filed(opened, sorted_.notes)

    drag(sorted_, source, target, action, *places)

    assert filed(opened, sorted_.notes) == after
    if after != before:
        desk.history.undo()
    assert filed(opened, sorted_.notes) == before
    assert not desk.history.canUndo()


def test_a_note_that_stays_in_another_theme_is_said_to(qtbot, sorted_):
    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        drag(sorted_, "Jardins", "To sort", MOVE, 0)

    assert told.args[0] == "1 note stays in “Vélos”."


def test_control_and_enter_put_notes_into_a_theme_too(qtbot, sorted_, opened, desk):
    asked = chooser(qtbot, sorted_, column(sorted_, "Jardins").list, 1)
    type_text(asked.name_edit, "places")
    qtbot.keyClick(asked.name_edit, RETURN, CONTROL)
    assert filed(opened, sorted_.notes) == [[0, 1], [0], [1]]

    asked = chooser(qtbot, sorted_, column(sorted_, "Jardins").list, 1)
    type_text(asked.name_edit, "Neu")
    qtbot.keyClick(asked.name_edit, RETURN, CONTROL)
    assert filed(opened, sorted_.notes) == [[0, 1], [0], [1], [1]]
    desk.history.undo()
    desk.history.undo()
    assert filed(opened, sorted_.notes) == [[0, 1], [0], []]


def test_enter_in_a_column_moves_out_of_that_theme_alone(qtbot, sorted_, opened):
    asked = chooser(qtbot, sorted_, column(sorted_, "Jardins").list, 0)
    type_text(asked.name_edit, "places")
    qtbot.keyClick(asked.name_edit, RETURN)
    assert filed(opened, sorted_.notes) == [[1], [0], [0]]

    asked = chooser(qtbot, sorted_, column(sorted_, "Vélos").list, 0)
    last = asked.list.count() - 1
    assert asked.list.item(last).text() == "Out of “Vélos”"
    asked.list.setCurrentRow(last)
    qtbot.keyClick(asked.name_edit, RETURN)
    assert filed(opened, sorted_.notes) == [[1], [], [0]]


def test_enter_in_the_list_by_table_leaves_all_themes_and_says_so(qtbot, sorted_, opened):
    sorted_.page.views.setCurrentIndex(0)
    asked = chooser(qtbot, sorted_, sorted_.list, 0, 1)
    assert asked.list.item(asked.list.count() - 1).text() == "No theme"
    type_text(asked.name_edit, "places")
    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        qtbot.keyClick(asked.name_edit, RETURN)

    assert filed(opened, sorted_.notes) == [[], [], [0, 1]]
    assert told.args[0] == "1 note has left the several themes it was in."


def test_the_menu_puts_notes_into_a_theme_too_and_takes_them_out_again(sorted_, opened, desk):
    choose(column(sorted_, "Jardins").list, sorted_.notes[0], sorted_.notes[1])
    menu = sorted_.page.note_actions.also_menu
    assert entry(menu, "Jardins").isChecked()
    assert not entry(menu, "Vélos").isChecked()  # one of the two alone is there

    entry(menu, "Vélos").trigger()
    assert filed(opened, sorted_.notes) == [[0, 1], [0, 1], []]
    assert entry(menu, "Vélos").isChecked()
    entry(menu, "Vélos").trigger()
    assert filed(opened, sorted_.notes) == [[0, 1], [], []]
    desk.history.undo()
    desk.history.undo()
    assert filed(opened, sorted_.notes) == [[0, 1], [0], []]
    entry(sorted_.page.note_actions.theme_menu, "Out of “Jardins”").trigger()
    assert filed(opened, sorted_.notes) == [[], [0], []]


def test_a_theme_that_goes_leaves_a_note_of_two_in_the_other(qtbot, sorted_, opened):
    with qtbot.waitSignal(sorted_.presenter.undoable) as told:
        sorted_.presenter.sorting.remove_theme(opened.synthesis.themes()[0].id)

    assert told.args[0] == "Theme “Jardins” was removed. 1 note is to be sorted again."
    assert filed(opened, sorted_.notes) == [[0], []]


def test_merged_themes_hold_a_note_of_both_once(sorted_, opened, desk):
    first, second, _third = opened.synthesis.themes()
    sorted_.presenter.sorting.merge_theme(first.id, second.id)
    assert filed(opened, sorted_.notes) == [[0, 1], []]

    desk.history.undo()
    assert filed(opened, sorted_.notes) == [[0, 1], [0], []]


def test_by_table_a_card_names_all_themes_and_each_of_them_finds_it(sorted_, opened):
    sorted_.page.views.setCurrentIndex(0)
    first, second, third = opened.synthesis.themes()
    rows = [row for row in sorted_.presenter.filed if row.homes]

    assert [home.name for home in rows[0].homes] == ["Jardins", "Vélos"]
    assert [len(sift(rows, Filter(theme=each.id))) for each in (first, second, third)] == [2, 1, 0]
    assert not sift(rows, Filter(theme=NO_THEME))
    assert [home.mark for home in homes_of((first, second))[rows[0].note.id]] == [0, 1]
    sorted_.list.grab()


def test_what_one_window_does_the_other_shows_and_takes_back_only_its_own(
    qtbot, sorted_, opened, desk
):
    """Another window puts the note into a third theme between an edit here and its undo."""
    notes, themes = sorted_.notes, opened.synthesis.themes()
    sorted_.presenter.sorting.file([notes[1].id], themes[1].id, out_of=(themes[0].id,))
    opened.synthesis.file([notes[0].id], themes[2].id, out_of=())
    qtbot.waitUntil(lambda: len(texts(column(sorted_, "Places").list)) == 1)

    desk.history.undo()

    assert filed(opened, notes) == [[0, 1], [0], [0]]


def test_a_note_is_found_by_the_theme_it_was_just_sorted_into(qtbot, sorted_, opened):
    seeking, notes = sorted_.presenter.seeking, sorted_.notes
    places = opened.synthesis.themes()[2]
    assert seeking.look_for("Places") == set()

    sorted_.presenter.sorting.also([notes[1].id, notes[4].id], places.id)
    assert seeking.look_for("Places") == {notes[1].id, notes[4].id}
    sorted_.presenter.sorting.take_out([notes[1].id], places.id)
    assert seeking.look_for("Places") == {notes[4].id}
    named = next(each for each in sorted_.presenter.sorting.themes if each.id == places.id)
    sorted_.presenter.sorting.rename_theme(named, "Squares")
    assert seeking.look_for("Places") == set()
    assert seeking.look_for("squares") == {notes[4].id}
