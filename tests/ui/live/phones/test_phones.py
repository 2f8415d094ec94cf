"""The window of phones, as a facilitator uses it while people talk."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt

from tests.ui.hands import show_page
from wcafe.domain.board import TableState
from wcafe.domain.cafe import Table
from wcafe.domain.phones import LetIn, PhoneWish
from wcafe.errors.phones import NoTables, StationClosed
from wcafe.ui.live.phones.addresses import Address
from wcafe.ui.live.phones.page import PhonesPage
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.reach import Reach
from wcafe.ui.live.phones.state_words import say_ago

TABLES = (Table(name="Culture"), Table(name="<i>Nature</i>"), Table(), Table())


@pytest.fixture
def told():
    """What the presenter says that went wrong."""
    return []


@pytest.fixture
def presenter(desk, time, told):
    services = desk.services
    services.cafes.save(replace(services.cafes.get(), tables=TABLES, tables_chosen=True))
    owner = QObject()
    made = PhonesPresenter(desk, owner, now=lambda: time.now)
    made.failed.connect(told.append)
    yield made
    services.station.stop()
    owner.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    return show_page(qtbot, PhonesPage(presenter))


@pytest.fixture
def opened_page(page):
    """The same with the station open, at this computer's own address."""
    page.bar._find = lambda: (Address(host="127.0.0.1", network="lo"),)
    page.bar.show_addresses()
    page.bar.open_button.click()
    return page


@pytest.fixture
def joined(qtbot, presenter):
    """How a phone comes in at a table, and the window hears of it."""

    def join(table):
        phones = presenter.desk.services.phones
        phone = phones.join(phones.way_in.codes()[table]).phone
        qtbot.waitUntil(lambda: phone.id in [each.id for each in presenter.phones])
        return phone

    return join


def write(desk, phone, text):
    event = desk.services.cafes.get().id
    wish = PhoneWish(id=str(uuid4()), note=str(uuid4()), event=event, gen=1, round=0, text=text)
    return desk.services.phones.take_in(phone, wish)


def test_the_station_is_shut_until_it_is_opened_and_shut_again(opened_page, presenter, desk):
    serving = presenter.serving
    assert serving is not None
    assert serving.url.startswith("http://127.0.0.1:")
    assert serving.url.removeprefix("http://") in opened_page.bar.state.text()
    code = desk.services.phones.way_in.codes()[0]
    assert opened_page.side.code.address == f"{serving.url}/t#{code}"

    opened_page.bar.open_button.click()

    assert presenter.serving is None
    assert opened_page.side.code.address == ""
    assert opened_page.bar.host_box.isVisible()


def test_a_café_without_tables_lets_no_phone_in(qtbot, presenter, desk, told):
    desk.services.cafes.save(replace(desk.services.cafes.get(), tables=(), tables_chosen=False))
    page = show_page(qtbot, PhonesPage(presenter))
    qtbot.waitUntil(lambda: presenter.cafe.tables == ())

    assert not presenter.start("127.0.0.1")

    assert [type(error) for error in told] == [NoTables]
    assert page.nothing.isVisible()
    assert not page.tiles.isVisible()


def test_arrows_walk_from_table_to_table_and_what_is_beside_follows(qtbot, opened_page, presenter):
    opened_page.take_focus()
    qtbot.keyClick(opened_page.tiles, Qt.Key.Key_Right)

    assert presenter.chosen == 1
    assert opened_page.side.heading.text() == "Table 2 · <i>Nature</i>"
    assert "Nature" in opened_page.tiles.rows.rows[1].words


def test_a_phone_that_is_heard_shows_on_its_table_and_nobody_is_named(
    opened_page, presenter, desk, joined
):
    phone = joined(2)
    desk.services.phones.rename(phone.id, "Ana")
    desk.services.phones.seen.hear(phone.id, at=presenter.now, is_typing=True)
    presenter.look()

    assert presenter.tables[2].state is TableState.WRITING
    tile = opened_page.tiles.rows.rows[2]
    assert tile.said == "writing…"
    assert "Ana" not in tile.words


def test_taking_a_phone_out_is_undone(opened_page, presenter, desk, joined):
    phone = joined(0)

    presenter.set_in(phone.id, is_in=False)
    assert presenter.phones_of(0) == ()
    desk.history.undo()
    assert [each.id for each in presenter.phones_of(0)] == [phone.id]
    desk.history.redo()
    assert presenter.phones_of(0) == ()


def test_what_a_phone_wrote_is_taken_back_in_one_step_and_undone(presenter, desk, joined):
    phone = joined(0)
    write(desk, phone, "Un banc")
    write(desk, phone, "Une haie")

    presenter.take_back(phone.id, presenter.now - timedelta(minutes=1))
    assert desk.services.notes.all() == ()
    desk.history.undo()
    assert [note.text for note in desk.services.notes.all()] == ["Un banc", "Une haie"]
    desk.history.redo()
    assert desk.services.notes.all() == ()


def test_a_code_to_type_goes_after_ten_minutes(opened_page, presenter, time):
    opened_page.side.short_button.click()
    assert opened_page.side.lives.text()

    time.now += timedelta(minutes=10)
    presenter.look()

    assert not opened_page.side.short.isVisible()
    assert not opened_page.side.lives.isVisible()


