"""How many seats there are in a round, and the chairs that people bring in the middle of a café."""

from collections.abc import Mapping
from dataclasses import replace

from wcafe.domain.cafe import Cafe
from wcafe.errors import TooFewSeats, TooFewSeatsInRound


def open_seats(cafe: Cafe, round_: int) -> int:
    """Return how many seats there are at the tables that are open in `round_`, from 0."""
    return sum(table.seats for table in cafe.tables if round_ not in table.closed)


def with_chairs_for(cafe: Cafe, people: Mapping[int, int]) -> Cafe:
    """Return `cafe` with one more chair a table, if its proposed tables are too few.

    In the middle of a café people bring a chair, not a table.

    Args:
        cafe: with the tables there are.
        people: how many come to each of the rounds that are asked about, from 0.

    Raises:
        TooFewSeats: the tables were chosen, or one more chair each is not enough.
    """
    if all(number <= open_seats(cafe, r) for r, number in people.items()):
        return cafe
    more = replace(cafe, tables=tuple(replace(t, seats=t.seats + 1) for t in cafe.tables))
    allowed = cafe if cafe.tables_chosen else more
    for round_, number in people.items():
        if number > open_seats(allowed, round_):
            seats = open_seats(cafe, round_)
            if len({open_seats(cafe, each) for each in range(len(cafe.rounds))}) == 1:
                raise TooFewSeats(people=number, seats=seats)
            raise TooFewSeatsInRound(round=round_ + 1, people=number, seats=seats)
    return more
