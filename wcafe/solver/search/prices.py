"""What a seat costs: between two people at a table, and between a person and a table.

Everything the search weighs is one of the two (SOLVER.md 5.1). The order of the prices
is the order of the objective; the hard rules themselves are judged apart, by `rules`.
"""

from collections import Counter, defaultdict

import numpy as np

from wcafe.solver.counting import fill, spread
from wcafe.solver.measure import attribute_codes, repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model, speak_alike

MEET = 200  # a pair that meets once more
HARD = 4000  # much dearer, and the search freezes
UNEVEN = 600  # two empty seats at one table where they could be at two
PRINTED = 10  # times dearer is a seat that changes in a repair where the badge is printed
FEW = 3  # people, or half a table: one with fewer is worth a seat that changes
ZONE = 400  # a topic seen twice
MIX = 12  # two people with the same value of the weightiest attribute
TOO_MANY = 40  # two people with the same value of an attribute that has a `max_same`
WISH = 6  # a wished-for topic, less for each rank below the first


def pair_prices(model: Model) -> Ints:
    """Return what it costs to seat two people together in any round; shape (P, P)."""
    hard = hard_price(model)
    prices = hard * (~speak_alike(model)).astype(np.int32)
    for name, weight in mix_weights(model).items():
        prices += weight * _same(model, name)
    for name in model.problem.max_same:
        prices += TOO_MANY * _same(model, name)
    for group in model.problem.apart:
        if group.rounds is None:
            _add(prices, model.members(group), hard)
    for group in model.problem.together:
        if group.rounds is None:
            _add(prices, model.members(group), -hard)
    np.fill_diagonal(prices, 0)
    return prices


def round_prices(model: Model, round_: int) -> list[tuple[list[int], int]]:
    """Return the groups that are apart or together in `round_` only, and what a pair costs."""
    hard = hard_price(model)
    groups = [(group, hard) for group in model.problem.apart]
    groups += [(group, -hard) for group in model.problem.together]
    return [
        (model.members(group), price)
        for group, price in groups
        if group.rounds is not None and round_ in group.rounds
    ]


def seat_prices(model: Model, round_: int) -> Ints:
    """Return what each table costs each person in `round_`; shape (T, P)."""
    hard = hard_price(model)
    prices = hard * (~model.allowed.T).astype(np.int32)
    pinned = np.flatnonzero(model.pinned[round_] != NOBODY)
    prices[:, pinned] += hard
    prices[model.pinned[round_, pinned], pinned] -= hard
    problem = model.problem
    zones = np.array([table.zone or "" for table in problem.tables])
    wishes: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for p, guest in enumerate(problem.people):
        wishes[guest.choices].append(p)
    for choices, alike in wishes.items():
        for rank, zone in enumerate(choices):
            prices[np.ix_(zones == zone, alike)] -= max(WISH - rank, 1)
    if problem.previous is not None and round_ >= problem.from_round:
        moved = price_of_moving(model)
        for p, table in enumerate(problem.previous[round_]):
            if table is not None:
                prices[table, p] -= moved * (PRINTED if problem.people[p].printed else 1)
    return prices


def price_of_moving(model: Model) -> int:
    """Return what a seat that changes in a repair costs: more than any meetings it could spare.

    Who leaves a table spares a meeting with each of those who stay there, and may have met them
    in every other round.
    """
    return MEET * _largest(model) * max(len(model.problem.counted_rounds) - 1, 1)


def hard_price(model: Model) -> int:
    """Return what a broken rule costs: in a repair, more than the seats that mostly mend it."""
    if model.problem.previous is None:
        return HARD
    dearest = PRINTED if any(guest.printed for guest in model.problem.people) else 1
    return max(HARD, 4 * dearest * price_of_moving(model))


def uneven_price(model: Model) -> int:
    """Return what two empty seats at one table cost.

    In a repair seats that stay come before even sizes. Beside a full table, one seat changes for a
    table that is left with fewer than three people, or than half of what it had; else none does.
    """
    if model.problem.previous is None:
        return UNEVEN
    size = _largest(model)
    few = min(FEW, -(-size // 2))
    return round(price_of_moving(model) / max(size - few - 0.5, 0.5))


def _largest(model: Model) -> int:
    """Return how many sit at the largest table of the plan to be repaired."""
    rows = model.problem.previous or ()
    most = (max(Counter(t for t in row if t is not None).values(), default=1) for row in rows)
    return max(most, default=1)


def mix_weights(model: Model) -> dict[str, int]:
    """Return the price of a same-value pair for each attribute to mix."""
    weights = model.problem.balance
    heaviest = max(weights.values(), default=0)
    return {
        name: max(1, round(MIX * weight / heaviest))
        for name, weight in weights.items()
        if weight > 0
    }


def least_cost(
    model: Model, rounds: list[int], room: dict[int, list[int]], met: int, *, meet: int = MEET
) -> int:
    """Return what no plan can cost less than, once `met` coincidences are known to be needed.

    The search stops there: nothing it weighs could get any better. What the rounds have that are
    past is of `met`, and not of what the search weighs.
    """
    so_far = repeats_and_coincidences(model, model.past)[1] if model.problem.from_round else 0
    cost = meet * max(met - so_far, 0)
    fewest: dict[tuple[int, tuple[int, ...]], int] = {}  # rounds are much alike
    for r in rounds:
        ghosts = sum(room[r]) - int(model.present[r].sum())
        cost += uneven_price(model) * fill(ghosts, room[r], [1] * len(room[r]))
        sizes = tuple(sorted((size for size in room[r] if size), reverse=True))
        for name, weight in mix_weights(model).items():
            codes = attribute_codes(model, name)[model.present[r]]
            for count in np.bincount(codes[codes >= 0]).tolist():
                if (count, sizes) not in fewest:
                    fewest[count, sizes] = spread(count, sizes)
                cost += weight * fewest[count, sizes]
        prices = seat_prices(model, r)[:, model.present[r]]
        cost += int(prices.min(axis=0).sum())
        for group in model.problem.together:
            if group.rounds is None or r in group.rounds:
                there = int(model.present[r, model.members(group)].sum())
                cost -= hard_price(model) * there * (there - 1) // 2
    return cost


def _same(model: Model, name: str) -> Ints:
    codes = attribute_codes(model, name)
    same: Ints = ((codes[:, None] == codes[None, :]) & (codes >= 0)[:, None]).astype(np.int32)
    return same


def _add(prices: Ints, members: list[int], price: int) -> None:
    prices[np.ix_(members, members)] += price
