"""What seats show of how people moved: told for all of them or not at all."""

import pytest

from wcafe.domain.rotation import Moves, rotation, stayers


def rows(*rounds):
    """Read rounds such as "a0 b1": each person and the table."""
    return [[(seat[0], int(seat[1:])) for seat in round_.split()] for round_ in rounds]


@pytest.mark.parametrize(
    ("seats", "moves", "returns"),
    [
        (rows("a0 b1", "a1 b0"), Moves.NEW, False),
        (rows("a0 b1", "a1 b1"), Moves.UNLIKE, False),
        (rows("a0 b1", "a1 b0", "a0 b2"), Moves.CHANGE, False),
        (rows("a0 b1", "a1 b0", "a0 b1"), Moves.NEW, True),
        (rows("a0 b1", "a1 b0", "a0"), Moves.CHANGE, False),  # one of the first has left
        (rows("a0", "b0"), Moves.UNLIKE, False),  # nobody was there twice
        (rows("a0 b1", "", "a1 b0"), Moves.NEW, False),
        (rows("a0 b0", "a0 b0", "a0 b0"), Moves.UNLIKE, False),
        (rows("a0 b1", "a1 b0 c0", "a0 b1 c1"), Moves.NEW, True),  # who came late has no first
    ],
)
def test_moves_are_true_of_everybody(seats, moves, returns):
    shown = rotation(seats, {})

    assert (shown.moves, shown.returns) == (moves, returns)


@pytest.mark.parametrize("seats", [[], rows("a0 b1"), rows("", "a0 b1", "")])
def test_one_round_shows_no_moves(seats):
    assert rotation(seats, {}) is None


def test_a_host_who_is_not_there_is_none():
    seats = rows("h0 a1 i1", "h0 a0 i1", "i1 a2")
    hosts = {(r, t): who for r in range(3) for t, who in ((0, "h"), (1, "i"))}
    shown = rotation(seats, hosts)

    assert (shown.tables, shown.hosted, shown.kept) == (3, 2, 2)  # table 0 was empty in the end
    assert shown.moves is Moves.NEW
    without = rotation([*seats[:2], seats[2] + [("b", 0)]], hosts)
    assert (without.hosted, without.kept) == (1, 1)


def test_a_host_who_took_over_hosts_and_did_not_stay():
    seats = rows("h0 a1 b2", "i0 a2 b1")
    shown = rotation(seats, {(0, 0): "h", (1, 0): "i"})

    assert (shown.hosted, shown.kept, shown.has_hosts) == (1, 0, True)


def test_a_table_is_handed_over_where_somebody_of_the_round_before_is_still_there():
    kept, left = rows("a0 b0 c1 d1", "a0 c0 d1 b1"), rows("a0 b0 c1 d1", "a0 c0 b1")

    assert stayers(kept) == {(1, 0): "a", (1, 1): "d"}
    assert rotation(kept, stayers(kept)).is_handed_over
    assert rotation(kept, stayers(kept)).moves is Moves.NEW
    assert not rotation(left, stayers(left)).is_handed_over


def test_two_who_stay_at_one_table_are_not_both_its_host():
    seats = rows("a0 b0 c1", "a0 b0 c1")

    assert rotation(seats, stayers(seats)).moves is Moves.UNLIKE


def test_a_host_who_moves_on_has_not_stayed():
    shown = rotation(rows("h0 a1", "h2 a3"), {(0, 0): "h"})

    assert (shown.hosted, shown.kept) == (1, 0)
