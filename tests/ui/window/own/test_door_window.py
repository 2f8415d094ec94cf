"""The door in a window of its own, beside Run: what one changes the other shows."""

from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people, person
from tests.ui.hands import type_text
from tests.ui.print_desk import save
from tests.ui.window.hands import entry
from tests.ui.window.own.hands import item, put_away, settle, started_again
from wcafe.domain.cafe import Table
from wcafe.domain.handouts import CERTIFICATES
from wcafe.i18n import words_for
from wcafe.ui.live.door.page import DoorPage
from wcafe.ui.widgets import ask
from wcafe.ui.window.workspaces import Aside, Workspace

ENTER = Qt.Key.Key_Return
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def seated(desk):
    """Seven people, three of them with names of their own, at two tables, with a plan."""
    services = desk.cafe.services
    cafe = services.cafes.get()
    services.cafes.save(replace(cafe, tables=(Table(), Table()), tables_chosen=True))
    services.people.save([person("Maud Le Goff"), person("Amp & Ersand"), person("Jo Ker")])
    add_people(services, 4)
    services.plans.compose(seconds=0.1)
    desk.window.go(Workspace.LIVE)
    settle()
    return desk


@pytest.fixture
def run(seated):
    return seated.window.page(Workspace.LIVE)


@pytest.fixture
def door(seated, run):
    run.door_button.click()
    settle()
    return seated.own_windows.windows[0]


def enter(qtbot, window, text):
    type_text(window.page.name_edit, text)
    qtbot.keyClick(window.page.name_edit, ENTER)
    settle()


def arrived(desk):
    return {each.given for each in desk.cafe.services.people.all() if each.arrived}


def test_it_has_no_side_bar_and_says_what_it_is(seated, door):
    assert door.windowTitle() == "Notre rue – Check-in – wcafe"
    assert isinstance(door.page, DoorPage)
    assert not hasattr(door, "side")
    assert door.page.name_edit.hasFocus() or QApplication.activeWindow() is not door


def test_button_menu_and_key_lead_to_the_same_one_window(seated, run, door):
    assert entry(seated, "Check-in").shortcut() == QKeySequence("F9")
    entry(seated, "Check-in").trigger()
    item(door, "Check-in").trigger()
    run.door_button.click()
    settle()

    assert [each.workspace for each in seated.own_windows.windows] == [Aside.DOOR]


def test_what_one_window_changes_the_other_shows(qtbot, seated, run, door):
    enter(qtbot, door, "maud")
    qtbot.waitUntil(lambda: run.presence.count.text() == "1 here · 6 expected · 0 away")

    type_text(run.presence.search_edit, "jo ker")
    qtbot.keyClick(run.presence.search_edit, ENTER)
    qtbot.waitUntil(lambda: door.page.band.here.figure.text() == "2")

    assert arrived(seated) == {"Maud", "Jo"}
    assert [row.first for row in door.page.arrivals.list.rows.rows] == ["Jo", "Maud"]


def test_both_windows_stay_as_they_are_while_the_other_works(qtbot, seated, run, door):
    type_text(door.page.name_edit, "mau")
    type_text(run.presence.search_edit, "jo ker")
    qtbot.keyClick(run.presence.search_edit, ENTER)
    qtbot.waitUntil(lambda: door.page.band.here.figure.text() == "1")

    assert door.page.name_edit.text() == "mau", "nothing is typed over"
    assert door.page.card.name._name == "Maud"


def test_ctrl_z_in_the_window_takes_back_who_is_said(qtbot, seated, door):
    enter(qtbot, door, "amp")
    assert item(door, "Undo: arrival of Amp  Ersand").text() == "Undo: arrival of Amp && Ersand"

    qtbot.keyClick(door.page.name_edit, Qt.Key.Key_Z, CTRL)
    settle()
    if arrived(seated):  # offscreen a window without activation gives keys no short cut
        item(door, "Undo: arrival of Amp  Ersand").trigger()
        settle()

    assert arrived(seated) == set()
    assert door.tell.sentence.text() == "Undone: arrival of Amp & Ersand"


def test_undo_of_one_window_leaves_what_the_other_did(qtbot, seated, run, door):
    enter(qtbot, door, "maud")
    type_text(run.presence.search_edit, "jo ker")
    qtbot.keyClick(run.presence.search_edit, ENTER)
    settle()

    door.pages.undo()
    assert arrived(seated) == {"Jo"}
    seated.window.pages.undo()
    assert arrived(seated) == set()


def test_the_strip_says_who_and_offers_undo(qtbot, seated, door):
    enter(qtbot, door, "maud")
    assert door.tell.sentence.text() == "Maud Le Goff is here."

    qtbot.mouseClick(door.tell.offer_button, LEFT)

    assert arrived(seated) == set()


def test_it_is_there_again_after_a_crash(qtbot, seated, door, settings, tmp_path, path):
    enter(qtbot, door, "maud")
    seated.cafe.services.close()  # as a kill would: nothing is said to any window
    seated.cafe = None

    again = started_again(settings, tmp_path, path)

    assert [each.workspace for each in again.own_windows.windows] == [Aside.DOOR]
    page = again.own_windows.windows[0].page
    assert page.band.here.figure.text() == "1"
    assert page.arrivals.nobody.isVisibleTo(page), "of whom it did not see it tells no time"
    put_away(again)


def test_it_follows_the_language_with_what_is_typed(qtbot, seated, door):
    type_text(door.page.name_edit, "maud")
    seated.speak("fr")
    settle()

    window = seated.own_windows.windows[0]
    assert window.windowTitle() == "Notre rue – Accueil – wcafe"
    assert window.page.name_edit.text() == "maud"
    assert window.page.card.name._name == "Maud"
    assert window.page.card.here_button.accessibleName() == words_for("fr").gettext("Is here")


def test_a_person_who_is_removed_elsewhere_goes_from_the_card(qtbot, seated, door):
    type_text(door.page.name_edit, "maud")
    gone = next(p for p in seated.cafe.services.people.all() if p.given == "Maud")
    seated.cafe.services.people.change(remove=[gone.id])
    qtbot.waitUntil(lambda: not door.page.card.isVisible())

    qtbot.keyClick(door.page.name_edit, ENTER)
    assert arrived(seated) == set()


def test_who_was_seen_at_the_door_gets_a_certificate_and_nobody_else(
    qtbot, seated, door, tmp_path, monkeypatch
):
    enter(qtbot, door, "maud")
    type_text(door.page.name_edit, "jo ke")
    settle()
    door.page.card.here_button.click()
    qtbot.waitUntil(lambda: arrived(seated) == {"Maud", "Jo"})
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "c.pdf")
    seated.window.go(Workspace.PLAN)

    save(qtbot, seated.window.page(Workspace.PLAN), CERTIFICATES)

    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "c.pdf").pages]
    assert len(pages) == 2
    assert "Maud Le Goff" in "".join(pages)
    assert "Jo Ker" in "".join(pages)
