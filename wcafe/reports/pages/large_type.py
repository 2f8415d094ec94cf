"""Type as large as a box holds it: what is read from afar, and what differs in length."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.text import abridged
from wcafe.reports.pages.columns import Stack, stacked
from wcafe.reports.pages.fitting import evened, height_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.tags import Node

Make = Callable[[float, Node], Sequence[Flowable]]
"""Makes parts in letters of a size, in points, below a node."""

Room = tuple[float, float]
"""How wide and how high a box is, in points."""

_STEP = 0.95  # from one size to the next that is tried


def largest_size(make: Make, room: Room, sizes: tuple[float, float]) -> float | None:
    """Return the largest size in which all that `make` makes fits and no word is cut.

    Args:
        make: the parts.
        room: of all of them, one above the other.
        sizes: the largest and the smallest to try; None says that even that is too large. In the
            smallest a word that no line holds is cut.
    """
    tried = sizes_between(*sizes)
    if stacked(make(sizes[1], Node("Sect")), room[0]).height > room[1]:
        return None
    low, high = 0, len(tried) - 1  # the place of the first that fits is between them
    while low < high:
        middle = (low + high) // 2
        if _fits(make, room, tried[middle]):
            high = middle
        else:
            low = middle + 1
    return tried[high]


def sizes_between(largest: float, smallest: float) -> list[float]:
    """Return the sizes that are tried, from the largest to the smallest."""
    sizes = [largest]
    while sizes[-1] * _STEP > smallest:
        sizes.append(sizes[-1] * _STEP)
    return [*sizes, smallest] if smallest < sizes[-1] else sizes


def _fits(make: Make, room: Room, size: float) -> bool:
    parts = make(size, Node("Sect"))
    stack = stacked(parts, room[0])
    return stack.height <= room[1] and not any(
        part.is_cut for part in parts if isinstance(part, TaggedParagraph)
    )


def large_text(
    text: str,
    style: ParagraphStyle,
    room: Room,
    sizes: tuple[float, float],
    paper: Paper,
    *,
    tag: str = "P",
    parent: Node | None = None,
    outline: int | None = None,
) -> Stack:
    """Return `text` in the largest of `sizes` in which it stands in `room`.

    What even the smallest does not hold ends in […]. That is told with the document, as are words
    that no line holds.
    """
    shown, leading = paper.set(text), style.leading / style.fontSize
    width, high = room
    fitting = [
        size
        for size in sizes_between(*sizes)
        if height_of(shown, width, size, style.fontName, leading) <= high
    ]
    size = fitting[0] if fitting else sizes[1]
    if not fitting:
        paper.note_cut(abridged(text, 60), sized(style, size), width)
        whole = shown
        lines = max(int(high / (leading * size)), 1)
        most = int(lines * width / (0.55 * size))
        while most > 1 and _height(shown, style, size, width, paper) > high:
            shown = abridged(whole, most)
            most -= max(most // 20, 1)
        if shown != whole:
            paper.cut_names.append(abridged(text, 60))
    else:
        shown = evened(shown, width, size, style.fontName)
    made = paper.text(
        shown, sized(style, size), tag=tag, parent=parent, outline=outline, as_typed=True
    )
    return stacked([made], width)


def _height(text: str, style: ParagraphStyle, size: float, width: float, paper: Paper) -> float:
    part = paper.text(text, sized(style, size), parent=Node("Sect"), as_typed=True)
    return part.wrap(width, 0)[1]


def sized(style: ParagraphStyle, size: float, **facts: Any) -> ParagraphStyle:
    """Return `style` in letters of `size` points, with its leading in the same proportion."""
    leading = style.leading / style.fontSize * size
    return ParagraphStyle(
        f"{style.name}-{size:g}", parent=style, fontSize=size, leading=leading, **facts
    )
