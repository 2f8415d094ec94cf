"""Random cafés for Hypothesis, all in one place."""

from hypothesis import strategies as st

from wcafe.solver import Group, Guest, Pin, Problem, TableSpec

texts = st.text(max_size=200)
"""Anything a person, a phone or a broken file may send, lone surrogates included."""


@st.composite
def problems(draw, most_people=24, most_rounds=4):
    """A seating problem with enough seats, and any of the rules."""
    tables = draw(st.integers(2, 6))
    size = draw(st.integers(2, 5))
    count = draw(st.integers(2, min(most_people, tables * size)))
    rounds = draw(st.integers(1, most_rounds))
    ids = [f"p{n}" for n in range(count)]
    windows = st.none() | st.frozensets(st.integers(0, rounds - 1), min_size=1)
    attribute = st.sampled_from(["", "a", "b", "c"])
    guests = tuple(
        Guest(id=i, present=draw(windows), attributes={"group": draw(attribute)}) for i in ids
    )
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)
    groups = st.lists(pairs.map(lambda chosen: Group(ids=tuple(chosen))), max_size=2).map(tuple)
    pin = st.builds(
        Pin,
        id=st.sampled_from(ids),
        round=st.integers(0, rounds - 1),
        table=st.integers(0, tables - 1),
    )
    return Problem(
        rounds=rounds,
        tables=tuple(TableSpec(most=size) for _ in range(tables)),
        people=guests,
        host_mode=draw(st.sampled_from(["none", "stay", "hand_over"])),
        distinct_tables=draw(st.booleans()),
        return_home=draw(st.booleans()),
        apart=draw(groups),
        together=draw(groups),
        pins=tuple(draw(st.lists(pin, max_size=2))),
        balance=draw(st.sampled_from([{}, {"group": 1.0}])),
    )


@st.composite
def seatings(draw, most_rounds=4, most_people=9, tables=4):
    """Seats of the shape (rounds, people), None where somebody is absent."""
    people = draw(st.integers(1, most_people))
    seat = st.none() | st.integers(0, tables - 1)
    one_round = st.lists(seat, min_size=people, max_size=people)
    return draw(st.lists(one_round, min_size=1, max_size=most_rounds))
