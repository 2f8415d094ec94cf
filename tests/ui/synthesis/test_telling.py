"""What the organiser tells around the harvest: written, kept, taken back, safe from a crash."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.hands import type_text
from wcafe.domain.free_text import Heading, Item, parse
from wcafe.domain.lengths import FREE
from wcafe.errors import TextTooLong
from wcafe.ui.synthesis import make_page, make_presenter
from wcafe.ui.synthesis.page import View
from wcafe.ui.synthesis.telling import FREE_TEXTS
from wcafe.ui.widgets import free_text
from wcafe.ui.widgets.free_text import FreeTextArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton
WORDS = "# Why\n\n« <b>Zoé</b> d'Ân-Lê » asked:\n- one\n- **two**"


@pytest.fixture
def texts(page):
    page.views.setCurrentIndex(View.TEXTS)
    return page.texts


def told(desk):
    return desk.services.cafes.get().publication


def write(area, text):
    area.selectAll()
    area.insertPlainText(text)
    area.keep()


def test_each_text_is_kept_and_taken_back_alone(texts, desk):
    for field in FREE_TEXTS:
        write(texts.texts[field].area, f"{WORDS} {field}")
    write(texts.contact_edit, "12 rue des Lices\nRennes")
    write(texts.credits_edit, "Photos: Zoé")
    assert told(desk).context == f"{WORDS} context"
    assert told(desk).contact == "12 rue des Lices\nRennes"

    desk.history.undo()
    desk.history.undo()

    assert (told(desk).credits, told(desk).contact) == ("", "")
    assert texts.contact_edit.toPlainText() == ""
    assert told(desk).next_steps == f"{WORDS} next_steps"
    assert desk.history.undoText() == "write the next steps"


def test_undo_of_a_text_leaves_what_was_changed_after_it(texts, presenter, desk):
    write(texts.texts["context"].area, "Why")
    texts.final_switch.click()
    presenter.set_organiser("Zoé")
    desk.history.undo()
    assert told(desk).is_final
    desk.history.undo()
    assert not told(desk).is_final
    assert not texts.final_switch.isChecked()

    desk.history.undo()

    assert told(desk).context == ""


def test_words_are_kept_after_a_pause(qtbot, monkeypatch, page, desk):
    monkeypatch.setattr(free_text, "_PAUSE", 20)
    page.views.setCurrentIndex(View.TEXTS)
    type_text(page.texts.texts["opening"].area, "Soon")

    qtbot.waitUntil(lambda: told(desk).opening == "Soon")


def test_what_is_too_long_is_told_in_a_sentence_and_stays_through_another_language(
    qtbot, texts, presenter, desk
):
    area, long_ = texts.texts["context"].area, "a " * FREE
    with qtbot.waitSignal(presenter.failed) as failed:
        write(area, long_)
    assert isinstance(failed.args[0], TextTooLong)
    assert told(desk).context == ""
    assert area.toPlainText() == long_

    again = make_page(presenter)
    qtbot.addWidget(again)
    again.views.setCurrentIndex(View.TEXTS)

    assert again.texts.texts["context"].area.toPlainText() == long_
    write(again.texts.texts["context"].area, "Short")
    assert told(desk).context == "Short"
    assert presenter.telling.drafts == {}


def test_words_that_were_not_kept_are_there_again_after_a_crash(qtbot, monkeypatch, texts, desk):
    monkeypatch.setattr(free_text, "_DRAFT", 20)
    page = make_page(make_presenter(desk, None))
    qtbot.addWidget(page)
    page.views.setCurrentIndex(View.TEXTS)
    area = page.texts.texts["conclusion"].area
    area._pause.setInterval(60_000)
    type_text(area, "Half a sent")
    qtbot.waitUntil(lambda: bool(page._presenter.telling.drafts))

    after_it = make_presenter(desk, None)  # nothing was kept: the program is gone
    again = make_page(after_it)
    qtbot.addWidget(again)
    again.views.setCurrentIndex(View.TEXTS)

    area._pause.stop()
    assert told(desk).conclusion == ""
    assert again.texts.texts["conclusion"].area.toPlainText() == "Half a sent"
    again.keep_typed()
    assert told(desk).conclusion == "Half a sent"
    after_it.deleteLater()


def test_another_window_shows_what_is_told_and_not_over_what_is_being_typed(
    qtbot, texts, presenter, desk
):
    area = texts.texts["context"].area
    type_text(area, "Mine")
    cafe = desk.services.cafes.get()
    publication = type(cafe.publication)(context="Theirs", conclusion="Theirs too")
    desk.services.cafes.save(replace(cafe, publication=publication))
    conclusion = texts.texts["conclusion"].area
    qtbot.waitUntil(lambda: conclusion.toPlainText() == "Theirs too")

    assert area.toPlainText() == "Mine"


def test_until_when_and_whether_it_is_final(qtbot, texts, presenter, desk):
    texts.until_edit.setText("3 June 2030")
    texts.until_edit.keep()
    assert told(desk).amend_until == date(2030, 6, 3)
    with qtbot.waitSignal(presenter.failed):
        texts.until_edit.setText("sometime")
        texts.until_edit.keep()
    assert told(desk).amend_until == date(2030, 6, 3)
    texts.until_edit.setText("")
    texts.until_edit.keep()
    assert told(desk).amend_until is None

    qtbot.mouseClick(texts.final_switch, LEFT)

    assert told(desk).is_final
    assert texts.status.text() == "Editions are final: they say nothing of a draft."


def test_organiser_and_licence_are_one_click_away(qtbot, page, texts):
    qtbot.mouseClick(texts.terms_button, LEFT)

    assert page.views.currentIndex() == View.EXPORT


def chosen(area, start, end):
    cursor = area.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)


@pytest.fixture
def area(qtbot):
    area = FreeTextArea("Context")
    qtbot.addWidget(area)
    return area


def test_a_line_becomes_a_heading_a_smaller_one_and_none_again(area):
    area.setPlainText("Why\nbecause")
    seen = []
    for _time in range(3):
        area.mark_heading()
        seen.append(area.toPlainText())

    assert seen == ["# Why\nbecause", "## Why\nbecause", "Why\nbecause"]
    assert parse(seen[1])[0] == Heading(2, "Why")


def test_lines_become_a_list_and_none_again_in_one_step(area):
    area.setPlainText("one\n\ntwo\n- three")
    area.selectAll()

    area.mark_list()
    assert area.toPlainText() == "- one\n\n- two\n- three"
    assert [type(block) for block in parse(area.toPlainText())] == [Item] * 3
    area.undo()
    assert area.toPlainText() == "one\n\ntwo\n- three"
    area.selectAll()
    area.mark_list()
    area.selectAll()
    area.mark_list()
    assert area.toPlainText() == "one\n\ntwo\nthree"


def test_words_become_bold_and_plain_again(qtbot, area):
    area.setPlainText("one two three")
    chosen(area, 4, 7)
    qtbot.keyClick(area, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert area.toPlainText() == "one **two** three"

    chosen(area, 6, 9)
    area.mark_bold()
    assert area.toPlainText() == "one two three"
    chosen(area, 13, 13)
    area.mark_bold()
    assert area.toPlainText() == "one two **three**"


def test_enter_goes_on_with_a_list_and_ends_it_behind_an_empty_item(qtbot, area):
    for typed in ("- one", "two", "", "after"):
        type_text(area, typed)
        qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.toPlainText() == "- one\n- two\nafter\n"
    area.clear()
    type_text(area, "9. nine")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.toPlainText() == "9. nine\n10. "


def test_a_text_of_50_000_characters_is_typed_in_as_a_short_one(qtbot, texts, desk):
    texts.choice.setCurrentIndex(list(FREE_TEXTS).index("context"))
    area = texts.texts["context"].area
    write(area, "Une phrase de plus.\n" * 2_500)
    area.moveCursor(QTextCursor.MoveOperation.End)
    type_text(area, "Et la dernière")

    area.keep()

    assert len(told(desk).context) > 50_000
    assert told(desk).context.endswith("Et la dernière")
    assert texts.length.text() == "50,014 characters"
