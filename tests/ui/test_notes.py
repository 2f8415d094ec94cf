"""Harvest, driven as a facilitator drives it: typing, finding, putting right, sorting."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from tests.cafes import add_people, write_list
from tests.ui.hands import type_text
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.domain.notes import Kind, Note, NoteId
from wcafe.domain.synthesis import ThemeId
from wcafe.domain.text import new_id
from wcafe.errors import CannotWrite, EmptyNote, MissingColumns, NotAList
from wcafe.i18n import words_for
from wcafe.services.notes import NoteService
from wcafe.ui import words
from wcafe.ui.note_cards.filed import Filed, TableHead
from wcafe.ui.note_cards.models import NOTES, NoteModel
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.notes import make_page, make_presenter
from wcafe.ui.notes.capture import GOOD_LENGTH, GOOD_NUMBER
from wcafe.ui.notes.draft import Draft, HalfEdit
from wcafe.ui.notes.theme_chooser import ThemeChooser
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def tables(opened):
    """Four tables, three rounds, a question a round."""
    cafe = replace(
        opened.cafes.get(),
        tables=(Table(name="Jardin"), Table(), Table(), Table()),
        tables_chosen=True,
        questions=Questions(mode=Mode.PER_ROUND, texts=("Why here?", "What next?")),
    )
    return opened.cafes.save(cafe)


@pytest.fixture
def noted(opened, tables):
    """Six notes: at table 1, 2 and 3, in both first rounds."""
    kinds = list(Kind)
    return [
        opened.notes.get(
            opened.notes.add(
                table=n % 3, round_=n // 3, kind=kinds[n], text=f"Thought {n} of a café"
            ).note
        )
        for n in range(6)
    ]


@pytest.fixture
def presenter(desk):
    presenter = make_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    return shown_page(qtbot, presenter)


@pytest.fixture
def typing(qtbot, opened, tables, desk):
    """The page of a café with tables and no notes, the keyboard in the text."""
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.take_focus()
    field = page.capture.text_edit
    yield SimpleNamespace(page=page, presenter=presenter, field=field, capture=page.capture)
    presenter.deleteLater()


@pytest.fixture
def listed(qtbot, noted, desk):
    """The page of a café with six notes."""
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    yield SimpleNamespace(page=page, presenter=presenter, list=page.list, notes=noted)
    presenter.deleteLater()


def shown_page(qtbot, presenter):
    page = make_page(presenter)
    page.resize(1072, 776)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.list.doItemsLayout()  # not in the next turn, as tests may look at once
    return page


def texts(view):
    return [row.note.text for row in view.notes.rows if isinstance(row, Filed)]


def choose(view, *notes):
    """Choose notes by the mouse, as with Ctrl held."""
    view.setFocus()
    view.clearSelection()
    for note in notes:
        index = view.notes.index(view.notes.row_of(note.id))
        view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.Select)


def name_theme(opened, name, *notes):
    return opened.synthesis.name_theme(name, notes=tuple(note.id for note in notes))


def entry(menu, words):
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if words in action.text())


def editor(view):
    assert view.cards.editor is not None
    return view.cards.editor


# Typing


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
    assert typing.capture.kind_choice.currentText() == "Action"


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
        raise CannotWrite(path=opened.path, reason="disk full")

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


def begin(opened, step):
    """Begin a step of the café, and let the desk hear of it."""
    opened.live.start(step)
    QApplication.processEvents()


def test_the_round_of_the_notes_follows_the_clock(typing, opened):
    begin(opened, "talk:1")
    assert typing.capture.round_choice.currentText() == "2"

    begin(opened, "talk:2")
    assert typing.capture.round_choice.currentText() == "3"
    assert not typing.capture.round_button.isVisible()


def test_a_round_chosen_by_hand_stays_and_one_click_goes_to_the_one_under_way(
    qtbot, typing, opened
):
    begin(opened, "talk:1")
    qtbot.keyClick(typing.field, Qt.Key.Key_Left, ALT)
    begin(opened, "talk:2")

    assert typing.capture.round_choice.currentText() == "1"
    assert typing.capture.round_button.text() == "Round 3 is under way · go there"
    qtbot.mouseClick(typing.capture.round_button, LEFT)
    assert typing.capture.round_choice.currentText() == "3"
    assert typing.field.hasFocus()
    begin(opened, "talk:0")
    assert typing.capture.round_choice.currentText() == "1"  # it follows again


def test_a_note_half_written_does_not_change_its_round(typing, opened):
    begin(opened, "talk:0")
    type_text(typing.field, "Late, of round one")
    typing.page.keep_typed()
    begin(opened, "talk:1")

    assert typing.capture.round_choice.currentText() == "1"
    assert typing.capture.round_button.isVisible()


def test_a_place_another_page_leads_to_is_shown_by_table(qtbot, noted, presenter):
    presenter.is_by_theme = True
    page = shown_page(qtbot, presenter)

    page.show_place((3, 2))
    page.take_focus()

    assert page.views.currentIndex() == 0
    assert (presenter.draft.table, presenter.draft.round) == (3, 2)
    assert page.capture.table_choice.currentText() == "Table 4"
    assert page.capture.text_edit.isVisible()
    assert page.focusWidget() is page.capture.text_edit


def test_a_place_without_a_round_leaves_the_round(typing):
    typing.page.show_place((2, 1))
    typing.page.show_place((3, None))

    assert (typing.presenter.draft.table, typing.presenter.draft.round) == (3, 1)


def test_writing_begins_in_the_round_that_is_under_way(desk, opened, tables):
    opened.live.start("talk:2")
    presenter = make_presenter(desk, None)

    assert presenter.draft.round == 2
    presenter.deleteLater()


def test_a_café_without_tables_leads_to_them(qtbot, page):
    assert page.no_tables.isVisible()
    assert not page.capture.isVisible()

    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.tables_button, LEFT)
    assert gone.args == ["cafe"]


def test_tables_that_people_will_need_are_enough_to_write(qtbot, page, opened):
    add_people(opened, 20)

    qtbot.waitUntil(page.capture.isVisible)
    assert page.capture.table_choice.count() == 5
    assert page.none_yet.isVisible()


# Finding


def test_notes_stand_under_their_tables(listed):
    heads = [row.words for row in listed.list.notes.rows if isinstance(row, TableHead)]

    assert heads == ["Table 1 · Jardin. 2 notes", "Table 2. 2 notes", "Table 3. 2 notes"]
    assert texts(listed.list) == [f"Thought {n} of a café" for n in (0, 3, 1, 4, 2, 5)]
    assert listed.page.subtitle.text() == "6 notes · 4 tables · 3 rounds"


def test_search_ignores_accents_and_says_how_many_it_found(qtbot, listed):
    listed.page.seek()
    type_text(QApplication.focusWidget(), "4 OF a CAFE")

    assert texts(listed.list) == ["Thought 4 of a café"]
    assert listed.page.filters.count.text() == "1 of 6 notes"
    qtbot.mouseClick(listed.page.filters.all_button, LEFT)
    assert len(texts(listed.list)) == 6
    assert not listed.page.filters.all_button.isVisible()


def test_notes_are_found_by_table_round_kind_and_theme(qtbot, listed, opened):
    theme = name_theme(opened, "Jardins", listed.notes[0], listed.notes[4])
    filters = listed.page.filters
    qtbot.waitUntil(lambda: filters.theme_choice.findData(theme.id) >= 0)

    def pick(choice, key):
        choice.show_key(key)
        choice.kept.emit(key)
        found = [text.split()[1] for text in texts(listed.list)]
        choice.show_key("all")
        choice.kept.emit("all")
        return found

    assert pick(filters.table_choice, 1) == ["1", "4"]
    assert pick(filters.round_choice, 0) == ["0", "1", "2"]
    assert pick(filters.kind_choice, Kind.STORY.value) == ["4"]
    assert pick(filters.theme_choice, theme.id) == ["0", "4"]
    assert pick(filters.theme_choice, "none") == ["3", "1", "2", "5"]


def test_what_is_chosen_stays_chosen_when_a_note_arrives_above_it(qtbot, listed, opened):
    choose(listed.list, listed.notes[4], listed.notes[5])

    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="From elsewhere")
    qtbot.waitUntil(lambda: "From elsewhere" in texts(listed.list))

    assert listed.list.chosen_notes == [listed.notes[4].id, listed.notes[5].id]


def test_a_list_of_many_notes_stays_where_it_was_scrolled_to(qtbot, opened, tables, desk):
    for n in range(40):
        opened.notes.add(table=1, round_=0, kind=Kind.IDEA, text=f"Note {n}")
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    bar = page.list.verticalScrollBar()
    bar.setValue(900)
    top = page.list.indexAt(QPoint(200, 30)).data()

    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Above all others")
    qtbot.waitUntil(lambda: "Above all others" in texts(page.list))

    assert page.list.indexAt(QPoint(200, 30)).data() == top
    presenter.deleteLater()


def test_a_change_of_one_note_touches_one_row(qtbot, listed, opened):
    changed, reset = [], []
    listed.list.notes.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    listed.list.notes.modelReset.connect(lambda: reset.append(True))

    note = opened.notes.get(listed.notes[4].id)
    opened.notes.put(replace(note, text="Other words"), base=note.rev)
    qtbot.waitUntil(lambda: "Other words" in texts(listed.list))

    assert changed == [listed.list.notes.row_of(note.id)]
    assert not reset


def test_rows_follow_any_change_of_order(qtmodeltester, listed):
    model = NoteModel()
    rows = listed.presenter.filed
    for wanted in (rows, rows[::-1], rows[2:4], (rows[3], *rows[:2]), (), rows):
        model.show_rows(wanted)
        assert model.rows == tuple(wanted)
    qtmodeltester.check(model)


# Putting right


def test_a_note_is_edited_in_its_place_undone_and_redone(qtbot, listed, opened, desk):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, RETURN)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), "Better « words »")
    qtbot.keyClick(editor(listed.list), RETURN)

    assert listed.list.cards.editor is None
    assert opened.notes.get(listed.notes[1].id).text == "Better « words »"
    desk.history.undo()
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"
    assert "Thought 1 of a café" in texts(listed.list)
    desk.history.redo()
    assert "Better « words »" in texts(listed.list)


def test_escape_leaves_a_note_as_it_was(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    type_text(editor(listed.list), " and more")
    qtbot.keyClick(editor(listed.list), Qt.Key.Key_Escape)

    assert listed.list.cards.editor is None
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"


def test_a_note_emptied_of_words_is_refused_and_stays_open(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), " ")
    with qtbot.waitSignal(listed.presenter.failed):
        qtbot.keyClick(editor(listed.list), RETURN)

    assert editor(listed.list).toPlainText() == " "
    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café"
    qtbot.keyClick(editor(listed.list), Qt.Key.Key_Escape)


def test_another_page_keeps_the_edit_that_is_open(qtbot, listed, opened):
    choose(listed.list, listed.notes[1])
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    type_text(editor(listed.list), " kept")

    listed.page.keep_typed()

    assert opened.notes.get(listed.notes[1].id).text == "Thought 1 of a café kept"
    assert listed.list.cards.editor is None


def test_the_latest_notes_are_edited_below_the_field(qtbot, typing, opened):
    type_text(typing.field, "Tpyo")
    qtbot.keyClick(typing.field, RETURN)
    recent = typing.capture.recent_list
    at = recent.visualRect(recent.notes.index(0)).center()
    qtbot.mouseClick(recent.viewport(), LEFT, NONE, at)
    qtbot.mouseDClick(recent.viewport(), LEFT, NONE, at)

    editor(recent).selectAll()
    type_text(editor(recent), "Typo")
    qtbot.keyClick(editor(recent), RETURN)

    assert [note.text for note in opened.notes.all()] == ["Typo"]


def test_words_changed_by_two_are_both_kept(qtbot, listed, opened, desk):
    note = listed.notes[1]
    choose(listed.list, note)
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    editor(listed.list).selectAll()
    type_text(editor(listed.list), "Mine")
    opened.notes.put(replace(note, text="Theirs"), base=note.rev)
    QApplication.processEvents()
    assert editor(listed.list).toPlainText() == "Mine"

    with qtbot.waitSignal(listed.presenter.told):
        qtbot.keyClick(editor(listed.list), RETURN)

    assert {"Mine", "Theirs"} <= set(texts(listed.list))
    second = next(row for row in listed.presenter.filed if row.note.text == "Mine")
    assert second.chips == ("second version",)
    assert not desk.history.canUndo()


def test_a_change_from_elsewhere_drops_the_edits_of_that_note_only(qtbot, listed, opened, desk):
    first, second = listed.notes[:2]
    listed.presenter.reword(first, "First, better")
    listed.presenter.reword(second, "Second, better")

    opened.notes.put(replace(opened.notes.get(first.id), text="Theirs"), base=2)
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="A note that arrives")
    qtbot.waitUntil(lambda: "A note that arrives" in texts(listed.list))
    desk.history.undo()

    assert opened.notes.get(second.id).text == "Thought 1 of a café"
    assert opened.notes.get(first.id).text == "Theirs"
    assert not desk.history.canUndo()


def test_chosen_notes_move_to_another_table_round_and_kind_together(listed, opened, desk):
    moved = listed.notes[0:2]
    choose(listed.list, *moved)
    assert listed.page.filters.count.text() == "6 of 6 notes · 2 notes chosen"
    actions = listed.page.note_actions

    entry(actions.table_menu, "Table 4").trigger()
    entry(actions.round_menu, "Round 3").trigger()
    entry(actions.kind_menu, "Quote").trigger()

    now = [opened.notes.get(note.id) for note in moved]
    assert {(note.table, note.round, note.kind) for note in now} == {(3, 2, Kind.QUOTE)}
    assert set(listed.list.chosen_notes) == {note.id for note in moved}
    for _step in range(3):
        desk.history.undo()
    was = [opened.notes.get(note.id) for note in moved]
    assert [(note.table, note.round, note.kind) for note in was] == [
        (note.table, note.round, note.kind) for note in moved
    ]


def test_several_notes_that_cannot_all_be_kept_stay_as_they_were(qtbot, listed, opened):
    choose(listed.list, *listed.notes[:2])
    fewer = replace(opened.cafes.get(), tables=(Table(), Table()))
    opened.cafes.save(fewer)

    with qtbot.waitSignal(listed.presenter.failed):
        listed.presenter.move_to_table(listed.notes[:3], 3)

    assert [opened.notes.get(note.id).rev for note in listed.notes[:3]] == [1, 1, 1]


def test_delete_takes_the_chosen_notes_away_and_undo_brings_them_back(qtbot, listed, opened, desk):
    theme = name_theme(opened, "Jardins", listed.notes[0])
    choose(listed.list, *listed.notes[:2])
    with qtbot.waitSignal(listed.presenter.undoable) as told:
        qtbot.keyClick(listed.list, Qt.Key.Key_Delete)

    assert "2 notes deleted" in told.args[0]
    assert len(opened.notes.all()) == len(texts(listed.list)) == 4
    desk.history.undo()
    assert len(opened.notes.all()) == len(texts(listed.list)) == 6
    assert listed.presenter.filed[0].theme == theme.id
    desk.history.redo()
    assert len(texts(listed.list)) == 4


def test_words_that_look_like_markup_are_drawn_and_told_as_typed(listed):
    listed.presenter.reword(listed.notes[0], "<b>Zoé</b> & Co")

    index = listed.list.notes.index(listed.list.notes.row_of(listed.notes[0].id))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("<b>Zoé</b> & Co. Insight")
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_note_of_twenty_thousand_characters_takes_a_card_of_its_own_measure(qtbot, listed):
    listed.presenter.reword(listed.notes[0], "endless " * 2000)

    index = listed.list.notes.index(listed.list.notes.row_of(listed.notes[0].id))
    assert listed.list.visualRect(index).height() < 400


def test_delete_pressed_again_takes_the_next_note(qtbot, listed, opened):
    choose(listed.list, listed.notes[0])
    for _press in range(2):
        qtbot.keyClick(listed.list, Qt.Key.Key_Delete)

    assert texts(listed.list) == [f"Thought {n} of a café" for n in (1, 4, 2, 5)]


# Themes


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
    assert lines(asked) == ["Eaux usées", "No theme"]

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
    assert lines(asked) == ["Eaux usées", "New theme: “eau”"]
    qtbot.keyClick(asked.name_edit, RETURN)

    (theme,) = opened.synthesis.themes()
    assert set(theme.notes) == {listed.notes[2].id, listed.notes[0].id}


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [("croiser", True), ("hiver", True), ("CRO", True), ("eau", True), ("roi", False)],
)
def test_a_word_inside_a_theme_s_name_files_notes_there(qtbot, listed, opened, typed, is_there):
    name_theme(opened, "Se croiser d'hiver, près de l’eau", listed.notes[2])
    asked = chooser(qtbot, listed, listed.notes[0])
    type_text(asked.name_edit, typed)
    assert lines(asked)[1:] == [f"New theme: “{typed}”"]
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


def drop(widget, dragged):
    """Drop `dragged` on `widget`, as at the end of a drag by mouse."""
    copy, at = Qt.DropAction.CopyAction, QPointF(20, 20)
    enter = QDragEnterEvent(at, copy, dragged, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(at, copy, dragged, LEFT, NONE))


def test_themes_are_renamed_ordered_and_removed_with_undo(qtbot, listed, opened, desk):
    name_theme(opened, "Jardins", listed.notes[0])
    second = name_theme(opened, "Vélos")
    listed.page.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(listed.page.columns.columns) == 3)

    listed.page.columns.columns[0].rename_asked.emit()
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


def test_themes_changed_elsewhere_drop_the_edits_of_themes_only(qtbot, listed, opened, desk):
    listed.presenter.reword(listed.notes[5], "Better")
    listed.presenter.sorting.file_under_new([listed.notes[0].id], "Jardins")

    name_theme(opened, "Vélos")
    qtbot.waitUntil(lambda: len(listed.presenter.sorting.themes) == 2)
    desk.history.undo()

    assert opened.notes.get(listed.notes[5].id).text == "Thought 5 of a café"
    assert len(opened.synthesis.themes()) == 2


def test_a_theme_that_is_gone_is_told_and_nothing_moves(qtbot, listed, opened):
    with qtbot.waitSignal(listed.presenter.failed):
        listed.presenter.sorting.file([NoteId(listed.notes[0].id)], ThemeId("gone"))

    assert opened.synthesis.themes() == ()


# Lists


GOOD = "table;round;kind;text;theme\n1;1;idea;A garden;Jardins\n2;1;;A bench;\n"


def test_a_list_is_imported_and_told_and_a_second_time_changes_nothing(
    qtbot, typing, opened, tmp_path, monkeypatch
):
    path = write_list(tmp_path, GOOD)
    monkeypatch.setattr(ask, "open_file", lambda *_args: path)

    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert told.args == ["2 notes imported."]
    qtbot.waitUntil(lambda: texts(typing.page.list) == ["A garden", "A bench"])
    assert opened.synthesis.themes()[0].name == "Jardins"

    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert told.args == ["0 notes imported. Here already: 2."]


def test_a_list_is_dropped_on_the_page(qtbot, typing, tmp_path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, GOOD)))])

    with qtbot.waitSignal(typing.presenter.told):
        drop(typing.page, dragged)

    qtbot.waitUntil(lambda: len(texts(typing.page.list)) == 2)


def test_a_list_without_what_places_a_note_is_told_and_nothing_is_kept(
    qtbot, typing, opened, tmp_path
):
    with qtbot.waitSignal(typing.presenter.failed) as failed:
        typing.presenter.import_list(write_list(tmp_path, "name\nAna\n"))

    assert isinstance(failed.args[0], MissingColumns | NotAList)
    assert opened.notes.all() == ()


# Everybody


@pytest.mark.parametrize("is_by_theme", [False, True])
def test_everything_that_can_be_used_has_a_name_and_is_reached_by_tab(
    qtbot, listed, opened, is_by_theme
):
    name_theme(opened, "Jardins", listed.notes[0])
    listed.page.views.setCurrentIndex(int(is_by_theme))
    qtbot.waitUntil(lambda: bool(listed.presenter.sorting.themes))
    choose(listed.page.columns.unsorted.list if is_by_theme else listed.list, listed.notes[1])
    used = (QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit, QTabBar)
    reach = [w for w in listed.page.findChildren(QWidget) if isinstance(w, used)]
    reach = [
        w
        for w in reach
        if w.isVisible() and w.isEnabled() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(reach) > 10
    assert [w for w in reach if not w.accessibleName()] == []

    reach[0].setFocus()
    seen = set()
    for _step in range(2 * len(reach)):
        seen.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(reach) - seen == set()


def test_another_language_keeps_what_is_typed_and_what_is_sought(qtbot, listed):
    listed.page.filters.search_edit.setText("thought 4")
    type_text(listed.page.capture.text_edit, "Half")
    listed.page.keep_typed()
    listed.page.hide()

    words.use(words_for("fr"), "fr")
    page = shown_page(qtbot, listed.presenter)

    assert texts(page.list) == ["Thought 4 of a café"]
    assert page.capture.text_edit.toPlainText() == "Half"
    assert page.capture.kind_choice.itemText(0) == "Constat"


def test_notes_are_measured_at_the_width_they_are_shown_at_and_no_other(qtbot, opened, desk, noted):
    presenter = make_presenter(desk, None)
    page = make_page(presenter)
    measured = []
    measure = page.list.cards._height
    page.list.cards._height = lambda row, width: measured.append(width) or measure(row, width)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(1072, 776)
    stack.addWidget(QWidget())
    stack.show()
    qtbot.waitExposed(stack)

    stack.addWidget(page)
    stack.setCurrentWidget(page)
    qtbot.waitUntil(lambda: len(measured) >= len(noted))

    assert len(measured) == len(noted)
    assert set(measured) == {page.list.cards._width()}
    presenter.deleteLater()


def test_two_thousand_notes_are_shown_without_measuring_them_twice(qtbot, opened, tables, desk):
    kept = [
        Note(id=NoteId(new_id()), table=n % 4, round=n % 3, kind=Kind.IDEA, text=f"Note {n}", rev=0)
        for n in range(2000)
    ]
    opened.notes.change(dict.fromkeys(kept, 0))
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    measured = []
    measure = page.list.cards._height
    page.list.cards._height = lambda row, width: measured.append(row) or measure(row, width)

    presenter.reword(presenter.notes[700], "Other words")
    page.list.doItemsLayout()

    assert [row.note.text for row in measured] == ["Other words"]
    presenter.deleteLater()


def test_a_note_that_is_kept_does_not_read_all_the_others_again(qtbot, typing, monkeypatch, opened):
    read = []
    everything = opened.notes.all
    monkeypatch.setattr(
        type(opened.notes), "all", lambda _self, **_facts: read.append(1) or everything()
    )

    type_text(typing.field, "One more")
    qtbot.keyClick(typing.field, RETURN)

    assert read == []
    assert [note.text for note in typing.presenter.notes] == ["One more"]


def test_notes_stand_as_they_came_after_every_change_undo_and_redo(qtbot, typing, opened, desk):
    def is_as_kept():
        return typing.presenter.notes == opened.notes.all()

    for text in ("First", "Second", "Third"):
        type_text(typing.field, text)
        qtbot.keyClick(typing.field, RETURN)
    assert is_as_kept()
    typing.presenter.delete([typing.presenter.notes[0]])
    assert is_as_kept()
    typing.presenter.reword(typing.presenter.notes[1], "Other words")
    assert is_as_kept()
    for _step in range(5):
        desk.history.undo()
        assert is_as_kept()
    for _step in range(5):
        desk.history.redo()
        assert is_as_kept()


def open_editor(page):
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.notes.index(1))
    page.list.edit_current()
    return page.list.cards.editor


def test_an_unfinished_edit_survives_a_crash_and_can_be_undone(qtbot, listed, desk):
    editor = open_editor(listed.page)
    note = editor.note
    type_text(editor, ", half said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "half said" in desk.settings.text_of(key))
    desk.history.clear()

    again = make_presenter(desk, None)
    with qtbot.waitSignal(again.told) as told:
        shown_page(qtbot, again)

    assert told.args[0].startswith("A note was being edited when wcafe ended")
    assert desk.services.notes.get(note.id).text == f"{note.text}, half said"
    assert desk.settings.text_of(key) == ""
    desk.history.undo()
    assert desk.services.notes.get(note.id).text == note.text
    again.deleteLater()


def test_an_unfinished_edit_of_a_note_that_changed_meanwhile_stands_beside_it(
    qtbot, listed, desk, opened
):
    editor = open_editor(listed.page)
    note = editor.note
    type_text(editor, ", half said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "half said" in desk.settings.text_of(key))
    opened.notes.put(replace(note, text="Theirs"), base=note.rev)

    again = make_presenter(desk, None)
    shown_page(qtbot, again)
    qtbot.waitUntil(lambda: desk.settings.text_of(key) == "")

    assert opened.notes.get(note.id).text == "Theirs"
    beside = [each.text for each in opened.notes.all() if each.conflict_of == note.id]
    assert beside == [f"{note.text}, half said"]
    again.deleteLater()


def test_an_edit_that_was_finished_is_not_brought_back(qtbot, listed, desk):
    editor = open_editor(listed.page)
    type_text(editor, ", and said")
    key = f"edit:{desk.services.cafes.get().id}"
    qtbot.waitUntil(lambda: "and said" in desk.settings.text_of(key))

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert desk.settings.text_of(key) == ""
    assert HalfEdit.unpack("nothing of the kind") is None
