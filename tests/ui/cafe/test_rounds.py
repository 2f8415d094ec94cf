"""A round may have a name and a day of its own."""

from datetime import date

from PySide6.QtCore import Qt

from tests.ui.hands import retype
from wcafe.errors import BadDay
from wcafe.ui.cafe.round_dialog import RoundDialog


def ask(page, round_):
    card = page.agenda
    card.round_buttons[round_].click()
    return next(box for box in card.findChildren(RoundDialog) if box.isVisible())


def rounds(desk):
    return [(each.name, each.day) for each in desk.services.cafes.get().rounds]


def test_a_round_is_named_and_dated_and_that_is_undone(qtbot, page, desk):
    box = ask(page, 1)
    box.name_edit.setText("Friday  evening")
    retype(qtbot, box.day_edit, "2 October 2026")

    assert rounds(desk) == [("", None), ("Friday evening", date(2026, 10, 2)), ("", None)]
    assert page.agenda.rounds[1].text() == "Round 2 · Friday evening"
    assert desk.history.undoText() == "name a round"
    desk.history.undo()
    assert page.agenda.rounds[1].text() == "Round 2"


def test_what_is_no_day_is_told_and_stays_to_be_put_right(qtbot, page, presenter, desk):
    box = ask(page, 0)
    with qtbot.waitSignal(presenter.failed) as failed:
        retype(qtbot, box.day_edit, "soon")

    assert isinstance(failed.args[0], BadDay)
    assert box.isVisible()
    assert rounds(desk)[0] == ("", None)


def test_a_name_is_taken_away_again(qtbot, page, presenter, desk):
    presenter.name_round(0, "Morning", "")
    box = ask(page, 0)
    assert box.name_edit.text() == "Morning"

    box.name_edit.clear()
    qtbot.mouseClick(box.keep_button, Qt.MouseButton.LeftButton)

    assert rounds(desk)[0] == ("", None)
