"""How paper that is not flat lies beside where it should be: a smooth surface of shifts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wcafe.domain.photos import Point
from wcafe.scan.plane import Floats

_ROUNDS = 6  # of fitting, each with less weight on what lies off
_OFF = 0.15  # millimetres by which a place may lie off and still count
_SEEN, _SHARE = 0.35, 0.7  # millimetres within which so many of some places lie, if they were seen


@dataclass(frozen=True, slots=True)
class Bend:
    """Shifts over the page, in millimetres: as little bent as what was seen allows.

    Attributes:
        middle, reach, factors, degree: of the surface, a polynomial.
        off: by the place of each shift that was seen, how far it lies off the surface.
    """

    middle: Floats
    reach: Floats
    factors: Floats
    degree: int
    off: Mapping[Point, float]

    def at(self, places: ArrayLike) -> Floats:
        """Return the shift to the right and down at each place; shape (places, 2)."""
        points = (np.asarray(places, float) - self.middle) / self.reach
        return _powers(points, self.degree) @ self.factors

    def share_seen(self, places: Sequence[Point]) -> float:
        """Return how much of what is printed at these places was seen where the surface has it."""
        return float(np.mean([self.off[place] < _SEEN for place in places]))

    def is_seen(self, places: Sequence[Point]) -> bool:
        """Was most of what is printed at these places seen where the surface has it?"""
        return self.share_seen(places) >= _SHARE


def fit_bend(places: Sequence[ArrayLike], shifts: ArrayLike, degree: int) -> Bend:
    """Return the surface through most of the shifts that were seen.

    Args:
        places: where on the page, in millimetres; shape (places, 2).
        shifts: how far to the right and down; the same shape. Some may be wrong.
        degree: how bent it may be.
    """
    points, seen = np.asarray(places, float), np.asarray(shifts, float)
    middle, reach = points.mean(axis=0), np.abs(points - points.mean(axis=0)).max(axis=0)
    powers = _powers((points - middle) / reach, degree)
    weights = np.ones(len(points))
    factors, off = np.zeros((powers.shape[1], 2)), np.zeros(len(points))
    little = 0.02 * np.eye(powers.shape[1])  # what no place says is flat
    little[0, 0] = 0
    for _round in range(_ROUNDS):
        weighted = powers * weights[:, None]
        factors = np.linalg.solve(weighted.T @ powers + little, weighted.T @ seen)
        off = np.hypot(*(powers @ factors - seen).T)
        weights = 1 / (1 + (off / _OFF) ** 2)
    by_place = {(float(x), float(y)): float(o) for (x, y), o in zip(points, off, strict=True)}
    return Bend(middle, reach, factors, degree, by_place)


def _powers(points: Floats, degree: int) -> Floats:
    across, down = points.T
    return np.column_stack(
        [
            across**one * down ** (total - one)
            for total in range(degree + 1)
            for one in range(total + 1)
        ]
    )
