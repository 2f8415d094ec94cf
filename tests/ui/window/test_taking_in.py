"""“Take in the harvest of another copy…”: looked at first, kept as one step, refused in words."""

import shutil
from dataclasses import replace

import pytest

from tests.store.test_upgrade import golden
from tests.ui.notes.hands import name_theme
from tests.ui.window.hands import entry
from wcafe import app
from wcafe.app import open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.exports import exported
from wcafe.store import open_store
from wcafe.store.sqlite.header import SCHEMA
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def desk(on_desk, path):
    """A café of three notes, one of them in a theme."""
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    with open_cafe(path) as cafe:
        notes = [
            cafe.notes.get(
                cafe.notes.add(
                    table=n, round_=0, kind=Kind.IDEA, text=f"=Note {n}", author="Ana"
                ).note
            )
            for n in range(3)
        ]
        name_theme(cafe, "Gardens", notes[0])
    assert on_desk.start(path)
    return on_desk


@pytest.fixture
def copy(desk, path, tmp_path):
    """The café as a second laptop has it."""
    copy = tmp_path / "on the other laptop.wcafe"
    desk.cafe.services.copy_to(copy)
    return copy


@pytest.fixture
def take_in(qtbot, desk, monkeypatch):
    """Choose a file in the menu, and wait until it is shown or refused; return the preview."""

    def take_in(path):
        monkeypatch.setattr("wcafe.ui.widgets.ask.open_file", lambda *_args: path)
        desk.window.go(Workspace.NOTES)
        page = desk.window.page(Workspace.NOTES)
        importing = page._presenter.importing
        with qtbot.waitSignal(importing.read if path.exists() else importing.failed):
            entry(desk, "Take in the harvest of another copy…").trigger()
        return page.preview

    return take_in


@pytest.fixture
def refused(qtbot, desk, monkeypatch):
    """Choose a file that is refused; return what is told."""

    def refused(path, *, is_held=False):
        monkeypatch.setattr("wcafe.ui.widgets.ask.open_file", lambda *_args: path)
        desk.window.go(Workspace.NOTES)
        page = desk.window.page(Workspace.NOTES)
        before = said(desk)
        file = path.read_bytes() if path.is_file() and not is_held else None
        with qtbot.waitSignal(page._presenter.importing.failed):
            entry(desk, "Take in the harvest of another copy…").trigger()
        assert not page._shows_preview
        assert said(desk) == before
        if file is not None:
            assert path.read_bytes() == file
        return desk.window.tell.sentence.text()

    return refused


def said(desk):
    return [(note.id, note.rev, note.text) for note in desk.cafe.services.notes.all()]


def figures(preview):
    shown = [each for each in preview.outcome.figures if not each.isHidden()]
    return {each.caption.text(): each.value.text() for each in shown}


def test_what_another_copy_would_bring_is_said_first_and_one_undo_takes_it_back(
    qtbot, desk, copy, take_in
):
    services = desk.cafe.services
    with open_cafe(copy) as other:
        first, second, third = other.notes.all()
        other.notes.add(table=1, round_=1, kind=Kind.QUOTE, text="New there", author="Bo")
        other.notes.put(_with(first, "Changed there"), base=first.rev)
        other.notes.put(_with(second, "Changed in both, there"), base=second.rev)
        other.synthesis.file([third.id], other.synthesis.themes()[0].id)
    services.notes.put(_with(second, "Changed in both, here"), base=second.rev)
    before = said(desk)

    preview = take_in(copy)

    assert said(desk) == before
    assert figures(preview) == {
        "notes read": "4",
        "new note": "1",
        "note changed": "1",
        "note changed in both": "1",
        "here already": "1",
    }
    assert "changed in both copies" in preview.outcome.themes.text()
    assert not preview.reading.isVisible()

    with qtbot.waitSignal(desk.window.page(Workspace.NOTES)._presenter.told):
        preview.import_button.click()
    now = {note.text for note in services.notes.all()}
    assert now == {
        "Changed there",
        "Changed in both, here",
        "Changed in both, there",
        "=Note 2",
        "New there",
    }
    assert len(services.synthesis.themes()[0].notes) == 2

    desk.window.pages.undo()
    assert {note.text for note in services.notes.all()} == {text for _id, _rev, text in before}
    assert len(services.synthesis.themes()[0].notes) == 1


