"""The same notes by table, by theme, by prompt and as a gallery: each keeps what is at hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt

from tests.ui.hands import drop, type_text
from tests.ui.notes.hands import choose, editor, shown_page, texts
from wcafe.domain.kinds import Kind
from wcafe.ui.note_cards.models import NOTES
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.prompt_chooser import PromptChooser
from wcafe.ui.notes.views import View

PROMPTS = ("Three findings", "Proposals")


@pytest.fixture
def prompted(opened, noted, listed, qtbot):
    """Six notes: two under “Proposals”, one under a prompt that no sheet has, three under none."""
    opened.cafes.save(replace(opened.cafes.get(), prompts=PROMPTS))
    prompts = {0: "Proposals", 1: "Proposals", 5: "Elsewhere"}
    opened.notes.change(
        {replace(noted[n], prompt=prompt): noted[n].rev for n, prompt in prompts.items()}
    )
    qtbot.waitUntil(lambda: any(note.prompt for note in listed.presenter.notes))
    turn(listed.page, View.PROMPT)
    return listed


def turn(page, view):
    page.views.setCurrentIndex(view.place)


def under(page):
    return {
        column.name.text(): [int(text.split()[1]) for text in texts(column.list)]
        for column in page.by_prompt.columns
    }


def column_of(page, name):
    return next(each for each in page.by_prompt.columns if each.name.text() == name)


def dragged(*notes):
    mime = QMimeData()
    mime.setData(NOTES, "\n".join(note.id for note in notes).encode())
    return mime


def test_each_prompt_has_a_column_and_so_has_what_stands_under_none(prompted):
    assert under(prompted.page) == {
        "Three findings": [],
        "Proposals": [0, 1],
        "Elsewhere": [5],
        "Under no prompt": [3, 4, 2],
    }
    assert column_of(prompted.page, "Proposals").count.text() == "2 notes"
    other = column_of(prompted.page, "Elsewhere").count.text()
    assert other == "1 note · of no sheet of this café"
    assert not prompted.page.capture.isVisible()


def test_notes_dropped_on_a_column_stand_under_its_prompt_and_undo_takes_them_back(
    prompted, desk, opened
):
    notes = prompted.notes

    assert drop(column_of(prompted.page, "Three findings"), dragged(notes[3], notes[0]))

    assert under(prompted.page)["Three findings"] == [0, 3]
    assert opened.notes.get(notes[3].id).prompt == "Three findings"
    desk.history.undo()
    assert under(prompted.page)["Three findings"] == []
    assert opened.notes.get(notes[0].id).prompt == "Proposals"
    assert drop(column_of(prompted.page, "Under no prompt"), dragged(notes[0]))
    assert opened.notes.get(notes[0].id).prompt == ""


def test_what_belongs_to_a_note_goes_with_it(qtbot, prompted, opened):
    parent, child = prompted.notes[0], prompted.notes[3]
    opened.notes.change({replace(child, round=parent.round, parent=parent.id): child.rev})
    qtbot.waitUntil(lambda: any(note.parent for note in prompted.presenter.notes))

    drop(column_of(prompted.page, "Three findings"), dragged(parent))

    assert under(prompted.page)["Three findings"] == [0, 3]


@pytest.mark.parametrize(
    ("typed", "prompt"),
    [
        ("prop", "Proposals"),
        ("1", "Three findings"),
        ("", "Three findings"),
        ("Our own", "Our own"),
    ],
)
def test_by_keyboard_p_puts_the_chosen_notes_under_a_prompt(
    qtbot, prompted, opened, desk, typed, prompt
):
    lone = column_of(prompted.page, "Under no prompt").list
    choose(lone, prompted.notes[3])
    qtbot.keyClick(lone, Qt.Key.Key_P)
    chooser = prompted.page.findChild(PromptChooser)
    qtbot.waitUntil(chooser.name_edit.hasFocus)

    type_text(chooser.name_edit, typed)
    qtbot.keyClick(chooser.name_edit, Qt.Key.Key_Return)

    assert opened.notes.get(prompted.notes[3].id).prompt == prompt
    desk.history.undo()
    assert opened.notes.get(prompted.notes[3].id).prompt == ""


def test_p_and_the_arrow_up_take_notes_out_from_under_their_prompt(qtbot, prompted, opened):
    column = column_of(prompted.page, "Proposals").list
    choose(column, prompted.notes[0], prompted.notes[1])
    qtbot.keyClick(column, Qt.Key.Key_P)
    chooser = prompted.page.findChild(PromptChooser)
    for _prompt in range(3):
        qtbot.keyClick(chooser.name_edit, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.name_edit, Qt.Key.Key_Return)

    assert [opened.notes.get(note.id).prompt for note in prompted.notes[:2]] == ["", ""]


def test_left_and_right_go_from_column_to_column(qtbot, prompted):
    first = column_of(prompted.page, "Proposals").list
    choose(first, prompted.notes[0])

    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(column_of(prompted.page, "Elsewhere").list, Qt.Key.Key_Right)

    last = column_of(prompted.page, "Under no prompt").list
    assert last.hasFocus()
    assert last.currentIndex().isValid()


@pytest.mark.parametrize("view", list(View))
def test_the_chosen_notes_stay_chosen_in_every_view(qtbot, prompted, view):
    page, ids = prompted.page, {prompted.notes[0].id, prompted.notes[4].id}
    turn(page, View.TABLE)
    choose(page.list, prompted.notes[0], prompted.notes[4])

    turn(page, view)
    assert set(page.found.view.chosen_notes) == ids
    assert set(page.note_actions.notes) == ids
    turn(page, View.TABLE)
    assert set(page.list.chosen_notes) == ids


@pytest.mark.parametrize("view", list(View))
def test_filter_and_search_count_in_every_view(qtbot, prompted, view):
    page = prompted.page
    turn(page, view)

    page.filters.look_for("thought 4")

    shown = [text for each in page.found.view.lists for text in texts(each)]
    assert shown == ["Thought 4 of a café"]
    assert all(each.cards.search.is_in("thought 4") for each in page.found.view.lists)
    turn(page, View.GALLERY)
    assert texts(page.gallery.list) == ["Thought 4 of a café"]


def test_the_view_is_remembered_for_each_café(qtbot, prompted, desk):
    turn(prompted.page, View.GALLERY)
    prompted.page.gallery.larger_button.click()

    again = make_presenter(desk, None)
    page = shown_page(qtbot, again)

    assert page.views.currentIndex() == View.GALLERY.place
    assert page.gallery.isVisible()
    assert page.gallery.list.zoom == 1.2
    again.deleteLater()


@pytest.fixture
def wall(qtbot, opened, tables, desk):
    """The gallery of forty notes, long and short."""
    for n in range(40):
        text = f"{n} " + "long words " * (n % 7)
        opened.notes.add(table=n % 4, round_=0, kind=Kind.IDEA, text=text)
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    turn(page, View.GALLERY)
    view = page.gallery.list
    view.setFocus()
    yield view
    presenter.deleteLater()


def rects(view):
    return [view.visualRect(view.notes.index(row)) for row in range(len(view.notes.rows))]


def test_cards_of_the_gallery_never_lie_on_each_other_and_all_are_reached(qtbot, wall):
    qtbot.waitUntil(lambda: all(rect.isValid() for rect in rects(wall)))
    shown = rects(wall)

    assert len({rect.left() for rect in shown}) > 1
    for row, rect in enumerate(shown):
        assert not any(rect.intersects(other) for other in shown[:row])
        assert wall.indexAt(rect.center()).row() == row or not wall.viewport().rect().contains(
            rect.center()
        )
    qtbot.keyClick(wall, Qt.Key.Key_End)
    assert wall.currentIndex().row() == 39
    assert wall.viewport().rect().intersects(wall.visualRect(wall.currentIndex()))
    qtbot.keyClick(wall, Qt.Key.Key_Home)
    assert wall.currentIndex().row() == 0


def test_arrows_go_to_the_card_that_is_seen_there(qtbot, wall):
    qtbot.keyClick(wall, Qt.Key.Key_Home)
    first = wall.visualRect(wall.currentIndex())

    qtbot.keyClick(wall, Qt.Key.Key_Right)
    beside = wall.visualRect(wall.currentIndex())
    assert beside.left() > first.left()
    qtbot.keyClick(wall, Qt.Key.Key_Down)
    below = wall.visualRect(wall.currentIndex())
    assert (below.left(), below.top()) == (beside.left(), beside.bottom() + 1)
    qtbot.keyClick(wall, Qt.Key.Key_Up)
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    assert wall.visualRect(wall.currentIndex()) == first
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    assert wall.visualRect(wall.currentIndex()) == first


def test_cards_are_nearer_and_farther_by_keys_and_the_wheel_and_stay_in_sight(qtbot, wall):
    bar = wall.verticalScrollBar()
    qtbot.waitUntil(lambda: all(rect.isValid() for rect in rects(wall)))
    bar.setValue(bar.maximum() // 2)
    top = wall._first_in_sight()
    height = wall.visualRect(wall.notes.index(top)).height()

    qtbot.keyClick(wall, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    near = wall.visualRect(wall.notes.index(top))
    assert near.height() != height
    assert wall.viewport().rect().intersects(near)
    qtbot.keyClick(wall, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert wall.visualRect(wall.notes.index(top)).height() == height
    for _key in range(9):
        qtbot.keyClick(wall, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert wall.zoom == 0.75


def test_a_rectangle_chooses_the_cards_it_touches(wall):
    area = QRect(QPoint(0, 0), wall.visualRect(wall.notes.index(1)).center())

    wall.setSelection(area, wall.selectionModel().SelectionFlag.ClearAndSelect)

    chosen = wall.selectionModel().selectedRows()
    assert {index.row() for index in chosen} == {
        row for row, rect in enumerate(rects(wall)) if rect.intersects(area)
    }


def test_a_card_of_the_gallery_is_edited_in_its_place(qtbot, wall, opened):
    qtbot.keyClick(wall, Qt.Key.Key_Home)
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    field = editor(wall)
    assert abs(field.width() - wall.column_width) < 4

    field.selectAll()
    type_text(field, "Other words")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert texts(wall)[0] == "Other words"
