"""P3 and P16 at the desk: a disk that is full, a file that is gone; told at once, nothing is lost,
and the desk goes on by itself when it can."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.doors import doors
from wcafe.store.sqlite import engine
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def desk(qapp, settings, tmp_path, path):
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    desk = Desk(doors(), settings, home=tmp_path / "home")
    assert desk.start(path)
    yield desk
    desk.close()
    desk.window.hide()
    desk.window.deleteLater()


def no_room(monkeypatch, _path):
    return monkeypatch.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "max_page_count = 1"))


def out_of_the_way(_monkeypatch, path):
    path.rename(path.with_name("elsewhere.wcafe"))


@pytest.mark.parametrize(
    ("trouble", "reason"), [(no_room, "No space left"), (out_of_the_way, "is not where it was")]
)
def test_a_note_that_cannot_be_kept_waits_in_its_field(qtbot, desk, path, trouble, reason):
    window, services = desk.window, desk.cafe.services
    window.go(Workspace.NOTES)
    field = window.page(Workspace.NOTES).capture.text_edit
    type_text(field, "La première")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    words = "Trop belle pour être perdue. " * 300

    with pytest.MonkeyPatch.context() as patched:
        trouble(patched, path)
        field.insertPlainText(words)  # pasted: more than what is free in the file's pages
        qtbot.keyClick(field, Qt.Key.Key_Return)

        assert reason in window.tell.sentence.text()
        assert window.side.saved.text() == "Not saved: see the message"
        assert field.toPlainText() == words
    if (moved := path.with_name("elsewhere.wcafe")).exists():
        moved.rename(path)

    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == ""
    assert [note.text for note in services.notes.all()] == ["La première", words.strip()]
    qtbot.waitUntil(lambda: window.side.saved.text().startswith("All saved"))
