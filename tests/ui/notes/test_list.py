"""The list of the notes: found, chosen, as they came, and quick with many."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tests.endurance import full
from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, name_theme, shown_page, texts
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import new_id
from wcafe.ui.note_cards.filed import Filed, TableHead
from wcafe.ui.note_cards.models import NoteModel
from wcafe.ui.notes import make_page, make_presenter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


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


def many_notes(number):
    return [
        Note(id=NoteId(new_id()), table=n % 4, round=n % 3, kind=Kind.IDEA, text=f"Note {n}", rev=0)
        for n in range(number)
    ]


@pytest.mark.parametrize("kind", [Filed, TableHead])
def test_a_long_list_stays_where_it_is_while_the_window_is_made_wider_and_notes_come(
    qtbot, opened, tables, desk, kind
):
    opened.notes.change(dict.fromkeys(many_notes(160), 0))
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    view = page.list
    qtbot.waitUntil(lambda: view.layoutMode() is view.LayoutMode.SinglePass)
    view.doItemsLayout()
    rows = enumerate(view.notes.rows)  # a row that is not among those that are measured first
    at = next(place for place, row in rows if place > view.batchSize() and isinstance(row, kind))
    view.scrollTo(view.notes.index(at), view.ScrollHint.PositionAtTop)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 5)
    key, value = view.notes.rows[at].key, bar.value()
    assert view.visualRect(view.notes.index(at)).top() == -5

    page.resize(page.width() + 30, page.height())
    QApplication.processEvents()
    assert bar.value() == value
    for number in range(3):
        page.resize(page.width() + 30, page.height())
        opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"Above {number}")
        qtbot.waitUntil(lambda number=number: f"Above {number}" in texts(view))
        QApplication.processEvents()

    assert bar.value() > value
    assert view.visualRect(view.notes.index(view.notes.row_of(key))).top() == -5
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


def test_words_that_look_like_markup_are_drawn_and_told_as_typed(listed):
    listed.presenter.reword(listed.notes[0], "<b>Zoé</b> & Co")

    index = listed.list.notes.index(listed.list.notes.row_of(listed.notes[0].id))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("<b>Zoé</b> & Co. Insight")
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_note_of_twenty_thousand_characters_takes_a_card_of_its_own_measure(qtbot, listed):
    listed.presenter.reword(listed.notes[0], "endless " * 2000)

    index = listed.list.notes.index(listed.list.notes.row_of(listed.notes[0].id))
    assert listed.list.visualRect(index).height() < 400


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


@pytest.mark.slow
def test_many_notes_are_shown_without_measuring_them_twice(qtbot, opened, tables, desk):
    opened.notes.change(dict.fromkeys(many_notes(full(2000, 800)), 0))
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    at_once = page.list.LayoutMode.SinglePass
    qtbot.waitUntil(lambda: page.list.layoutMode() is at_once)  # the first rows come in batches
    page.list.doItemsLayout()
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
