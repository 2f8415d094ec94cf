"""An afternoon of two laptops over one server, by mouse and keyboard: each keeps its own."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import person
from tests.endurance import full
from tests.ui.hands import type_text
from tests.ui.live.hands import look
from tests.ui.people.hands import cell, editor, go_to
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.doors import doors
from wcafe.errors.base import CellTaken
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.notes.paste_dialog import PasteDialog
from wcafe.ui.settings import Settings
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),  # windows on no screen
    pytest.mark.slow,
]
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
ENTER, F2, DELETE = Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete
NAMES = ("Maud Le Goff", "Zoé Ân-Lê", "Ana Silva", "Jean Kerbrat", "Nour Haddad", "Łukasz Ødegård")


@pytest.fixture(scope="module")
def hall_of_all(cluster, tmp_path_factory):
    """The address of a café of twelve people, three tables and a plan."""
    path = tmp_path_factory.mktemp("afternoon") / "rue.wcafe"
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3, seats=6))
    with open_cafe(path) as cafe:
        cafe.people.save([person(f"{name} {n}") for name in NAMES for n in (1, 2)])
        cafe.plans.compose(seconds=0.2, spare=1)
        for n in range(3):
            cafe.notes.add(table=n, round_=0, kind=Kind.IDEA, text=f"Idée {n}")
    return share_cafe(path, SharedAddress.parse(cluster.new_database()))


@pytest.fixture
def there(cluster, hall_of_all):
    name = f"afternoon_{uuid4().hex}"
    cluster.sql(f"CREATE DATABASE {name} TEMPLATE {hall_of_all.database}")
    return replace(hall_of_all, database=name)


@pytest.fixture(params=full(["en", "fr"], ["fr"]))
def language(request):
    return request.param


@pytest.fixture
def laptops(qtbot, qapp, there, tmp_path, language):
    """Two desks that have the café open, one for each pair of hands."""
    open_ = []
    for name in ("one", "other"):
        kept = QSettings(str(tmp_path / f"{name}.ini"), QSettings.Format.IniFormat)
        settings = Settings(kept)
        settings.language = language
        desk = Desk(doors(), settings, home=tmp_path / name)
        assert desk.start(there)
        desk.window.show()
        open_.append(desk)
    yield SimpleNamespace(one=open_[0], other=open_[1])
    for desk in open_:
        desk.close()
        desk.window.hide()
        desk.window.deleteLater()
    words.use(words_for("en"), "en")


def at(qtbot, desk, workspace=None):
    """Put hands on a laptop; return the page of a workspace, on screen."""
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    if workspace is None:
        return desk.window
    if desk.window.here is not workspace:
        desk.window.go(workspace)
    return desk.window.page(workspace)


def undo(qtbot, desk):
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)


def notes_at(desk):
    return [note.text for note in desk.cafe.services.notes.all()]


def arrived_at(desk):
    return {each.given for each in desk.cafe.services.people.all() if each.arrived}


def shown_notes(page):
    return [row.note.text for row in page.list.notes.rows if hasattr(row, "note")]


def take(page, text):
    """Choose the note that reads `text` in its list; return the list."""
    view = page.list
    row = next(r for r in page.list.notes.rows if hasattr(r, "note") and r.note.text == text)
    view.setFocus()
    view.setCurrentIndex(view.notes.index(view.notes.row_of(row.note.id)))
    return view


def check_in(qtbot, page, name):
    field = page.presence.search_edit
    field.setFocus()
    type_text(field, name)
    qtbot.keyClick(field, ENTER)


def test_each_sees_what_the_other_does_and_undoes_its_own_alone(qtbot, laptops):
    door, harvest = laptops.one, laptops.other
    notes = at(qtbot, harvest, Workspace.NOTES)
    field = notes.capture.text_edit
    field.setFocus()
    type_text(field, "Un cerisier")
    qtbot.keyClick(field, ENTER)
    live = at(qtbot, door, Workspace.LIVE)
    check_in(qtbot, live, "maud le goff 1")
    qtbot.waitUntil(lambda: arrived_at(harvest) == {"Maud"})
    at(qtbot, harvest)
    QApplication.clipboard().setText("- Un banc\n- Un mur")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(notes.findChild(PasteDialog), ENTER)
    at(qtbot, door)
    check_in(qtbot, live, "ana silva 1")
    qtbot.waitUntil(lambda: "Un mur" in notes_at(door))
    qtbot.waitUntil(lambda: arrived_at(harvest) == {"Maud", "Ana"})
    qtbot.waitUntil(lambda: "Un mur" in shown_notes(notes))

    at(qtbot, harvest)
    field.clearFocus()
    qtbot.keyClick(take(notes, "Un banc"), DELETE)
    assert "Un banc" not in notes_at(harvest)
    undo(qtbot, harvest)
    assert "Un banc" in notes_at(harvest)
    undo(qtbot, harvest)
    assert "Un mur" not in notes_at(harvest)
    assert "Un cerisier" in notes_at(harvest)
    undo(qtbot, harvest)
    assert "Un cerisier" not in notes_at(harvest)
    assert arrived_at(harvest) == {"Maud", "Ana"}, "what the door did stays"
    qtbot.waitUntil(lambda: "Un cerisier" not in notes_at(door))
    at(qtbot, door)
    live.presence.search_edit.clearFocus()
    undo(qtbot, door)
    assert arrived_at(door) == {"Maud"}
    undo(qtbot, door)
    assert arrived_at(door) == set()
    assert not door.cafe.history.canUndo()
    assert notes_at(door) == ["Idée 0", "Idée 1", "Idée 2"]


def test_words_half_typed_the_choice_and_the_place_stay_when_news_come_in(qtbot, laptops):
    door, harvest = laptops.one, laptops.other
    page = at(qtbot, harvest, Workspace.NOTES)
    view = take(page, "Idée 1")
    chosen = view.currentIndex().data()
    qtbot.keyClick(view, F2)
    type_text(view.cards.editor, " et demie")
    live = at(qtbot, door, Workspace.LIVE)
    check_in(qtbot, live, "ana silva 2")
    door_notes = at(qtbot, door, Workspace.NOTES)
    field = door_notes.capture.text_edit
    field.setFocus()
    for n in range(12):
        type_text(field, f"De la porte {n}")
        qtbot.keyClick(field, ENTER)
    qtbot.waitUntil(lambda: "De la porte 11" in shown_notes(page))

    assert view.cards.editor is not None
    assert view.cards.editor.toPlainText().endswith("Idée 1 et demie")
    assert harvest.window.focusWidget() is view.cards.editor
    assert view.currentIndex().data() == chosen
    at(qtbot, harvest)
    qtbot.keyClick(view.cards.editor, ENTER)
    qtbot.waitUntil(lambda: "Idée 1 et demie" in notes_at(door))
    undo(qtbot, harvest)
    qtbot.waitUntil(lambda: "Idée 1" in notes_at(door))
    assert "De la porte 11" in notes_at(harvest), "and nothing of the other laptop's"


def test_what_is_in_sight_stays_there_when_notes_come_in(qtbot, laptops, there):
    page = at(qtbot, laptops.one, Workspace.NOTES)
    field = page.capture.text_edit
    field.setFocus()
    for n in range(20):
        type_text(field, f"Note {n}")
        qtbot.keyClick(field, ENTER)
    view = take(page, "Note 3")
    view.verticalScrollBar().setValue(400)
    qtbot.wait(50)
    top = view.indexAt(QPoint(20, 20))
    seen, chosen = view.notes.rows[top.row()].note.text, view.currentIndex().row()

    other = at(qtbot, laptops.other, Workspace.NOTES)
    other.capture.text_edit.setFocus()
    for n in range(5):
        type_text(other.capture.text_edit, f"Ailleurs {n}")
        qtbot.keyClick(other.capture.text_edit, ENTER)
    qtbot.waitUntil(lambda: "Ailleurs 4" in shown_notes(page))
    qtbot.wait(50)

    assert view.notes.rows[view.indexAt(QPoint(20, 20)).row()].note.text == seen
    assert view.currentIndex().row() == chosen
    assert [view.notes.rows[each.row()].note.text for each in view.selectedIndexes()] == ["Note 3"]


def test_two_who_edit_one_note_keep_both_and_are_told(qtbot, laptops):
    one, other = laptops.one, laptops.other
    pages = [at(qtbot, desk, Workspace.NOTES) for desk in (one, other)]
    views = [take(page, "Idée 2") for page in pages]
    for view, text in zip(views, ("Un mur bleu", "Un mur rouge"), strict=True):
        at(qtbot, one if view is views[0] else other)
        qtbot.keyClick(view, F2)
        view.cards.editor.selectAll()
        type_text(view.cards.editor, text)
    at(qtbot, one)
    qtbot.keyClick(views[0].cards.editor, ENTER)
    qtbot.waitUntil(lambda: "Un mur bleu" in notes_at(other))
    assert views[1].cards.editor.toPlainText() == "Un mur rouge"

    at(qtbot, other)
    qtbot.keyClick(views[1].cards.editor, ENTER)

    assert sorted(notes_at(other))[2:] == ["Un mur bleu", "Un mur rouge"]
    beside = words.desk_words().gettext(
        "Somebody changed this note meanwhile. Yours is kept beside it as a second version."
    )
    qtbot.waitUntil(lambda: other.window.tell.sentence.text() == beside)
    assert one.window.tell.sentence.text() == ""
    qtbot.waitUntil(lambda: "Un mur rouge" in shown_notes(pages[0]))


def test_the_clock_runs_at_both_and_either_stops_it(qtbot, laptops):
    one, other = laptops.one, laptops.other
    pages = [at(qtbot, desk, Workspace.LIVE) for desk in (one, other)]
    at(qtbot, one)
    qtbot.mouseClick(pages[0].clock.main_button, LEFT)
    qtbot.waitUntil(lambda: other.cafe.services.live.get().clock is not None)
    qtbot.waitUntil(lambda: pages[1].clock.main_button.text() == pages[0].clock.main_button.text())

    at(qtbot, other)
    qtbot.mouseClick(pages[1].clock.next_button, LEFT)
    qtbot.waitUntil(lambda: pages[0].clock.question.text() == pages[1].clock.question.text())
    qtbot.mouseClick(pages[1].clock.main_button, LEFT)
    qtbot.waitUntil(lambda: not one.cafe.services.live.get().clock.is_running)
    qtbot.waitUntil(lambda: pages[0].clock.main_button.text() == pages[1].clock.main_button.text())


def test_two_who_change_one_person_lose_nothing_in_silence(qtbot, laptops):
    one, other = laptops.one, laptops.other
    pages = [at(qtbot, desk, Workspace.PEOPLE) for desk in (one, other)]
    tables = [go_to(page, 0, "organisation") for page in pages]
    qtbot.keyClick(tables[1], F2)
    type_text(editor(pages[1]), "Mairie")
    qtbot.keyClick(tables[0], F2)
    type_text(editor(pages[0]), "École")
    qtbot.keyClick(editor(pages[0]), ENTER)
    qtbot.waitUntil(lambda: cell(pages[1], 0, "organisation").data() == "École")
    assert editor(pages[1]).text() == "Mairie"

    qtbot.keyClick(editor(pages[1]), ENTER)
    qtbot.waitUntil(lambda: isinstance(other.window.tell.error, CellTaken))
    assert organisations_at(other) == ["École"]
    qtbot.waitUntil(lambda: editor(pages[1]) is not None)
    assert editor(pages[1]).text() == "Mairie"
    qtbot.keyClick(editor(pages[1]), ENTER)

    qtbot.waitUntil(lambda: organisations_at(one) == ["Mairie"])
    assert other.window.tell.error is None


def organisations_at(desk):
    return [each.organisation for each in desk.cafe.services.people.all() if each.organisation]


def test_who_does_not_come_and_who_walks_in_are_repaired_while_notes_come(qtbot, laptops):
    plan, harvest = laptops.one, laptops.other
    page = at(qtbot, plan, Workspace.LIVE)
    qtbot.mouseClick(page.clock.main_button, LEFT)
    page._presenter.go_to("talk:0")
    maud = next(each for each in plan.cafe.services.people.all() if each.name == "Maud Le Goff 1")
    page.presence.search_edit.setFocus()
    type_text(page.presence.search_edit, "maud le goff 1")
    qtbot.mouseClick(page.presence.sheet.away_button, LEFT)
    assert page._presenter.presence.walk_ins.take_in("Yannick", "Tardif")
    before = plan.cafe.services.cafes.snapshot().plan
    notes = at(qtbot, harvest, Workspace.NOTES)
    field = notes.capture.text_edit
    field.setFocus()
    type_text(field, "Un banc")
    qtbot.keyClick(field, ENTER)
    at(qtbot, plan)
    card = look(qtbot, page)
    at(qtbot, harvest)
    type_text(field, "Un mur")
    qtbot.keyClick(field, ENTER)
    qtbot.waitUntil(lambda: "Un mur" in notes_at(plan))
    at(qtbot, plan)
    assert card.apply_button.isVisible(), "a proposal stands while notes come"
    qtbot.mouseClick(card.apply_button, LEFT)

    after = plan.cafe.services.cafes.snapshot().plan
    walked_in = next(each for each in plan.cafe.services.people.all() if each.given == "Yannick")
    assert after.itinerary(maud.id)[1:] == (None, None)
    assert None not in after.itinerary(walked_in.id)[1:]
    qtbot.waitUntil(
        lambda: harvest.cafe.services.cafes.snapshot().plan.fingerprint == after.fingerprint
    )
    undo(qtbot, plan)
    assert plan.cafe.services.cafes.snapshot().plan.fingerprint == before.fingerprint
    assert {"Un banc", "Un mur"} <= set(notes_at(plan))
