"""Undo of one window: what it did itself, and nobody has touched since."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.ui.window.own.hands import item, open_harvest, settle, write
from wcafe.domain.kinds import Kind
from wcafe.domain.suggestions import Wish
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def hands(desk, noted):
    """A scribe and a grouper, in windows of their own."""
    return SimpleNamespace(scribe=open_harvest(desk), grouper=open_harvest(desk, by_theme=True))


def test_undo_takes_back_what_its_own_window_did_and_says_so(desk, noted, hands):
    hands.grouper.page._presenter.sorting.file_under_new([noted[0].id], "Gardens")
    write(hands.scribe.page, "Written after it")
    settle()

    item(hands.grouper, "Undo: name a new theme").trigger()
    settle()

    assert desk.cafe.services.synthesis.themes() == ()
    assert "Written after it" in {note.text for note in desk.cafe.services.notes.all()}
    assert hands.grouper.tell.sentence.text() == "Undone: name a new theme"
    assert hands.scribe.page._presenter.desk.history.undoText() == "write a note"


def test_undo_forgets_what_another_window_changed_since(desk, noted, hands):
    scribe, grouper = hands.scribe.page._presenter, hands.grouper.page._presenter
    scribe.reword(noted[0], "Once more")
    scribe.reword(noted[1], "And another")
    settle()
    changed = desk.cafe.services.notes.get(noted[1].id)
    grouper.keeping.change("change the kind", [changed], [replace(changed, kind=Kind.ACTION)])
    settle()

    assert scribe.desk.history.count() == 1
    hands.scribe.pages.undo()

    assert desk.cafe.services.notes.get(noted[0].id).text == "Thought 0"
    kept = desk.cafe.services.notes.get(noted[1].id)
    assert (kept.text, kept.kind) == ("And another", Kind.ACTION)


def test_what_another_window_joins_costs_no_other_undo(desk, noted, hands):
    scribe, grouper = hands.scribe.page._presenter, hands.grouper.page._presenter
    scribe.reword(noted[0], "Once more")
    settle()

    grouper.steps.join([noted[4], noted[8]])
    settle()

    assert scribe.desk.history.count() == 1


def test_the_café_changed_in_two_windows_is_never_put_back_over_the_other(desk):
    desk.window.go(Workspace.CAFE)
    desk.open_window(Workspace.CAFE, desk.window)
    main = desk.window.page(Workspace.CAFE)._presenter
    other = desk.own_windows.windows[0].page._presenter

    main.rename("Ours")
    settle()
    other.set_purpose("Theirs")
    settle()
    desk.window.pages.undo()
    settle()

    cafe = desk.cafe.services.cafes.get()
    assert (cafe.title, cafe.purpose) == ("Ours", "Theirs")
    assert not desk.history.canUndo()


def test_a_suggestion_refused_in_one_window_is_gone_in_all_and_undo_brings_its_own_back(
    qtbot, desk, hands
):
    notes = desk.cafe.services.notes
    for number in range(2):
        for text in ("Planter des arbres rue Haute", "Des arbres plantés rue Haute"):
            notes.add(table=number, round_=0, kind=Kind.IDEA, text=text)
    shown = [hands.scribe.page._presenter.suggesting, hands.grouper.page._presenter.suggesting]
    for each in shown:
        each.ask(Wish.ALIKE)
    qtbot.waitUntil(lambda: all(len(each.open()) > 2 for each in shown))
    before = len(shown[0].open())

    shown[0].refuse(shown[0].open()[0])
    settle()
    shown[1].refuse(shown[1].open()[0])
    settle()
    assert [len(each.open()) for each in shown] == [before - 2] * 2

    hands.scribe.pages.undo()
    settle()
    assert [len(each.open()) for each in shown] == [before - 1] * 2
