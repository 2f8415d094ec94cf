"""Hosts' turns are shared among as many people as can be, whatever the order."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.turns import share_turns

some_turns = st.dictionaries(
    st.integers(0, 9), st.lists(st.sampled_from("abcd"), unique=True), max_size=5
)


@given(some_turns)
def test_no_way_to_share_turns_has_more_people_or_a_longer_burden(turns):
    told = share_turns(turns)
    able = {turn: some for turn, some in turns.items() if some}
    ways = [list(way) for way in product(*able.values())]

    assert told.keys() == able.keys()
    assert all(who in able[turn] for turn, who in told.items())
    assert len(set(told.values())) == max(len(set(way)) for way in ways)
    assert max(map(list(told.values()).count, told.values()), default=0) == min(
        max(map(way.count, way), default=0) for way in ways
    )


def test_who_had_better_host_does_where_nobody_else_needs_the_turn():
    assert share_turns({1: ["b", "a"], 2: ["c"]}) == {1: "b", 2: "c"}


def test_the_later_turn_is_somebody_s_second():
    assert share_turns({1: ["a", "b"], 2: ["b", "a"], 3: ["a"]}) == {1: "a", 2: "b", 3: "a"}
