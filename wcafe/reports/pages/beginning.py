"""Where chapters begin, and what stays together: the one rule for the ends of pages.

- A chapter, theme or table begins on a new page where it does not fit whole on the rest of this one
  and this one is more than `_FULL` full. Else it goes on below what is there.
- A heading stays with the beginning of what it heads: two lines of a text, three items of a list.
- Whatever has to go to the next page as a whole is at most `_MOST` of a page, so no page but the
  last is left with less than a third on it.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable
from reportlab.platypus.doctemplate import FrameBreak

PAGE_ROOM = 170 * mm, 257 * mm
"""What a page of running text takes, in points."""

_FULL = 0.6  # of a page
_MOST = 0.6  # of a page
_BEGINS = 40 * mm  # of what goes on on the next page
_LEAST_ITEMS = 3  # that stand under a heading before its page ends
_HIGH = 10_000  # points: as much as there ever is


def height_of(story: Sequence[Flowable], width: float, most: float = _HIGH) -> float:
    """Return how high `story` stands on one page, with the gaps between its parts.

    Where that is more than `most` it is not measured to its end.
    """
    height, gap = 0.0, 0.0
    for part in story:
        if height > most:
            break
        high = part.wrap(width, _HIGH)[1]
        height += max(gap, part.getSpaceBefore()) + high
        gap = part.getSpaceAfter()
    return height + gap


def begin(head: Sequence[Flowable], body: Sequence[Flowable]) -> list[Flowable]:
    """Return `head` and `body`, which begin where the rule of this module lets them begin."""
    width, room = PAGE_ROOM
    least, items = height_of(head, width, room), 0
    for part in body:
        high = height_of([part], width, room)
        least += high if type(part).split is Flowable.split else min(high, _BEGINS)
        items += not getattr(part, "keepWithNext", False)
        if items == _LEAST_ITEMS:
            break
    least = min(least, _MOST * room)
    whole = height_of([*head, *body], width, room)
    return [_Begin(least, whole), *head, *body]


class _Begin(CondPageBreak):
    """Ends the page where the chapter that follows is not to begin on it."""

    def __init__(self, least: float, whole: float) -> None:
        super().__init__(least)
        self._whole = whole

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        is_full = height < (1 - _FULL) * PAGE_ROOM[1]
        needed = self._whole if is_full else self.height
        if height < min(needed, PAGE_ROOM[1]) and not _is_at_top(self):
            _frame_of(self).add_generated_content(FrameBreak)
        return 0, 0


class Headed(Flowable):
    """Headings and what stands under them, whose beginning they never leave.

    What stands there may be long: then it begins here and goes on on the next page.
    """

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self._content = list(parts)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, 0xFFFFFF  # more than there is: it is always split, see below

    def split(self, width: float, height: float) -> list[Any]:
        """Return the parts themselves, behind the end of the page where they do not begin here."""
        *heads, last = self._content
        left = height - height_of(heads, width)
        canvas: Any = self.canv
        gap = max(heads[-1].getSpaceAfter() if heads else 0, last.getSpaceBefore())
        begins = last.wrapOn(canvas, width, _HIGH)[1] <= left - gap or bool(
            left > gap and last.splitOn(canvas, width, left - gap)
        )
        if begins or _is_at_top(self):
            return list(self._content)
        return [FrameBreak(), *self._content]


def _frame_of(part: Any) -> Any:
    return getattr(part, "_frame", None) or part._doctemplateAttr("frame")


def _is_at_top(part: Any) -> bool:
    return bool(getattr(_frame_of(part), "_atTop", False))
