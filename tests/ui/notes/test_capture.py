"""Typing notes: kept with Enter, led by keys, never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from tests.ui.notes.hands import shown_page, texts
from wcafe.domain.cafe import Questions
from wcafe.domain.kinds import Kind, kind_name
from wcafe.errors import CannotWrite, EmptyNote
from wcafe.i18n import ENGLISH
from wcafe.services.notes import NoteService
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.capture import GOOD_LENGTH, GOOD_NUMBER
from wcafe.ui.notes.draft import Draft

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RETURN = Qt.Key.Key_Return


def test_enter_keeps_note_after_note_while_table_round_and_kind_stay(qtbot, typing, opened):
    for _press in range(2):
        qtbot.keyClick(typing.field, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(typing.field, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(typing.field, Qt.Key.Key_Down, ALT)

    for text in ("A shared garden", "« <b>Zoé</b> d'Ân-Lê »"):
        type_text(typing.field, text)
        qtbot.keyClick(typing.field, RETURN)
        assert typing.field.toPlainText() == ""
        assert typing.field.hasFocus()

    kept = opened.notes.all()
    assert [note.text for note in kept] == ["A shared garden", "« <b>Zoé</b> d'Ân-Lê »"]
    assert {(note.table, note.round, note.kind) for note in kept} == {(2, 1, Kind.IDEA)}
    assert texts(typing.capture.recent_list) == ["« <b>Zoé</b> d'Ân-Lê »", "A shared garden"]
    assert "2 notes" in typing.capture.recent_title.text()


def test_shift_enter_breaks_the_line_of_a_note(qtbot, typing, opened):
    type_text(typing.field, "One")
    qtbot.keyClick(typing.field, RETURN, SHIFT)
    type_text(typing.field, "two")
    qtbot.keyClick(typing.field, RETURN)

    assert opened.notes.all()[0].text == "One\ntwo"


def test_keys_stop_at_the_first_and_last_table_and_kinds_go_round(qtbot, typing):
    for _press in range(9):
        qtbot.keyClick(typing.field, Qt.Key.Key_Down, CONTROL)
        qtbot.keyClick(typing.field, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(typing.field, Qt.Key.Key_Up, ALT)

    assert typing.capture.table_choice.currentText() == "Table 4"
    assert typing.capture.round_choice.currentText() == "1"
    last = list(Kind)[-1]
    assert typing.capture.kind_choice.currentText().lower() == kind_name(last, ENGLISH)


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_QuoteDbl])
def test_a_kind_is_chosen_by_its_number_on_an_english_and_a_french_keyboard(qtbot, typing, key):
    qtbot.keyClick(typing.field, key, ALT)

    assert typing.capture.kind_choice.currentText() == "Question"
    assert typing.field.toPlainText() == ""


def test_the_question_of_the_round_is_in_sight(qtbot, typing):
    assert typing.capture.question.text() == "Why here?"
    qtbot.keyClick(typing.field, Qt.Key.Key_Right, ALT)
    assert typing.capture.question.text() == "What next?"
    qtbot.keyClick(typing.field, Qt.Key.Key_Right, ALT)
    assert not typing.capture.question.isVisible()


def test_a_long_question_leaves_room_for_the_notes_and_is_read_at_rest(typing, opened, qtbot):
    question = "What would <b>you</b> begin tomorrow, whatever your age & language? " * 5
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, questions=Questions(texts=(question,))))

    label = typing.capture.question
    qtbot.waitUntil(lambda: "begin tomorrow" in label.text())

    assert len(label.text()) <= 131
    assert label.text().endswith("…")
    assert "&lt;b&gt;you&lt;/b&gt;" in label.toolTip()


def test_long_and_many_notes_are_told_in_grey_and_kept_all_the_same(qtbot, typing, opened):
    assert typing.capture.measure.text() == ""

    for _note in range(GOOD_NUMBER):
        type_text(typing.field, "Short")
        qtbot.keyClick(typing.field, RETURN)
    assert f"{GOOD_NUMBER} notes" in typing.capture.measure.text()
    type_text(typing.field, "x" * (GOOD_LENGTH + 1))
    assert f"{GOOD_LENGTH + 1} characters" in typing.capture.measure.text()
    qtbot.keyClick(typing.field, RETURN)

    assert len(opened.notes.all()) == GOOD_NUMBER + 1


def test_a_note_without_words_is_told_and_kept_nowhere(qtbot, typing, opened):
    type_text(typing.field, "  ")
    with qtbot.waitSignal(typing.presenter.failed) as failed:
        qtbot.keyClick(typing.field, RETURN)

    assert isinstance(failed.args[0], EmptyNote)
    assert opened.notes.all() == ()


def test_when_a_note_cannot_be_kept_its_words_stay(qtbot, typing, opened, monkeypatch):
    def full(*_args, **_kwargs):
        raise CannotWrite(path=opened.place.path, reason="disk full")

    with monkeypatch.context() as broken:
        broken.setattr(NoteService, "change", full)
        type_text(typing.field, "Too good to lose")
        with qtbot.waitSignal(typing.presenter.failed):
            qtbot.keyClick(typing.field, RETURN)
    assert typing.field.toPlainText() == "Too good to lose"

    qtbot.keyClick(typing.field, RETURN)
    assert [note.text for note in opened.notes.all()] == ["Too good to lose"]
    assert typing.field.toPlainText() == ""


def test_an_unfinished_note_survives_a_crash_with_its_place(qtbot, typing, desk):
    qtbot.keyClick(typing.field, Qt.Key.Key_Down, CONTROL)
    type_text(typing.field, "Half a thou")
    key = f"draft:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "Half a thou" in desk.settings.text_of(key))

    again = make_presenter(desk, None)
    page = shown_page(qtbot, again)

    assert page.capture.text_edit.toPlainText() == "Half a thou"
    assert page.capture.table_choice.currentText() == "Table 2"
    qtbot.keyClick(page.capture.text_edit, RETURN)
    assert "Half a thou" not in desk.settings.text_of(key)
    again.deleteLater()


def test_a_page_that_goes_away_remembers_what_is_typed_at_once(typing, desk):
    type_text(typing.field, "Half")
    typing.page.keep_typed()

    assert "Half" in desk.settings.text_of(f"draft:{desk.services.cafes.get().id}")


@pytest.mark.parametrize("kept", ["", "no draft", "[1]", '[0, 0, "poem", "x"]', "{}", "null"])
def test_a_draft_that_makes_no_sense_counts_as_none(kept):
    assert Draft.unpack(kept) is None


def test_a_kept_note_can_be_taken_back_and_kept_again(qtbot, typing, opened, desk):
    type_text(typing.field, "Hm")
    qtbot.keyClick(typing.field, RETURN)

    desk.history.undo()
    assert opened.notes.all() == ()
    assert texts(typing.capture.recent_list) == []
    desk.history.redo()
    assert [note.text for note in opened.notes.all()] == ["Hm"]
