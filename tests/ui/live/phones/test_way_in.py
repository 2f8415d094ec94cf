"""The way in for phones at the desk: when codes open, another port, a message, room for phones."""

import socket
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame

from tests.ui.hands import show_page, type_text
from wcafe.domain.cafe import Table
from wcafe.domain.phones import LONGEST_MESSAGE, LetIn
from wcafe.errors.stations import NoSuchAddress
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.phones.addresses import Address
from wcafe.ui.live.phones.message import MessageDialog
from wcafe.ui.live.phones.page import PhonesPage
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.widgets.confirm import ConfirmDialog

SMALL = (1024, 693)  # what a window of 1024 × 768 leaves to the page


@pytest.fixture
def told():
    """What the presenter says that went wrong."""
    return []


@pytest.fixture
def presenter(desk, time, told):
    services = desk.services
    tables = tuple(Table() for _ in range(4))
    services.cafes.save(replace(services.cafes.get(), tables=tables, tables_chosen=True))
    owner = QObject()
    made = PhonesPresenter(desk, owner, now=lambda: time.now)
    made.failed.connect(told.append)
    yield made
    services.station.stop()
    owner.deleteLater()


def show(qtbot, presenter):
    page = show_page(qtbot, PhonesPage(presenter))
    page.bar._find = lambda: (Address(host="127.0.0.1", network="lo"),)
    page.bar.show_addresses()
    return page


@pytest.fixture
def page(qtbot, presenter):
    """The window with the station open, at this computer's own address."""
    page = show(qtbot, presenter)
    page.bar.open_button.click()
    return page


def way_in(desk):
    return desk.services.phones.way_in.get()


def test_codes_may_open_tables_as_rounds_begin_which_keys_choose_and_undo_takes_back(
    qtbot, page, presenter, desk, time
):
    menu = page.bar.menu
    menu.let_in.setActiveAction(menu.choices[LetIn.ALWAYS])
    qtbot.keyClick(menu.let_in, Qt.Key.Key_Down)
    qtbot.keyClick(menu.let_in, Qt.Key.Key_Return)

    assert way_in(desk).let_in is LetIn.AT_BEGINNING
    assert "codes open just now" in page.bar.state.text()
    desk.services.live.start("talk:0")
    presenter.reload()
    until = (time.now + timedelta(minutes=10)).astimezone().strftime("%H:%M")
    assert f"codes open until {until}" in page.bar.state.text()

    time.now += timedelta(minutes=10)
    presenter.look()  # nothing but time went by
    assert "codes closed just now" in page.bar.state.text()
    assert "Give a code to type" in page.side.how.text()

    desk.history.undo()
    assert way_in(desk).let_in is LetIn.ALWAYS
    assert menu.choices[LetIn.ALWAYS].isChecked()
    assert "codes" not in page.bar.state.text()


def test_a_message_is_shown_on_all_phones_until_it_is_taken_back(qtbot, page, presenter, desk):
    page.bar.menu.message_asked.emit()
    dialog = page.findChild(MessageDialog)
    assert not dialog.keep_button.isEnabled()
    type_text(dialog.message_edit, "  Encore <b>deux</b>\u00a0minutes")
    dialog.keep_button.click()

    assert way_in(desk).message == "Encore <b>deux</b> minutes"
    assert page.foot.message.isVisible()
    assert "“Encore <b>deux</b> minutes”" in page.foot.message.words.text()

    page.foot.change_button.click()
    other = page.findChildren(MessageDialog)[-1]
    assert other.message_edit.text() == "Encore <b>deux</b> minutes"
    other.message_edit.setText("x" * 500)
    assert len(other.message_edit.text()) == LONGEST_MESSAGE
    other.reject()

    with qtbot.waitSignal(presenter.undoable):
        page.foot.back_button.click()
    assert way_in(desk).message == ""
    assert not page.foot.isVisible()
    desk.history.undo()
    assert way_in(desk).message == "Encore <b>deux</b> minutes"
    desk.history.undo()
    assert way_in(desk).message == ""


def hold_notes(presenter, time, *tables):
    """Let a phone of each of `tables` hold two notes for half a minute."""
    phones = presenter.desk.services.phones
    for table in tables:
        phone = phones.join(phones.way_in.codes()[table]).phone
        phones.seen.hear(phone.id, at=time.now, unsent=2)
    time.now += timedelta(seconds=30)
    presenter.reload()


def test_who_waits_for_notes_may_tell_phones_so_beside_it(page, presenter, time):
    assert not page.foot.isVisible()
    hold_notes(presenter, time, 2, 3)

    told = page.foot.unsent.words.text()
    assert told == "Before the harvest: 4 notes of tables 3, 4 are not here yet."
    page.foot.message_button.click()
    assert page.findChild(MessageDialog) is not None
    presenter.stop()
    assert not page.foot.message_button.isVisible()  # no phone would hear of it


def test_where_another_program_has_the_port_another_one_is_a_click_away(
    qtbot, presenter, desk, told
):
    page = show(qtbot, presenter)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        keep = desk.services.phones.way_in.keep
        keep(lambda station: replace(station, port=port))
        presenter.reload()

        page.bar.open_button.click()
        dialog = page.findChild(ConfirmDialog)
        assert (presenter.serving, told) == (None, [])
        assert str(port) in dialog.sentence.text()
        assert "scanning again" in dialog.sentence.text()
        dialog.do_button.click()

        assert presenter.serving is not None
        assert way_in(desk).port not in (None, port)
        assert presenter.serving.url == f"http://127.0.0.1:{way_in(desk).port}"


def test_what_no_other_port_helps_is_told_as_it_is(qtbot, presenter, told):
    page = show(qtbot, presenter)

    assert not presenter.start("192.0.2.1")

    assert [type(error) for error in told] == [NoSuchAddress]
    assert page.findChild(ConfirmDialog) is None


def rows_in_sight(side):
    """Return how many phones are seen whole without scrolling."""
    inside = side.phones.parentWidget()
    seen = inside.visibleRegion().boundingRect()
    rows = [row for row in inside.children() if isinstance(row, QFrame) and not row.isHidden()]
    return sum(seen.contains(row.geometry().adjusted(0, 2, 0, -2)) for row in rows)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_three_phones_are_in_sight_on_a_small_screen_though_an_alarm_stands(
    qtbot, presenter, time, language
):
    words.use(words_for(language), language)
    page = show(qtbot, presenter)
    page.bar.open_button.click()
    page.resize(*SMALL)
    hold_notes(presenter, time, 0, 0, 0, 0)
    presenter.way.let_in(LetIn.AT_BEGINNING)
    presenter.desk.services.live.start("talk:0")
    time.now += timedelta(minutes=11)
    presenter.ask_short_code(0)  # a code to type takes the most room
    presenter.reload()

    assert page.side.unsent.isVisible()
    assert not page.side.code.isVisible()  # it is under “Code large”
    assert page.side.large_button.isVisible()
    qtbot.waitUntil(lambda: rows_in_sight(page.side) >= 3)
    page.side.code.show()
    qtbot.waitUntil(lambda: rows_in_sight(page.side) < 3)  # as it was

    page.resize(1024, 1000)
    assert page.side.code.isVisible()  # where there is room for both
