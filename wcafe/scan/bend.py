"""How paper that is not flat lies beside where it should be: a smooth surface of shifts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wcafe.scan.plane import Floats

_DEGREE = 4
_ROUNDS = 6  # of fitting, each with less weight on what lies off
_OFF = 0.15  # millimetres by which a place may lie off and still count


@dataclass(frozen=True, slots=True)
class Bend:
    """Shifts over the page, in millimetres: as little bent as what was seen allows."""

    middle: Floats
    reach: Floats
    factors: Floats

    def at(self, places: ArrayLike) -> Floats:
        """Return the shift to the right and down at each place; shape (places, 2)."""
        return _powers((np.asarray(places, float) - self.middle) / self.reach) @ self.factors


def fit_bend(places: ArrayLike, shifts: ArrayLike) -> Bend:
    """Return the surface through most of the shifts that were seen.

    Args:
        places: where on the page, in millimetres; shape (places, 2).
        shifts: how far to the right and down; the same shape. Some may be wrong.
    """
    points, seen = np.asarray(places, float), np.asarray(shifts, float)
    middle, reach = points.mean(axis=0), np.abs(points - points.mean(axis=0)).max(axis=0)
    powers = _powers((points - middle) / reach)
    weights = np.ones(len(points))
    factors = np.zeros((powers.shape[1], 2))
    little = 0.02 * np.eye(powers.shape[1])  # what no place says is flat
    little[0, 0] = 0
    for _round in range(_ROUNDS):
        weighted = powers * weights[:, None]
        factors = np.linalg.solve(weighted.T @ powers + little, weighted.T @ seen)
        off = np.hypot(*(powers @ factors - seen).T)
        weights = 1 / (1 + (off / _OFF) ** 2)
    return Bend(middle, reach, factors)


def _powers(points: Floats) -> Floats:
    across, down = points.T
    return np.column_stack(
        [
            across**one * down ** (total - one)
            for total in range(_DEGREE + 1)
            for one in range(total + 1)
        ]
    )
