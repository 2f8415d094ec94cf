"""Rows known by a key, and what views are told of them while one is being edited."""

from dataclasses import dataclass

import pytest

from wcafe.ui.widgets.keyed import around_row


@dataclass(frozen=True)
class Row:
    """A key and what it says."""

    key: str
    words: str = ""


def rows(letters):
    return tuple(Row(letter, "new" if letter.isupper() else "") for letter in letters)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("abcd", "xabycdz", "xabycdz"),  # others come around it
        ("abcd", "bd", "bcd"),  # it is gone: it stays behind the same one
        ("abcd", "ad", "acd"),
        ("abcd", "d", "cd"),  # all before it are gone
        ("abcd", "dabc", "dabc"),  # another one moved
        ("abcd", "", "c"),
    ],
)
def test_what_is_edited_stays_among_the_others(before, after, shown):
    held = around_row(rows(before), rows(after), 2)

    assert held is not None
    assert "".join(row.key for row in held) == shown


def test_what_is_edited_stays_as_it_was_though_it_says_something_else_now():
    before = (Row("a"), Row("b", "as it was"))

    held = around_row(before, (Row("a", "new"), Row("b", "changed")), 1)

    assert held == (Row("a", "new"), Row("b", "as it was"))


def test_what_moved_while_it_is_edited_waits():
    assert around_row(rows("abcd"), rows("acdb"), 1) is None


def test_where_very_much_changes_all_waits():
    many = tuple(Row(f"new {number}") for number in range(100))

    assert around_row(rows("abc"), (*many, *rows("abc")), 1) is None
