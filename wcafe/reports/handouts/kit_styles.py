"""The headings, lines and points of a host kit, in whatever size its page allows."""

from collections.abc import Iterable

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.reports.pages.large_type import sized
from wcafe.reports.pages.lists import list_in
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.styles import BODY, HEADING, MUTED
from wcafe.reports.pages.tags import Node

_SECTION = ParagraphStyle(
    "kit_section", HEADING, fontSize=10, leading=13, spaceBefore=9, spaceAfter=3
)
_LINE = ParagraphStyle("kit_line", BODY, fontSize=10, leading=13.4, spaceAfter=3)
_NAMED = ParagraphStyle("kit_named", _LINE, leading=12.6, spaceAfter=1)
_SMALL = ParagraphStyle("kit_small", _LINE, fontSize=10, leading=13, textColor=MUTED)


def section(words: str, size: float, parent: Node, paper: Paper) -> Flowable:
    """Return a heading, which stays with what stands below it."""
    return paper.text(words, sized(_SECTION, 1.25 * size), tag="H2", parent=parent)


def line(words: str, size: float, parent: Node, paper: Paper, *, stays: bool = False) -> Flowable:
    """Return a line; one that `stays` keeps what stands below it on its page."""
    return paper.text(words, sized(_LINE, size, keepWithNext=stays), parent=parent)


def small(words: str, size: float, parent: Node, paper: Paper, *, stays: bool = False) -> Flowable:
    """Return a quiet line; one that `stays` keeps what stands below it on its page."""
    return paper.text(words, sized(_SMALL, 0.88 * size, keepWithNext=stays), parent=parent)


def named(words: str, size: float, parent: Node, paper: Paper) -> Flowable:
    """Return a line of a list of people, in which no sign of a name is changed."""
    return paper.text(words, sized(_NAMED, size), parent=parent, as_typed=True)


def points(texts: Iterable[str], size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return a list of `texts`, each behind a dash."""
    listed = list_in(parent, "Disc")
    style = sized(_LINE, size, leftIndent=1.2 * size)
    made: list[Flowable] = []
    for text in texts:
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), "–")
        made.append(paper.text(text, style, tag="LBody", parent=item, bullet=bullet))
    return made
