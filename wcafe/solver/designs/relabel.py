"""People change places in a whole plan: who was given A's way takes B's, and B takes A's.

Every meeting stays a meeting, so repeats, sizes and tables seen twice stay as they are; pins,
apart, together, mixing and wishes are served at no cost in them (SOLVER.md 3.3). The best
exchange that is not tabu is made, again and again. One costs O(R P · candidates).
"""

from collections.abc import Callable

import numpy as np

from wcafe.solver.designs.companions import companies
from wcafe.solver.measure import met_before
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.prices import MEET, pair_prices, round_prices, seat_prices, uneven_price

_CANDIDATES = 32  # people whose exchanges are priced at each step
_TENURE = (5, 20)  # steps two people may not change back
_PATIENCE = 300  # steps without a better plan
_NEVER = 1 << 40


def exchange_people(
    model: Model,
    seats: Ints,
    rng: np.random.Generator,
    steps: int,
    stop: Callable[[], bool] = lambda: False,
) -> Ints:
    """Return `seats`, of shape (R, P), with the people exchanged who can be, for the better.

    `seats` hold everybody, absent or not, in the rounds that are filled. Who keeps together with
    others in all rounds stays with them.
    """
    rounds = [r for r in range(model.rounds) if (seats[r] != NOBODY).all()]
    table = seats[rounds].copy()
    pair = [_pair_prices_of(model, r) for r in rounds]
    if not rounds or _is_all_the_same(model, pair, rounds):
        return seats
    at = np.stack([_prices_at(model, r, table[k], pair[k]) for k, r in enumerate(rounds)])
    is_movable = model.roams.copy()
    is_movable[[p for company in companies(model) for p in company]] = False
    movable = np.flatnonzero(is_movable)
    everybody = np.arange(model.people)
    tabu = np.zeros((model.people, model.people), np.int64)
    best, best_change, change, found_at = table.copy(), 0, 0, 0
    for step in range(steps if len(movable) > 1 else 0):
        if step - found_at > _PATIENCE or stop():
            break
        some = movable
        if len(some) > _CANDIDATES:
            some = rng.choice(movable, _CANDIDATES, replace=False)
        prices = np.zeros((len(some), model.people), np.int64)
        for k, row in enumerate(table):
            # as in improve: at[b, i] + at[a, j] − at[a, i] − at[b, j] − 2 pair[i, j]
            here, now = row[some], at[k][row, everybody]
            swap = at[k][:, some][row].T + at[k][here]
            swap -= now + now[some][:, None] + 2 * pair[k][some]
            swap[here[:, None] == row] = 0
            prices += swap
        prices[:, ~is_movable] = _NEVER
        prices[np.arange(len(some)), some] = _NEVER
        prices[(tabu[some] > step) & (prices + change >= best_change)] = _NEVER
        found = int(prices.argmin())
        i, j = int(some[found // model.people]), found % model.people
        if (price := int(prices.flat[found])) >= _NEVER:
            continue
        for k, row in enumerate(table):
            a, b = row[i], row[j]
            if a != b:
                moved = pair[k][j] - pair[k][i]
                at[k][a] += moved
                at[k][b] -= moved
                row[i], row[j] = b, a
        tabu[i, j] = tabu[j, i] = step + int(rng.integers(*_TENURE))
        change += price
        if change < best_change:
            best, best_change, found_at = table.copy(), change, step
    served = seats.copy()
    served[rounds] = best
    return served


def _pair_prices_of(model: Model, r: int) -> Ints:
    """Return what two people cost at one table in round r, the meeting itself apart; (P, P).

    Who is absent leaves a seat empty.
    """
    prices: Ints = pair_prices(model) + MEET * met_before(model)
    for members, extra in round_prices(model, r):
        prices[np.ix_(members, members)] += extra
    absent = np.flatnonzero(~model.present[r])
    prices[absent] = prices[:, absent] = 0
    prices[np.ix_(absent, absent)] = uneven_price(model)
    np.fill_diagonal(prices, 0)
    return prices


def _prices_at(model: Model, r: int, row: Ints, pair: Ints) -> Ints:
    """Return what each table costs each person in round r as it is filled; shape (T, P).

    Those who are absent had better be missing where there are many.
    """
    at = seat_prices(model, r)
    absent = np.flatnonzero(~model.present[r])
    if len(absent):
        sizes = np.bincount(row, minlength=model.tables)
        at[:, absent] = -uneven_price(model) * (sizes - sizes.min())[:, None]
    np.add.at(at, row, pair)
    return at


def _is_all_the_same(model: Model, pair: list[Ints], rounds: list[int]) -> bool:
    """Does it not matter who takes which way?"""
    alone = (seat_prices(model, r)[:, model.roams] for r in rounds)
    return not any(prices.any() for prices in (*pair, *alone))
