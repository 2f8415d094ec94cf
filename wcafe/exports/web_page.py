"""A text as one accessible HTML file: no script, and nothing in it asks for anything."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from wcafe.domain import marks
from wcafe.exports.templates import html_templates
from wcafe.exports.texts.document import (
    REGIONS,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Point,
    Points,
    Quote,
    TextDocument,
)
from wcafe.i18n import Words

_FEWEST_CONTENTS = 3  # headings, below which nobody needs a table of contents
_NOTHING, _LIST = Markup(""), Markup("<ul>")
_POINT_ENDS, _LIST_ENDS = Markup("</li>"), Markup("</ul></li>")


def to_html(document: TextDocument, words: Words) -> str:
    """Return `document` as a page in HTML; all text is escaped where it is filled in."""
    _ = words.gettext
    contents = document.contents
    phrases = {
        "contents": _("Contents"),
        "skip": _("Skip to the text"),
        "mark": _("Mark of the theme"),
    }
    page = _templates().get_template("document.html")
    return page.render(
        document=document,
        region=REGIONS[document.language],
        contents=contents if len(contents) >= _FEWEST_CONTENTS else [],
        phrases=phrases,
    )


@cache
def _templates() -> Environment:
    templates = html_templates()
    kinds = {
        "heading": Heading,
        "paragraph": Paragraph,
        "points": Points,
        "quote": Quote,
        "grid": Grid,
        "picture": Figure,
    }
    templates.tests |= {name: _is_a(kind) for name, kind in kinds.items()}
    templates.filters |= {
        "in_lines": _in_lines,
        "as_address": _as_address,
        "nested": _nested,
        "hue": marks.hue,
        "outline": _outline,
        "is_ring": marks.is_ring,
    }
    return templates


def _is_a(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


def _in_lines(text: str) -> Markup:
    """Return `text` escaped, with its line ends as breaks."""
    return Markup("<br>").join(text.split("\n"))


def _as_address(jpeg: bytes) -> str:
    """Return a picture as the address of itself: the page asks for no other file."""
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode()}"


def _nested(points: Iterable[Point]) -> Iterator[tuple[Markup, Point, Markup]]:
    """Yield each point with the tags that begin and end lists around it."""
    listed = list(points)
    depths = [-1, *(point.depth for point in listed), 0]
    for above, point, below in zip(depths, listed, depths[2:], strict=False):
        begins = _LIST if point.depth > above else _NOTHING
        ends = _NOTHING if below > point.depth else _POINT_ENDS
        yield begins, point, ends + _LIST_ENDS * max(point.depth - below, 0)


def _outline(mark: int) -> str:
    """Return the corners of a theme's symbol as SVG has them; empty for a disc and a ring."""
    size = 1 - marks.TILE
    corners = marks.outline(mark) or ()
    return " ".join(f"{size * x:.3f},{-size * y:.3f}" for x, y in corners)
