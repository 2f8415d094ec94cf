"""Cafés opened, made, copied, taken away, and brought in by the mouse."""

from PySide6.QtCore import QMimeData, QUrl

from tests.cafes import add_people, write_list
from tests.store.test_upgrade import golden
from tests.ui.hands import drop, retype
from tests.ui.window.hands import entry
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.doors import doors
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace


def test_the_first_start_opens_the_example_and_says_so(on_desk, tmp_path):
    assert on_desk.start()

    assert on_desk.cafe.services.place.path == tmp_path / "home" / "Quartier 2030.wcafe"
    assert on_desk.window.windowTitle() == "Quartier 2030 : prendre part – wcafe"
    assert "example" in on_desk.window.tell.sentence.text()


def test_the_next_start_opens_the_café_of_last_time(at_work, cafe_file, settings, tmp_path):
    at_work.close()

    again = Desk(doors(), settings, home=tmp_path / "home")
    try:
        assert again.start()
        assert again.cafe.services.place.path == cafe_file
    finally:
        again.close()
        again.window.deleteLater()


def test_a_file_that_is_no_café_is_told_and_the_present_one_stays(at_work, cafe_file, tmp_path):
    (tmp_path / "letter.wcafe").write_text("Dear all")

    assert not at_work.open(tmp_path / "letter.wcafe")

    assert "is not a café" in at_work.window.tell.sentence.text()
    assert at_work.cafe.services.place.path == cafe_file


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
    assert at_work.cafe.services.place.path == cafe_file


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
    assert at_work.cafe.services.place.path == path
    assert len(now.people) == 20
    assert (now.plan, now.notes, now.cafe.title) == (None, (), before.title)
    assert now.cafe.id != before.id


def test_a_copy_holds_all_and_the_café_stays_on_the_desk(
    qtbot, at_work, cafe_file, tmp_path, monkeypatch
):
    add_people(at_work.cafe.services, 5)
    path = tmp_path / "copy.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)

    entry(at_work, "Save a copy as…").trigger()

    qtbot.waitUntil(lambda: "copy is complete" in at_work.window.tell.sentence.text())
    assert at_work.cafe.services.place.path == cafe_file
    with app.open_cafe(path) as copy:
        assert len(copy.people.all()) == 5


def test_what_to_know_about_a_file_stands_beside_where_it_was_written(at_work, tmp_path):
    window = at_work.window
    window.page(Workspace.PLAN).file_written.emit(tmp_path / "badges.pdf", "Nobody has no badge.")

    told = window.tell.sentence.text()
    assert str(tmp_path / "badges.pdf") in told
    assert told.endswith("\nNobody has no badge.")
    assert window.tell.offer_button.text() == "Open the folder"


def dropped_on(window, path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    return drop(window, dragged, at=(9, 9))


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

    qtbot.waitUntil(lambda: at_work.cafe is not None and at_work.cafe.services.place.path == other)


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
