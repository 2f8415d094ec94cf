"""Harvest sheets in Prepare: their prompts, and the words for kinds of note."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import retype, type_text
from wcafe.domain.kinds import Kind
from wcafe.errors import EmptyPrompt, SameLabel, SamePrompt
from wcafe.ui.notes import make_presenter as make_harvest


@pytest.fixture
def prompted(opened):
    return opened.cafes.save(replace(opened.cafes.get(), prompts=("Findings", "Proposals")))


@pytest.fixture
def under(prompted, opened):
    """A note under each prompt, and one under none."""
    kept = []
    for prompt in ("Findings", "Proposals", ""):
        answer = opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"Under {prompt}")
        note = opened.notes.get(answer.note)
        kept.append(opened.notes.put(replace(note, prompt=prompt), base=1))
    return kept


def prompts(desk):
    return desk.services.cafes.get().prompts


def shown(page):
    return [field.text() for field in page.sheets.prompt_edits]


def test_prompts_are_added_moved_and_removed_each_as_one_step(qtbot, page, desk, presenter):
    field = page.sheets.add_edit
    for words in ("Three findings", "Proposals"):
        field.setFocus()
        type_text(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == ""
    assert prompts(desk) == ("Three findings", "Proposals")

    qtbot.waitUntil(page.sheets.moves[1, -1].isVisible)
    page.sheets.moves[1, -1].click()
    assert prompts(desk) == tuple(shown(page)) == ("Proposals", "Three findings")
    assert page.focusWidget() is page.sheets.moves[0, 1]
    with qtbot.waitSignal(presenter.undoable):
        page.sheets.remove_buttons[0].click()
    assert prompts(desk) == ("Three findings",)
    qtbot.waitUntil(lambda: page.focusWidget() is page.sheets.remove_buttons[0])
    for wanted in (("Proposals", "Three findings"), ("Three findings", "Proposals")):
        desk.history.undo()
        assert prompts(desk) == tuple(shown(page)) == wanted


@pytest.mark.parametrize(("words", "error"), [("  ", EmptyPrompt), ("PROPOSALS", SamePrompt)])
def test_a_prompt_without_words_or_twice_is_told_and_changes_nothing(
    qtbot, prompted, page, presenter, desk, words, error
):
    with qtbot.waitSignal(presenter.failed) as failed:
        retype(qtbot, page.sheets.prompt_edits[0], words)

    assert isinstance(failed.args[0], error)
    assert prompts(desk) == ("Findings", "Proposals")
    assert page.sheets.prompt_edits[0].text() == words


def test_renaming_a_prompt_renames_it_in_its_notes_and_undo_takes_both_back(
    qtbot, under, page, presenter, desk, opened
):
    with qtbot.waitSignal(presenter.told) as told:
        retype(qtbot, page.sheets.prompt_edits[0], "What we found")

    assert "1 note" in told.args[0]
    assert prompts(desk) == ("What we found", "Proposals")
    assert [note.prompt for note in opened.notes.all()] == ["What we found", "Proposals", ""]
    desk.history.undo()
    assert prompts(desk) == ("Findings", "Proposals")
    assert [note.prompt for note in opened.notes.all()] == ["Findings", "Proposals", ""]
    desk.history.redo()
    assert [note.prompt for note in opened.notes.all()] == ["What we found", "Proposals", ""]


def test_undo_of_a_renaming_leaves_a_note_where_somebody_put_it_since(
    qtbot, under, page, desk, opened
):
    retype(qtbot, page.sheets.prompt_edits[0], "What we found")
    first, _second, last = opened.notes.all()
    opened.notes.change({replace(first, prompt="Proposals"): first.rev})
    opened.notes.change({replace(last, prompt="What we found"): last.rev})

    desk.history.undo()

    assert [note.prompt for note in opened.notes.all()] == [
        "Proposals",
        "Proposals",
        "What we found",
    ]


def test_the_draft_in_harvest_follows_the_new_name(qtbot, under, page, desk):
    harvest = make_harvest(desk, None)
    harvest.write(replace(harvest.draft, prompt="Findings"))

    retype(qtbot, page.sheets.prompt_edits[0], "What we found")
    qtbot.waitUntil(lambda: harvest.draft.prompt == "What we found")
    page.sheets.remove_buttons[0].click()
    qtbot.waitUntil(lambda: harvest.draft.prompt == "")
    harvest.deleteLater()


def test_a_removed_prompt_is_told_with_the_notes_that_stand_under_it(
    qtbot, under, page, presenter, opened
):
    with qtbot.waitSignal(presenter.undoable) as told:
        page.sheets.remove_buttons[0].click()

    assert "1 note stands under it still" in told.args[0]
    assert opened.notes.all()[0].prompt == "Findings"


def test_a_word_of_the_café_for_a_kind_is_named_in_harvest_at_once(
    qtbot, under, page, desk, opened
):
    harvest = make_harvest(desk, None)
    one, many = page.sheets.kind_edits[Kind.IDEA]
    assert one.placeholderText() == "idea"

    retype(qtbot, one, "piste")
    retype(qtbot, many, "pistes")

    (label,) = desk.services.cafes.get().kind_labels
    assert (label.kind, label.one, label.many) == (Kind.IDEA, "piste", "pistes")
    qtbot.waitUntil(lambda: harvest.kind_words["idea"] == "Piste")
    assert harvest.filed[0].caption.startswith("Piste · T1 R1")
    for field in (one, many):
        field.clear()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.services.cafes.get().kind_labels == ()
    desk.history.undo()
    assert desk.services.cafes.get().kind_labels[0].many == "pistes"
    harvest.deleteLater()


def test_one_word_for_two_kinds_is_refused(qtbot, page, presenter, desk):
    one, _many = page.sheets.kind_edits[Kind.IDEA]
    with qtbot.waitSignal(presenter.failed) as failed:
        retype(qtbot, one, "Question")

    assert isinstance(failed.args[0], SameLabel)
    assert desk.services.cafes.get().kind_labels == ()
    assert one.text() == "Question"
