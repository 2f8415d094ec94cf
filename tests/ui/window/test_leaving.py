"""A café whose phones hold notes is not left without a word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from wcafe.domain.cafe import Table
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.window.leaving import may_leave, say_unsent


@pytest.fixture
def window(at_work):
    """The main window of a café of three tables, its station open."""
    services = at_work.cafe.services
    services.cafes.save(replace(services.cafes.get(), tables=(Table(),) * 3, tables_chosen=True))
    services.station.start("127.0.0.1")
    yield at_work.window
    if at_work.cafe is not None:
        services.station.stop()


@pytest.fixture
def held(window, at_work):
    """A phone of table 2 holds three notes since a minute."""
    phones = at_work.cafe.services.phones
    phone = phones.join(phones.way_in.codes()[1]).phone
    now = datetime.now(UTC)
    phones.seen.hear(phone.id, at=now - timedelta(minutes=1), unsent=3)
    phones.seen.hear(phone.id, at=now, unsent=3)
    return phone


def answer(window, said, button):
    def press():
        dialog = window.findChildren(ConfirmDialog)[-1]
        said.append(dialog.sentence.text())
        getattr(dialog, button).click()

    QTimer.singleShot(0, window, press)


def test_the_window_stays_if_one_wants_to_wait_for_the_notes(window, at_work, held):
    said = []
    answer(window, said, "cancel_button")
    event = QCloseEvent()
    window.closeEvent(event)

    assert not event.isAccepted()
    assert said[0].startswith("Table 2: 3 notes are not here yet.")
    assert at_work.cafe is not None

    answer(window, said, "do_button")
    assert may_leave(at_work.cafe.services, window)


def test_nobody_is_asked_where_no_note_waits_or_no_station_runs(window, at_work, held):
    services = at_work.cafe.services
    assert say_unsent(services)

    services.phones.seen.hear(held.id, at=datetime.now(UTC), unsent=0)
    assert may_leave(services, window)

    services.phones.seen.hear(held.id, at=datetime.now(UTC) - timedelta(minutes=1), unsent=3)
    assert say_unsent(services)
    services.station.stop()
    assert may_leave(services, window)


def test_the_side_bar_tells_of_the_station_while_it_runs(qtbot, window, at_work, held):
    qtbot.waitUntil(lambda: window.side.station.text() == "Station: 1 phone")
    at_work.cafe.services.station.stop()
    qtbot.waitUntil(lambda: window.side.station.isHidden())
