"""What no plan can be better than: proven lower bounds (SOLVER.md 4).

Each bound relaxes the problem until the least cost can be counted; the plan that reaches one
is the best there is. All are over the counted rounds, over every choice of sizes that the
tables allow, and for plans that keep the hard rules. Cost: O(P² R + R² T).
"""

from collections import Counter
from collections.abc import Hashable
from dataclasses import replace
from math import comb

import numpy as np

from wcafe.i18n import N_
from wcafe.solver.counting import fill
from wcafe.solver.designs.ways import ROUNDS, TABLES, least_again
from wcafe.solver.measure import shared
from wcafe.solver.model import NOBODY, Bools, Ints, Model
from wcafe.solver.proofs.cells import least_shared
from wcafe.solver.proofs.meetings import Meetings, seats_taken_by_others
from wcafe.solver.search.seating import parties_of
from wcafe.solver.solution import Bounds

_SPREAD = N_(
    "Repeats cannot be avoided: those who share a table find too few other tables afterwards."
)
_TIED = N_(
    "Repeats cannot be avoided: some stay together, or those who share a table find too few "
    "other tables afterwards."
)
_MOVES = N_("Repeats cannot be avoided: whole tables move on together.")
_MET = N_("Repeats cannot be avoided: too many of those who could meet have met in earlier cafés.")
_FEW = N_("Repeats cannot be avoided: there are more meetings than different people to meet.")
_KNOWN = N_("Repeats cannot be avoided: it is proved that no plan of this kind is without any.")
_TRIED = N_("Repeats cannot be avoided: all plans of this kind were tried.")

_EXACT_MOST = {(4, 3): 4, (5, 4): 5, (6, 6): 3, (10, 10): 8}
"""Most rounds without a repeat for (tables, people each), where fewer than counting allows;
proved in the literature that SOLVER.md 1 names."""


