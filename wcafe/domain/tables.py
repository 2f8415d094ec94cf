"""How many tables suit so many people, before anybody chooses them."""


def propose_tables(people: int, *, seats: int, rounds: int) -> int:
    """Return how many tables suit `people`: as full as `seats` allows, at least one a round.

    From 12 people up tables of 5 come out as fours and fives. Where one seat less at each table
    lets everybody meet new faces only, which takes as many tables as a table has people, that
    is proposed. Below 12, more and smaller tables let everyone still find a new one in each
    round, down to two people a table (METHOD.md).

    >>> [propose_tables(n, seats=5, rounds=3) for n in (58, 70, 648, 20, 12, 9, 4)]
    [12, 14, 130, 5, 3, 3, 2]
    """
    fullest = max(-(-people // seats), min(rounds, people // 2), 1)
    for tables in range(fullest, people // (seats - 1) + 1):
        if -(-people // tables) <= tables:
            return tables
    return fullest
