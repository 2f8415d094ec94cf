"""Sorting notes under themes: by letters, by menu, by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import drop, type_text
from tests.ui.notes.hands import choose, entry, name_theme, texts
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.notes.theme_chooser import ThemeChooser

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def chooser(qtbot, listed, *notes):
    """The chooser of themes that T opens for `notes`."""
    QApplication.processEvents()  # the desk hears of the themes there are
    choose(listed.list, *notes)
    qtbot.keyClick(listed.list, Qt.Key.Key_T)
    return listed.page.findChildren(ThemeChooser)[-1]


def lines(chooser):
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_t_and_a_new_name_make_a_theme_of_the_chosen_notes(qtbot, listed, opened, desk):
    name_theme(opened, "Eaux usées", listed.notes[2])
    asked = chooser(qtbot, listed, listed.notes[0], listed.notes[1])
    assert lines(asked) == ["1. Eaux usées", "No theme"]

    type_text(asked.name_edit, "Jardins & cours")
    assert lines(asked) == ["New theme: “Jardins & cours”"]
    qtbot.keyClick(asked.name_edit, RETURN)

    _other, theme = opened.synthesis.themes()
    assert theme.name == "Jardins & cours"
    assert theme.notes == (listed.notes[0].id, listed.notes[1].id)
    desk.history.undo()
    assert [each.name for each in opened.synthesis.themes()] == ["Eaux usées"]


def test_t_and_a_few_letters_file_notes_under_a_theme_that_is_there(qtbot, listed, opened):
    name_theme(opened, "Eaux usées", listed.notes[2])
    asked = chooser(qtbot, listed, listed.notes[0])
    type_text(asked.name_edit, "eau")
    assert lines(asked) == ["1. Eaux usées", "New theme: “eau”"]
    qtbot.keyClick(asked.name_edit, RETURN)

    (theme,) = opened.synthesis.themes()
    assert set(theme.notes) == {listed.notes[2].id, listed.notes[0].id}


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [("hiver", True), ("CRO", True), ("eau", True), ("d'hiver se", True), ("roi", False)],
)
def test_a_word_inside_a_theme_s_name_files_notes_there(qtbot, listed, opened, typed, is_there):
    name_theme(opened, "Se croiser d'hiver, près de l’eau", listed.notes[2])
    asked = chooser(qtbot, listed, listed.notes[0])
    type_text(asked.name_edit, typed)
    here = ["1. Se croiser d'hiver, près de l’eau"] if is_there else []
    assert lines(asked) == [*here, f"New theme: “{typed}”"]
    qtbot.keyClick(asked.name_edit, RETURN)

    assert len(opened.synthesis.themes()) == (1 if is_there else 2)


def test_an_arrow_takes_the_new_theme_or_none(qtbot, listed, opened):
    name_theme(opened, "Eaux usées", listed.notes[2])
    asked = chooser(qtbot, listed, listed.notes[0])
    type_text(asked.name_edit, "Eau")
    qtbot.keyClick(asked.name_edit, Qt.Key.Key_Down)
    qtbot.keyClick(asked.name_edit, RETURN)
    assert [each.name for each in opened.synthesis.themes()] == ["Eaux usées", "Eau"]

    asked = chooser(qtbot, listed, listed.notes[0])
    qtbot.keyClick(asked.name_edit, Qt.Key.Key_Down)
    qtbot.keyClick(asked.name_edit, Qt.Key.Key_Down)
    qtbot.keyClick(asked.name_edit, RETURN)
    assert opened.synthesis.themes()[1].notes == ()


def test_the_menu_of_themes_names_a_new_one_for_the_chosen_notes(qtbot, listed, opened, desk):
    choose(listed.list, listed.notes[0], listed.notes[1])
    menu = listed.page.note_actions.theme_menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if "New theme" in action.text()).trigger()

    dialog = listed.page.findChild(NameDialog)
    type_text(dialog.name_edit, "Jardins & cours")
    qtbot.keyClick(dialog.name_edit, RETURN)

    (theme,) = opened.synthesis.themes()
    assert theme.name == "Jardins & cours"
    assert theme.notes == (listed.notes[0].id, listed.notes[1].id)
    desk.history.undo()
    assert opened.synthesis.themes() == ()
    desk.history.redo()
    assert opened.synthesis.themes()[0].notes == theme.notes
    assert listed.presenter.filed[0].theme_name == "Jardins & cours"


def test_notes_go_from_one_theme_to_another_and_to_none(qtbot, listed, opened, desk):
    first = name_theme(opened, "Jardins", listed.notes[0])
    second = name_theme(opened, "Vélos")
    qtbot.waitUntil(lambda: len(listed.presenter.sorting.themes) == 2)
    choose(listed.list, listed.notes[0])
    menu = listed.page.note_actions.theme_menu
    assert entry(menu, "Jardins").isChecked()

    entry(menu, "Vélos").trigger()
    assert [theme.notes for theme in opened.synthesis.themes()] == [(), (listed.notes[0].id,)]
    entry(menu, "No theme").trigger()
    assert [theme.notes for theme in opened.synthesis.themes()] == [(), ()]

    desk.history.undo()
    desk.history.undo()
    themes = opened.synthesis.themes()
    assert [(theme.id, theme.notes) for theme in themes] == [
        (first.id, (listed.notes[0].id,)),
        (second.id, ()),
    ]


def test_by_theme_each_theme_has_a_column_and_the_rest_is_to_sort(qtbot, listed, opened):
    name_theme(opened, "Jardins", listed.notes[0])
    name_theme(opened, "Vélos", listed.notes[1], listed.notes[2])
    listed.page.views.setCurrentIndex(1)

    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 3)
    columns = listed.page.columns.columns
    assert [column.name.text() for column in columns] == ["1. Jardins", "2. Vélos", "To sort"]
    assert [len(texts(column.list)) for column in columns] == [1, 2, 3]
    assert not listed.page.capture.isVisible()


def test_notes_are_chosen_in_one_column_at_a_time(qtbot, listed, opened):
    name_theme(opened, "Jardins", listed.notes[0])
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 2)
    theme, rest = listed.page.columns.columns

    choose(rest.list, listed.notes[1], listed.notes[2])
    assert listed.page.note_actions.notes == (listed.notes[1].id, listed.notes[2].id)
    choose(theme.list, listed.notes[0])
    assert listed.page.note_actions.notes == (listed.notes[0].id,)
    assert rest.list.chosen_notes == []


def test_a_note_is_dragged_onto_a_theme(qtbot, listed, opened, desk):
    name_theme(opened, "Jardins")
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 2)
    theme, rest = listed.page.columns.columns
    index = rest.list.notes.index(rest.list.notes.row_of(listed.notes[3].id))
    dragged = rest.list.notes.mimeData([index])
    assert dragged.hasFormat(NOTES)

    drop(theme, dragged)

    assert opened.synthesis.themes()[0].notes == (listed.notes[3].id,)
    assert texts(theme.list) == ["Thought 3 of a café"]
    desk.history.undo()
    assert texts(theme.list) == []


def test_themes_are_renamed_ordered_and_removed_with_undo(qtbot, listed, opened, desk):
    name_theme(opened, "Jardins", listed.notes[0])
    second = name_theme(opened, "Vélos")
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 3)

    listed.page.columns.columns[0].head.rename()
    dialog = listed.page.findChild(NameDialog)
    dialog.name_edit.selectAll()
    type_text(dialog.name_edit, "Jardins partagés")
    qtbot.mouseClick(dialog.keep_button, LEFT)
    listed.presenter.sorting.move_theme(second.id, -1)
    listed.presenter.sorting.remove_theme(opened.synthesis.themes()[1].id)
    assert [theme.name for theme in opened.synthesis.themes()] == ["Vélos"]
    assert len(texts(listed.page.columns.unsorted.list)) == 6

    names = []
    while desk.history.canUndo():
        desk.history.undo()
        names.append([theme.name for theme in opened.synthesis.themes()])
    assert names == [
        ["Vélos", "Jardins partagés"],
        ["Jardins partagés", "Vélos"],
        ["Jardins", "Vélos"],
    ]
    assert opened.synthesis.themes()[0].notes == (listed.notes[0].id,)
    assert [column.name.text() for column in listed.page.columns.columns][:2] == [
        "1. Jardins",
        "2. Vélos",
    ]


def test_undo_takes_back_what_was_done_here_and_nothing_that_others_did(
    qtbot, listed, opened, desk
):
    listed.presenter.reword(listed.notes[5], "Better")
    listed.presenter.sorting.file_under_new([listed.notes[0].id], "Jardins")

    name_theme(opened, "Vélos", listed.notes[1])
    qtbot.waitUntil(lambda: len(listed.presenter.sorting.themes) == 2)
    desk.history.undo()

    assert [theme.name for theme in opened.synthesis.themes()] == ["Vélos"]
    assert opened.notes.get(listed.notes[5].id).text == "Better"
    desk.history.redo()
    assert {theme.name: theme.notes for theme in opened.synthesis.themes()} == {
        "Vélos": (listed.notes[1].id,),
        "Jardins": (listed.notes[0].id,),
    }


def test_an_undo_of_what_others_changed_since_says_so_and_changes_nothing(
    qtbot, listed, opened, desk
):
    theme = name_theme(opened, "Vélos")
    qtbot.waitUntil(lambda: len(listed.presenter.sorting.themes) == 1)
    listed.presenter.sorting.rename_theme(listed.presenter.sorting.themes[0], "Mine")
    opened.synthesis.rename(theme.id, "Theirs", seen="Mine")
    qtbot.waitUntil(lambda: listed.presenter.sorting.themes[0].name == "Theirs")

    with qtbot.waitSignal(listed.presenter.failed) as told:
        desk.history.undo()

    assert "changed since" in str(told.args[0])
    assert [each.name for each in opened.synthesis.themes()] == ["Theirs"]
    assert not desk.history.canUndo()


def test_a_theme_that_is_gone_is_told_and_nothing_moves(qtbot, listed, opened):
    with qtbot.waitSignal(listed.presenter.failed):
        listed.presenter.sorting.file([NoteId(listed.notes[0].id)], ThemeId("gone"))

    assert opened.synthesis.themes() == ()
