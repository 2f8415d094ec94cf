"""Undo by value."""

import pytest

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
