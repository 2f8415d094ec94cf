"""The desk over a server: it shows what another laptop writes, and says when the server goes."""

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.postgres import Cluster, programs
from tests.ui.hands import retype
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.ui.window.workspaces import Workspace

_PATIENCE = 20_000  # milliseconds, for a busy machine


@pytest.fixture
def server():
    """A server that may be killed."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed: sh packaging/postgres.sh")
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture
def there(path, server, now):
    """The address of a café of three tables."""
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    return share_cafe(path, SharedAddress.parse(server.new_database()), now=now)


@pytest.fixture
def desk(on_desk, there):
    assert on_desk.start(there)
    return on_desk


def said(desk):
    return desk.window.side.saved.text()


def test_what_another_laptop_writes_is_seen_and_no_typed_word_is_lost(qtbot, desk, there):
    desk.window.go(Workspace.NOTES)
    field = desk.window.page(Workspace.NOTES).capture.text_edit
    field.setFocus()
    qtbot.keyClicks(field, "Plus de ban")

    with open_cafe(there) as laptop:
        laptop.notes.add(table=1, round_=0, kind=Kind.IDEA, text="Un cerisier")
        add_people(laptop, 3)

    def is_seen():
        snapshot = desk.cafe.services.cafes.snapshot()
        assert [note.text for note in snapshot.notes] == ["Un cerisier"]
        assert len(snapshot.people) == 3

    qtbot.waitUntil(is_seen, timeout=_PATIENCE)
    assert field.toPlainText() == "Plus de ban"
    qtbot.keyClicks(field, "cs")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert {note.text for note in desk.cafe.services.notes.all()} == {
        "Un cerisier",
        "Plus de bancs",
    }


def test_a_server_that_goes_is_told_and_comes_back_by_itself(qtbot, desk, server):
    page = desk.window.page(Workspace.CAFE)
    server.kill()

    qtbot.waitUntil(lambda: said(desk).startswith("Server silent since "), timeout=_PATIENCE)
    retype(qtbot, page.details.place_edit, "Brest")
    assert "does not answer" in desk.window.tell.error.describe()
    assert page.details.place_edit.text() == "Brest"
    server.start()

    qtbot.waitUntil(lambda: not said(desk).startswith("Server silent"), timeout=_PATIENCE)
    retype(qtbot, page.details.place_edit, "Brest")
    qtbot.waitUntil(lambda: said(desk).startswith("All saved"), timeout=_PATIENCE)
    assert desk.cafe.services.cafes.get().place == "Brest"


def test_a_shared_café_is_among_the_recent_ones(desk, there):
    assert desk.settings.recent == (there,)
    assert desk.open(there)  # it is on the desk already


def test_who_has_the_café_open_is_seen(qtbot, desk, there):
    desk.window.go(Workspace.NOTES)
    qtbot.waitUntil(lambda: desk.window.side.desks.text() == "open on 1 laptop", timeout=_PATIENCE)

    with open_cafe(there, stays=True) as laptop:
        laptop.elsewhere.say_at(Workspace.PEOPLE)
        qtbot.waitUntil(
            lambda: desk.window.side.desks.toolTip().endswith(": People"), timeout=_PATIENCE
        )
        assert "(this one)" in desk.window.side.desks.toolTip()
        assert ": Harvest" in desk.window.side.desks.toolTip()
        assert desk.window.side.desks.text() == "open on 2 laptops"

    qtbot.waitUntil(lambda: desk.window.side.desks.text() == "open on 1 laptop", timeout=_PATIENCE)
