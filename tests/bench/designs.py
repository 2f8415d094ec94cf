"""How far the designs reach and how soon nobody meets twice: `python -m tests.bench.designs`.

Targets 1 and 4 of SOLVER.md. The race is against simulated annealing as one would write it in
plain Python: two people of different tables change places, better always, worse now and then. It
cools as textbooks say (van Laarhoven and Aarts 1987): from where four of five worse moves are
taken, by a twentieth after ten moves a seat. Beside it, the same with heats and lengths fitted to
these very sizes, which nobody would know beforehand.
"""

import math
import random
import statistics
import time
from itertools import combinations

import numpy as np

from tests.solver.designs.test_bank import CELLS, best_known
from tests.solver.problems import a_problem
from wcafe.solver import solve
from wcafe.solver.designs.bank import design, designs
from wcafe.solver.model import NOBODY, build_model
from wcafe.solver.proofs.bounds import lower_bounds
from wcafe.solver.search.cooling import Cooling
from wcafe.solver.search.improve import Search

RACES = [(20, 5, 5), (10, 10, 3), (50, 6, 4)]
TURNS = 3
PATIENCE = 60.0  # seconds after which the plain annealing is given up
_WORSE = 1.5  # repeats that a worse move brings on average, in plans made by chance
_FROZEN = 0.05  # heat at which no worse move is taken any more


def designs_table():
    """Return weeks reached, weeks known, the slowest cell in seconds, and the cells that lack."""
    reached, lacking, slowest = 0, [], 0.0
    for tables, seats in CELLS:
        designs.cache_clear()
        begun = time.perf_counter()
        weeks = len(design(tables, seats))
        slowest = max(slowest, time.perf_counter() - begun)
        reached += weeks
        if weeks < best_known(tables, seats):
            lacking.append((tables, seats, weeks, best_known(tables, seats)))
    return reached, sum(best_known(*cell) for cell in CELLS), slowest, lacking


def race(turns=TURNS):
    """Return for each race its size and the median seconds to 0 repeats of four runners.

    The runners: plain annealing, the same fitted to the sizes, our search from a start by chance,
    the whole `solve`. An annealing that was given up counts as PATIENCE, so that ratios are
    understated. Seconds are the processor's, as other programs may be running.
    """
    rows = []
    for tables, seats, rounds in RACES:
        seconds = [
            statistics.median(runner(tables, seats, rounds, seed) for seed in range(turns))
            for runner in (_plain, _fitted, _search, _whole)
        ]
        rows.append(((tables, seats, rounds), *seconds))
    return rows


def _plain(tables, seats, rounds, seed):
    """Simulated annealing by the book, hot again each time it ends above zero."""
    chance = random.Random(seed)
    begun = time.process_time()
    people = tables * seats
    heats = [_WORSE / -math.log(0.8)]
    while heats[-1] > _FROZEN:
        heats.append(0.95 * heats[-1])
    heats = [heat for heat in heats for _move in range(10 * people * rounds)]
    while time.process_time() - begun < PATIENCE:
        if _anneal(chance, tables, seats, rounds, heats, begun + PATIENCE) == 0:
            break
    return time.process_time() - begun


def _fitted(tables, seats, rounds, seed):
    """Begin as cold and cool as fast as these sizes bear; slower after each try in vain."""
    chance = random.Random(seed)
    begun = time.process_time()
    moves = 40 * tables * seats * rounds
    while time.process_time() - begun < PATIENCE:
        heats = [0.08 ** (move / moves) for move in range(moves)]
        if _anneal(chance, tables, seats, rounds, heats, begun + PATIENCE) == 0:
            break
        moves *= 2
    return time.process_time() - begun


def _anneal(chance, tables, seats, rounds, heats, deadline):
    people = tables * seats
    plan = [chance.sample(range(people), people) for _ in range(rounds)]
    met = [[0] * people for _ in range(people)]
    cost = 0
    for row in plan:
        for first in range(0, people, seats):
            for a, b in combinations(row[first : first + seats], 2):
                cost += met[a][b]
                met[a][b] += 1
                met[b][a] += 1
    for move, heat in enumerate(heats):
        row = plan[chance.randrange(rounds)]
        i, j = chance.randrange(people), chance.randrange(people)
        at, to = i - i % seats, j - j % seats
        if at == to:
            continue
        a, b = row[i], row[j]
        beside_a = [p for p in row[at : at + seats] if p != a]
        beside_b = [p for p in row[to : to + seats] if p != b]
        of_a, of_b = met[a], met[b]
        change = sum(of_b[p] - of_a[p] + 1 for p in beside_a)
        change += sum(of_a[p] - of_b[p] + 1 for p in beside_b)
        if change > 0 and chance.random() >= math.exp(-change / heat):
            continue
        for p in beside_a:
            of_a[p] -= 1
            met[p][a] -= 1
            of_b[p] += 1
            met[p][b] += 1
        for p in beside_b:
            of_b[p] -= 1
            met[p][b] -= 1
            of_a[p] += 1
            met[p][a] += 1
        row[i], row[j] = b, a
        cost += change
        if cost == 0 or (move % 4096 == 0 and time.process_time() > deadline):
            break
    return cost


def _search(tables, seats, rounds, seed):
    begun = time.process_time()
    model = build_model(a_problem(tables, seats, rounds))
    start = np.full((rounds, model.people), NOBODY, np.int32)
    search = Search(model, list(range(rounds)), start, np.random.default_rng(seed))
    cooling = Cooling(PATIENCE, lower_bounds(model), lambda: False, None)
    cooling.run(search, 0, is_warm=False, share=1.0)
    assert search.best_cost == 0
    return time.process_time() - begun


def _whole(tables, seats, rounds, seed):
    begun = time.process_time()
    solution = solve(a_problem(tables, seats, rounds), seed=seed)
    assert solution.repeat_meetings == 0
    return time.process_time() - begun


def main():
    reached, known, slowest, lacking = designs_table()
    print(f"1  record square: {reached} of {known} weeks, slowest cell {slowest * 1e3:.1f} ms")
    for tables, seats, weeks, most in lacking:
        print(f"   {tables} tables of {seats}: {weeks} rounds, {most} are known")
    print("4  seconds to 0 repeats   annealing (fitted)   search      whole     ratios (to fitted)")
    for (tables, seats, rounds), plain, fitted, search, whole in race():
        given_up = "≥" if plain >= PATIENCE else " "
        ratios = [f"{plain / ours:,.0f} × ({fitted / ours:,.0f})" for ours in (search, whole)]
        print(
            f"   {tables:3}-{seats}-{rounds:<12} {given_up}{plain:12.3f} ({fitted:.3f})"
            f" {search:12.4f} {whole:10.5f}     {' and '.join(ratios)}"
        )


if __name__ == "__main__":
    main()
