"""The headline wall: only what people marked, large, and nothing moves while it is read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.notes.hands import choose, shown_page
from wcafe.domain.kinds import Kind
from wcafe.domain.wall import wall_cards
from wcafe.ui.notes import make_presenter, wall_window
from wcafe.ui.notes.wall_window import SIZES, WallWindow, show_or_close
from wcafe.ui.widgets import motion
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture(autouse=True)
def moving(qapp):
    yield
    motion.keep_still(False)


@pytest.fixture
def filled(qtbot, opened, tables, desk):
    """Twenty notes, and a page of Harvest."""
    notes = []
    for n in range(20):
        text = f"Note {n} of a table that says what it wants for its street, at some length"
        notes.append(opened.notes.add(table=n % 4, round_=0, kind=Kind.IDEA, text=text).note)
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    yield page
    if presenter.wall.window is not None:
        presenter.wall.window.close()
    presenter.deleteLater()


def mark(opened, *numbers, **facts):
    """Mark notes for the wall, as another window of this café would."""
    notes = {int(note.text.split()[1]): note for note in opened.cafes.snapshot().notes}
    facts = facts or {"is_on_wall": True}
    opened.notes.change({replace(notes[n], **facts): notes[n].rev for n in numbers})


@pytest.fixture
def wall_of(qtbot, filled, opened):
    def show(*numbers, size=(1920, 1080)):
        mark(opened, *numbers)
        qtbot.waitUntil(lambda: len(presenter(filled).wall.cards) == len(numbers))
        filled.toggle_wall()
        window = presenter(filled).wall.window
        assert isinstance(window, WallWindow)
        window.showNormal()
        window.resize(*size)
        qtbot.waitUntil(lambda: window.size().toTuple() == size)
        return window

    return show


def presenter(page):
    return page._presenter


def shown(window):
    return [int(card.text.split()[1]) for card in window.cards]


def places(window):
    return {card.key: window.place_of(card.key) for card in window.cards}


def test_w_marks_the_chosen_notes_and_undo_takes_the_mark_off(qtbot, filled, opened, desk):
    notes = [filled.list.notes.rows[row].note for row in (1, 2)]
    choose(filled.list, *notes)

    qtbot.keyClick(filled.list, Qt.Key.Key_W)

    assert all(opened.notes.get(note.id).is_on_wall for note in notes)
    assert filled.note_actions.wall_action.isChecked()
    row = filled.list.notes.rows[1]
    assert "on the wall" in row.chips
    qtbot.keyClick(filled.list, Qt.Key.Key_W)
    assert not any(opened.notes.get(note.id).is_on_wall for note in notes)
    desk.history.undo()
    assert all(opened.notes.get(note.id).is_on_wall for note in notes)
    desk.history.undo()
    assert not any(opened.notes.get(note.id).is_on_wall for note in notes)


def test_the_wall_shows_what_is_marked_in_the_order_in_which_it_came(wall_of):
    window = wall_of(7, 2, 11)

    assert shown(window) == [2, 7, 11]
    assert window.number_of_pages == 1
    assert window.isVisible()


def test_no_card_says_a_person_or_a_rank(opened, tables):
    note = opened.notes.add(
        table=0, round_=0, kind=Kind.ACTION, text="Ask the mayor", author="Zoé d'Ân-Lê"
    ).note
    more = opened.notes.add(table=1, round_=0, kind=Kind.IDEA, text="Second").note
    notes = [opened.notes.get(note), opened.notes.get(more)]
    told = [
        replace(notes[0], is_on_wall=True, who="Gwenola", due="May", votes=1),
        replace(notes[1], is_on_wall=True, votes=99),
    ]

    cards = wall_cards(told, ())

    assert [card.text for card in cards] == ["Ask the mayor", "Second"], "votes rank nothing"
    said = repr([replace(card, key="") for card in cards])
    assert not any(name in said for name in ("Zoé", "Gwenola", "May", "99"))


@pytest.mark.parametrize("facts", [{"withheld": "too private"}, {"is_deleted": True}])
def test_what_is_withheld_or_deleted_goes_at_once_and_nothing_else_moves(
    qtbot, wall_of, opened, facts
):
    window = wall_of(0, 1, 2, 3)
    before = places(window)

    mark(opened, 1, **facts)

    qtbot.waitUntil(lambda: shown(window) == [0, 2, 3])
    assert all(before[key] == place for key, place in places(window).items())


def test_a_new_card_comes_without_moving_what_is_read(qtbot, wall_of, opened):
    window = wall_of(5, 6, 7)
    before = places(window)

    mark(opened, 1)

    qtbot.waitUntil(lambda: len(window.cards) == 4)
    after = places(window)
    assert all(after[key] == place for key, place in before.items())
    new = next(place for key, place in after.items() if key not in before)
    assert not any(new.intersects(place) for place in before.values())
    assert QRect(0, 0, 1920, 1080).contains(new.toAlignedRect())


def test_a_card_whose_words_change_stays_in_its_place(qtbot, wall_of, opened):
    window = wall_of(0, 1, 2)
    before = places(window)

    mark(opened, 1, text="Note 1 " + "and still more of it " * 30)

    qtbot.waitUntil(lambda: "still" in window.cards[1].text)
    assert places(window) == before
    window.grab()


def test_many_notes_hang_on_pages_that_turn_by_key_and_by_themselves(qtbot, wall_of, opened):
    window = wall_of(*range(19))
    pages = window.number_of_pages
    assert pages > 1

    seen = shown(window)
    for _page in range(pages - 1):
        qtbot.keyClick(window, Qt.Key.Key_Right)
        seen += shown(window)
    assert seen == list(range(19)), "each note once, in order"
    mark(opened, 19)
    qtbot.waitUntil(lambda: len(presenter_of(window).wall.cards) == 20)
    window._turning.timeout.emit()
    while window.page != 0:
        window._turning.timeout.emit()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    window._turning.timeout.emit()
    assert window.page == 0, "it is paused"
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert 19 in shown(window)


def presenter_of(window):
    return window._presenter


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("number", [1, 6, 20])
def test_the_words_are_large_on_every_screen_and_no_card_leaves_it(wall_of, size, number):
    window = wall_of(*range(number), size=size)
    screen = QRect(0, 0, *size)

    assert min(SIZES) * 1080 / 810 >= 28
    assert window._faces._font.pixelSize() >= 28 * min(size[0] / 1920, size[1] / 1080) - 1
    assert all(screen.contains(place.toAlignedRect()) for place in places(window).values())
    if number == 1:
        assert window.letters == max(SIZES), "where there is room, words are larger"


def test_plus_and_minus_change_how_large_the_words_are(qtbot, wall_of):
    window = wall_of(*range(6))
    before = window.letters

    qtbot.keyClick(window, Qt.Key.Key_Minus)
    assert window.letters < before
    for _key in SIZES:
        qtbot.keyClick(window, Qt.Key.Key_Minus)
    assert window.letters == min(SIZES)
    qtbot.keyClick(window, Qt.Key.Key_0)
    assert window.letters == before


def test_with_one_screen_it_fills_that_and_escape_closes_it(qtbot, filled):
    filled.toggle_wall()
    window = presenter(filled).wall.window
    assert window.isFullScreen()
    assert window.screen() is QGuiApplication.primaryScreen()
    assert filled.gallery.wall_button.text() == "Close the wall"

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not presenter(filled).wall.is_open
    assert filled.gallery.wall_button.text() == "Show the wall"


def test_a_card_comes_calmly_and_at_once_where_nothing_is_to_move(
    qtbot, wall_of, opened, monkeypatch
):
    monkeypatch.setattr(wall_window, "_FADE", 600_000)  # a busy machine looks when it can
    window = wall_of(0, size=(480, 270))  # drawn all the while
    for _ in range(3):
        window.set_letters(-1)  # so that three hang on one page
    mark(opened, 1)
    qtbot.waitUntil(lambda: len(window.cards) == 2)
    assert window._opacity(window.cards[1].key) < 1

    motion.keep_still(True)
    mark(opened, 2)
    qtbot.waitUntil(lambda: len(window.cards) == 3)

    assert window._opacity(window.cards[2].key) == 1


def test_the_wall_goes_on_while_harvest_is_not_on_screen(qtbot, wall_of, filled, opened):
    window = wall_of(0)
    filled.hide()

    mark(opened, 1)

    qtbot.waitUntil(lambda: shown(window) == [0, 1])


def test_the_wall_goes_with_the_café(qtbot, opened, tables, desk):
    presenter = make_presenter(desk, None)
    show_or_close(presenter, QGuiApplication.primaryScreen())
    gone = []
    presenter.wall.window.destroyed.connect(lambda: gone.append(True))

    presenter.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    qtbot.waitUntil(lambda: bool(gone))


def test_the_menu_shows_the_wall_and_remembers_that_less_is_to_move(on_desk, cafe_file):
    assert on_desk.start(cafe_file)
    actions = {
        action.text(): action
        for menu in on_desk.window.menuBar().actions()
        for action in menu.menu().actions()
    }

    actions["Less motion"].trigger()
    assert motion.is_still()
    assert on_desk.settings.has_less_motion
    actions["Headline wall"].trigger()
    page = on_desk.window.page(Workspace.NOTES)
    assert presenter(page).wall.is_open
    actions["Headline wall"].trigger()
    assert not presenter(page).wall.is_open
