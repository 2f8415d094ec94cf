"""Stretches of a paragraph: plain, bold, a raised number that leads to a note, a page."""

from dataclasses import dataclass
from enum import Enum, auto

from reportlab.lib.styles import ParagraphStyle

from wcafe.reports.pages.fonts import BOLD, SANS, SERIF, SERIF_ITALIC
from wcafe.reports.pages.styles import ACCENT, MUTED
from wcafe.reports.pages.words import Link, Look, Stretch

_SMALLEST = 7.2  # points
_WIDEST_PAGE = "88"  # stands for a number that is not known yet
_SQUARE = "\u25a0"  # as wide as each symbol is
_BOLD = {SERIF_ITALIC: SERIF}


class Face(Enum):
    """How a stretch looks beside the others of its paragraph."""

    PLAIN = auto()
    BOLD = auto()
    RAISED = auto()  # a number that leads to a note
    SMALL = auto()  # where something was said
    LEADS = auto()  # small and in the colour of links
    LABEL = auto()  # the number of what follows
    MARK = auto()  # the symbol of a number, in the place of its letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text.

    Attributes:
        text: what it says; spaces at its edges keep it apart from its neighbours.
        face: how it looks.
        link: where it leads.
        place: the name of the place that begins with it.
        mark: whose symbol stands in the place of its letters.
    """

    text: str
    face: Face = Face.PLAIN
    link: Link | None = None
    place: str = ""
    mark: int = 0

    def in_style(self, style: ParagraphStyle) -> Stretch:
        """Return it as it looks in a paragraph of `style`."""
        size = style.fontSize
        small = max(min(size - 1.5, 8), _SMALLEST)
        look = {
            Face.PLAIN: Look(style.fontName, size, style.textColor),
            Face.BOLD: Look(_BOLD.get(style.fontName, BOLD), size, style.textColor),
            Face.RAISED: Look(BOLD, 0.66 * size, ACCENT, 0.34 * size),
            Face.SMALL: Look(SANS, small, MUTED),
            Face.LEADS: Look(SANS, small, ACCENT),
            Face.LABEL: Look(BOLD, size - 1, ACCENT),
            Face.MARK: Look(SANS, min(size - 1.5, 8), MUTED, mark=self.mark),
        }[self.face]
        return Stretch(self.text, look, self.link, self.place)


def page_of(place: str, says: str, shown: str) -> Run:
    """Return the number of the page on which `place` is, as a link to it.

    Args:
        place: its name.
        says: what a screen reader tells of the link.
        shown: what stands there, such as "page {page} ›".
    """
    text = shown.format(page=_WIDEST_PAGE).replace(" ", "\u00a0")
    link = Link(place, says, shown.replace(" ", "\u00a0"))
    return Run(text=text, face=Face.LEADS, link=link)


def symbol(mark: int, link: Link | None = None) -> Run:
    """Return the symbol of the theme of that `mark`."""
    return Run(text=_SQUARE, face=Face.MARK, link=link, mark=mark)