def test_a_code_to_type_goes_as_soon_as_a_phone_came_in_by_it(
    qtbot, opened_page, presenter, joined
):
    presenter._timer.stop()  # the window hears of it, and does not wait for its next look
    side, phones = opened_page.side, presenter.desk.services.phones
    side.short_button.click()
    shown = side.short.text()
    joined(0)  # by scanning: the code to type is good as before
    assert side.short.text() == shown

    came = phones.join_by_short_code(shown, address="10.0.0.3")
    qtbot.waitUntil(lambda: not side.short.isVisible())

    assert came.phone.tables == (0,)
    assert side.lives.text() == "A phone came in by the code to type."
    side.short_button.click()
    assert side.short.text() not in {"", shown}
    assert "minutes" in side.lives.text()


def test_a_table_that_writes_on_paper_is_no_worse_and_it_is_undone(opened_page, presenter, desk):
    opened_page.side.paper_button.click()
    assert presenter.tables[0].state is TableState.PAPER
    desk.history.undo()
    assert presenter.tables[0].state is TableState.WITHOUT


def test_notes_that_are_late_are_told_before_the_harvest(
    opened_page, presenter, desk, time, joined
):
    phone = joined(3)
    seen = desk.services.phones.seen
    seen.hear(phone.id, at=time.now, unsent=2)
    presenter.look()
    assert not opened_page.foot.unsent.isVisible()  # they may be here within seconds

    time.now += timedelta(seconds=30)
    presenter.look()
    told = opened_page.foot.unsent.words.text()
    assert told == "Before the harvest: 2 notes of table 4 are not here yet."
    assert opened_page.foot.unsent.isVisible()

    seen.hear(phone.id, at=time.now, unsent=0)
    presenter.look()
    assert not opened_page.foot.unsent.isVisible()


def test_codes_are_printed_with_the_address_that_is_open(qtbot, opened_page, presenter, tmp_path):
    path = tmp_path / "codes.pdf"
    with qtbot.waitSignal(opened_page.press.written):
        opened_page.press.write(path)
    assert path.read_bytes().startswith(b"%PDF")

    presenter.stop()
    with qtbot.waitSignal(opened_page.press.failed) as failed:
        opened_page.press.write(path)
    assert isinstance(failed.args[0], StationClosed)


def test_it_says_which_phones_have_reached_it_and_what_to_do_if_none(qtbot, opened_page, time):
    presenter = opened_page._presenter
    reach = Reach(presenter, opened_page)
    qtbot.addWidget(reach)
    assert reach.code.address == presenter.serving.url
    assert reach.answered.text() == "No phone has answered yet."
    assert reach.hints.isHidden()

    time.now += timedelta(minutes=2)
    reach.show_reached()
    assert not reach.hints.isHidden()

    presenter.serving._pings.hear("192.168.4.22")
    reach.show_reached()
    assert "192.168.4.22" in reach.answered.text()
    assert reach.hints.isHidden()

    reach.network_edit.setText("Café; été")
    reach.password_edit.setText("a:b")
    assert reach.network_code.address == r"WIFI:T:WPA;S:Café\; été;P:a\:b;;"


def test_where_no_phone_comes_paper_is_one_click_away(qtbot, opened_page):
    reach = Reach(opened_page._presenter, opened_page)
    qtbot.addWidget(reach)
    reach.paper_asked.connect(opened_page._on_paper)

    with qtbot.waitSignal(opened_page.place_asked) as asked:
        reach.paper_button.click()

    assert asked.args == ["plan", "harvest-sheets"]


def test_time_is_told_in_figures_that_do_not_change_with_each_look(time):
    told = [say_ago(time.now - timedelta(seconds=s), time.now) for s in (0, 9, 34, 61, 7300)]

    assert told == ["just now", "just now", "30 s ago", "1 min ago", "2 h ago"]


def test_no_further_phone_is_let_in_nor_a_photo_taken_and_each_is_undone(opened_page, desk):
    bar, way_in = opened_page.bar, desk.services.phones.way_in
    bar.menu.choices[LetIn.NO].trigger()
    bar.menu.photos.trigger()
    assert (way_in.get().let_in, way_in.get().has_no_photos) == (LetIn.NO, True)
    assert "no further phone comes in" in bar.state.text()

    desk.history.undo()
    desk.history.undo()

    assert (way_in.get().let_in, way_in.get().has_no_photos) == (LetIn.ALWAYS, False)
    assert (bar.menu.choices[LetIn.ALWAYS].isChecked(), bar.menu.photos.isChecked()) == (True, True)


def test_phones_may_forget_once_somebody_said_so_and_begin_anew_with_the_station(
    opened_page, presenter, desk
):
    presenter.way.end()
    assert desk.services.phones.way_in.get().is_over
    assert not opened_page.bar.menu.let_in.isEnabled()

    opened_page.bar.open_button.click()
    opened_page.bar.open_button.click()

    assert not desk.services.phones.way_in.get().is_over
