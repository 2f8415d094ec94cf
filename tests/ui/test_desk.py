"""The window as a whole: cafés opened and left, languages, looks, menus, what is saved."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from tests.cafes import add_people, write_list
from tests.store.test_upgrade import golden
from tests.ui.hands import retype
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.doors import doors
from wcafe.errors import CannotWrite, EmptyNote
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.widgets.theme import DARK, Look, colours
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.opening import first_size
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def on_desk(qapp, settings, tmp_path):
    """The desk as a program starts it, with a home folder of its own."""
    desk = Desk(doors(), settings, home=tmp_path / "home")
    yield desk
    desk.close()
    if desk.window is not None:
        desk.window.hide()
        desk.window.deleteLater()
    words.use(words_for("en"), "en")


@pytest.fixture
def at_work(on_desk, cafe_file):
    assert on_desk.start(cafe_file)
    return on_desk


def entry(desk, name):
    """The menu entry called `name`."""
    found = [a for a in desk.window.findChildren(QAction) if a.text().replace("&", "") == name]
    assert found, name
    return found[0]


def test_the_first_start_opens_the_example_and_says_so(on_desk, tmp_path):
    assert on_desk.start()

    assert on_desk.cafe.services.path == tmp_path / "home" / "Quartier 2030.wcafe"
    assert on_desk.window.windowTitle() == "Quartier 2030 : prendre part – wcafe"
    assert "example" in on_desk.window.tell.sentence.text()


def test_the_next_start_opens_the_café_of_last_time(at_work, cafe_file, settings, tmp_path):
    at_work.close()

    again = Desk(doors(), settings, home=tmp_path / "home")
    try:
        assert again.start()
        assert again.cafe.services.path == cafe_file
    finally:
        again.close()
        again.window.deleteLater()


def test_a_file_that_is_no_café_is_told_and_the_present_one_stays(at_work, cafe_file, tmp_path):
    (tmp_path / "letter.wcafe").write_text("Dear all")

    assert not at_work.open(tmp_path / "letter.wcafe")

    assert "is not a café" in at_work.window.tell.sentence.text()
    assert at_work.cafe.services.path == cafe_file


def test_a_new_café_is_made_where_the_facilitator_says(at_work, tmp_path, monkeypatch):
    path = tmp_path / "Notre place.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)

    entry(at_work, "New café…").trigger()

    assert at_work.cafe.services.cafes.get().title == "Notre place"
    assert at_work.window.here is Workspace.CAFE
    assert at_work.settings.recent[0] == path


def test_a_new_café_never_replaces_a_file(at_work, cafe_file, monkeypatch, tmp_path):
    (tmp_path / "there.wcafe").write_text("precious")
    monkeypatch.setattr(
        "wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: tmp_path / "there.wcafe"
    )

    entry(at_work, "New café…").trigger()

    assert (tmp_path / "there.wcafe").read_text() == "precious"
    assert "already a file" in at_work.window.tell.sentence.text()
    assert at_work.cafe.services.path == cafe_file


def test_the_next_of_a_series_has_the_people_and_neither_plan_nor_notes(
    at_work, tmp_path, monkeypatch
):
    services = at_work.cafe.services
    add_people(services, 20)
    services.plans.compose(seconds=0.5)
    path = tmp_path / "rue 2.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)
    before = services.cafes.get()

    entry(at_work, "Duplicate as the next of a series…").trigger()

    now = at_work.cafe.services.cafes.snapshot()
    assert at_work.cafe.services.path == path
    assert len(now.people) == 20
    assert (now.plan, now.notes, now.cafe.title) == (None, (), before.title)
    assert now.cafe.id != before.id


def test_a_copy_holds_all_and_the_café_stays_on_the_desk(at_work, cafe_file, tmp_path, monkeypatch):
    add_people(at_work.cafe.services, 5)
    path = tmp_path / "copy.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)

    entry(at_work, "Save a copy as…").trigger()

    assert at_work.cafe.services.path == cafe_file
    with app.open_cafe(path) as copy:
        assert len(copy.people.all()) == 5


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


def test_light_and_dark_are_chosen_and_remembered(at_work):
    entry(at_work, "Dark").trigger()

    assert colours() is DARK
    assert at_work.settings.look is Look.DARK


def test_undo_says_what_it_would_undo(at_work):
    services = at_work.cafe.services
    page = at_work.window.page(Workspace.CAFE)
    page.details.title_edit.setText("Other")
    page.details.title_edit.keep()

    entry(at_work, "Undo: rename the café").trigger()

    assert services.cafes.get().title == "Notre rue"
    assert entry(at_work, "Redo: rename the café").isEnabled()


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


def test_who_was_removed_is_brought_back_by_the_button_beside_the_words(qtbot, at_work):
    services, window = at_work.cafe.services, at_work.window
    gone = add_people(services, 3)[1]
    window.go(Workspace.PEOPLE)
    qtbot.waitUntil(lambda: len(window.page(Workspace.PEOPLE)._presenter.people) == 3)

    window.page(Workspace.PEOPLE)._presenter.remove([gone.id])
    assert window.tell.offer_button.text() == "Undo"
    qtbot.mouseClick(window.tell.offer_button, Qt.MouseButton.LeftButton)

    assert [each.id for each in services.people.all()][1] == gone.id
    assert not window.tell.isVisible()


def test_what_to_know_about_a_file_stands_beside_where_it_was_written(at_work, tmp_path):
    window = at_work.window
    window.page(Workspace.PLAN).files.emit(tmp_path / "badges.pdf", "Nobody has no badge.")

    told = window.tell.sentence.text()
    assert str(tmp_path / "badges.pdf") in told
    assert told.endswith("\nNobody has no badge.")
    assert window.tell.offer_button.text() == "Open the folder"


def test_the_button_goes_once_something_else_was_done(qtbot, at_work):
    add_people(at_work.cafe.services, 3)
    page = at_work.window.page(Workspace.PEOPLE)
    at_work.window.go(Workspace.PEOPLE)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 3)
    page._presenter.remove([page._presenter.people[0].id])

    page._presenter.add("Zoé", "d'Ân-Lê")

    assert not at_work.window.tell.isVisible()


def dropped_on(window, path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), action, dragged, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, dragged, left, none))
    return enter.isAccepted()


def test_an_older_café_opens_and_it_is_said_where_it_lies_as_it_was(on_desk, tmp_path):
    path = tmp_path / "rue.wcafe"
    path.write_bytes(golden(1))

    assert on_desk.start(path)

    assert on_desk.window.tell.isVisible()
    assert "rue.backup-1.wcafe" in on_desk.window.tell.sentence.text()
    assert len(on_desk.cafe.services.notes.all()) > 50


def test_a_café_is_opened_where_it_is_dropped(qtbot, at_work, tmp_path):
    other = tmp_path / "other.wcafe"
    app.create_cafe(other, draft(title="Other", language="fr"))

    assert dropped_on(at_work.window, other)

    qtbot.waitUntil(lambda: at_work.cafe is not None and at_work.cafe.services.path == other)


def test_a_list_dropped_anywhere_is_shown_before_it_comes_in(qtbot, at_work, tmp_path):
    at_work.window.go(Workspace.CAFE)
    people = at_work.window.page(Workspace.PEOPLE)

    assert dropped_on(at_work.window, write_list(tmp_path, "Prénom;Nom\nAna;Silva\n"))

    qtbot.waitUntil(people.preview.isVisible)
    assert at_work.cafe.services.people.all() == ()


def test_other_files_are_not_taken(at_work, tmp_path):
    (tmp_path / "photo.png").write_bytes(b"")

    assert not dropped_on(at_work.window, tmp_path / "photo.png")


def test_a_file_that_is_taken_away_is_told_and_goes_on_once_it_is_back(
    qtbot, at_work, cafe_file, tmp_path
):
    window = at_work.window
    window.go(Workspace.CAFE)
    field = window.page(Workspace.CAFE).details.place_edit
    cafe_file.rename(tmp_path / "elsewhere.wcafe")

    retype(qtbot, field, "Brest")
    assert "is not where it was" in window.tell.sentence.text()
    assert "Not saved" in window.side.saved.text()
    assert field.text() == "Brest"

    (tmp_path / "elsewhere.wcafe").rename(cafe_file)
    field.keep()
    assert at_work.cafe.services.cafes.get().place == "Brest"
    window.go(Workspace.NOTES)
    assert window.here is Workspace.NOTES


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


def test_what_is_told_moves_nothing_and_does_not_hide_the_field_with_the_keyboard(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.PEOPLE)
    qtbot.waitActive(window)
    page = window.page(Workspace.PEOPLE)
    title = page.title.mapTo(window, QPoint(0, 0))
    page.setFocus()

    window.tell.done("Something was done.")
    assert page.title.mapTo(window, QPoint(0, 0)) == title
    assert window.tell.geometry().bottom() <= page.height()
    foot = QLineEdit(page)
    foot.setGeometry(window.tell.geometry())
    foot.show()
    foot.setFocus()
    assert not window.tell.geometry().intersects(foot.geometry())

    window.go(Workspace.LIVE)  # a page that is made after the bar
    shown = window.page(Workspace.LIVE)
    above = [each for each in shown.parent().children() if each in (shown, window.tell)]
    assert above[-1] is window.tell


def test_a_note_without_words_is_forgiven_on_another_workspace_and_when_words_come(at_work):
    window = at_work.window
    window.go(Workspace.NOTES)
    field = window.page(Workspace.NOTES).capture.text_edit

    window.show_failure(EmptyNote())
    assert window.tell.isVisible()
    field.setPlainText("Words")
    assert not window.tell.isVisible()

    window.show_failure(EmptyNote())
    window.go(Workspace.CAFE)
    assert not window.tell.isVisible()

    window.show_failure(CannotWrite(path="rue.wcafe", reason="disk full"))
    window.go(Workspace.NOTES)
    assert window.tell.isVisible(), "that must be read"


def test_a_field_without_typing_leaves_undo_and_redo_to_the_café(qtbot, at_work):
    window, cafes = at_work.window, at_work.cafe.services.cafes
    window.go(Workspace.CAFE)
    page = window.page(Workspace.CAFE)
    before = cafes.get().title
    retype(qtbot, page.findChild(QLineEdit), "Another title")
    assert cafes.get().title == "Another title"
    window.go(Workspace.PEOPLE)
    qtbot.waitActive(window)
    field = window.page(Workspace.PEOPLE).findChild(QLineEdit)
    field.setFocus()

    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cafes.get().title == before
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, shifted)
    assert cafes.get().title == "Another title"

    qtbot.keyClicks(field, "Zo")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "", "its own typing comes first"
    assert cafes.get().title == "Another title"


def test_no_key_stands_twice_beside_a_menu_entry(at_work):
    for action in at_work.window.actions_with_keys():
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
