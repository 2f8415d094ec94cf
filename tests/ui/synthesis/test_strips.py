"""Strips entered by keyboard: number, Enter, then 1, 2 or 3; what stands and what is missing."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import retype, type_text
from tests.ui.synthesis.hands import items
from wcafe.domain.amendments import Way
from wcafe.domain.verdicts import Answer, standing_verdicts, verdict_on
from wcafe.errors import NotAsked
from wcafe.ui.synthesis.page import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

STRIPS = View.STRIPS


@pytest.fixture
def stated(opened, harvest):
    """Three sentences: table 1 is asked about two, table 2 about two, table 3 about none."""
    theme = opened.synthesis.themes()[0].id
    notes = [note.id for note in opened.notes.all()]
    for text, cited in (("First.", [0]), ("Both.", [0, 1]), ("Second.", [1])):
        opened.statements.write(theme, text, [notes[n] for n in cited])
    return opened.synthesis.themes()[0].statements


@pytest.fixture
def view(stated, page):
    page.views.setCurrentIndex(STRIPS)
    page.strips.take_focus()
    return page.strips


def enter(qtbot, view, table):
    retype(qtbot, view.strip.table_edit, str(table))


def press(qtbot, view, key):
    qtbot.keyClick(view.window().focusWidget(), key)


def said(desk):
    """What stands: the answers by the words of the sentence and the table, from 1."""
    themes = desk.services.synthesis.themes()
    texts = {each.id: each.text for theme in themes for each in theme.statements}
    return {
        (texts[statement], table + 1): verdict.answer
        for statement, of in standing_verdicts(desk.services.verdicts.all(), themes).items()
        for table, verdict in of.items()
    }


def asked(view):
    return [row.words.text() for row in view.strip.rows.values()]


def rows(view):
    return list(view.strip.rows.values())


def rewrite(desk, statement, text):
    theme = desk.services.synthesis.themes()[0]
    now = next(each for each in theme.statements if each.id == statement.id)
    desk.services.statements.write(theme.id, text, now.notes, seen=now)


def test_a_strip_is_entered_by_keys_alone_and_the_next_number_can_be_typed(qtbot, view, desk):
    enter(qtbot, view, 1)
    assert asked(view) == ["First.", "Both."]

    press(qtbot, view, Qt.Key.Key_1)
    press(qtbot, view, Qt.Key.Key_3)
    type_text(view.window().focusWidget(), "2")
    press(qtbot, view, Qt.Key.Key_Return)
    press(qtbot, view, Qt.Key.Key_1)
    press(qtbot, view, Qt.Key.Key_1)

    assert said(desk) == {
        ("First.", 1): Answer.CONFIRMED,
        ("Both.", 1): Answer.NOT_OURS,
        ("Both.", 2): Answer.CONFIRMED,
        ("Second.", 2): Answer.CONFIRMED,
    }
    assert view.confirmed.text() == "1 / 2"
    assert view.confirmed.accessibleName() == "Confirmed by 1 of 2 tables"
    assert [tile.text() for tile in view.tables.values()] == ["1\u00a0≠", "2\u00a0✓"]
    assert view.missing.isHidden()


def test_what_is_to_change_asks_for_the_tables_words_and_goes_on(qtbot, view, desk):
    enter(qtbot, view, 1)
    press(qtbot, view, Qt.Key.Key_2)
    type_text(view.window().focusWidget(), "  Deux bancs ")
    press(qtbot, view, Qt.Key.Key_Return)

    (verdict,) = desk.services.verdicts.all()
    assert (verdict.answer, verdict.words) == (Answer.AMEND, "Deux bancs")
    assert view.window().focusWidget() is rows(view)[1]
    desk.history.undo()
    assert [each.words for each in desk.services.verdicts.all()] == [""]
    desk.history.undo()
    assert desk.services.verdicts.all() == set()
    desk.history.redo()
    desk.history.redo()
    assert [each.words for each in desk.services.verdicts.all()] == ["Deux bancs"]
    assert rows(view)[0].own_edit.text() == "Deux bancs"


def test_an_answer_is_taken_back_and_another_takes_its_place(qtbot, view, desk):
    enter(qtbot, view, 1)
    press(qtbot, view, Qt.Key.Key_1)
    press(qtbot, view, Qt.Key.Key_Up)
    press(qtbot, view, Qt.Key.Key_0)
    assert said(desk) == {}
    press(qtbot, view, Qt.Key.Key_3)
    press(qtbot, view, Qt.Key.Key_Up)
    qtbot.mouseClick(rows(view)[0].buttons[Answer.CONFIRMED], Qt.MouseButton.LeftButton)

    assert said(desk) == {("First.", 1): Answer.CONFIRMED}
    desk.history.undo()
    assert said(desk) == {("First.", 1): Answer.NOT_OURS}


def test_a_table_that_no_sentence_cites_is_told_and_nothing_moves(qtbot, view, presenter):
    enter(qtbot, view, 1)
    with qtbot.waitSignal(presenter.failed) as told:
        enter(qtbot, view, 3)

    assert isinstance(told.args[0], NotAsked)
    assert "table 3" in told.args[0].describe()
    assert asked(view) == ["First.", "Both."]
    assert "3" in view.without.text()


def test_an_edited_sentence_is_to_be_asked_again_and_the_old_words_give_the_mark_back(
    qtbot, view, desk, stated, page
):
    for table, keys in ((1, (1, 1)), (2, (1, 1))):
        enter(qtbot, view, table)
        for key in keys:
            press(qtbot, view, getattr(Qt.Key, f"Key_{key}"))
    assert view.confirmed.text() == "2 / 2"

    rewrite(desk, stated[0], "First, anew.")
    qtbot.waitUntil(lambda: view.confirmed.text() == "1 / 2")

    assert view.again.text() == "To be asked again: 1"
    assert view.tables[0].text() == "1\u00a0!"
    enter(qtbot, view, 1)
    first = rows(view)[0]
    assert first.again.text().startswith("To be asked again")
    assert view.window().focusWidget() is first  # the one that is open

    rewrite(desk, stated[0], "First.")
    qtbot.waitUntil(lambda: view.confirmed.text() == "2 / 2")
    assert view.again.isHidden()


def test_own_words_become_a_correction_when_somebody_wants_it_and_undo_takes_it_out(
    qtbot, view, desk, stated
):
    enter(qtbot, view, 1)
    press(qtbot, view, Qt.Key.Key_2)
    assert rows(view)[0].take_button.isHidden()
    type_text(view.window().focusWidget(), "Deux bancs")
    qtbot.keyClick(rows(view)[0].own_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (taken,) = desk.services.amendments.all()
    assert (taken.text, taken.table, taken.way) == ("Deux bancs", 0, Way.STRIP)
    assert taken.statement == stated[0].id
    assert taken.theme == desk.services.synthesis.themes()[0].id
    assert taken.came is not None
    assert not rows(view)[0].taken.isHidden()
    assert rows(view)[0].take_button.isHidden()

    desk.history.undo()
    assert desk.services.amendments.all() == ()
    assert not rows(view)[0].take_button.isHidden()
    qtbot.mouseClick(rows(view)[0].take_button, Qt.MouseButton.LeftButton)
    assert len(desk.services.amendments.all()) == 1


def test_what_another_face_notes_is_shown(qtbot, view, desk, stated):
    enter(qtbot, view, 1)

    desk.services.verdicts.put([verdict_on(stated[0], 0, Answer.CONFIRMED)])

    qtbot.waitUntil(lambda: "✓" in rows(view)[0].buttons[Answer.CONFIRMED].text())


def test_words_half_typed_are_kept_when_the_page_goes_away(qtbot, view, page, desk):
    enter(qtbot, view, 1)
    press(qtbot, view, Qt.Key.Key_2)
    type_text(view.window().focusWidget(), "Deux")

    page.keep_typed()

    assert [each.words for each in desk.services.verdicts.all()] == ["Deux"]


def test_the_editor_shows_which_tables_stand_behind_a_statement(qtbot, view, page, desk, stated):
    desk.services.verdicts.put(
        [
            verdict_on(stated[1], 0, Answer.CONFIRMED),
            verdict_on(stated[1], 1, Answer.AMEND),
            verdict_on(stated[0], 0, Answer.CONFIRMED),
        ]
    )
    page.views.setCurrentIndex(0)
    rewrite(desk, stated[0], "First, anew.")

    qtbot.waitUntil(lambda: not items(page)[0].verdicts.isHidden())
    shown = [each.verdicts.text() for each in items(page)]
    assert shown[0] == "changed since, to be asked again: T1"
    assert shown[1] == "confirmed by T1 · to change for T2"
    assert items(page)[2].verdicts.isHidden()


def test_the_strips_can_be_saved_from_there(qtbot, view, page, tmp_path, monkeypatch):
    path = tmp_path / "strips.pdf"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_facts: path)

    with qtbot.waitSignal(page.file_written) as told:
        qtbot.mouseClick(view.print_button, Qt.MouseButton.LeftButton)

    assert path.read_bytes().startswith(b"%PDF")
    assert "no strip" in told.args[1]


def test_without_a_sentence_the_view_says_what_is_to_do(harvest, page):
    page.views.setCurrentIndex(STRIPS)

    assert page.strips.nothing.isVisible()
    assert "nothing to ask" in page.strips.nothing.sentence.text()


def test_only_digits_can_be_typed_as_a_table(qtbot, view):
    view.strip.table_edit.clear()
    type_text(view.strip.table_edit, "x1-")

    assert view.strip.table_edit.text() == "1"
    qtbot.keyClick(view.strip.table_edit, Qt.Key.Key_Return)
    view.strip.table_edit.clear()
    qtbot.keyClick(view.strip.table_edit, Qt.Key.Key_Return)
    assert asked(view) == ["First.", "Both."]