def test_the_same_copy_a_second_time_brings_nothing(qtbot, desk, copy, take_in):
    with open_cafe(copy) as other:
        other.notes.add(table=1, round_=1, kind=Kind.QUOTE, text="New there")
    with qtbot.waitSignal(desk.window.page(Workspace.NOTES)._presenter.told):
        take_in(copy).import_button.click()
    before = said(desk)

    preview = take_in(copy)

    assert preview.outcome.nothing_new.isVisible()
    assert said(desk) == before


def test_a_note_of_a_copy_can_be_left_out(qtbot, desk, copy, take_in):
    with open_cafe(copy) as other:
        other.notes.add(table=1, round_=1, kind=Kind.QUOTE, text="New there")
    preview = take_in(copy)
    row = next(line.key for line in preview.outcome.table.lines if "New there" in line.cells)

    importing = desk.window.page(Workspace.NOTES).importing
    with qtbot.waitSignal(importing.read):
        preview.outcome.left_out.emit(int(row.split(":")[0]), True)

    assert figures(preview)["new notes"] == "0"
    assert preview.outcome.nothing_new.isVisible()


def test_a_copy_says_the_same_as_its_exported_list(qtbot, desk, copy, take_in, tmp_path):
    with open_cafe(copy) as other:
        other.notes.add(table=1, round_=1, kind=Kind.QUOTE, text="New there")
        snapshot = other.cafes.snapshot()
    listed = tmp_path / "list.csv"
    listed.write_bytes(exported("csv", snapshot))

    assert figures(take_in(listed))["new note"] == "1"
    with qtbot.waitSignal(desk.window.page(Workspace.NOTES)._presenter.told):
        take_in(copy).import_button.click()

    assert figures(take_in(listed))["here already"] == "4"


def test_the_other_copy_is_left_as_it_was(desk, copy, take_in):
    before = copy.read_bytes()

    take_in(copy)

    assert copy.read_bytes() == before
    assert sorted(each.name for each in copy.parent.glob("on the other*")) == [copy.name]


def test_a_copy_in_a_folder_that_takes_no_lock_is_read(desk, copy, take_in):
    copy.with_name(f"{copy.name}.lock").mkdir()  # as a stick that cannot be written refuses one

    assert figures(take_in(copy))["here already"] == "3"


def test_a_copy_of_an_older_wcafe_is_read_and_left_as_it_is(qtbot, on_desk, tmp_path, monkeypatch):
    old, here = tmp_path / "old.wcafe", tmp_path / "here.wcafe"
    content = golden(3)
    old.write_bytes(content)
    here.write_bytes(content)
    assert on_desk.start(here)
    monkeypatch.setattr("wcafe.ui.widgets.ask.open_file", lambda *_args: old)
    page = on_desk.window.page(Workspace.NOTES)

    with qtbot.waitSignal(page._presenter.importing.read):
        entry(on_desk, "Take in the harvest of another copy…").trigger()

    assert page.preview.outcome.nothing_new.isVisibleTo(page.preview)
    assert old.read_bytes() == content


def test_another_café_is_refused_by_its_name(refused, tmp_path):
    other = tmp_path / "other.wcafe"
    app.create_cafe(other, draft(title="Leur rue", language="fr", tables=3))

    assert "it is another one, “Leur rue”" in refused(other)


def test_the_open_café_itself_is_refused(refused, path):
    assert "is the café that is open here" in refused(path, is_held=True)


def test_a_copy_that_another_program_writes_is_refused(refused, copy):
    store = open_store(copy, program="desk")
    try:
        assert "This café is open on" in refused(copy, is_held=True)
    finally:
        store.close()


def test_a_newer_a_damaged_and_a_missing_file_are_refused(refused, copy, tmp_path):
    newer, damaged = tmp_path / "newer.wcafe", tmp_path / "damaged.wcafe"
    content = bytearray(copy.read_bytes())
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    newer.write_bytes(content)
    shutil.copy(copy, damaged)
    content = bytearray(copy.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    damaged.write_bytes(content)

    assert "newer wcafe" in refused(newer)
    assert "damaged" in refused(damaged)
    assert "There is no file" in refused(tmp_path / "gone.wcafe")
    (tmp_path / "letter.wcafe").write_text("Dear all")
    assert "is not a café" in refused(tmp_path / "letter.wcafe")


def _with(note, text):
    return replace(note, text=text)
