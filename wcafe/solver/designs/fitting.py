"""A design made to fit a café: its rounds chosen, hosts and empty seats found, tables named.

A host who stays, and a seat left empty, are people of the design. Hosts must never meet each
other, and the empty seats must never be at one table, so both are sets of strangers: people
whom the chosen rounds never bring together. A host shows which table is which; where nobody
hosts and nobody may come back, the tables of each round are named so that nobody does. Where
tables of one person more have no design, `add_people` ones are looked at.
"""

from collections.abc import Callable
from itertools import product

import numpy as np

from wcafe.solver.designs.bank import designs
from wcafe.solver.designs.crowding import add_people, strangers_in
from wcafe.solver.designs.steps import is_even, sorted_to_mix
from wcafe.solver.designs.ways import known_ways
from wcafe.solver.model import NOBODY, Bools, Ints, Model

MOST_TABLES = 40  # where tables are more, steps by formula never run short
_CHOICES = 12  # sets of rounds that are tried
_NAMINGS = 30  # namings of the tables that are tried


def design_plan(
    model: Model, rng: np.random.Generator, stop: Callable[[], bool] = lambda: False
) -> Ints | None:
    """Return seats of shape (R, P) that a design leads to, or None where none is found.

    Nobody meets anybody twice, but for pairs who go together where tables have too many seats.
    A last round that leads everybody home is left open. Pins and wishes are not looked at:
    `exchange_people` serves them afterwards. Cost: milliseconds, some tens where none is found.
    """
    rounds = len(model.problem.counted_rounds)
    size = -(-model.people // model.tables)
    sources = [(plan, False) for plan in _plans(model, rounds, size)]
    if model.problem.distinct_tables and model.roams.all():
        sources += [(plan, True) for plan in _plans(model, rounds, size + 1)]
    travellers = sorted_to_mix(model, rng)
    if model.problem.distinct_tables and model.roams.all():
        ways = known_ways(model.tables, rounds, model.people)
        if ways is not None:
            seats = np.full((model.rounds, model.people), NOBODY, np.int32)
            seats[:rounds, travellers] = ways
            return seats
    for choice, (plan, is_led) in product(range(_CHOICES), sources):
        if stop():
            break
        order = np.arange(len(plan)) if choice == 0 else rng.permutation(len(plan))
        some = plan[np.sort(order[:rounds])]
        fitted = _fit(model, some, travellers, rng, is_led=is_led)
        if fitted is not None:
            seats = np.full((model.rounds, model.people), NOBODY, np.int32)
            seats[:rounds] = fitted
            return seats
    return None


def _plans(model: Model, rounds: int, size: int) -> list[Ints]:
    """Return designs that have enough rounds: for tables of `size` or the next smaller ones."""
    for seats in range(min(size, model.tables), 1, -1):
        plans = [plan for plan in designs(model.tables, seats) if len(plan) >= rounds]
        if plans:
            return plans
    return []


def _take_leaders_out(plan: Ints, tables: int, rng: np.random.Generator) -> Ints | None:
    """Return `plan` without one person a table who never met, the tables named after these.

    Nobody else comes to one of them twice, as nobody meets its leader twice. None if there are
    no such people.
    """
    everybody = range(plan.shape[1])
    leaders = strangers_in(plan, everybody, tables, rng)
    if leaders is None:
        return None
    names = np.argsort(plan[:, leaders], axis=1).astype(np.int32)
    left = [person for person in everybody if person not in leaders]
    return np.take_along_axis(names, plan[:, left], axis=1)


def fits_a_design(model: Model) -> bool:
    """Are tables, people and rules such that `design_plan` has something to look for?"""
    tables = model.tables
    hosts = model.stays[0][~model.roams]
    return bool(
        1 < tables <= MOST_TABLES
        and model.people > tables
        and len(model.problem.counted_rounds) > 1
        and is_even(model)
        and len(hosts) in (0, tables)
        and len(set(hosts.tolist())) == len(hosts)
    )


def _fit(
    model: Model, plan: Ints, travellers: list[int], rng: np.random.Generator, *, is_led: bool
) -> Ints | None:
    """Return `plan` for the people of `model`, of shape (rounds, P), or None."""
    travelling = _take_leaders_out(plan, model.tables, rng) if is_led else plan
    if travelling is None:
        return None
    full = add_people(travelling, model.people, model.tables, rng, is_named=is_led)
    if full is None:
        return None
    plan = full
    hosts = np.flatnonzero(~model.roams)
    left = list(range(plan.shape[1]))
    hosting = strangers_in(plan, left, len(hosts), rng)
    if hosting is None:
        return None
    left = [person for person in left if person not in hosting]
    empty = strangers_in(plan, left, plan.shape[1] - model.people, rng)
    if empty is None:
        return None
    left = [person for person in left if person not in empty]
    names: Ints = np.tile(np.arange(model.tables, dtype=np.int32), (len(plan), 1))
    if hosting:
        for r, row in enumerate(plan):
            names[r, row[hosting]] = model.stays[0, hosts]
    elif model.problem.distinct_tables and not is_led:
        named = _name_tables(plan[:, left], model.tables, rng)
        if named is None:
            return None
        names = named
    seats = np.zeros((len(plan), model.people), np.int32)
    who = [*hosts.tolist(), *travellers]
    seats[:, who] = np.take_along_axis(names, plan[:, [*hosting, *left]], axis=1)
    return seats


def _name_tables(plan: Ints, tables: int, rng: np.random.Generator) -> Ints | None:
    """Return names of the tables, of shape (rounds, T), so that nobody comes to one twice."""
    for _naming in range(_NAMINGS):
        names = np.zeros((len(plan), tables), np.int32)
        been = np.zeros((plan.shape[1], tables), bool)
        for r, row in enumerate(plan):
            free = np.ones((tables, tables), bool)  # (table of the design, name)
            for person, table in enumerate(row):
                free[table] &= ~been[person]
            match = _match(free, rng)
            if match is None:
                break
            names[r] = match
            been[np.arange(len(row)), match[row]] = True
        else:
            return names
    return None


def _match(free: Bools, rng: np.random.Generator) -> Ints | None:
    """Return a name of its own for each table among those `free` for it, or None (Kuhn)."""
    options = [rng.permutation(np.flatnonzero(row)).tolist() for row in free]
    holder: dict[int, int] = {}

    def place(table: int, asked: set[int]) -> bool:
        for name in options[table]:
            if name not in asked:
                asked.add(name)
                if name not in holder or place(holder[name], asked):
                    holder[name] = table
                    return True
        return False

    if not all(place(table, set()) for table in range(len(free))):
        return None
    match = np.zeros(len(free), np.int32)
    match[list(holder.values())] = list(holder)
    return match
