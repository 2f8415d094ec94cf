"""Who has arrived, and where each goes: what is asked at the door and fifty times after it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people, person
from wcafe.domain.cafe import Table
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.page import LivePage

LEFT = Qt.MouseButton.LeftButton
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def seated(qtbot, desk, begun, presenter):
    """Twelve people at three named tables, with a plan; Maud stands among them."""
    cafe = desk.services.cafes.get()
    tables = (Table(name="Culture"), Table(name="Nature"), Table(name="Eau"))
    desk.services.cafes.save(replace(cafe, tables=tables))
    desk.services.people.save([person("Maud Le Goff")])
    add_people(desk.services, 11)
    desk.services.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 12 and presenter.has_plan)
    return desk


def maud(desk):
    return next(each for each in desk.services.people.all() if each.given == "Maud")


def route(desk):
    return desk.services.cafes.snapshot().plan.itinerary(maud(desk).id)


def named(desk, round_):
    table = route(desk)[round_]
    return f"Table {table + 1} · {('Culture', 'Nature', 'Eau')[table]}"


def find(qtbot, page, name="maud"):
    qtbot.keyClicks(page.presence.search_edit, name)
    return page.presence.sheet


def test_a_search_shows_the_table_before_the_start_and_the_whole_route(qtbot, seated, page):
    sheet = find(qtbot, page)

    assert sheet.isVisible()
    assert sheet.when.text() == "Next · round 1"
    assert sheet.where.text() == named(seated, 0)
    assert sheet.mark._number == route(seated)[0]
    assert sheet.route._tables == route(seated)
    company = seated.services.cafes.snapshot().plan.at_table(route(seated)[0], 0)
    names = {each.id: each.name for each in seated.services.people.all()}
    assert all(names[each] in sheet.company.text() for each in company if each != maud(seated).id)
    assert sheet.accessibleName().startswith("Maud Le Goff, not arrived yet. Next · round 1. Table")


@pytest.mark.parametrize(
    ("step", "when", "asked"),
    [
        ("talk:0", "Now · round 1", 0),
        ("harvest:0", "Now · round 1", 0),
        ("move:0", "Next · round 2", 1),
        ("talk:1", "Now · round 2", 1),
        ("talk:2", "Now · round 3", 2),
    ],
)
def test_the_table_follows_the_clock(qtbot, seated, presenter, page, step, when, asked):
    presenter.go_to(step)
    sheet = find(qtbot, page)

    qtbot.waitUntil(lambda: sheet.when.text() == when)
    assert sheet.where.text() == named(seated, asked)
    is_at_table = when.startswith("Now") and asked < 2
    assert sheet.then.text() == (
        f"Then · round {asked + 2} · {named(seated, asked + 1)}" if is_at_table else ""
    )


def test_whoever_hosts_is_told_as_host_and_whoever_has_no_seat_is_told_so(
    qtbot, seated, presenter, page
):
    plan = seated.services.cafes.snapshot().plan
    host = next(each for each in seated.services.people.all() if each.id in plan.hosts)
    presenter.presence.look_at(host.id)
    assert page.presence.sheet.company.text().startswith("Hosts this table. With ")

    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
    sheet = find(qtbot, page, "nour")
    assert sheet.where.text() == "No seat yet: repair the coming rounds."
    assert not sheet.mark.isVisible()


def test_it_speaks_french(qtbot, seated, presenter):
    words.use(words_for("fr"), "fr")
    page = LivePage(presenter)
    qtbot.addWidget(page)
    page.show()
    presenter.presence.look_for("maud")

    sheet = page.presence.sheet
    assert sheet.when.text() == "Ensuite · ronde 1"
    assert sheet.here_button.text() == "Est là"
    assert page.presence.count.text() == "0 là · 12 pas encore là · 0 ne vient pas"


def test_after_one_of_several_is_checked_in_the_hand_is_on_the_search_again(qtbot, seated, page):
    presence = page.presence
    presence.search_edit.setFocus()
    qtbot.keyClicks(presence.search_edit, "a")
    qtbot.keyClick(presence.search_edit, ENTER)
    assert presence.list.hasFocus(), "several have an a: the arrows choose"

    qtbot.keyClick(presence.list, ENTER)

    assert [person.arrived for person in seated.services.people.all()].count(True) == 1
    assert presence.search_edit.hasFocus()


def test_before_the_start_everybody_is_expected_and_enter_checks_in(qtbot, seated, page):
    assert page.presence.count.text() == "0 here · 12 expected · 0 away"
    find(qtbot, page)
    qtbot.keyClick(page.presence.search_edit, ENTER)

    assert maud(seated).arrived
    assert page.presence.count.text() == "1 here · 11 expected · 0 away"
    assert page.presence.search_edit.text() == "", "ready for the next name"
    assert page.presence.sheet.name.text() == "Maud Le Goff", "and her table can be told"
    assert page.presence.sheet.state.text() == "here"
    qtbot.keyClick(page.presence.search_edit, ENTER)
    assert maud(seated).arrived
    assert maud(seated).present is None, "Enter once more takes nobody away"

    seated.history.undo()
    assert not maud(seated).arrived
    seated.history.redo()
    assert maud(seated).arrived
    assert not seated.services.cafes.snapshot().is_plan_stale, "a plan counts who comes"


def test_by_keyboard_alone_somebody_is_noted_as_here_then_as_gone(qtbot, seated, page, presenter):
    presenter.go_to("talk:0")
    sheet = find(qtbot, page)
    qtbot.keyClick(page.presence.search_edit, TAB)
    sheet.here_button.setFocus()
    qtbot.keyClick(sheet.here_button, ENTER)
    assert sheet.state.text() == "here"
    assert sheet.away_button.hasFocus(), "the keyboard stays on the sheet"
    qtbot.keyClick(sheet.away_button, ENTER)

    assert sheet.state.text() == "has left"
    assert maud(seated).present == {0}
    assert page.presence.count.text() == "0 here · 11 expected · 0 away · 1 has left"
    assert sheet.here_button.text() == "Here again"


def test_once_some_are_here_those_who_are_missing_are_listed(qtbot, seated, page, presenter):
    rows = page.presence.list.rows
    assert len(rows.rows) == 1, "nobody is late while nobody was checked in"
    presenter.presence.set_present(maud(seated).id, is_here=True)
    assert len(rows.rows) == 12
    assert {row.state for row in rows.rows[:-1]} == {"not arrived yet"}


def test_all_who_are_expected_can_be_noted_as_here_at_once(qtbot, seated, page):
    qtbot.mouseClick(page.presence.all_here_button, LEFT)

    assert page.presence.count.text() == "12 here · 0 expected · 0 away"
    assert page.presence.search_edit.hasFocus()
    assert not page.presence.all_here_button.isVisible()
    seated.history.undo()
    assert page.presence.count.text() == "0 here · 12 expected · 0 away"


def test_who_has_not_come_can_be_given_up_once_it_has_begun(qtbot, seated, page, presenter):
    presenter.presence.set_present(maud(seated).id, is_here=True)
    presenter.presence.look_for("")
    assert not page.presence.rest_away_button.isVisible(), "they may still be on their way"
    presenter.go_to("talk:0")
    qtbot.waitUntil(page.presence.rest_away_button.isVisible)
    assert not page.presence.repair.isVisible(), "until then they are counted as coming"

    with qtbot.waitSignal(presenter.undoable) as told:
        qtbot.mouseClick(page.presence.rest_away_button, LEFT)

    assert told.args[0] == "11 people who have not arrived are away now."
    assert page.presence.count.text() == "1 here · 0 expected · 11 away"
    qtbot.waitUntil(page.presence.repair.isVisible)
    seated.history.undo()
    assert page.presence.count.text() == "1 here · 11 expected · 0 away"
    qtbot.waitUntil(lambda: not page.presence.repair.isVisible())


def test_where_nobody_was_checked_in_nobody_is_given_up(qtbot, seated, page, presenter):
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.presence.has_begun)
    assert not page.presence.rest_away_button.isVisible()
    assert page.presence.all_here_button.isVisible()


def test_in_the_last_round_the_table_is_still_told_and_latecomers_are_noted(
    qtbot, seated, page, presenter
):
    presenter.go_to("talk:2")
    sheet = find(qtbot, page)
    qtbot.waitUntil(lambda: sheet.where.text() == named(seated, 2))
    assert not sheet.away_button.isVisible()
    qtbot.mouseClick(sheet.here_button, LEFT)
    assert maud(seated).arrived


def test_a_walk_in_is_here_and_undo_of_it_leaves_nobody(qtbot, seated, page, presenter):
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
    assert page.presence.count.text() == "1 here · 12 expected · 0 away"
    seated.history.undo()
    assert page.presence.count.text() == "0 here · 12 expected · 0 away"
