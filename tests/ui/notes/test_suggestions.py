"""Suggestions in Harvest: on demand only, one click to take, one to refuse, all undone."""

import os
import signal
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QTimer

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, name_theme, shown_page
from wcafe.domain.kinds import Kind
from wcafe.domain.suggestions import Method, Wish
from wcafe.services import suggestions
from wcafe.services.note_lists import DraftNote
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.suggestions_menu import SuggestionsMenu
from wcafe.ui.widgets.parts import Text
from wcafe.workers.lasting import LastingWorker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SAID = (
    ("Les loyers sont trop chers", 0, 0),
    ("Des logements vides partout", 1, 0),
    ("Une piste cyclable au collège", 2, 0),
    ("Les pistes cyclables s'arrêtent au pont", 3, 0),
    ("Trop de logements vides, des loyers en hausse", 0, 1),
    ("Des vélos et des pistes cyclables", 1, 1),
    ("Des vélos, et des pistes cyclables !", 1, 1),
)


@pytest.fixture
def said(opened, tables):
    return [
        opened.notes.get(
            opened.notes.add(table=table, round_=round_, kind=Kind.IDEA, text=text).note
        )
        for text, table, round_ in SAID
    ]


@pytest.fixture
def sorting(qtbot, said, opened, desk):
    """The page by theme, with two themes of two notes each, and three notes to sort."""
    name_theme(opened, "Un toit", said[0], said[1])
    name_theme(opened, "Rouler", said[2], said[3])
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.views.setCurrentIndex(1)
    yield SimpleNamespace(page=page, presenter=presenter, card=page.suggested, notes=said)
    presenter.deleteLater()


@pytest.fixture(autouse=True)
def compared(monkeypatch, request):
    """Compare by words; in the thread of the task, where a test is not about the other process."""
    monkeypatch.setattr(suggestions, "best_method", lambda: Method.WORDS)
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setattr(
            LastingWorker, "run", lambda _worker, _is_stopped, work, *known: work(*known)
        )


def ask(qtbot, sorting, wish):
    sorting.page.suggestions.wishes[wish].trigger()
    qtbot.waitUntil(lambda: not sorting.presenter.suggesting.is_busy)
    return sorting.card.items


def themes_of(opened):
    return {theme.name: set(theme.notes) for theme in opened.synthesis.themes()}


def state_of(opened):
    """All there is of notes and themes, versions too."""
    return opened.notes.all(), opened.synthesis.themes()


def test_nothing_is_suggested_before_somebody_asks(sorting):
    assert not sorting.card.isVisible()
    assert sorting.presenter.suggesting.suggested is None


@pytest.mark.parametrize("wish", list(Wish))
def test_what_is_suggested_does_nothing_by_itself(qtbot, sorting, opened, desk, wish):
    choose(sorting.page.columns.unsorted.list, sorting.notes[5])
    before = state_of(opened)

    assert ask(qtbot, sorting, wish)

    assert sorting.card.isVisible()
    assert state_of(opened) == before
    assert not desk.history.canUndo()


def test_the_control_a_page_that_takes_what_is_suggested_is_found_out(
    qtbot, sorting, opened, desk, monkeypatch
):
    """A wrong build: what is found is taken at once."""
    before = state_of(opened)
    suggesting = sorting.presenter.suggesting

    def take_at_once():
        suggesting.shown.disconnect(take_at_once)
        if opened_ := suggesting.open():
            suggesting.take(opened_[0])

    ask(qtbot, sorting, Wish.THEMES)
    suggesting.shown.connect(take_at_once)
    suggesting.shown.emit()

    assert state_of(opened) != before


def test_one_click_takes_a_proposed_theme_and_undo_takes_it_back(qtbot, sorting, opened, desk):
    items = ask(qtbot, sorting, Wish.THEMES)
    item = next(each for each in items if each.opened.notes[0].id == sorting.notes[4].id)
    assert item.opened.themes[0].name == "Un toit"
    item.take_buttons[0].click()

    assert sorting.notes[4].id in themes_of(opened)["Un toit"]
    shown = {each.opened.notes[0].id for each in sorting.card.items}
    assert shown == {sorting.notes[5].id, sorting.notes[6].id}
    desk.history.undo()
    assert sorting.notes[4].id not in themes_of(opened)["Un toit"]
    assert len(sorting.card.items) == 3


def test_themes_are_proposed_for_the_chosen_notes_alone_if_some_are_chosen(qtbot, sorting):
    choose(sorting.page.columns.unsorted.list, sorting.notes[6])
    (item,) = ask(qtbot, sorting, Wish.THEMES)

    assert item.opened.notes[0].id == sorting.notes[6].id


def test_the_reason_stands_beside_what_is_suggested(qtbot, sorting):
    items = ask(qtbot, sorting, Wish.THEMES)
    item = next(each for each in items if each.opened.notes[0].id == sorting.notes[4].id)

    told = [text.text() for text in item.findChildren(Text)]
    assert any(each.startswith("shares “") and "logements" in each for each in told), told
    assert any("of this theme" in each for each in told)


