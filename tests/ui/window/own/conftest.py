"""A café of four tables on the desk, at Harvest, and forty notes in it."""

import pytest

from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import new_id
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture(scope="session")
def four_tables(tmp_path_factory):
    """The file of a café of four tables."""
    path = tmp_path_factory.mktemp("own") / "four.wcafe"
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=4))
    return path.read_bytes()


@pytest.fixture
def desk(on_desk, path, four_tables):
    path.write_bytes(four_tables)
    assert on_desk.start(path)
    on_desk.window.go(Workspace.NOTES)
    return on_desk


@pytest.fixture
def noted(desk):
    notes = desk.cafe.services.notes
    written = [
        Note(id=NoteId(new_id()), table=n % 4, round=0, kind=Kind.IDEA, text=f"Thought {n}", rev=0)
        for n in range(40)
    ]
    notes.change(dict.fromkeys(written, 0))
    return [notes.get(note.id) for note in written]