def lower_bounds(model: Model) -> Bounds:
    """Return the least repeat meetings and coincidences any plan of `model` has."""
    problem = model.problem
    rounds = list(problem.counted_rounds)
    stays = any(_stay_together(model, r, r) for r in rounds)
    spread = _TIED if problem.together or stays else _SPREAD
    if problem.carousel:
        spread = _MOVES
    within = [(_of_pairs_of_rounds(model, rounds), spread)]
    if problem.from_round == 0:  # these do not know a past that is given
        within += [
            (_of_impossible_designs(model, rounds), _KNOWN),
            (_of_ways(model, rounds), _TRIED),
        ]
    people, few = Meetings.to_come(model), _MET if problem.met_before else _FEW
    everybody = np.ones(model.people, bool)
    among = [everybody] if model.roams.all() else [everybody, model.roams]
    again = max(people.again_at_least(who) for who in among)
    bounds = [(replace(one, coincidences=one.coincidences + again), why) for one, why in within]
    bounds[1:1] = [(people.bounds_of(who), few) for who in among]
    strongest, reason = max(bounds, key=lambda told: told[0].coincidences)
    coincidences = strongest.coincidences
    repeats = max(bound.repeats for bound, _reason in bounds)
    # A pair that had met k times and meets m times, m ≤ R, has m repeats and m k + m (m − 1) / 2
    # coincidences; if k is 0, one repeat less, and as many coincidences as m / 2 for each.
    before: Counter[frozenset[str]] = Counter()
    for a, b, times in problem.met_before:
        before[frozenset((a, b))] += times
    dearest = max(len(rounds), 2 * max(before.values(), default=0) + len(rounds) - 1)
    repeats = max(repeats, -(-2 * coincidences // dearest))
    return Bounds(repeats=repeats, coincidences=max(coincidences, repeats), reason=reason)


def _of_pairs_of_rounds(model: Model, rounds: list[int]) -> Bounds:
    """Those at one table in round r spread over too few tables in round s (SOLVER.md 4.2, 4.3)."""
    coincidences = repeats = 0
    taken = seats_taken_by_others(model, model.roams)
    kind = {r: _kind_of(model, r) for r in rounds}
    known: dict[tuple[Hashable, Hashable], int] = {}
    for s in rounds:
        most = 0
        for r in rounds:
            if r >= s:
                break
            kinds = kind[r], kind[s]
            if kinds not in known:
                known[kinds] = _met_in_both(model, r, s, taken)
            again = known[kinds]
            coincidences += again
            most = max(most, again)
        repeats += most
    return Bounds(repeats=repeats, coincidences=coincidences)


def _kind_of(model: Model, r: int) -> Hashable:
    """Return what tells round r from others, as far as bounds of two rounds see it."""
    tied = tuple(g.rounds is None or r in g.rounds for g in model.problem.together)
    itself = r if r < model.problem.from_round or model.problem.carousel else None
    return (
        itself,
        model.present[r].tobytes(),
        model.room[r].tobytes(),
        model.stays[r].tobytes(),
        tied,
    )


def _met_in_both(model: Model, r: int, s: int, taken: Ints) -> int:
    """Return the fewest pairs who share a table in round r and again in round s."""
    if s < model.problem.from_round:
        return int((shared(model.past[r]) & shared(model.past[s])).sum()) // 2
    common = model.present[r] & model.present[s] & model.roams
    forward = _spread_of(model, r, s, common, taken)
    if r < model.problem.from_round:
        return max(forward, _pairs_carried_on(model, r, s))
    back = _spread_of(model, s, r, common, taken)
    moving = _pairs_moving_on(model, r, s, taken)
    least = max(forward, back, moving, _of_cells(model, r, s, common, taken))
    least += _stay_together(model, r, s)
    if model.problem.distinct_tables and model.problem.host_mode != "hand_over":
        return least
    both = model.present[r] & model.present[s]
    return max(least, _of_cells(model, r, s, both, seats_taken_by_others(model, both)))


def _pairs_moving_on(model: Model, r: int, s: int, taken: Ints) -> int:
    """Return the fewest pairs of a carousel who move on together from round r to round s.

    Only two rounds running are bound: whoever is away in between begins anew.
    """
    if not model.problem.carousel:
        return 0
    moving = int((model.present[r : s + 1].all(axis=0) & model.roams).sum())
    rounds = range(r, s + 1)
    ahead = [np.roll(np.maximum(model.room[x] - taken[x], 0), r - x) for x in rounds]
    return fill(moving, np.min(ahead, axis=0).tolist(), [1] * model.tables)


def _pairs_carried_on(model: Model, r: int, s: int) -> int:
    """Return the pairs of round r, which is past, who are carried on together to round s.

    The past need not have been a carousel: only the last round of it binds those to come.
    """
    first = model.problem.from_round
    if not model.problem.carousel:
        return 0
    goes_on = model.present[first : s + 1].all(axis=0) & model.roams
    last = np.where(goes_on, model.past[first - 1], NOBODY)
    return int((shared(model.past[r]) & shared(last)).sum()) // 2


def _spread_of(model: Model, at: int, to: int, common: Bools, taken: Ints) -> int:
    """Return the fewest pairs among `common` who share a table in `at` and in `to`."""
    open_to = model.room[to] > 0
    boxes = np.full(model.tables, int(open_to.sum()))
    hosts: list[int | None] | None = None
    if model.problem.distinct_tables and model.problem.host_mode != "hand_over":
        boxes -= open_to  # nobody goes back to the same table
    elif at >= model.problem.from_round:
        boxes -= open_to  # who goes back meets those who stay there once more
        staying = (model.stays[at] != NOBODY) & (model.stays[to] != NOBODY)
        staying_at = np.bincount(model.stays[at][staying], minlength=model.tables).tolist()
        hosts = [n if is_open else None for n, is_open in zip(staying_at, open_to, strict=True)]
    if at < model.problem.from_round:
        tables = model.past[at][common]
        sizes = np.bincount(tables[tables != NOBODY], minlength=model.tables)
        return sum(
            fill(int(n), [int(n)], [int(k)]) for n, k in zip(sizes, boxes, strict=True) if k > 0
        )
    room = np.maximum(model.room[at] - taken[at], 0)
    return fill(int(common.sum()), room.tolist(), np.maximum(boxes, 0).tolist(), hosts)


def _of_cells(model: Model, r: int, s: int, common: Bools, taken: Ints) -> int:
    """Return the fewest pairs who share a table in both rounds, where groups do; see `cells`."""
    groups = _groups(model, r, s, common)
    if not groups:
        return 0  # then `_spread_of` says it
    seats = [np.maximum(model.room[at] - taken[at], 0) for at in (r, s)]
    used = [line > 0 for line in seats]
    lines = []
    for here, there in ((0, 1), (1, 0)):
        cells = np.full(model.tables, int(used[there].sum()))
        if model.problem.distinct_tables and model.problem.host_mode != "hand_over":
            cells -= used[there]  # nobody goes back to the same table
        lines.append(list(zip(seats[here].tolist(), cells.tolist(), strict=True)))
    return least_shared(int(common.sum()), lines[0], lines[1], groups)


def _groups(model: Model, r: int, s: int, common: Bools) -> list[int]:
    """Return the sizes of the groups among `common` who must sit together in both rounds.

    Those are people kept together in both, and people who stay at one table.
    """
    stays = np.where(model.stays[r] == model.stays[s], model.stays[r], NOBODY)
    kinds: dict[int, object] = {p: int(stays[p]) for p in np.flatnonzero(stays != NOBODY).tolist()}
    if model.problem.together:
        party = [
            {p: number for number, members in enumerate(parties_of(model, at)) for p in members}
            for at in (r, s)
        ]
        both = party[0].keys() & party[1].keys()
        kinds = {p: (party[0][p], party[1][p]) for p in both} | kinds
    sizes = Counter(kind for p, kind in kinds.items() if common[p]).values()
    return sorted(size for size in sizes if size > 1)


def _stay_together(model: Model, r: int, s: int) -> int:
    """Return the pairs who stay at one and the same table in both rounds."""
    staying = (model.stays[r] != NOBODY) & (model.stays[s] != NOBODY)
    at = np.bincount(model.stays[r][staying], minlength=model.tables)
    return int((at * (at - 1) // 2).sum())


def _of_impossible_designs(model: Model, rounds: list[int]) -> Bounds:
    """No plan without repeats exists for some full tables all alike and so many rounds.

    Every choice of one round more than the most then has a coincidence, and each of these is
    counted for as many choices as hold both of its rounds. Where there are as many seats as
    tables, one coincidence alone cannot be: a table whose people spread over the tables of another
    round with two at one of them leaves one table out, and so does the table those two come to.
    """
    none = Bounds(repeats=0, coincidences=0)
    sizes = set(model.room.ravel().tolist())
    if len(sizes) != 1 or not model.present.all():
        return none
    size = sizes.pop()
    most = _EXACT_MOST.get((model.tables, size))
    if most is None or model.people != model.tables * size or len(rounds) <= most:
        return none
    least = 2 if size == model.tables else 1
    coincidences = -(-comb(len(rounds), most + 1) * least // comb(len(rounds) - 2, most - 1))
    return Bounds(repeats=least, coincidences=coincidences)


def _of_ways(model: Model, rounds: list[int]) -> Bounds:
    """Those who travel through few tables in all rounds: all was tried, and see `ways`.

    It holds for any choice of so many rounds, and each coincidence is counted for as many
    choices as hold both of its rounds.
    """
    problem = model.problem
    if model.tables != TABLES or len(rounds) < ROUNDS:
        return Bounds(repeats=0, coincidences=0)
    is_distinct = problem.distinct_tables and problem.host_mode != "hand_over"
    always = model.present[rounds].all(axis=0)
    people = int((always & model.roams if is_distinct else always).sum())
    least = least_again(people, is_distinct=is_distinct)
    shared_choices = comb(len(rounds) - 2, ROUNDS - 2)
    coincidences = -(-comb(len(rounds), ROUNDS) * least // shared_choices)
    return Bounds(repeats=least, coincidences=coincidences)
