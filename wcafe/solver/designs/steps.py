"""Plans by formula: everybody moves a step of their own each round (METHOD.md, the step rule).

Travellers are numbered (class j, place x). In round r the one of class j starts at table x
and has moved m_j · r tables on. Two of different classes meet only where their steps agree,
two of one class never; a host is of the class whose step is 0. In the integers modulo T
the step is counted in tables; where T is a power of a prime, the field of T elements
gives more steps that never agree (a generalised transversal design, SOLVER.md 5.3). Where
steps run short, classes move by other numbers each round (`shifts`).
Cost: under a millisecond for a hundred people.
"""

import numpy as np

from wcafe.solver.designs.fields import Ring, rings
from wcafe.solver.designs.shifts import addition, shifts, shifts_by_chance
from wcafe.solver.measure import attribute_codes
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.problem import asks_more_than

_TRIES = 20  # orders in which steps are tried
_MOST_STEPS = 80  # steps looked at; more make no better plans

asks_more_than_steps = asks_more_than(
    *("host_mode", "hosts", "fixed_table", "distinct_tables", "needs", "present"),
    *("most", "fewest", "closed"),  # all these are kept, or there is no plan by steps
    *("fills_hosts", "willing", "features", "attributes", "printed"),  # nothing by themselves
)
"""Is anything asked for that a plan by steps, where there is one, takes no heed of?"""


def step_plan(model: Model, rng: np.random.Generator) -> Ints | None:
    """Return seats by the best steps found, of shape (R, P), or None where no formula fits.

    A formula fits where all are present and tables are alike, hosts are one a table or none,
    and nothing is pinned. People alike in the attributes to mix get the same class as far as
    they fill one, so that they spread over the tables by themselves.
    """
    classes = _classes(model, rng)
    if classes is None:
        return None
    best: tuple[int, list[int], Ring] | None = None
    has_hosts = not model.roams.all()
    for ring in rings(model.tables):
        found = _choose_steps(model, ring, len(classes), has_hosts, rng)
        if found and (best is None or found[0] < best[0]):
            best = (*found, ring)
    if best is None or best[0] > 0:
        shifted = _by_shifts(model, classes, has_hosts, rng)
        if shifted is not None:
            return shifted
    chance = _by_chance(model, classes, has_hosts, rng, None if best is None else best[0])
    if best is None or chance is not None:
        return chance
    _cost, steps, ring = best
    seats = np.full((model.rounds, model.people), NOBODY, np.int32)
    for step, members in zip(steps, classes, strict=True):
        for r in range(model.rounds):
            away = ring.multiply(step, r)
            for place, person in members:
                seats[r, person] = ring.add(place, away)
    return seats


def _by_shifts(
    model: Model, classes: list[list[tuple[int, int]]], has_hosts: bool, rng: np.random.Generator
) -> Ints | None:
    """Return seats without a repeat where each class moves on by other numbers each round."""
    staying = int(model.problem.distinct_tables and not has_hosts)  # a class nobody is of
    found = shifts(model.tables, len(classes) + staying, model.rounds, rng)
    if found is None:
        return None
    return _shifted(model, found[staying:], classes, addition(model.tables))


def _by_chance(
    model: Model,
    classes: list[list[tuple[int, int]]],
    has_hosts: bool,
    rng: np.random.Generator,
    steps: int | None,
) -> Ints | None:
    """Return seats by shifts taken by chance that agree less often than the best `steps` do."""
    if steps == 0 or len(classes) < 2 or model.rounds < 2:
        return None
    staying = int(model.problem.distinct_tables and not has_hosts)
    agreed, found = shifts_by_chance(model.tables, len(classes) + staying, model.rounds, rng)
    if steps is not None and agreed >= steps:
        return None
    each = np.arange(model.tables, dtype=np.int32)
    add = (each[:, None] + each[None, :]) % model.tables
    return _shifted(model, found[staying:], classes, add)


def _shifted(model: Model, shift: Ints, classes: list[list[tuple[int, int]]], add: Ints) -> Ints:
    seats = np.full((model.rounds, model.people), NOBODY, np.int32)
    for away, members in zip(shift, classes, strict=True):
        places, people = np.array(members).T
        seats[:, people] = add[np.ix_(away, places)]
    return seats


def _classes(model: Model, rng: np.random.Generator) -> list[list[tuple[int, int]]] | None:
    """Return, for each class, its (place, person) pairs; hosts first where there are any."""
    tables = model.tables
    staying = np.flatnonzero(~model.roams)
    if (
        not is_even(model)
        or model.rounds > tables
        or model.problem.pins
        or not model.allowed.all()
        or len(staying) not in (0, tables)
    ):
        return None
    hosts = [(int(model.stays[0, person]), int(person)) for person in staying]
    if hosts and len({table for table, _person in hosts}) < tables:
        return None
    travellers = sorted_to_mix(model, rng)
    guests = [travellers[k : k + tables] for k in range(0, len(travellers), tables)]
    return [sorted(hosts)] * bool(hosts) + [list(enumerate(group)) for group in guests]


def is_even(model: Model) -> bool:
    """Are all there in all rounds, at tables that can be alike, with nothing that is given before?

    That is what a formula needs, and who moves by it is no carousel and hands over no hosting.
    """
    problem, size = model.problem, -(-model.people // model.tables)
    return bool(
        model.people >= model.tables
        and model.present.all()
        and (model.room >= size).all()
        and all(table.fewest <= model.people // model.tables for table in problem.tables)
        and not problem.carousel
        and problem.host_mode != "hand_over"
        and problem.from_round == 0
        and problem.previous is None
    )


def sorted_to_mix(model: Model, rng: np.random.Generator) -> list[int]:
    """Return the travellers so that those alike stand side by side, by the weightiest attribute."""
    order = rng.permutation(np.flatnonzero(model.roams))
    weights = model.problem.balance
    for name in sorted(weights, key=lambda name: weights[name]):
        codes = attribute_codes(model, name)[order]
        common = np.bincount(codes[codes >= 0], minlength=codes.max(initial=0) + 1)
        rank = np.where(codes >= 0, -common[codes], 0)
        order = order[np.lexsort((codes, rank))]
    return [int(person) for person in order]


def _choose_steps(
    model: Model, ring: Ring, classes: int, has_hosts: bool, rng: np.random.Generator
) -> tuple[int, list[int]] | None:
    """Return steps, one a class, with the fewest agreements found, and how many those are."""
    agreements = [_agreements(ring, step, model.rounds) for step in range(ring.tables)]
    usable = [
        step
        for step in range(ring.tables)
        if not model.problem.distinct_tables or agreements[step] == 0
    ][:_MOST_STEPS]
    best: tuple[int, list[int]] | None = None
    for attempt in range(_TRIES if usable else 0):
        order = usable if attempt == 0 else rng.permutation(usable).tolist()
        steps = [0] if has_hosts else []
        cost = {m: agreements[ring.subtract(m, 0)] * has_hosts for m in order}
        total = 0
        while len(steps) < classes:
            step = min(order, key=cost.__getitem__)
            total += cost[step]
            steps.append(step)
            for other in order:
                cost[other] += agreements[ring.subtract(other, step)]
        if best is None or total < best[0]:
            best = (total, steps)
        if total == 0:
            break
    return best


def _agreements(ring: Ring, difference: int, rounds: int) -> int:
    """Return in how many pairs of rounds two people whose steps differ so stand the same apart."""
    seen = [ring.multiply(difference, r) for r in range(rounds)]
    return sum(seen.count(apart) * (seen.count(apart) - 1) // 2 for apart in set(seen))
