"""What if people stay away."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.plan.hands import plan
from wcafe.domain.cafe import Table
from wcafe.errors import NoPlanYet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def test_what_if_people_stay_away_is_answered_for_three_numbers_of_tables(
    qtbot, desk, opened, seated, page
):
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(seats=6),) * 5, tables_chosen=True))
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: not page.stale.isVisible())
    before = plan(desk)

    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    dialog = page.rehearsal
    qtbot.waitUntil(lambda: len(dialog.tables) == 3)

    assert "stand absences best" in dialog.verdict.text()
    names = [each.accessibleName() for each in dialog.tables]
    assert names == ["4 tables", "5 tables · the plan", "6 tables"]
    first = dialog.tables[0]
    assert [first.item(row, 0).text() for row in (0, 6)] == ["0%", "30%"]
    assert [first.item(0, column).text() for column in (1, 3)] == ["0.0", "0.0"]
    assert dialog.tables[2].verticalHeaderItem(1).text() == "5%"
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert page.rehearsal is None
    assert plan(desk) == before


@pytest.fixture
def gate(desk, monkeypatch):
    """Lets no rehearsal begin before it is set, so that each can be cancelled first."""
    gate, plans = threading.Event(), desk.services.plans
    rehearse = plans.rehearse

    def held(*, stop):
        assert gate.wait(60)
        return rehearse(stop=stop)

    monkeypatch.setattr(plans, "rehearse", held)
    yield gate
    gate.set()


def test_a_rehearsal_can_be_cancelled_and_asked_for_again(qtbot, desk, seated, page, gate):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
        assert len(desk.tasks.running) == 1
        assert page.rehearsal.close_button.text() == "Cancel"
        qtbot.keyClick(page.rehearsal, Qt.Key.Key_Escape)
        assert page.rehearsal is None
        assert desk.tasks.running[0].is_stopped()
        gate.set()

    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    qtbot.waitUntil(lambda: len(page.rehearsal.tables) > 1)
    page.rehearsal.close()


def test_what_an_earlier_rehearsal_comes_to_is_not_shown(qtbot, desk, seated, page, gate):
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    page.rehearsal.close()
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    gate.set()

    qtbot.waitUntil(lambda: len(page.rehearsal.tables) > 1)
    page.rehearsal.close()


def test_cancel_in_the_status_bar_closes_the_rehearsal(qtbot, desk, seated, page, gate):
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    desk.tasks.running[0].stop()
    gate.set()

    qtbot.waitUntil(lambda: page.rehearsal is None)


def test_a_rehearsal_that_fails_is_told(qtbot, desk, opened, seated, page, presenter):
    opened.plans.restore(None)  # while the page has not looked again

    with qtbot.waitSignal(presenter.failed) as told:
        page._on_rehearse()

    assert isinstance(told.args[0], NoPlanYet)
    qtbot.waitUntil(lambda: page.rehearsal is None)


def test_a_rehearsal_that_is_refused_at_once_leaves_no_dialog(seated, page, presenter, monkeypatch):
    """A task may have failed before asking for it returns."""
    refuse = presenter.rehearsal.failed.emit
    monkeypatch.setattr(presenter.rehearsal, "begin", lambda: refuse(NoPlanYet()))

    page._on_rehearse()

    assert page.rehearsal is None
