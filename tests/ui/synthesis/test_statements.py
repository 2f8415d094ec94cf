"""Statements at the desk: written with their sources, never lost, never replaced unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import drop, type_text
from tests.ui.synthesis.hands import MARKUP, items, rows, said, themes
from wcafe.errors import CannotWrite, NoSource, SourceDeleted, SourceWithheld
from wcafe.ui.synthesis import make_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def new(harvest, page):
    """The field of the new statement, on the first theme."""
    field = page.themes.card.new_field
    field.area.setFocus()
    return field


@pytest.fixture
def written(qtbot, harvest, page, desk):
    """The first theme with one statement, which rests on its first note."""
    theme = themes(desk)[0]
    desk.services.statements.write(theme.id, "Green is missed.", harvest[:1])
    qtbot.waitUntil(lambda: bool(items(page)))
    return items(page)[0]


def click_note(qtbot, page, place, modifier=Qt.KeyboardModifier.NoModifier):
    view = page.themes.notes.list
    area = view.visualRect(view.notes.index(place))
    qtbot.mouseClick(view.viewport(), LEFT, modifier, area.center())


def dragged(page, *notes):
    view = page.themes.notes.list
    return view.notes.mimeData([view.notes.index(view.notes.row_of(note)) for note in notes])


def test_a_statement_is_written_marked_by_a_click_and_kept_by_enter(qtbot, new, page, desk):
    type_text(new.area, MARKUP)
    click_note(qtbot, page, 0)
    assert [chip.text() for chip in new._chips.values()] == ["T1·R1·#1"]

    qtbot.keyClick(new.area, ENTER)

    assert said(desk) == [(MARKUP, ("T1·R1·#1",))]
    assert new.area.toPlainText() == ""
    assert [chip.text() for chip in items(page)[0].chips] == ["T1·R1·#1"]
    desk.history.undo()
    assert said(desk) == []
    desk.history.redo()
    assert said(desk) == [(MARKUP, ("T1·R1·#1",))]


def test_all_of_it_by_keyboard(qtbot, new, page, desk):
    type_text(new.area, "Green is missed.")
    notes = page.themes.notes.list
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Home)
    qtbot.keyClick(notes, SPACE)
    qtbot.keyClick(notes, Qt.Key.Key_Down)
    qtbot.keyClick(notes, SPACE)
    qtbot.keyClick(notes, ESCAPE)
    assert new.area.hasFocus()

    qtbot.keyClick(new.area, ENTER)

    assert said(desk) == [("Green is missed.", ("T1·R1·#1", "T2·R1·#1"))]


def test_without_a_source_nothing_is_kept_and_the_words_stay(qtbot, new, presenter, desk):
    type_text(new.area, "No source.")

    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.keyClick(new.area, ENTER)

    assert isinstance(told.args[0], NoSource)
    assert new.area.toPlainText() == "No source."
    assert new.hint.text() == "Click the notes it rests on."
    assert said(desk) == []


@pytest.mark.parametrize(
    ("facts", "error"),
    [({"is_deleted": True}, SourceDeleted), ({"withheld": "names someone"}, SourceWithheld)],
)
def test_a_source_that_went_while_it_was_typed_is_told_and_the_words_stay(
    qtbot, new, page, presenter, desk, harvest, facts, error
):
    type_text(new.area, "Not lost")
    presenter.stating.toggle(harvest[0], themes(desk)[0].id)
    here = desk.services.notes.get(harvest[0])
    desk.services.notes.put(replace(here, **facts), base=here.rev)

    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.keyClick(new.area, ENTER)

    assert isinstance(told.args[0], error)
    assert new.area.toPlainText() == "Not lost"
    assert said(desk) == []


def test_half_typed_words_outlive_another_theme_another_page_and_a_crash(
    qtbot, new, page, presenter, desk, package, harvest
):
    type_text(new.area, "Half a sen")
    click_note(qtbot, page, 0)
    first, second = themes(desk)
    presenter.choose(second.id)
    assert new.area.toPlainText() == ""
    presenter.choose(first.id)
    assert new.area.toPlainText() == "Half a sen"

    fresh = package.make_presenter(desk, None)  # as after a crash: only settings are left
    again = make_page(fresh)
    qtbot.addWidget(again)
    again.themes.show_cafe()

    field = again.themes.card.new_field
    assert field.area.toPlainText() == "Half a sen"
    assert field.writing.notes == (harvest[0],)
    fresh.deleteLater()


def test_words_that_the_disk_refuses_stay_and_are_kept_at_the_next_try(
    qtbot, monkeypatch, new, page, presenter, desk
):
    def full(_service, *_what, **_how):
        raise CannotWrite(path="x", reason="disk full")

    type_text(new.area, "Not lost")
    click_note(qtbot, page, 0)
    with monkeypatch.context() as broken:
        broken.setattr(type(desk.services.statements), "write", full)
        with qtbot.waitSignal(presenter.failed):
            qtbot.keyClick(new.area, ENTER)
        assert new.area.toPlainText() == "Not lost"
        assert not desk.saving.is_all_saved

    qtbot.keyClick(new.area, ENTER)
    assert said(desk) == [("Not lost", ("T1·R1·#1",))]
    assert desk.saving.is_all_saved


def test_a_statement_is_changed_in_its_place(qtbot, written, page, desk):
    written.words.setFocus()
    qtbot.keyClick(written.words, Qt.Key.Key_F2)
    assert written.field.area.hasFocus()
    type_text(written.field.area, " Much.")
    click_note(qtbot, page, 1)

    qtbot.keyClick(written.field.area, ENTER)

    assert said(desk) == [("Green is missed. Much.", ("T1·R1·#1", "T2·R1·#1"))]
    assert written.field is None
    desk.history.undo()
    assert said(desk) == [("Green is missed.", ("T1·R1·#1",))]


def test_escape_leaves_a_statement_as_it_was(qtbot, written, desk):
    qtbot.mouseClick(written.words, LEFT)
    type_text(written.field.area, "Nonsense")
    qtbot.keyClick(written.field.area, ESCAPE)

    assert written.words.text() == "Green is missed."
    assert said(desk) == [("Green is missed.", ("T1·R1·#1",))]
    assert written.words.hasFocus()


def test_words_being_changed_are_kept_when_the_page_goes_away(written, page, desk):
    written.edit()
    type_text(written.field.area, " Always.")

    page.keep_typed()

    assert said(desk) == [("Green is missed. Always.", ("T1·R1·#1",))]


def test_the_last_source_is_not_taken_out_unseen(qtbot, written, presenter, desk):
    written.chips[0].setFocus()
    qtbot.keyClick(written.chips[0], Qt.Key.Key_Delete)
    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.keyClick(written.field.area, ENTER)

    assert isinstance(told.args[0], NoSource)
    assert said(desk) == [("Green is missed.", ("T1·R1·#1",))]


def test_other_words_of_somebody_else_stay_and_mine_stand_beside(
    qtbot, written, presenter, page, desk, harvest
):
    written.edit()
    type_text(written.field.area, " Mine.")
    here = themes(desk)[0].statements[0]
    desk.services.statements.write(themes(desk)[0].id, "Theirs.", harvest[:1], seen=here)
    qtbot.waitUntil(lambda: written.field.theirs.text() == "Meanwhile it says: Theirs.")
    assert written.field.area.toPlainText() == "Green is missed. Mine."

    with qtbot.waitSignal(presenter.warned) as told:
        qtbot.keyClick(written.field.area, ENTER)

    assert told.args[0].startswith("Somebody else changed this statement meanwhile")
    assert [text for text, _sources in said(desk)] == ["Theirs.", "Green is missed. Mine."]


def test_notes_are_dragged_onto_a_statement_and_onto_a_new_one(page, written, harvest, desk):
    assert drop(written, dragged(page, harvest[1]))
    assert said(desk)[0][1] == ("T1·R1·#1", "T2·R1·#1")
    desk.history.undo()
    assert said(desk)[0][1] == ("T1·R1·#1",)

    new = page.themes.card.new_field
    assert drop(new, dragged(page, harvest[0], harvest[1]))
    assert new.writing.notes == (harvest[0], harvest[1])


def test_a_removed_statement_says_so_with_undo_beside_it(qtbot, written, page, presenter, desk):
    written.words.setFocus()
    with qtbot.waitSignal(presenter.undoable) as told:
        qtbot.keyClick(written.words, Qt.Key.Key_Delete)

    assert told.args[0] == "The statement was removed; the notes it cites stay."
    assert said(desk) == []
    assert page.themes.card.new_field.area.hasFocus()
    desk.history.undo()
    assert said(desk) == [("Green is missed.", ("T1·R1·#1",))]


def test_statements_are_put_in_order_and_move_to_another_theme(
    qtbot, written, page, presenter, desk, harvest
):
    desk.services.statements.write(themes(desk)[0].id, "Second.", harvest[1:2])
    qtbot.waitUntil(lambda: len(items(page)) == 2)
    written.words.setFocus()
    qtbot.keyClick(written.words, Qt.Key.Key_Down, CONTROL)
    assert [text for text, _ in said(desk)] == ["Second.", "Green is missed."]
    assert written.words.hasFocus()

    presenter.stating.move_to(written.id, themes(desk)[1].id)
    assert [text for text, _ in said(desk, 1)] == ["Green is missed."]
    desk.history.undo()
    desk.history.undo()
    assert [text for text, _ in said(desk)] == ["Green is missed.", "Second."]


def test_a_chip_leads_to_its_note_and_back(qtbot, written, page, presenter, harvest):
    chip = written.chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, SPACE)
    notes = page.themes.notes
    assert notes.list.hasFocus()
    assert notes.list.current == harvest[0]
    assert chip.property("shown") == "true"

    qtbot.keyClick(notes.list, ENTER)
    assert written.words.hasFocus()
    chip.setFocus()
    qtbot.keyClick(chip, SPACE)
    qtbot.keyClick(notes.list, ESCAPE)
    assert chip.hasFocus()


def test_a_note_that_changed_marks_the_statement_until_it_was_read_again(
    qtbot, written, page, desk, harvest
):
    here = desk.services.notes.get(harvest[0])
    desk.services.notes.put(replace(here, text="Something else"), base=here.rev)
    qtbot.waitUntil(lambda: written.chips[0].text() == "T1·R1·#1 changed")
    (button,) = written.findChildren(type(page.themes.add_button), "read again")
    assert "to be read again" in page.themes.list.themes.index(0).data()

    qtbot.mouseClick(button, LEFT)

    assert written.chips[0].text() == "T1·R1·#1"
    desk.history.undo()
    assert written.chips[0].text() == "T1·R1·#1 changed"


@pytest.mark.parametrize(
    ("facts", "chip"),
    [({"is_deleted": True}, "– deleted"), ({"withheld": "no"}, "T1·R1·#1 withheld")],
)
def test_a_source_lost_later_marks_the_statement(qtbot, written, desk, harvest, facts, chip):
    here = desk.services.notes.get(harvest[0])
    desk.services.notes.put(replace(here, **facts), base=here.rev)

    qtbot.waitUntil(lambda: written.chips[0].text() == chip)
    assert "deleted or withheld since" in written._shown.remark


def test_a_statement_from_before_is_shown_as_unsourced_and_counted(qtbot, harvest, page, desk):
    desk.services.synthesis.name_theme("Old", statement="Written before.")
    qtbot.waitUntil(lambda: rows(page)[-1] == "3. Old, 0 notes, 1 statement · unsourced")

    assert page.themes.coverage.unsourced.text() == "! 1 statement without a source"
    page.themes.list.setCurrentIndex(page.themes.list.themes.index(2))
    assert items(page)[0]._shown.remark == "unsourced: mark the notes it rests on"


def test_themes_with_a_statement_say_what_went_with_them(qtbot, written, presenter, desk):
    with qtbot.waitSignal(presenter.undoable) as told:
        presenter.sorting.remove_theme(themes(desk)[0].id)

    assert told.args[0] == (
        "Theme “Green nearby” and its statement were removed. 2 notes are to be sorted again."
    )
    desk.history.undo()
    assert said(desk) == [("Green is missed.", ("T1·R1·#1",))]
