"""Words of the day: offered while a note is typed, and never in the way of a key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, editor, texts
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.note_cards.words_dialog import WordsDialog
from wcafe.ui.notes.theme_chooser import ThemeChooser
from wcafe.ui.widgets.word_offer import WordOffer

WORDS = ("PCAET", "Zoé d'Ân-Lê", "ADEME")


@pytest.fixture
def of_today(opened, tables):
    opened.cafes.save(replace(opened.cafes.get(), words=WORDS))


@pytest.fixture
def offering(of_today, typing):
    return typing


def words_shown(offer):
    rows = offer.popup.list
    return [rows.item(row).text() for row in range(rows.count())] if offer.popup.isVisible() else []


def offered(qtbot, offer, *words):
    qtbot.waitUntil(lambda: words_shown(offer) == list(words))


def test_a_word_is_taken_by_going_into_the_list(qtbot, offering):
    field, offer = offering.field, offering.capture.word_offer

    type_text(field, "Selon le pca")
    offered(qtbot, offer, "PCAET")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.toPlainText() == "Selon le PCAET"
    assert words_shown(offer) == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [note.text for note in offering.presenter.notes] == ["Selon le PCAET"]


def test_a_name_with_an_apostrophe_and_a_hyphen_is_taken_whole_by_tab(qtbot, offering):
    field, offer = offering.field, offering.capture.word_offer

    type_text(field, "🙂 dit zoe d’an")
    offered(qtbot, offer, "Zoé d'Ân-Lê")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert field.toPlainText() == "🙂 dit Zoé d'Ân-Lê"
    assert field.hasFocus()


def test_ctrl_and_space_take_the_first_one(qtbot, offering):
    type_text(offering.field, "ade")
    offered(qtbot, offering.capture.word_offer, "ADEME")

    qtbot.keyClick(offering.field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)

    assert offering.field.toPlainText() == "ADEME"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_keeps_the_note_as_it_is_typed_while_a_word_is_only_offered(qtbot, offering, key):
    type_text(offering.field, "le pca")
    offered(qtbot, offering.capture.word_offer, "PCAET")

    qtbot.keyClick(offering.field, key)

    assert [note.text for note in offering.presenter.notes] == ["le pca"]
    assert words_shown(offering.capture.word_offer) == []


def test_tab_and_escape_do_what_they_always_do_while_a_word_is_only_offered(qtbot, offering):
    type_text(offering.field, "le pca")
    offered(qtbot, offering.capture.word_offer, "PCAET")

    qtbot.keyClick(offering.field, Qt.Key.Key_Tab)

    assert offering.field.toPlainText() == "le pca"
    assert not offering.field.hasFocus()
    assert words_shown(offering.capture.word_offer) == []


def test_forty_notes_typed_at_full_speed_are_as_they_were_typed(qtbot, offering):
    said = [f"le pcaet et zoe, ademe {n}" for n in range(40)]

    for text in said:
        type_text(offering.field, text)
        qtbot.keyClick(offering.field, Qt.Key.Key_Return)

    assert [note.text for note in offering.presenter.notes] == said


def test_what_was_left_out_of_the_list_is_typed_on(qtbot, offering):
    field, offer = offering.field, offering.capture.word_offer
    type_text(field, "pca")
    offered(qtbot, offer, "PCAET")

    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert not offer.is_entered
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert words_shown(offer) == []
    type_text(field, "rd")

    assert field.toPlainText() == "pcard"
    qtbot.wait(1)
    assert words_shown(offer) == []


def test_words_that_are_put_there_offer_nothing(qtbot, offering):
    offering.field.setPlainText("le pca")
    qtbot.wait(1)

    assert words_shown(offering.capture.word_offer) == []


def test_a_word_is_offered_where_a_note_is_edited_and_enter_still_keeps_it(qtbot, of_today, listed):
    choose(listed.list, listed.notes[0])
    listed.list.edit_current()
    field = editor(listed.list)
    offer = field.findChild(WordOffer)
    field.selectAll()

    type_text(field, "pca")
    offered(qtbot, offer, "PCAET")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "PCAET"
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert texts(listed.list)[0] == "PCAET"
    assert listed.list.cards.editor is None


def test_in_a_line_the_arrow_may_be_left_to_the_line(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    offer = WordOffer(field, lambda: WORDS, by_arrow=False)
    type_text(field, "zo")
    offered(qtbot, offer, "Zoé d'Ân-Lê")

    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert not offer.is_entered
    type_text(field, "e")
    offered(qtbot, offer, "Zoé d'Ân-Lê")
    qtbot.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == "Zoé d'Ân-Lê"


def test_words_are_entered_once_in_harvest_with_undo(qtbot, typing, desk):
    typing.capture.words_button.click()
    dialog = typing.page.findChild(WordsDialog)

    dialog.words_edit.setPlainText("PCAET\n- Zoé d'Ân-Lê\npcaet\n")
    assert dialog.count.text() == "3 words"
    dialog.keep_button.click()

    assert desk.services.cafes.get().words == ("PCAET", "Zoé d'Ân-Lê")
    desk.history.undo()
    assert desk.services.cafes.get().words == ()
    desk.history.redo()
    assert desk.services.cafes.get().words == ("PCAET", "Zoé d'Ân-Lê")


def test_a_line_that_is_no_word_is_told_and_stays_in_the_field(qtbot, typing, desk):
    typing.capture.words_button.click()
    dialog = typing.page.findChild(WordsDialog)
    dialog.words_edit.setPlainText("x" * 301)

    with qtbot.waitSignal(typing.presenter.failed):
        dialog.keep_button.click()

    assert dialog.isVisible()
    assert desk.services.cafes.get().words == ()


def test_proposals_are_shown_when_asked_for_and_only_those_ticked_are_taken(qtbot, typing, opened):
    opened.cafes.save(replace(opened.cafes.get(), title="Le PCAET à Saint-Malo avec l'ADEME"))
    typing.capture.words_button.click()
    dialog = typing.page.findChild(WordsDialog)
    assert dialog.proposed.count() == 0

    dialog.propose_button.click()
    shown = [dialog.proposed.item(row).text() for row in range(dialog.proposed.count())]
    assert shown == ["ADEME", "PCAET", "Saint-Malo"]
    assert dialog.words_edit.toPlainText() == ""
    qtbot.keyClick(dialog.proposed, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.proposed, Qt.Key.Key_Space)
    dialog.add_button.click()

    assert dialog.words_edit.toPlainText() == "PCAET"
    assert dialog.proposed.count() == 2
    dialog.keep_button.click()
    assert opened.cafes.get().words == ("PCAET",)


def test_a_word_is_offered_for_the_name_of_a_theme_and_enter_files_as_ever(
    qtbot, of_today, listed, opened
):
    choose(listed.list, listed.notes[0])
    listed.page.note_actions.name_asked.emit()
    dialog = listed.page.findChild(NameDialog)
    offer = dialog.name_edit.findChild(WordOffer)
    qtbot.waitUntil(dialog.name_edit.hasFocus)

    type_text(dialog.name_edit, "le pca")
    offered(qtbot, offer, "PCAET")
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    assert dialog.name_edit.text() == "le PCAET"
    assert opened.synthesis.themes() == ()
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)

    assert [theme.name for theme in opened.synthesis.themes()] == ["le PCAET"]


def test_where_the_arrow_chooses_a_theme_a_word_is_taken_by_ctrl_and_space(qtbot, of_today, listed):
    choose(listed.list, listed.notes[0])
    qtbot.keyClick(listed.list, Qt.Key.Key_T)
    field = listed.page.findChild(ThemeChooser).name_edit
    qtbot.waitUntil(field.hasFocus)

    type_text(field, "pca")
    offered(qtbot, field.findChild(WordOffer), "PCAET")
    qtbot.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == "PCAET"
