"""Which boxes are ticked, which are empty, and which only a person can tell.

A tick is ink inside of an outline that empty boxes of the same sheet do not have: what is printed
in them, blurred edges and the noise of the picture are in those too. What is drawn around a box or
beside it may be meant for it: that is for a person to tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

import numpy as np

T = TypeVar("T")

EMPTY, TICKED = 0.04, 0.065
"""How much of the inside may be inked at most in an empty box, and at least in a ticked one."""

FULL, OVER = 0.55, 0.4
"""How much of the inside, and above and below the box, is inked where it was blacked out."""

OUTLINE = 0.1
"""How much of that frame the outline of the box inks at most: more of it, beyond what is inside, is
the edge of a shadow."""

STRAYED = 0.12
"""How much is inked beside a box, where nothing is printed, if what is in it came from there."""

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
    """Where the ink of a box is: shares of what could be inked.

    Attributes:
        share: of its inside, beyond what is in an empty one.
        about: of a frame about its outline.
        beside: of a place farther off, where nothing is printed and no tick should reach.
        is_drawn_at: whether something was drawn around it or next to it.
        is_drawn_near: the same where writing or another tick may reach: it counts where none of
            its row is ticked.
    """

    share: float
    about: float = 0.0
    beside: float = 0.0
    is_drawn_at: bool = False
    is_drawn_near: bool = False

    @property
    def tick(self) -> Tick:
        if self.share < EMPTY:
            return Tick.EMPTY
        is_taken_back = self.share > FULL and self.about > OVER
        is_in_shadow = self.share < self.about - OUTLINE
        if self.share < TICKED or is_taken_back or is_in_shadow or self.beside > STRAYED:
            return Tick.UNSURE
        return Tick.TICKED


def beyond_empty(boxes: Sequence[Inked]) -> list[Inked]:
    """Return the same without what is inked in empty boxes; at least half of these are empty.

    All have the same printed in them, or nothing.
    """
    ordered = np.sort([box.share for box in boxes])
    empty = float(np.median(ordered[: max(1, (len(ordered) + 1) // 2)]))
    return [replace(box, share=box.share - empty) for box in boxes]


def only_one(inked: Mapping[T, Inked]) -> T | None:
    """Return the one that is ticked; None if none is.

    Raises:
        Unsure: several may be, it is not certain that one is, or another may be meant by what is
            drawn beside it.
    """
    one = _ticked(inked)
    for each, ink in inked.items():
        if each != one and (ink.is_drawn_at or (one is None and ink.is_drawn_near)):
            raise Unsure
    return one


def _ticked(inked: Mapping[T, Inked]) -> T | None:
    """Return the one that is ticked by what is inside of them, or raise Unsure."""
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
        Unsure: one of the rows is, the last one says nothing, or something is drawn beside one
            in which none is ticked.
    """
    digits = [_ticked(dict(enumerate(row))) for row in rows]
    is_empty = all(digit is None for digit in digits)
    for row, digit in zip(rows, digits, strict=True):
        if digit is None and any(i.is_drawn_at or (is_empty and i.is_drawn_near) for i in row):
            raise Unsure
    if is_empty:
        return None
    while digits[0] is None:
        digits.pop(0)
    number = 0
    for digit in digits:
        if digit is None:
            raise Unsure
        number = number * 10 + digit
    return number
