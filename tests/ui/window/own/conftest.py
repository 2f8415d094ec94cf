"""A café of four tables on the desk, at Harvest, and forty notes in it."""

import pytest

from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def desk(on_desk, path):
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=4))
    assert on_desk.start(path)
    on_desk.window.go(Workspace.NOTES)
    return on_desk


@pytest.fixture
def noted(desk):
    notes = desk.cafe.services.notes
    return [
        notes.get(notes.add(table=n % 4, round_=0, kind=Kind.IDEA, text=f"Thought {n}").note)
        for n in range(40)
    ]
