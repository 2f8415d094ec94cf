"""What absences would do to a plan, drawn by chance many times (METHOD.md, No-show rehearsal)."""

from collections.abc import Sequence

import numpy as np

from wcafe.solver.measure import Places, met_before, pairs_at_tables
from wcafe.solver.model import NOBODY, Bools, Ints, Model, as_array, build_model
from wcafe.solver.problem import Problem
from wcafe.solver.robust import Rehearsal
from wcafe.solver.solution import Seats

SHARES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)
ENOUGH = 3  # people at a table for a conversation


def rehearse(
    problem: Problem,
    seats: Seats,
    *,
    shares: Sequence[float] = SHARES,
    draws: int = 30,
    seed: int = 1,
    likelihoods: Sequence[float] | None = None,
) -> tuple[Rehearsal, ...]:
    """Let people stay away by chance and count what becomes of `seats`; one line a share.

    The same people stay away from plans of the same people, draw by draw, so that plans compare.

    Args:
        problem: whose seats they are.
        seats: the plan; who has no seat in it is not expected, and cannot stay away.
        shares: of those expected who do not come.
        draws: how often each share is drawn.
        seed: the same seed draws the same people.
        likelihoods: how likely each person is to stay away, beside the others; shape (P,),
            above 0. Without it all are alike.

    Cost: O(shares · draws · R · P · T).
    """
    tables = len(problem.tables)
    planned = as_array(seats)
    expected = np.flatnonzero((planned != NOBODY).any(axis=0))
    weights = np.ones(planned.shape[1]) if likelihoods is None else np.array(likelihoods, float)
    again = _pairs_again(build_model(problem), planned)
    lines = []
    for share in shares:
        chance = np.random.default_rng([seed, round(100 * share)])
        # the earliest of clocks that run as fast as somebody is likely to stay away
        alarms = chance.exponential(size=(draws, len(weights))) / weights
        order = np.argsort(alarms[:, expected], axis=1)[:, : round(share * len(expected))]
        comes = np.ones((draws, planned.shape[1]), bool)
        np.put_along_axis(comes, expected[order], False, axis=1)
        thin, moves = _thin(planned, comes, tables)
        lines.append(
            Rehearsal(
                tables=tables,
                absent=share,
                thin=float(thin.mean()),
                repeats=float(_repeats(again, comes).mean()),
                moves=float(moves.mean()),
            )
        )
    return tuple(lines)


def _thin(planned: Ints, comes: Bools, tables: int) -> tuple[Places, Places]:
    """Return, draw by draw, how many tables end up thin in some round, and the moves to mend that.

    `planned` has the shape (R, P), `comes` (draws, P).
    """
    draws = len(comes)
    is_thin = np.zeros((draws, tables), bool)
    moves = np.zeros(draws, np.intp)
    for row in planned:
        seated = row != NOBODY
        at = (row[seated, None] == np.arange(tables)).astype(np.float32)
        meant = at.sum(axis=0)
        here = comes[:, seated].astype(np.float32) @ at
        thin = (here < np.minimum(ENOUGH, meant)) & (meant > 0)
        is_thin |= thin
        moves += np.where(thin, np.minimum(here, ENOUGH - here), 0).sum(axis=1).astype(np.intp)
    return is_thin.sum(axis=1), moves


def _pairs_again(model: Model, planned: Ints) -> tuple[Places, Places, Places]:
    """Return the pairs who meet again: the first of each, the second, and how often again."""
    pairs = [pairs_at_tables(planned[r]) for r in model.problem.counted_rounds]
    firsts, seconds = (np.concatenate(side) for side in zip(*pairs, strict=True))
    low, high = np.minimum(firsts, seconds), np.maximum(firsts, seconds)
    met, times = np.unique(low * model.people + high, return_counts=True)
    first, second = met // model.people, met % model.people
    earlier = met_before(model)[first, second] if model.problem.met_before else np.zeros_like(met)
    again = np.maximum(earlier + times - 1, 0) - np.maximum(earlier - 1, 0)
    return first[again > 0], second[again > 0], again[again > 0]


def _repeats(pairs: tuple[Places, Places, Places], comes: Bools) -> Places:
    first, second, again = pairs
    return np.asarray((comes[:, first] & comes[:, second]) @ again, np.intp)
