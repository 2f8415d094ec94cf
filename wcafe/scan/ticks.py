"""Which boxes are ticked, which are empty, and which only a person can tell.

A tick is ink inside of an outline that empty boxes of the same sheet do not have: what is printed in
them, blurred edges and the noise of the picture are in those too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

EMPTY, TICKED = 0.035, 0.085
"""How much of the inside may be inked at most in an empty box, and at least in a ticked one."""

FULL = 0.62
"""How much of it is at least inked in a box that is blacked out: it may be filled, or taken back."""

_STRAY = 0.3
"""Of the ink of the one box of a row that is ticked: less of it in others strayed there."""


class Tick(Enum):
    """What a box says."""

    EMPTY = "empty"
    TICKED = "ticked"
    UNSURE = "unsure"


class Unsure(Exception):
    """What a row of boxes says is for a person to tell."""


@dataclass(frozen=True, slots=True)
class Inked:
    """How much of the inside of a box is inked, beyond what is in an empty one."""

    share: float

    @property
    def tick(self) -> Tick:
        if self.share < EMPTY:
            return Tick.EMPTY
        return Tick.TICKED if TICKED <= self.share < FULL else Tick.UNSURE


def beyond_empty(shares: Sequence[NDArray[np.float64]]) -> list[list[Inked]]:
    """Return the ink of each box beyond that of empty ones.

    Args:
        shares: how much of the inside of each box is inked; an array for each kind of box, those
            with the same printed in them, of which the lower half is empty.
    """
    return [[Inked(float(share - _empty(kind))) for share in kind] for kind in shares]


def only_one(inked: Mapping[T, Inked]) -> T | None:
    """Return the one that is ticked; None if none is.

    Raises:
        Unsure: several may be, or it is not certain that one is.
    """
    ticked = [each for each, ink in inked.items() if ink.tick is Tick.TICKED]
    doubtful = [each for each, ink in inked.items() if ink.tick is Tick.UNSURE]
    if not ticked and not doubtful:
        return None
    if len(ticked) != 1:
        raise Unsure
    most = inked[ticked[0]].share * _STRAY
    if any(inked[each].share > most for each in doubtful):
        raise Unsure
    return ticked[0]


def number_of(rows: Sequence[Sequence[Inked]]) -> int | None:
    """Return the number that rows of ten digits say, the first row leading; None if none is ticked.

    A row left out counts as nought, as long as nothing is ticked in the rows before it.

    Raises:
        Unsure: one of the rows is, or the last one says nothing.
    """
    digits = [only_one(dict(enumerate(row))) for row in rows]
    if all(digit is None for digit in digits):
        return None
    while digits[0] is None:
        digits.pop(0)
    number = 0
    for digit in digits:
        if digit is None:
            raise Unsure
        number = number * 10 + digit
    return number


def _empty(shares: NDArray[np.float64]) -> float:
    """Return the ink of an empty box: the middle of the lower half."""
    ordered = np.sort(shares)
    return float(np.median(ordered[: max(1, (len(ordered) + 1) // 2)]))
