"""Badges to be made again, on the desk: named in Run and in the menu of the plan until done."""

import os
import re
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import QObject, Qt

from tests.cafes import add_people, people
from tests.ui.hands import show_page
from tests.ui.print_desk import save
from wcafe.app import open_for_desk
from wcafe.domain.cafe import HostMode, Table
from wcafe.domain.handouts import BADGES, TABLE_LIST
from wcafe.i18n import words_for
from wcafe.services.badges import changed_badges
from wcafe.store.badges import Badges
from wcafe.ui import words
from wcafe.ui.bus import QtBus
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.plan import make_page, make_presenter
from wcafe.ui.plan.print_wishes import Extent
from wcafe.ui.replanning import composing as plan_composing
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(plan_composing, "SECONDS", 0.2)


@pytest.fixture
def seated(opened):
    """Sixteen people at four tables, four of them hosts, and a free chair at each."""
    now = opened.cafes.get()
    opened.cafes.save(replace(now, tables=(Table(seats=5),) * 4, tables_chosen=True))
    listed = opened.people.save([*people(4, willing=True), *people(12)])
    opened.plans.compose(seconds=0.3)
    return listed


@pytest.fixture
def run(qtbot):
    """Make the page of Run for a café on the desk."""
    owners = []

    def running(desk):
        owner = QObject()
        owners.append(owner)
        return show_page(qtbot, LivePage(LivePresenter(desk, owner)))

    yield running
    for owner in owners:
        owner.deleteLater()


@pytest.fixture
def plan_page(qtbot, desk):
    presenter = make_presenter(desk, None)
    yield show_page(qtbot, make_page(presenter))
    presenter.deleteLater()


def print_all(opened):
    opened.badges.note_printed(opened.cafes.snapshot())


def rename(opened, guest):
    (kept,) = [each for each in opened.people.all() if each.id == guest.id]
    opened.people.save([replace(kept, family="Corrected")])


def open_again(opened, desk):
    """Close the café and open its file, as a restart or another computer does."""
    opened.close()
    again = open_for_desk(opened.place.path)
    return again, replace(desk, services=again, bus=QtBus(again.changes, desk.bus))


def test_after_a_restart_the_badges_to_be_made_are_named_again(opened, desk, seated, run):
    print_all(opened)
    rename(opened, seated[2])

    again, laid = open_again(opened, desk)
    try:
        badges = run(laid).presence.badges
        assert badges.isVisible()
        assert "Corrected" in badges.sentence.text()
    finally:
        again.close()


def test_the_control_a_build_that_keeps_no_badge_forgets_them(
    opened, desk, seated, run, monkeypatch
):
    monkeypatch.setattr(Badges, "replace", lambda _badges, _faces: None)

    with pytest.raises(AssertionError):
        test_after_a_restart_the_badges_to_be_made_are_named_again(opened, desk, seated, run)


def test_badges_that_were_made_stay_made_after_a_restart(qtbot, opened, desk, seated, run):
    print_all(opened)
    rename(opened, seated[2])
    page = run(desk)
    qtbot.mouseClick(page.presence.badges.done_button, LEFT)
    page.close()

    again, laid = open_again(opened, desk)
    try:
        assert not run(laid).presence.badges.isVisible()
    finally:
        again.close()


