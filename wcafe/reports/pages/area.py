"""Text in an area of fixed size: it becomes smaller before anything of it is cut, which is told."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wcafe.reports.pages.fitting import evened, fitted
from wcafe.reports.pages.fonts import reach_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.tags import Node


def text_within(
    paper: Paper,
    said: str,
    style: ParagraphStyle,
    area: tuple[float, float],
    *,
    smallest: float = 4,
    tag: str = "P",
    parent: Node,
    outline: int | None = None,
    is_even: bool = False,
) -> TaggedParagraph:
    """Return `said` as a paragraph that an area takes, set for its width.

    Args:
        paper: what it is for; it remembers what had to be cut.
        said: the words.
        style: how they look at their largest.
        area: how wide and how high it is, in millimetres.
        smallest: the size in points below which they are cut instead.
        tag: what they are in the structure, below `parent`.
        parent: see there.
        outline: the depth at which they stand in the bookmarks.
        is_even: whether all lines are about equally long.
    """
    width, height = area[0] * mm, area[1] * mm
    wanted = paper.set(said)
    shown, size = fitted(wanted, width, height, (style.fontSize, smallest), style)
    if shown != wanted:
        paper.cut_names.append(said)
    if is_even:
        shown = evened(shown, width, size, style.fontName)
    made = paper.text(shown, at_size(style, size), tag=tag, parent=parent, outline=outline)
    made.wrap(width, height)
    return made


def first_line(words: TaggedParagraph) -> float:
    """Return how far below its top the first line of a paragraph stands, in millimetres."""
    above, _below = reach_of(words.style.fontName)
    return above * float(words.style.fontSize) / mm


def at_size(style: ParagraphStyle, size: float) -> ParagraphStyle:
    """Return `style` with letters of another size, and its lines as far apart in proportion."""
    if size == style.fontSize:
        return style
    leading = style.leading / style.fontSize * size
    return ParagraphStyle(f"{style.name}-{size}", parent=style, fontSize=size, leading=leading)
