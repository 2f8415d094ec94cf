"""Who met whom, counted by hand."""

from itertools import combinations

from hypothesis import given

from tests.strategies import seatings
from wcafe.domain.meetings import count_meetings


def rows(seats):
    return [[(p, t) for p, t in enumerate(row) if t is not None] for row in seats]


def test_three_people_who_change_tables():
    met = count_meetings([[("a", 0), ("b", 0), ("c", 1)], [("a", 0), ("b", 1), ("c", 1)]])

    assert (met.people, met.least, met.most, met.repeats, met.possible) == (3, 1, 2, 0, 2)


def test_travellers_from_different_tables_pollinate_fully():
    first = [(n, n // 2) for n in range(4)]
    mixed = [(0, 1), (2, 0), (1, 0), (3, 1)]

    assert count_meetings([first, mixed]).pollination == 1.0


@given(seats=seatings())
def test_repeats_and_people_met_agree_with_a_count_of_pairs(seats):
    met = count_meetings(rows(seats))
    pairs = [
        frozenset(pair)
        for row in rows(seats)
        for pair in combinations(row, 2)
        if pair[0][1] == pair[1][1]
    ]
    named = [frozenset(p for p, _t in pair) for pair in pairs]

    assert met.repeats == len(named) - len(set(named))
    assert 0 <= met.pollination <= 1
    assert met.least <= met.usual <= met.most <= max(met.possible, 0)
