"""What the facilitator should know about a plan: what a soft rule could not have, or costs."""

from collections.abc import Callable, Iterator

import numpy as np

from wcafe.i18n import N_
from wcafe.solver.hard_rules import violations
from wcafe.solver.measure import attribute_codes, repeats_and_coincidences
from wcafe.solver.model import NOBODY, Ints, Model
from wcafe.solver.search.cooling import Cooling
from wcafe.solver.search.finishing import rounds_to_search
from wcafe.solver.search.improve import Search
from wcafe.solver.search.prices import MEET
from wcafe.solver.search.seating import room_for
from wcafe.solver.solution import Bounds, Notice

_SHARE = 0.1  # of the effort, to see what even sizes cost

UNEVEN = N_(
    "Tables of even sizes have their price: a plan with {repeats} repeat meetings instead of {now} "
    "was found where sizes differ by more than one person."
)
MORE_ALIKE = N_("More than {most} alike in {attribute} at a table, times: {times}.")
NO_SUCH_ZONE = N_("Topics that are chosen and that no table has: {zones}.")


def tell_soft_rules(model: Model, seats: Ints) -> Iterator[Notice]:
    """Yield what a soft rule could not have."""
    for name, most in model.problem.max_same.items():
        codes = attribute_codes(model, name)
        times = 0
        for r in range(model.rounds):
            here = (seats[r] != NOBODY) & (codes >= 0)
            pairs = np.stack([seats[r][here], codes[here]])
            times += int((np.unique(pairs, axis=1, return_counts=True)[1] > most).sum())
        if times:
            yield Notice(MORE_ALIKE, {"attribute": name, "most": most, "times": times})
    zones = {table.zone for table in model.problem.tables}
    chosen = {zone for guest in model.problem.people for zone in guest.choices}
    if missing := sorted(chosen - zones):
        yield Notice(NO_SUCH_ZONE, {"zones": ", ".join(missing)})


def tell_price_of_evenness(
    model: Model,
    seats: Ints,
    bounds: Bounds,
    rng: np.random.Generator,
    effort: float,
    stop: Callable[[], bool],
) -> Iterator[Notice]:
    """Yield how many repeats are the price of even sizes, if a plan with fewer is found.

    It is looked for with a part of the effort, where meetings could be spared and seats are free.
    """
    problem = model.problem
    now, coincidences = repeats_and_coincidences(model, seats)
    is_movable = not (problem.previous or problem.carousel or problem.return_home)
    if stop() or not is_movable or problem.host_mode == "hand_over" or now <= bounds.repeats:
        return
    rounds = rounds_to_search(model)
    if all(room_for(model, r, is_roomy=False) == model.room[r].tolist() for r in rounds):
        return
    search = Search(model, rounds, seats, rng, is_roomy=True, uneven=0)
    target = search.best_cost - MEET * coincidences  # then nobody would meet anybody again
    Cooling(_SHARE * effort, bounds, stop, None).run(search, target, is_warm=True, is_bound=False)
    repeats, again = repeats_and_coincidences(model, search.best)
    if repeats < now and again < coincidences and not violations(model, search.best):
        yield Notice(UNEVEN, {"repeats": repeats, "now": now})
