"""Sharing from the window: it draws meanwhile, may be cancelled, and nothing is ever half."""

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from tests.cafes import add_people
from tests.ui.window.waited import Meanwhile
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import ServerGone, SharedElsewhere
from wcafe.intake.lines import DraftNote
from wcafe.store import moving
from wcafe.store.copying import Copying
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.window.moving import AsideWindow
from wcafe.ui.window.sharing import AddressDialog
from wcafe.ui.window.workspaces import Workspace

_PATIENCE = 20_000  # milliseconds, for a busy machine
PEOPLE, NOTES = 500, 1_500


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Let each step of a copy take a moment, so that something can happen on the way."""
    went = Copying.went

    def go_slowly(copying, rows):
        went(copying, rows)
        time.sleep(0.1)

    monkeypatch.setattr(Copying, "went", go_slowly)


@pytest.fixture(scope="module")
def congress(tmp_path_factory):
    """A café of many people and notes, as bytes."""
    path = tmp_path_factory.mktemp("congress") / "congress.wcafe"
    create_cafe(path, draft(title="Congrès", language="fr", tables=60))
    with open_cafe(path) as cafe:
        add_people(cafe, PEOPLE)
        lines = [DraftNote(text=f"Le jardin numéro {n}") for n in range(NOTES)]
        cafe.notes.keep_lines(lines, table=0, round_=0, kind=Kind.IDEA)
    return path.read_bytes()


@pytest.fixture
def file(tmp_path, congress):
    path = tmp_path / "congress.wcafe"
    path.write_bytes(congress)
    return path


@pytest.fixture
def desk(on_desk, file):
    assert on_desk.start(file)
    on_desk.window.go(Workspace.PEOPLE)
    return on_desk


def entry(desk, words):
    """Return what stands in the File menu by these words."""
    file = desk.window.menuBar().actions()[0].menu()
    return next(each for each in file.actions() if each.text() == words)


def share(desk, address):
    """Say at the dialogue of the File menu where the café is to live."""
    entry(desk, "Share on a server…").trigger()
    dialogue = desk.window.findChild(AddressDialog)
    dialogue.address_edit.setText(str(address))
    dialogue.do_button.click()
    return dialogue


def wait_until_back(qtbot, desk):
    """Wait for another window in the place of the one that asked."""
    before = desk.window
    qtbot.waitUntil(
        lambda: desk.window not in (None, before) and desk.window.isVisible(), timeout=_PATIENCE
    )


def there(cluster, hall):
    """Return the schemas of cafés on the server."""
    asked = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'wcafe%'"
    return cluster.told(asked, hall.database)


def is_under_way(told):
    return told.endswith(" rows")


def cancel(dialogue):
    dialogue.cancel_button.click()


def is_whole(desk):
    snapshot = desk.cafe.services.cafes.snapshot()
    return (len(snapshot.people), len(snapshot.notes)) == (PEOPLE, NOTES)


def test_the_window_goes_on_while_a_large_café_is_shared(qtbot, desk, hall, file):
    with Meanwhile(desk) as meanwhile:
        share(desk, hall)
        wait_until_back(qtbot, desk)

    assert desk.cafe.services.place.address == hall.of("congres")
    assert is_whole(desk)
    assert desk.window.here is Workspace.PEOPLE, "where it was"
    assert "on the server now, as congres" in desk.window.tell.sentence.text()
    desk.window.tell.offer_button.click()
    assert QGuiApplication.clipboard().text() == str(hall.of("congres"))
    assert meanwhile.turns > 20
    assert any(told.endswith(" rows") for told in meanwhile.told)
    assert any(told.endswith(" rows are there and are compared…") for told in meanwhile.told)
    with pytest.raises(SharedElsewhere), open_cafe(file):
        pass


@pytest.mark.parametrize("moment", [" rows", "compared…"])
def test_cancel_leaves_the_café_in_its_file_and_nothing_on_the_server(
    qtbot, desk, cluster, hall, file, moment
):
    with Meanwhile(desk, cancel, lambda told: told.endswith(moment)) as meanwhile:
        share(desk, hall)
        wait_until_back(qtbot, desk)

    assert "Cancelling…" in meanwhile.told
    assert desk.cafe.services.place.path == file
    assert is_whole(desk)
    assert desk.window.here is Workspace.PEOPLE
    assert there(cluster, hall) == ""
    assert desk.window.findChild(AddressDialog) is None, "nothing went wrong"


def test_cancel_ends_what_waits_for_a_server_that_says_nothing(qtbot, desk, own_cluster, file):
    hall = SharedAddress.parse(own_cluster.new_database())

    def stick(dialogue):
        own_cluster.pause()
        QTimer.singleShot(300, dialogue, dialogue.reject)

    with Meanwhile(desk, stick, is_under_way):
        share(desk, hall)
        wait_until_back(qtbot, desk)

    assert desk.cafe.services.place.path == file
    assert is_whole(desk)
    own_cluster.go_on()
    qtbot.waitUntil(lambda: there(own_cluster, hall) == "", timeout=_PATIENCE)


def test_a_server_that_dies_on_the_way_is_told_and_the_file_is_the_café(
    qtbot, desk, own_cluster, file
):
    address = SharedAddress.parse(own_cluster.new_database())
    with Meanwhile(desk, lambda _dialogue: own_cluster.kill(), is_under_way):
        share(desk, address)
        wait_until_back(qtbot, desk)

    dialogue = desk.window.findChild(AddressDialog)
    assert "does not answer" in dialogue.told.text()
    assert dialogue.address_edit.text() == str(address)
    assert desk.cafe.services.place.path == file
    assert is_whole(desk)


def test_after_the_one_commit_cancel_says_that_it_is_done(qtbot, desk, hall, monkeypatch):
    say_whole = moving.cafes.say_whole
    asked = []

    def slowly(*told):
        asked.append(desk.waiting.dialogue)
        while not asked[0].told.text().startswith("It is done"):
            time.sleep(0.005)
        return say_whole(*told)

    monkeypatch.setattr(moving.cafes, "say_whole", slowly)
    with Meanwhile(desk, cancel, lambda _told: bool(asked)):
        share(desk, hall)
        wait_until_back(qtbot, desk)

    assert desk.cafe.services.place.address == hall.of("congres")
    assert is_whole(desk)


def test_a_server_that_dies_after_the_one_commit_is_tried_again(
    qtbot, desk, hall, file, monkeypatch
):
    say_whole, asked, told = moving.cafes.say_whole, [], []

    def die(*of_whom):
        asked.append(of_whom)
        if len(asked) == 1:
            raise ServerGone(path=hall.name, reason="?")
        return say_whole(*of_whom)

    def try_again(dialogue):
        told.append(dialogue.sentence.text())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(moving.cafes, "say_whole", die)
    monkeypatch.setattr(ConfirmDialog, "exec", try_again)
    share(desk, hall)
    wait_until_back(qtbot, desk)

    assert len(told) == 1
    assert "only the last word is missing" in told[0]
    assert desk.cafe.services.place.address == hall.of("congres")
    assert is_whole(desk)


def test_to_close_the_window_on_the_way_is_to_cancel_and_then_to_end(
    qtbot, qapp, desk, cluster, hall, file, monkeypatch
):
    ended = []
    monkeypatch.setattr("wcafe.ui.window.moving.QApplication.quit", lambda: ended.append(True))

    def close(_dialogue):
        aside = next(each for each in qapp.topLevelWidgets() if isinstance(each, AsideWindow))
        aside.close()
        assert aside.isVisible()

    with Meanwhile(desk, close, is_under_way):
        share(desk, hall)
        qtbot.waitUntil(lambda: bool(ended), timeout=_PATIENCE)

    assert there(cluster, hall) == ""
    assert desk.settings.recent[0] == file
    with open_cafe(file) as cafe:
        assert len(cafe.notes.all()) == NOTES


def test_a_copy_of_a_shared_café_comes_while_the_desk_goes_on(
    qtbot, on_desk, hall, file, tmp_path, now, monkeypatch
):
    assert on_desk.start(share_cafe(file, hall, now=now))
    path = tmp_path / "back.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)
    save = entry(on_desk, "Save a copy as…")
    line = on_desk.window.foot.work

    save.trigger()
    qtbot.waitUntil(lambda: line.label.text().endswith(" rows"))
    line.cancel_button.click()
    qtbot.waitUntil(line.isHidden)
    assert not path.exists()

    save.trigger()
    qtbot.waitUntil(lambda: path.exists())
    with open_cafe(path) as cafe:
        assert len(cafe.notes.all()) == NOTES


def test_a_copy_whose_server_dies_is_told_and_leaves_no_file(
    qtbot, on_desk, own_cluster, file, tmp_path, now, monkeypatch
):
    address = SharedAddress.parse(own_cluster.new_database())
    assert on_desk.start(share_cafe(file, address, now=now))
    path = tmp_path / "back.wcafe"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)
    line = on_desk.window.foot.work

    entry(on_desk, "Save a copy as…").trigger()
    qtbot.waitUntil(lambda: line.label.text().endswith(" rows"), timeout=_PATIENCE)
    own_cluster.kill()

    qtbot.waitUntil(line.isHidden, timeout=_PATIENCE)
    assert isinstance(on_desk.window.tell.error, ServerGone)
    assert list(tmp_path.glob("back*")) == []
