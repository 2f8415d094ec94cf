"""The foot of the side bar: “All saved” of a café that is, “Not saved” of words that wait
(found/FILE.md W5, DESK.md 22)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import retype, type_text
from wcafe import app
from wcafe.domain.cafe import draft
from wcafe.errors import CannotWrite
from wcafe.store.lock import Lock
from wcafe.store.sqlite import engine
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.window.saved_line import SavedLine
from wcafe.ui.window.workspaces import Workspace

LONG = "Too fine to be lost. " * 300
SEE, AGAIN = "Not saved: see the message", "Not saved yet: try again"


@pytest.fixture(autouse=True)
def texts_without_end(monkeypatch):
    """Let a text be long enough to need room on the disk, wherever it is typed."""
    for noun in ("cafe", "people"):
        monkeypatch.setattr(f"wcafe.domain.{noun}.require_short", lambda _value: None)
    monkeypatch.setattr(LineField, "setMaxLength", lambda _field, _most: None)


@pytest.fixture
def desk(on_desk, path):
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    assert on_desk.start(path)
    return on_desk


@pytest.fixture
def full_disk(monkeypatch):
    """Fill the disk with `full_disk()`, and make room again with `full_disk(False)`."""
    pragmas = engine._PRAGMAS

    def fill(is_full=True):
        full = (*pragmas, "max_page_count = 1")
        monkeypatch.setattr(engine, "_PRAGMAS", full if is_full else pragmas)

    return fill


def said(desk):
    return desk.window.side.saved.text()


def is_saved(desk):
    return said(desk).startswith("All saved · ")


def type_long_names(line):
    """Type as much as the two fields take: more than a page of the file has room for."""
    line.given_edit.setText(LONG)
    line.family_edit.setText(LONG)


def note(desk, text):
    """Paste `text` and press Enter; return the field."""
    desk.window.go(Workspace.NOTES)
    field = desk.window.page(Workspace.NOTES).capture.text_edit
    if field.toPlainText() != text:
        field.selectAll()
        field.insertPlainText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


def wait_out_the_timers(qtbot):
    qtbot.wait(400)  # more than the window takes to look at changes again


def kept_then_refused(desk, full_disk):
    note(desk, "The first")
    full_disk()
    return note(desk, LONG)


def test_a_note_refused_just_after_another_was_kept_stays_unsaved(qtbot, desk, full_disk):
    field = kept_then_refused(desk, full_disk)

    assert said(desk) == SEE
    wait_out_the_timers(qtbot)
    assert field.toPlainText() == LONG
    assert said(desk) == SEE


def test_a_build_that_looks_at_the_last_commit_only_is_found_out(
    qtbot, desk, full_disk, monkeypatch
):
    def show(line):
        services = line._desk.services
        line._place.show_saved(services.place.name, services.saved_at())

    kept_then_refused(desk, full_disk)
    monkeypatch.setattr(SavedLine, "show", show)

    wait_out_the_timers(qtbot)
    desk.window.show_state()
    assert is_saved(desk)


def test_words_that_wait_are_unsaved_whatever_is_kept_meanwhile(qtbot, desk, full_disk):
    field = kept_then_refused(desk, full_disk)
    full_disk(False)

    desk.window.go(Workspace.CAFE)
    retype(qtbot, desk.window.page(Workspace.CAFE).details.place_edit, "Brest")
    wait_out_the_timers(qtbot)

    assert desk.cafe.services.cafes.get().place == "Brest"
    assert said(desk) == AGAIN
    assert not desk.window.tell.isVisible(), "the disk takes changes again"
    note(desk, LONG)
    assert field.toPlainText() == ""
    assert is_saved(desk)


def test_words_that_are_given_up_are_unsaved_no_more_once_the_disk_is_well(qtbot, desk, full_disk):
    field = kept_then_refused(desk, full_disk)
    full_disk(False)
    type_text(field, "x")
    desk.history.undo()
    assert said(desk) == AGAIN

    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)

    assert is_saved(desk)


def test_undoing_the_note_before_leaves_the_refused_one_unsaved(qtbot, desk, full_disk):
    kept_then_refused(desk, full_disk)
    full_disk(False)

    desk.history.undo()
    wait_out_the_timers(qtbot)

    assert desk.cafe.services.notes.all() == ()
    assert said(desk) == AGAIN


def test_a_person_who_was_refused_is_unsaved_until_kept_or_wiped_out(qtbot, desk, full_disk):
    desk.window.go(Workspace.PEOPLE)
    line = desk.window.page(Workspace.PEOPLE).list
    for ending in ("kept", "wiped out"):
        type_long_names(line)
        full_disk()
        line.add()
        assert said(desk) == SEE
        full_disk(False)
        note(desk, f"A note, then {ending}")
        assert said(desk) == AGAIN

        if ending == "kept":
            line.add()
        else:
            line.given_edit.clear()
            line.family_edit.clear()
        assert is_saved(desk)
    assert len(desk.cafe.services.people.all()) == 1


@pytest.mark.slow
def test_a_field_that_was_refused_is_unsaved_until_its_words_are_the_old_ones(
    qtbot, desk, full_disk
):
    desk.window.go(Workspace.CAFE)
    details = desk.window.page(Workspace.CAFE).details
    full_disk()
    retype(qtbot, details.title_edit, LONG)
    assert said(desk) == SEE
    full_disk(False)
    retype(qtbot, details.place_edit, "Brest")
    assert said(desk) == AGAIN

    details.title_edit.setText("Notre rue")

    assert is_saved(desk)


def test_an_edit_of_a_note_that_was_refused_is_unsaved_until_it_is_left(qtbot, desk, full_disk):
    note(desk, "The first")
    recent = desk.window.page(Workspace.NOTES).capture.recent_list
    recent.setCurrentIndex(recent.notes.index(0))
    recent.edit_current()
    editor = recent.cards.editor
    editor.setPlainText(LONG)
    full_disk()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said(desk) == SEE
    full_disk(False)
    desk._presenter_of(Workspace.CAFE).set_place("Brest")
    assert said(desk) == AGAIN

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert is_saved(desk)


def test_what_was_only_chosen_goes_back_and_counts_until_the_next_is_kept(qtbot, desk, full_disk):
    desk.window.go(Workspace.CAFE)
    cafe = desk._presenter_of(Workspace.CAFE)
    full_disk()
    cafe.set_place(LONG)
    assert said(desk) == SEE

    full_disk(False)
    cafe.set_place("Brest")

    assert is_saved(desk)
    assert not desk.window.tell.isVisible()


def failing_export(desk, folder):
    desk._presenter_of(Workspace.SYNTHESIS).press.export_to(folder / "harvest.md")


def failing_print(desk, folder):
    desk._presenter_of(Workspace.SYNTHESIS).press.print_to("synthesis", folder / "synthesis.pdf")


def failing_copy(desk, folder):
    services = desk.cafe.services
    desk.attempt(lambda: services.copy_to(folder / "copy.wcafe"))


FAILING = [failing_export, failing_print, failing_copy]


@pytest.mark.slow
@pytest.mark.parametrize("make", FAILING)
def test_a_file_that_cannot_be_made_says_nothing_about_the_café(
    qtbot, desk, tmp_path, monkeypatch, make
):
    def refuse(path, *_data, **_how):
        raise CannotWrite(path=path, reason="disk full")

    monkeypatch.setattr("wcafe.ui.press.write_file", refuse)
    monkeypatch.setattr("wcafe.store.place.copy_database", lambda _fill, path, **_how: refuse(path))
    desk.window.go(Workspace.SYNTHESIS)
    note(desk, "The first")

    make(desk, Path(tmp_path))

    qtbot.waitUntil(lambda: "cannot be written" in desk.window.tell.sentence.text())
    assert is_saved(desk)
    note(desk, "The second")
    wait_out_the_timers(qtbot)
    assert "cannot be written" in desk.window.tell.sentence.text(), "it is about another file"
    assert is_saved(desk)


def test_the_bar_that_says_the_café_is_gone_goes_once_it_is_back(qtbot, desk, path):
    desk.window.go(Workspace.NOTES)
    path.rename(path.with_name("elsewhere.wcafe"))
    note(desk, "The first")
    assert "is not where it was" in desk.window.tell.sentence.text()
    assert said(desk) == SEE

    path.with_name("elsewhere.wcafe").rename(path)
    note(desk, "The first")

    assert not desk.window.tell.isVisible()
    assert is_saved(desk)


def test_a_window_in_another_language_still_says_what_waits(qtbot, desk, full_disk):
    kept_then_refused(desk, full_disk)
    desk.speak("fr")
    qtbot.waitUntil(lambda: desk.window.side.saved.text().startswith("Pas encore"))


def test_a_note_kept_just_before_wcafe_was_ended_by_force_is_no_draft_any_more(desk, path):
    """Its words were remembered as a draft a moment before Enter; the program died after it."""
    presenter = desk._presenter_of(Workspace.NOTES)
    note(desk, "The first")  # the presenter's draft is an empty one again
    field = desk.window.page(Workspace.NOTES).capture.text_edit
    field.insertPlainText("The second")
    desk.window.page(Workspace.NOTES).keep_typed()
    remembered = desk.settings.text_of(presenter._draft_key)
    QTest.keyClick(field, Qt.Key.Key_Return)
    key = presenter._draft_key
    desk.close()
    desk.settings.keep_text(key, remembered)

    assert desk.open(path)

    desk.window.go(Workspace.NOTES)
    assert desk.window.page(Workspace.NOTES).capture.text_edit.toPlainText() == ""
    assert len(desk.cafe.services.notes.all()) == 2


def test_of_two_things_that_wait_the_second_still_does_when_the_first_is_kept(
    qtbot, desk, full_disk
):
    kept_then_refused(desk, full_disk)
    desk.window.go(Workspace.PEOPLE)
    line = desk.window.page(Workspace.PEOPLE).list
    type_long_names(line)
    line.add()
    full_disk(False)

    note(desk, LONG)
    assert said(desk) == AGAIN
    line.add()

    assert is_saved(desk)
    assert len(desk.cafe.services.notes.all()) == 2
    assert len(desk.cafe.services.people.all()) == 1


def test_a_disk_with_no_room_left_is_told_while_all_is_saved(on_desk, path, monkeypatch):
    app.create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    with monkeypatch.context() as full:
        full.setattr(Lock, "take_room", lambda _lock: False)
        assert on_desk.start(path)
        assert said(on_desk) == "Saved, but this disk is full: make room"
        note(on_desk, "Un banc")
        assert said(on_desk) == "Saved, but this disk is full: make room"

    note(on_desk, "Un arbre")
    assert is_saved(on_desk)
