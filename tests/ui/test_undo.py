"""Undo by value."""

import pytest

from wcafe.services.changes import Changed, Part
from wcafe.ui.undo import Edit, History


class Shelf:
    """A value that is kept, and a way for keeping to fail."""

    def __init__(self):
        self.value = "old"
        self.is_full = False

    def keep(self, value):
        if self.is_full:
            return False
        self.value = value
        return True


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def history(qapp):
    return History()


def edit(shelf, before, after, *subjects, merge_id=-1):
    about = frozenset(subjects or ["cafe"])
    return Edit(f"write {after}", before, after, shelf.keep, subjects=about, merge_id=merge_id)


def test_an_edit_is_done_undone_and_done_again(history, shelf):
    history.push(edit(shelf, "old", "new"))
    assert shelf.value == "new"

    history.undo()
    assert shelf.value == "old"

    history.redo()
    assert shelf.value == "new"


def test_an_edit_that_could_not_be_kept_is_not_in_the_history(history, shelf):
    shelf.is_full = True

    history.push(edit(shelf, "old", "new"))

    assert history.count() == 0
    assert shelf.value == "old"


def test_letters_typed_one_after_the_other_are_one_step(history, shelf):
    history.push(edit(shelf, "old", "n", merge_id=1))
    history.push(edit(shelf, "n", "ne", merge_id=1))

    history.undo()

    assert shelf.value == "old"


def test_edits_of_two_values_never_become_one_step(history, shelf):
    history.push(edit(shelf, "old", "n", "one", merge_id=1))
    history.push(edit(shelf, "n", "ne", "other", merge_id=1))

    assert history.count() == 2


def test_only_the_edits_of_a_value_that_changed_elsewhere_are_forgotten(history, shelf):
    history.push(edit(shelf, "old", "a", "one note"))
    history.push(edit(shelf, "a", "b", "another", "a third"))
    history.push(edit(shelf, "b", "c", "one note", "another"))

    history.drop_about({"one note"})

    assert shelf.value == "c", "forgetting changes nothing"
    assert history.count() == 1
    assert history.undoText() == "write b"
    history.undo()
    assert shelf.value == "a"


def test_what_can_be_done_again_stays_where_no_edit_is_about_what_changed(history, shelf):
    history.push(edit(shelf, "old", "new", "one note"))
    history.undo()

    history.drop_about({"another"})

    history.redo()
    assert shelf.value == "new"


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (Changed(Part.NOTES, ids=frozenset({"note 1"})), {"cafe", "plan", "note 2", "clock"}),
        (Changed(Part.NOTES), {"cafe", "plan", "clock"}),
        (Changed(Part.PEOPLE | Part.PLAN, ids=frozenset()), {"cafe", "note 1", "note 2", "clock"}),
        (Changed(Part.CAFE), {"note 1", "note 2", "clock"}),
        (Changed(Part.LIVE), {"cafe", "plan", "note 1", "note 2"}),
        (Changed(Part.FEEDBACK), {"cafe", "plan", "note 1", "note 2", "clock"}),
    ],
)
def test_what_another_window_changed_is_forgotten_and_nothing_else(history, shelf, changed, kept):
    for subject in ("cafe", "plan", "note 1", "note 2", "clock"):
        history.push(edit(shelf, "old", subject, subject))

    history.forget(changed)

    left = [history.command(place) for place in range(history.count())]
    assert {name for each in left for name in each.subjects} == kept
