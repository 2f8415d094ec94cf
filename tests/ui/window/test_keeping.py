"""One key keeps all half-typed words, above all when a silent server is back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tests.cafes import add_people
from tests.ui.hands import retype, type_text
from tests.ui.people.hands import editor, go_to
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.ui.window.workspaces import Workspace

_PATIENCE = 20_000  # milliseconds, for a busy machine


@pytest.fixture
def there(path, own_cluster, now):
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    with open_cafe(path) as cafe:
        add_people(cafe, 3)
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    return share_cafe(path, SharedAddress.parse(own_cluster.new_database()), now=now)


@pytest.fixture
def at_work(on_desk, path):
    """A café of three tables in a file."""
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    assert on_desk.start(path)
    return on_desk


def press(window):
    """Press the key: what the menu of `window` does for Ctrl+S."""
    keys = [each for each in window.findChildren(QAction) if each.shortcut().toString() == "Ctrl+S"]
    assert [each.text() for each in keys] == ["Keep what is typed"]
    keys[0].trigger()


def test_when_the_server_is_back_one_key_keeps_what_waits_on_every_page_and_in_every_window(
    qtbot, on_desk, own_cluster, there
):
    assert on_desk.start(there)
    window = on_desk.window
    cafe, notes = window.page(Workspace.CAFE), window.page(Workspace.NOTES)
    window.go(Workspace.SYNTHESIS)
    beside = on_desk.own_windows.open(Workspace.NOTES, window)
    own_cluster.kill()
    qtbot.waitUntil(
        lambda: "has not answered since" in window.tell.sentence.text(), timeout=_PATIENCE
    )

    retype(qtbot, cafe.details.place_edit, "Brest")
    type_text(cafe.details.purpose_edit, "Vivre ensemble")
    note = notes.capture.text_edit
    type_text(note, "Un cerisier")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    half = beside.page.capture.text_edit
    type_text(half, "Une idée qui n’est pas fin")
    assert note.toPlainText() == "Un cerisier"
    window.activateWindow()
    qtbot.waitUntil(lambda: not half.hasFocus(), timeout=_PATIENCE)
    assert on_desk.keeping.waiting() == 3
    own_cluster.start()

    words = " fields words wait to be kept."  # 3, or 2 where the purpose was tried again by itself
    qtbot.waitUntil(lambda: words in window.tell.sentence.text(), timeout=_PATIENCE)
    assert words in beside.tell.sentence.text()
    press(window)

    kept = on_desk.cafe.services.cafes.snapshot()
    assert (kept.cafe.place, kept.cafe.purpose) == ("Brest", "Vivre ensemble")
    assert {each.text for each in kept.notes} == {"Un banc", "Un cerisier"}
    assert on_desk.keeping.waiting() == 0
    assert half.toPlainText() == "Une idée qui n’est pas fin", "which nobody has ended yet"
    qtbot.waitUntil(lambda: window.side.saved.text().startswith("All saved"), timeout=_PATIENCE)
    assert "words wait" not in beside.tell.sentence.text() or beside.tell.isHidden()


def test_the_button_in_the_message_does_the_same(qtbot, on_desk, own_cluster, there):
    assert on_desk.start(there)
    window = on_desk.window
    field = window.page(Workspace.CAFE).details.place_edit
    own_cluster.kill()
    qtbot.waitUntil(
        lambda: "has not answered since" in window.tell.sentence.text(), timeout=_PATIENCE
    )
    field.setFocus()
    field.selectAll()
    type_text(field, "Brest")
    own_cluster.start()

    words = "The server answers again. In 1 field words wait to be kept."
    qtbot.waitUntil(lambda: window.tell.sentence.text() == words, timeout=_PATIENCE)
    assert window.tell.offer_button.text() == "Keep what is typed (Ctrl+S)"
    window.tell.offer_button.click()

    assert on_desk.cafe.services.cafes.get().place == "Brest"
    assert on_desk.keeping.waiting() == 0


def test_at_any_time_the_key_keeps_the_field_under_way(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.NOTES)
    window.activateWindow()
    note = window.page(Workspace.NOTES).capture.text_edit
    qtbot.waitUntil(note.hasFocus, timeout=_PATIENCE)
    type_text(note, "Un cerisier")
    press(window)

    assert [each.text for each in at_work.cafe.services.notes.all()] == ["Un cerisier"]
    assert window.tell.sentence.text() == "The words of 1 field are kept."
    press(window)
    assert window.tell.sentence.text() == "All that was typed is kept."


def test_what_is_refused_stays_and_is_told(qtbot, at_work):
    window = at_work.window
    window.go(Workspace.CAFE)
    day = window.page(Workspace.CAFE).details.day_edit
    type_text(day, "someday")
    press(window)

    assert day.text() == "someday"
    assert at_work.keeping.waiting() == 1
    assert window.tell.error is not None


def test_a_note_and_a_cell_that_are_being_edited_count_and_are_kept(qtbot, at_work):
    services = at_work.cafe.services
    add_people(services, 2)
    services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    window = at_work.window
    window.go(Workspace.NOTES)
    notes = window.page(Workspace.NOTES)
    qtbot.waitUntil(lambda: notes.capture.recent_list.notes.rowCount() > 0, timeout=_PATIENCE)
    recent = notes.capture.recent_list
    recent.edit(recent.notes.index(0))
    type_text(recent.cards.editor, "Deux bancs")
    assert at_work.keeping.waiting() == 1
    press(window)

    assert "Deux bancs" in services.notes.all()[0].text
    assert at_work.keeping.waiting() == 0

    window.go(Workspace.PEOPLE)
    table = go_to(window.page(Workspace.PEOPLE), 0, "note")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text(editor(window.page(Workspace.PEOPLE)), "needs a ramp")
    assert at_work.keeping.waiting() == 1
    press(window)

    assert "needs a ramp" in {person.note for person in services.people.all()}
    assert at_work.keeping.waiting() == 0


def test_in_french_too(qtbot, at_work):
    at_work.speak("fr")
    qtbot.waitUntil(lambda: at_work.window.menuBar().actions()[0].text() == "&Fichier")
    keys = [
        each.text()
        for each in at_work.window.findChildren(QAction)
        if each.shortcut().toString() == "Ctrl+S"
    ]
    assert keys == ["Conserver ce qui est tapé"]
    at_work.window.activateWindow()
    qtbot.waitUntil(at_work.window.isActiveWindow, timeout=_PATIENCE)
    at_work.keep_all()
    assert at_work.window.tell.sentence.text() == "Tout ce qui est tapé est conservé."
