"""Beside the board: a second laptop, new codes, what a round's phones wrote, the way by keys."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.hands import show_page
from wcafe.domain.board import TableState
from wcafe.domain.cafe import Table
from wcafe.domain.phones import LetIn, PhoneWish
from wcafe.errors.phones import NoSuchCode
from wcafe.services.changes import Changed, Part
from wcafe.ui.live.phones.addresses import Address
from wcafe.ui.live.phones.page import PhonesPage
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.scribe import ScribeDialog
from wcafe.ui.live.phones.state_words import say_count
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.window.pages import Pages
from wcafe.ui.window.workspaces import Aside


@pytest.fixture
def presenter(desk, time):
    services = desk.services
    tables = tuple(Table() for _ in range(4))
    services.cafes.save(replace(services.cafes.get(), tables=tables, tables_chosen=True))
    owner = QObject()
    yield PhonesPresenter(desk, owner, now=lambda: time.now)
    services.station.stop()
    owner.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    """The window with the station open, at this computer's own address."""
    page = show_page(qtbot, PhonesPage(presenter))
    page.bar._find = lambda: (Address(host="127.0.0.1", network="lo"),)
    page.bar.show_addresses()
    page.bar.open_button.click()
    return page


def test_a_second_laptop_is_let_in_for_the_tables_that_are_ticked(page, presenter, desk):
    page.show_scribe()
    dialog = page.findChild(ScribeDialog)
    assert dialog.code.address == ""
    assert not dialog.copy_button.isEnabled()

    for table in (0, 2):
        dialog.tables.item(table).setCheckState(Qt.CheckState.Checked)
    dialog.copy_button.click()

    address = QApplication.clipboard().text()
    assert address == dialog.code.address
    code = address.partition("/s#")[2]
    assert desk.services.phones.join(code).phone.tables == (0, 2)

    dialog.all_box.click()
    assert dialog.chosen == (0, 1, 2, 3)
    presenter.stop()
    assert not dialog.isVisible()


def test_new_codes_are_made_once_that_is_confirmed(page, presenter, desk):
    way_in = desk.services.phones.way_in
    before, shown = way_in.codes()[0], page.side.code.address

    page.ask_renewal()
    page.findChild(ConfirmDialog).cancel_button.click()
    assert way_in.codes()[0] == before

    page.ask_renewal()
    page.findChildren(ConfirmDialog)[-1].do_button.click()
    assert page.side.code.address != shown
    with pytest.raises(NoSuchCode):
        desk.services.phones.join(before)


def test_who_takes_a_phone_out_hears_that_it_can_come_back_and_is_offered_new_codes(
    qtbot, page, presenter, desk
):
    pages = Pages(desk, lambda _workspace: presenter)
    qtbot.addWidget(pages)
    pages.turn_to(Aside.PHONES)
    pages.show()
    phones, tell = desk.services.phones, pages.tell
    code = phones.way_in.codes()[0]
    phone = phones.join(code).phone

    presenter.set_in(phone.id, is_in=False)
    assert "comes in again" in tell.sentence.text()
    assert phones.join(code).phone.tables == (0,)  # which is true
    desk.history.undo()
    assert tell.isHidden()

    presenter.set_in(phone.id, is_in=False)
    tell.offer_button.click()
    pages.page(Aside.PHONES).findChild(ConfirmDialog).do_button.click()
    with pytest.raises(NoSuchCode):
        phones.join(code)

    presenter.way.let_in(LetIn.NO)
    presenter.set_in(phones.all()[1].id, is_in=False)
    assert tell.sentence.text() == "The phone is out. What it wrote stays."  # and cannot come back


def test_enter_leads_from_a_table_to_its_side_and_esc_back(qtbot, page):
    page.take_focus()
    qtbot.keyClick(page.tiles, Qt.Key.Key_Right)
    qtbot.keyClick(page.tiles, Qt.Key.Key_Return)
    assert page.side.isAncestorOf(QApplication.focusWidget())

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.tiles.hasFocus()


def test_what_a_phone_wrote_since_the_round_began_is_taken_back(qtbot, page, presenter, desk, time):
    services = desk.services
    phone = services.phones.join(services.phones.way_in.codes()[0]).phone
    event = services.cafes.get().id

    def write(text):
        wish = PhoneWish(id=str(uuid4()), note=str(uuid4()), event=event, gen=1, round=0, text=text)
        services.phones.take_in(phone, wish)

    write("Before")
    time.now += timedelta(minutes=3)
    services.live.start("talk:0")
    time.now += timedelta(minutes=4)
    write("Since")
    services.live.pause()
    time.now += timedelta(minutes=15)
    services.live.resume()
    presenter.reload()  # seen for the first time once the pause is over

    assert presenter.round_began == time.now - timedelta(minutes=19)
    assert told_by_the_agenda(presenter, time.now) > presenter.round_began  # it knows no pause
    menu = page.side.findChildren(QPushButton)
    more = next(each.menu() for each in menu if each.menu() is not None)
    back = next(each.menu() for each in more.actions() if each.menu() is not None)
    assert back.actions()[0].text() == "Since this round began"
    back.actions()[0].trigger()
    assert [note.text for note in services.notes.all()] == ["Before"]


def told_by_the_agenda(presenter, now):
    """Return when the round began for a clock that does not know, as one of an older wcafe."""
    moment = presenter.moment
    return replace(moment, clock=replace(moment.clock, began=None)).began(now)


def test_each_state_has_a_sign_and_is_counted_in_words(page):
    page.counts.show_states([*TableState, TableState.JOINED])
    page.counts.grab()

    counts = page.counts.counts
    assert set(counts) == set(TableState)
    assert counts[TableState.JOINED].accessibleName() == "2 are connected"
    assert say_count(TableState.JOINED, 1) == "is connected"


def test_many_notes_at_once_are_read_together(qtbot, page, presenter, monkeypatch):
    qtbot.waitUntil(lambda: not presenter._pause.isActive())  # what opened the station is over
    read = []
    reload = presenter.reload
    monkeypatch.setattr(presenter, "reload", lambda: (read.append(1), reload()))

    for _note in range(40):
        presenter._on_changed(Changed(Part.NOTES, None, frozenset()))
    assert len(read) == 1
    qtbot.waitUntil(lambda: len(read) == 2)
