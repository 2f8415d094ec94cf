"""The window as a whole: languages, looks, menus, the side bar, what is saved."""

import gc
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.cafes import add_people
from tests.ui.window.hands import entry
from wcafe import app
from wcafe.errors import CannotWrite
from wcafe.ui.widgets.theme import DARK, Look, colours
from wcafe.ui.window.keys import actions_with_keys
from wcafe.ui.window.opening import first_size
from wcafe.ui.window.workspaces import Workspace


def test_the_language_changes_while_running_with_the_same_café_place_and_undo(qtbot, at_work):
    at_work.window.go(Workspace.CAFE)
    page = at_work.window.page(Workspace.CAFE)
    page.details.title_edit.setFocus()
    page.details.title_edit.setText("Typed and not yet kept")

    entry(at_work, "Français").trigger()
    qtbot.waitUntil(lambda: at_work.window.page(Workspace.CAFE).title.text() == "Préparer")

    assert at_work.window.here is Workspace.CAFE
    assert at_work.cafe.services.cafes.get().title == "Typed and not yet kept"
    at_work.history.undo()
    assert at_work.cafe.services.cafes.get().title == "Notre rue"
    assert entry(at_work, "Fichier") is not None
    assert at_work.settings.language == "fr"


def test_a_window_that_is_replaced_leaves_nothing_behind(at_work):
    def left():
        """Return how many widgets stand for themselves once all pages were shown and replaced."""
        for language in ("fr", "en"):
            at_work.speak(language)
            QCoreApplication.processEvents()
            for workspace in Workspace:
                at_work.window.go(workspace)
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Counter(type(widget).__name__ for widget in QApplication.topLevelWidgets())

    left()
    before = left()

    assert left() - before == Counter()


def test_light_and_dark_are_chosen_and_remembered(at_work):
    entry(at_work, "Dark").trigger()

    assert colours() is DARK
    assert at_work.settings.look is Look.DARK


def test_the_side_bar_shows_how_far_the_café_is(qtbot, at_work):
    steps = at_work.window.side.steps
    assert steps[Workspace.PEOPLE.place].accessibleName() == "People, step 2"

    add_people(at_work.cafe.services, 12)

    qtbot.waitUntil(lambda: steps[Workspace.PEOPLE.place].accessibleName() == "People, done")


def test_the_side_bar_says_when_all_was_saved_and_in_which_file(at_work, cafe_file):
    assert at_work.window.side.saved.text().startswith("All saved · ")
    assert at_work.window.side.file.text() == cafe_file.name


def test_a_disk_that_refuses_is_said_at_once_and_nothing_typed_is_lost(qtbot, at_work, monkeypatch):
    page = at_work.window.page(Workspace.CAFE)

    def refuse(*_args, **_facts):
        raise CannotWrite(path="rue.wcafe", reason="disk full")

    monkeypatch.setattr(at_work.cafe.services.cafes, "save", refuse)
    page.details.title_edit.setFocus()
    page.details.title_edit.selectAll()
    qtbot.keyClicks(page.details.title_edit, "Written in vain")
    page.details.title_edit.keep()

    assert "cannot be written" in at_work.window.tell.sentence.text()
    assert at_work.window.side.saved.text() == "Not saved: see the message"
    assert page.details.title_edit.text() == "Written in vain"


def test_six_short_cuts_lead_to_six_workspaces(at_work):
    for workspace in Workspace:
        entry(at_work, at_work.window.side.steps[workspace.place].text()).trigger()
        assert at_work.window.here is workspace


def test_the_side_bar_is_walked_by_arrow_keys(qtbot, at_work):
    steps = at_work.window.side.steps
    at_work.window.show()
    steps[0].setFocus()

    qtbot.keyClick(steps[0], Qt.Key.Key_Down)
    qtbot.keyClick(steps[1], Qt.Key.Key_Space)

    assert at_work.window.here is Workspace.PEOPLE


def test_closing_the_window_keeps_what_is_typed(qtbot, at_work, cafe_file):
    page = at_work.window.page(Workspace.CAFE)
    page.details.title_edit.setText("Until the last letter")

    at_work.window.close()

    with app.open_cafe(cafe_file) as kept:
        assert kept.cafes.get().title == "Until the last letter"


def test_a_change_of_the_café_renames_the_window(qtbot, at_work):
    services = at_work.cafe.services

    services.cafes.save(replace(services.cafes.get(), title="<b>Other</b>"))

    qtbot.waitUntil(lambda: at_work.window.windowTitle() == "<b>Other</b> – wcafe")


def test_everything_on_screen_is_in_the_language_spoken_now(at_work):
    services = at_work.cafe.services
    add_people(services, 20)
    services.plans.compose(seconds=0.5)
    for workspace in Workspace:
        at_work.window.go(workspace)

    at_work.speak("fr")
    QCoreApplication.processEvents()

    people, plan = at_work.window.page(Workspace.PEOPLE), at_work.window.page(Workspace.PLAN)
    headings = [column.heading for column in people.list.table.people.columns[:2]]
    assert headings == ["Prénom", "Nom"]
    assert people.figures.proposal.text() == "20 personnes\N{NO-BREAK SPACE}: 5 tables de 4"
    assert plan.certificate.notices.text().startswith("Personne n’est marqué")


def test_what_is_half_typed_outlives_another_language(at_work):
    people = at_work.window.page(Workspace.PEOPLE)
    people.list.given_edit.setText("Zo")
    people.list.family_edit.setText("d'Ân")

    at_work.speak("fr")
    QCoreApplication.processEvents()

    again = at_work.window.page(Workspace.PEOPLE)
    assert again is not people
    assert again.list.given_edit.text() == "Zo"
    assert again.list.family_edit.text() == "d'Ân"


def test_a_page_that_is_not_seen_shows_the_change_once_it_is(at_work):
    window = at_work.window
    people = window.page(Workspace.PEOPLE)
    window.go(Workspace.PEOPLE)
    window.go(Workspace.CAFE)

    add_people(at_work.cafe.services, 3)
    QApplication.processEvents()
    assert people.list.table.people.rowCount() == 0

    window.go(Workspace.PEOPLE)
    assert people.list.table.people.rowCount() == 3


def test_no_key_stands_twice_beside_a_menu_entry(at_work):
    for action in actions_with_keys(at_work.window):
        keys = [key.toString() for key in action.shortcuts()]
        assert len(keys) == len(set(keys)), action.text()


def test_qts_own_dialogues_speak_french_too(at_work):
    at_work.speak("fr")
    asked = QFileDialog()
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = [each.text().replace("\xa0", " ") for each in asked.findChildren(QLabel)]

    assert said == ["&Voir dans :", "&Nom de fichier :", "Fichiers de &type :"]
    at_work.speak("en")
    asked = QFileDialog()
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert "&Look in:" in [each.text() for each in asked.findChildren(QLabel)]


def test_the_first_window_fits_the_screen_with_its_title_bar(qapp):
    size = first_size(SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 1280, 770)))

    assert size.height() <= 770 - 40
    assert size.width() <= 1280