def test_a_program_that_is_killed_after_a_repair_knows_the_badges(cafe_file, tmp_path):
    script = f"""
        import os, signal
        from dataclasses import replace
        from pathlib import Path
        from tests.cafes import people
        from wcafe.app import open_for_desk

        cafe = open_for_desk(Path({str(cafe_file)!r}))
        guests = cafe.people.save([*people(4, willing=True), *people(12)])
        cafe.plans.compose(seconds=0.3)
        host = next(each for each in guests if each.id in cafe.cafes.snapshot().plan.hosts)
        cafe.people.save([replace(host, present=frozenset({{0}}))])
        cafe.plans.compose(seconds=0.3, from_round=1)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], env=os.environ)
    assert ended.returncode == -signal.SIGKILL

    opened = open_for_desk(cafe_file)
    try:
        snapshot = opened.cafes.snapshot()
        assert set(changed_badges(snapshot)) & set(snapshot.plan.hosts)
    finally:
        opened.close()


def test_in_another_language_the_same_badges_are_named(opened, desk, seated, run):
    print_all(opened)
    rename(opened, seated[2])
    words.use(words_for("fr"), "fr")

    badges = run(desk).presence.badges

    assert badges.sentence.text().startswith("Badges à refaire\N{NO-BREAK SPACE}: ")
    assert "Corrected" in badges.sentence.text()


def test_the_print_desk_knows_the_changed_badges_and_prints_them_alone(
    qtbot, opened, desk, seated, plan_page, tmp_path, monkeypatch
):
    page = plan_page
    assert page.print_button.text() == "Print…"
    print_all(opened)
    rename(opened, seated[2])
    rename(opened, seated[5])
    qtbot.waitUntil(lambda: page.print_button.text() == "Print… (2 badges changed)")
    asked = []
    target = tmp_path / "again.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *what: asked.append(what[-1]) or target)

    assert save(qtbot, page, BADGES, Extent.CHANGED) == [target, ""]

    assert asked[0].name.endswith("new badges.pdf")
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(target).pages)
    assert len(re.findall("Corrected", text)) == 2
    assert text.count("Ronde 1") == 2 or text.count("Round 1") == 2
    assert "(2" in page.print_button.text(), "until somebody says that they are made"


def test_all_badges_that_are_printed_at_the_desk_are_held(
    qtbot, opened, seated, plan_page, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "badges.pdf")

    save(qtbot, plan_page, BADGES)

    assert set(opened.cafes.snapshot().badges) == {each.id for each in seated}


def test_the_list_by_table_hands_out_no_badge(
    qtbot, opened, seated, plan_page, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "tables.pdf")

    save(qtbot, plan_page, TABLE_LIST)

    assert opened.cafes.snapshot().badges == {}


def test_composing_anew_after_printing_tells_whose_badges_are_wrong_and_undo_takes_it_back(
    qtbot, opened, desk, seated, plan_page
):
    print_all(opened)
    presenter = plan_page._presenter
    qtbot.waitUntil(lambda: presenter.can_compose)

    with qtbot.waitSignal(presenter.told) as told:
        qtbot.mouseClick(plan_page.compose_button, LEFT)

    assert "New badges are needed for: " in told.args[0]
    assert len(presenter.changed) > 6
    desk.history.undo()
    assert presenter.changed == ()
    assert plan_page.print_button.text() == "Print…"


def test_the_rule_for_hosts_says_which_tables_have_none(qtbot, opened, plan_page):
    now = opened.cafes.get()
    opened.cafes.save(replace(now, tables=(Table(seats=5),) * 4, tables_chosen=True))
    listed = opened.people.save([*people(1, willing=True), *people(15)])
    opened.people.save([replace(listed[-1], host_of=1)])
    opened.plans.compose(seconds=0.3)

    told = plan_page.rules.hosts_caption
    qtbot.waitUntil(lambda: told.text() == "Tables without a host, by number: 3, 4.")
    assert told.isVisible()
    assert "Tables without a host, by number: 3, 4." in plan_page.certificate.notices.text()

    plan_page._presenter.set_rules("rules", hosts=HostMode.NONE)
    qtbot.waitUntil(lambda: not told.isVisible())


def test_a_repair_tells_the_tables_without_a_host_before_anything_is_kept(qtbot, opened, desk, run):
    now = opened.cafes.get()
    opened.cafes.save(replace(now, tables=(Table(seats=5),) * 4, tables_chosen=True))
    listed = opened.people.save([*people(1, willing=True), *people(15)])
    opened.people.save([replace(listed[-1], host_of=1)])
    opened.plans.compose(seconds=0.3)
    page = run(desk)
    add_people(opened, 1)
    card = page.presence.repair
    qtbot.waitUntil(card.isVisible)

    qtbot.mouseClick(card.look_button, LEFT)
    qtbot.waitUntil(lambda: card.apply_button.isVisible())

    assert "Tables without a host, by number: 3, 4." in card.sentence.text().splitlines()


def test_of_many_badges_a_few_are_named_with_their_number(opened, desk, seated, run):
    print_all(opened)
    for guest in seated[:13]:
        rename(opened, guest)

    badges = run(desk).presence.badges

    assert badges.sentence.text().startswith("13 new badges are needed, for: ")
    assert badges.sentence.text().endswith(").")
    assert badges.sentence.text().count("Corrected") == 3
    assert badges.sentence.toolTip().count("Corrected") == 13


def test_who_took_over_a_table_before_is_not_told_as_a_change_of_the_next_repair(
    qtbot, opened, desk, seated, run
):
    host = next(each for each in seated if each.id in opened.cafes.snapshot().plan.hosts)
    opened.people.save([replace(host, present=frozenset({0}))])
    opened.live.start("talk:0")
    opened.plans.compose(seconds=0.3, from_round=1)
    (kept,) = [
        remark.describe()
        for remark in opened.cafes.snapshot().plan.certificate.notices
        if "hosts table" in remark.template
    ]
    page = run(desk)
    opened.people.save([*people(1, present=frozenset({1, 2}))])
    card = page.presence.repair
    qtbot.waitUntil(card.isVisible)

    qtbot.mouseClick(card.look_button, LEFT)
    qtbot.waitUntil(lambda: card.apply_button.isVisible())
    assert kept not in card.sentence.text()

    qtbot.mouseClick(card.apply_button, LEFT)
    assert kept in [each.describe() for each in opened.cafes.snapshot().plan.certificate.notices]
