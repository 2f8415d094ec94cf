"""What is not on screen reads nothing; what is seen again shows all that happened."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def at_work(on_desk, qtbot, cafe_file):
    """The desk with every workspace opened once and People on screen."""
    desk = on_desk
    desk.start(cafe_file)
    qtbot.waitExposed(desk.window)
    add_people(desk.cafe.services, 30)
    for workspace in Workspace:
        desk.window.go(workspace)
    desk.window.go(Workspace.PEOPLE)
    QApplication.processEvents()
    return desk


def presenter(desk, workspace):
    return desk.window.page(workspace)._presenter


def tick(desk):
    people = presenter(desk, Workspace.PEOPLE)
    willing = next(column for column in people.columns if column.key == "willing")
    assert people.tick([people.people[0].id], willing, is_on=True)
    QApplication.processEvents()


def reads_of(store, monkeypatch):
    """Return a list that grows with every look into the file."""
    reads, read = [], store.read

    def counted():
        reads.append(1)
        return read()

    monkeypatch.setattr(store, "read", counted)
    return reads


def test_ticking_one_person_reads_the_café_once(at_work, monkeypatch):
    reads = reads_of(at_work.cafe.services.cafes._store, monkeypatch)

    tick(at_work)
    at_work.window.show_state()

    assert len(reads) == 1


@pytest.mark.slow
@pytest.mark.parametrize("workspace", [Workspace.CAFE, Workspace.PLAN, Workspace.SYNTHESIS])
def test_a_workspace_rests_until_it_is_seen_again(at_work, workspace):
    resting, shown = presenter(at_work, workspace), []
    resting.shown.connect(lambda: shown.append(1))

    tick(at_work)
    add_people(at_work.cafe.services, 1)
    assert not shown

    at_work.window.go(workspace)
    assert len(shown) == 1
    people = resting.people if workspace is Workspace.CAFE else len(resting.snapshot.people)
    assert people == 31


def test_undo_of_a_resting_workspace_catches_up_first(at_work):
    at_work.window.go(Workspace.CAFE)
    design = presenter(at_work, Workspace.CAFE)
    assert design.rename("Another title")
    at_work.window.go(Workspace.PEOPLE)
    services = at_work.cafe.services
    newer = services.cafes.save(replace(services.cafes.get(), place="Brest"), by=design)
    design._is_behind = True  # as if another workspace had saved it
    QApplication.processEvents()

    at_work.history.undo()

    assert services.cafes.get().version == newer.version + 1
    assert services.cafes.get().title != "Another title"


def test_the_bell_is_kept_also_while_run_is_not_on_screen(at_work):
    at_work.cafe.services.live.start()
    QApplication.processEvents()

    assert presenter(at_work, Workspace.LIVE).clock is not None
