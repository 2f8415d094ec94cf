"""Sheets are typed beside their picture: what was read is set, what is unsure is asked."""

from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support

ENTER, SHIFT, CTRL = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def write(qtbot, shown, text):
    type_text(shown.field, text)
    qtbot.keyClick(shown.field, ENTER)


def test_enter_keeps_a_note_with_all_that_was_read_and_goes_to_the_next_written_box(qtbot, shown):
    assert shown.presenter.box == 1

    write(qtbot, shown, "Qui entretient quand les bénévoles partent ?")

    (note,) = shown.notes()
    assert note.text == "Qui entretient quand les bénévoles partent ?"
    assert (note.table, note.round, note.kind) == (0, 1, Kind.QUESTION)
    assert (note.support, note.from_table) == (Support.TABLE, 2)
    assert note.prompt == "Ce que nous avons remarqué"
    assert shown.presenter.box == 3  # nothing stands in box 2
    assert shown.field.toPlainText() == ""
    photo = shown.kept()[shown.presenter.chosen]
    assert photo.typed == ((1, note.id),)


def test_what_is_unsure_is_asked_and_never_taken_for_granted(qtbot, shown):
    shown.presenter.choose_box(3)
    assert shown.typing.doubts["from_table"].isVisible()
    assert not shown.typing.doubts["from_table"].crop._area.isEmpty()

    write(qtbot, shown, "Un jardin partagé")
    assert shown.notes() == ()
    no, _choose = shown.typing.doubts["from_table"].buttons
    assert no.hasFocus()

    qtbot.keyClick(no, ENTER)
    assert shown.field.hasFocus()
    qtbot.keyClick(shown.field, ENTER)
    (note,) = shown.notes()
    assert (note.kind, note.from_table) == (Kind.IDEA, None)


def test_an_unsure_kind_is_answered_by_its_chip_and_support_by_a_button(qtbot, shown):
    shown.presenter.choose_box(5)
    write(qtbot, shown, "Planter")
    qtbot.mouseClick(shown.typing.kind_choice.buttons[Kind.ACTION], Qt.MouseButton.LeftButton)
    qtbot.keyClick(shown.field, ENTER)
    one = shown.typing.doubts["support"].buttons[1]
    assert one.hasFocus() or shown.typing.doubts["support"].buttons[0].hasFocus()
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    qtbot.keyClick(shown.field, ENTER)

    (note,) = shown.notes()
    assert (note.kind, note.support) == (Kind.ACTION, Support.PERSON)
    assert note.prompt == "Ce que nous proposons"


def test_shift_enter_begins_a_line_and_ctrl_down_goes_to_the_next_sheet_with_nothing_lost(
    qtbot, shown
):
    first = shown.presenter.chosen
    type_text(shown.field, "half")
    qtbot.keyClick(shown.field, ENTER, SHIFT)
    type_text(shown.field, "typed")
    qtbot.keyClick(shown.field, Qt.Key.Key_Down, CTRL)
    assert shown.presenter.chosen != first
    assert shown.field.toPlainText() == ""

    qtbot.keyClick(shown.field, Qt.Key.Key_Up, CTRL)
    assert shown.field.toPlainText() == "half\ntyped"
    assert shown.notes() == ()


def test_undo_takes_the_note_away_and_its_box_is_to_be_typed_again(qtbot, shown):
    write(qtbot, shown, "Mal lu")
    photo = shown.presenter.photo
    assert shown.presenter.counts(photo) == (1, 3)

    shown.undo()

    assert shown.notes() == ()
    assert shown.presenter.counts(shown.presenter.photo) == (0, 3)


def test_the_last_box_of_a_sheet_leads_to_the_next_sheet(qtbot, shown):
    first = shown.presenter.chosen
    write(qtbot, shown, "one")
    shown.typing._answer("from_table", None)
    write(qtbot, shown, "two")
    shown.typing._answer("kind", Kind.STORY)
    shown.typing._answer("support", None)
    write(qtbot, shown, "three")

    assert [note.text for note in shown.notes()] == ["one", "two", "three"]
    assert shown.presenter.chosen != first
    assert shown.presenter.box == 1
    assert not shown.presenter.is_to_type(shown.presenter.photos[0])


def test_what_was_half_typed_is_there_after_wcafe_was_ended_by_force(qtbot, shown, desk):
    from wcafe.ui.notes.photos.presenter import PhotosPresenter

    type_text(shown.field, "half")
    shown.typing.keep_typed()

    again = PhotosPresenter(desk)
    assert again.draft.text == "half"
    again.deleteLater()


def test_a_note_leads_back_to_the_photo_and_the_box_it_was_typed_from(qtbot, shown):
    write(qtbot, shown, "Qui entretient quand les bénévoles partent ?")
    (note,) = shown.notes()
    shown.presenter.step_photo(1)
    shown.page.views.setCurrentIndex(0)

    assert shown.page.details.open_for([note.id])
    qtbot.waitUntil(shown.page.details.photo_button.isVisible)
    qtbot.mouseClick(shown.page.details.photo_button, Qt.MouseButton.LeftButton)

    assert shown.page.shows_photos
    photo = shown.kept()[shown.presenter.chosen]
    assert photo.typed == ((shown.presenter.box, note.id),)