def test_what_was_refused_is_never_asked_again_also_after_a_restart(qtbot, sorting, desk, opened):
    items = ask(qtbot, sorting, Wish.THEMES)
    gone = items[0].opened.notes[0].id
    before = state_of(opened)
    items[0].refuse_button.click()
    assert gone not in {each.opened.notes[0].id for each in sorting.card.items}
    assert state_of(opened) == before

    ask(qtbot, sorting, Wish.THEMES)
    assert gone not in {each.opened.notes[0].id for each in sorting.card.items}
    later = make_presenter(desk, None)
    assert later.suggesting.refused.keys
    assert later.suggesting.refused == sorting.presenter.suggesting.refused
    later.deleteLater()


def test_a_refusal_by_mistake_is_undone(qtbot, sorting, desk):
    items = ask(qtbot, sorting, Wish.THEMES)
    number = len(items)
    items[0].refuse_button.click()
    assert len(sorting.card.items) == number - 1

    desk.history.undo()
    assert len(sorting.card.items) == number


def test_notes_nearly_the_same_of_one_table_and_round_become_one(qtbot, sorting, opened, desk):
    (item,) = ask(qtbot, sorting, Wish.ALIKE)
    assert {note.id for note in item.opened.notes} == {note.id for note in sorting.notes[5:]}
    assert item.take_buttons[0].text() == "Join"
    item.take_buttons[0].click()

    assert len(opened.notes.all()) == len(SAID) - 1
    assert sorting.card.items == []
    assert sorting.card.state.text() == "These are all answered. Ask again for more."
    desk.history.undo()
    assert len(opened.notes.all()) == len(SAID)


def test_a_note_like_the_chosen_one_goes_to_its_theme(qtbot, sorting, opened):
    choose(sorting.page.columns.columns[1].list, sorting.notes[3])
    items = ask(qtbot, sorting, Wish.SIMILAR)
    other = items[0].opened.notes[1].id
    assert other in {note.id for note in sorting.notes[5:]}
    items[0].take_buttons[0].click()

    assert other in themes_of(opened)["Rouler"]


def test_people_name_the_piles(qtbot, sorting, opened, desk):
    items = ask(qtbot, sorting, Wish.PILES)
    pile = {note.id for note in items[0].opened.notes}
    items[0].take_buttons[0].click()
    dialog = sorting.page.findChild(NameDialog)
    assert dialog.name_edit.text() == ""
    assert set(themes_of(opened)) == {"Un toit", "Rouler"}
    type_text(dialog.name_edit, "Vélos")
    qtbot.keyClick(dialog.name_edit, RETURN)

    assert themes_of(opened)["Vélos"] == pile
    desk.history.undo()
    assert "Vélos" not in themes_of(opened)


def test_without_sorted_notes_it_is_said_what_would_help(qtbot, said, desk):
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.views.setCurrentIndex(1)

    ask(qtbot, SimpleNamespace(page=page, presenter=presenter, card=page.suggested), Wish.THEMES)

    assert page.suggested.state.text().startswith("Sort a few notes into themes first")
    presenter.deleteLater()


def test_asking_by_table_shows_the_themes(qtbot, sorting):
    sorting.page.views.setCurrentIndex(0)
    assert not sorting.card.isVisible()

    ask(qtbot, sorting, Wish.THEMES)
    assert sorting.page.views.currentIndex() == 1
    assert sorting.card.isVisible()


def test_suggestions_are_asked_for_answered_and_closed_by_keyboard(qtbot, sorting, opened):
    sorting.page.columns.unsorted.list.setFocus()
    qtbot.keyClick(
        sorting.page.columns.unsorted.list, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier
    )
    menu = sorting.page.suggestions
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.wishes[Wish.THEMES])
    qtbot.keyClick(menu, RETURN)
    qtbot.waitUntil(lambda: bool(sorting.card.items))
    button = sorting.card.items[0].take_buttons[0]
    assert sorting.page.focusWidget() is button
    before = themes_of(opened)
    qtbot.keyClick(button, RETURN)

    assert themes_of(opened) != before
    button = sorting.card.items[0].take_buttons[0]
    assert sorting.page.focusWidget() is button
    qtbot.keyClick(button, ESCAPE)
    assert not sorting.card.isVisible()


def test_a_suggestion_can_have_the_keyboard_as_soon_as_it_is_there(qtbot, sorting):
    seen = []
    sorting.presenter.suggesting.shown.connect(
        lambda: seen.extend(item.isVisible() for item in sorting.card.items)
    )
    ask(qtbot, sorting, Wish.THEMES)

    assert seen
    assert all(seen)


