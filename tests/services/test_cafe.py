"""The café as services read it."""

from tests.cafes import add_people


def test_the_whole_café_is_read_once_after_each_commit(cafe):
    first = cafe.cafes.snapshot()
    assert cafe.cafes.snapshot() is first

    add_people(cafe, 2)

    assert cafe.cafes.snapshot() is not first
    assert len(cafe.cafes.snapshot().people) == 2