def test_what_people_sort_or_delete_meanwhile_is_not_suggested_any_more(qtbot, sorting, opened):
    ask(qtbot, sorting, Wish.THEMES)
    toit = opened.synthesis.themes()[0]
    opened.synthesis.file([sorting.notes[4].id], toit.id)
    gone = sorting.notes[5]
    opened.notes.delete(gone.id, base=gone.rev)

    qtbot.waitUntil(
        lambda: [e.opened.notes[0].id for e in sorting.card.items] == [sorting.notes[6].id]
    )


def test_words_that_look_like_markup_are_shown_as_they_are(qtbot, sorting, opened):
    name_theme(opened, "<b>Gras</b> & co", sorting.notes[6])
    qtbot.waitUntil(lambda: len(sorting.presenter.sorting.themes) == 3)
    ask(qtbot, sorting, Wish.THEMES)

    tips = [b.toolTip() for each in sorting.card.items for b in each.take_buttons]
    assert any("&lt;b&gt;Gras" in tip for tip in tips)
    assert not any("<b>" in tip for tip in tips)


def test_a_field_in_which_somebody_types_keeps_the_keyboard_when_suggestions_come(qtbot, sorting):
    sorting.page.suggestions.wishes[Wish.THEMES].trigger()
    sorting.page.seek()
    field = sorting.page.filters.search_edit
    qtbot.waitUntil(lambda: bool(sorting.card.items))

    assert sorting.page.focusWidget() is field


def where(*_arguments):
    return (os.getpid(),)


@pytest.mark.slow
def test_the_window_goes_on_while_many_notes_are_compared_elsewhere(
    qtbot, sorting, opened, monkeypatch
):
    """1,500 notes: the loop of events turns all the while, and nothing is compared in it."""
    lines = [DraftNote(text=f"Le jardin numéro {n} près du pont {n % 7}") for n in range(1_500)]
    opened.notes.keep_lines(lines, table=0, round_=0, kind=Kind.IDEA)
    qtbot.waitUntil(lambda: len(sorting.presenter.notes) > 1_500)
    turns, processes = [], []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(sorting.presenter.suggesting.is_busy))
    timer.start(0)
    ask(qtbot, sorting, Wish.THEMES)
    timer.stop()
    assert sum(turns) > 50
    assert len(sorting.card.items) == 5

    monkeypatch.setattr(suggestions, "answer", where)
    monkeypatch.setattr(
        sorting.presenter.suggesting, "_on_done", lambda _job, made: processes.extend(made.found)
    )
    sorting.page.suggestions.wishes[Wish.ALIKE].trigger()
    qtbot.waitUntil(lambda: bool(processes))
    assert processes != [os.getpid()]


def killed(*_arguments):
    os.kill(os.getpid(), signal.SIGKILL)


def killed_in_the_worker(monkeypatch):
    """Let the process end in the middle of the work, never this one."""
    monkeypatch.setattr(suggestions, "answer", killed)


@pytest.mark.slow
def test_where_the_process_is_killed_one_sentence_says_so_and_nothing_is_lost(
    qtbot, sorting, opened, monkeypatch
):
    before = state_of(opened)
    told = []
    sorting.presenter.failed.connect(told.append)
    with monkeypatch.context() as broken:
        killed_in_the_worker(broken)
        sorting.page.suggestions.wishes[Wish.THEMES].trigger()
        qtbot.waitUntil(lambda: bool(told))

    (error,) = told
    assert error.describe() == (
        "This could not be finished (the system stopped it half-way; close other programs and "
        "try again). Nothing was changed."
    )
    assert state_of(opened) == before
    assert not sorting.card.isVisible()
    assert ask(qtbot, sorting, Wish.THEMES)


def test_words_longer_than_the_card_cut_nothing_off(qtbot, sorting, opened):
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"logements https://{'x' * 120}")
    name_theme(opened, "Y" * 60, sorting.notes[6])
    qtbot.waitUntil(lambda: len(sorting.presenter.notes) > len(SAID))
    sorting.page.resize(800, 700)
    ask(qtbot, sorting, Wish.THEMES)

    inside = sorting.card.items[0].parentWidget()
    assert sorting.card.width() < 300
    assert inside.minimumSizeHint().width() <= inside.parentWidget().width()


@pytest.mark.slow
def test_cancel_leaves_everything_as_it_was(qtbot, sorting, opened, desk):
    before = state_of(opened)
    sorting.page.suggestions.wishes[Wish.THEMES].trigger()
    (job,) = desk.tasks.running
    job.stop()

    qtbot.waitUntil(lambda: not desk.tasks.running)
    assert not sorting.presenter.suggesting.is_busy
    assert state_of(opened) == before


def test_the_menu_offers_notes_like_one_only_where_one_is_chosen(sorting):
    menu: SuggestionsMenu = sorting.page.suggestions
    unsorted = sorting.page.columns.unsorted.list
    assert not menu.wishes[Wish.SIMILAR].isEnabled()

    choose(unsorted, sorting.notes[4])
    assert menu.wishes[Wish.SIMILAR].isEnabled()
    choose(unsorted, sorting.notes[4], sorting.notes[5])
    assert not menu.wishes[Wish.SIMILAR].isEnabled()
