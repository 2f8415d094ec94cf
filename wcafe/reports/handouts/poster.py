"""A poster: a title and what stands below it, as large as one page holds; more pages if need be."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.reports.pages.columns import Columns, Stack, stacked
from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.large_type import Make, Room, large_text, largest_size
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import ACCENT, TITLE

EDGE, _TOP, _FOOT = 17 * mm, 17 * mm, 9 * mm
_BELOW_TITLE, _ABOVE_FOOT = 11 * mm, 8 * mm
_RULE = 24 * mm  # the short line below a title
_HEAD = ParagraphStyle("poster_title", TITLE, fontSize=20, leading=23, spaceAfter=0)
_HEADS = (58.0, 20.0)  # the largest and smallest letters of a title
_MOST = 0.16  # of the page's height that a title takes


class Poster:
    """One page with its title, its words, and what is drawn of it."""

    def __init__(self, title: str, paper: Paper, feet: tuple[str, str]) -> None:
        """Make it with its title alone.

        Args:
            title: what it is about.
            paper: what it is printed on.
            feet: what stands at the left and at the right of its foot.
        """
        self._width, self._height = paper.page
        self._feet = feet
        self.node = paper.root.add("Sect")
        wide = self._width - 2 * EDGE
        self._title = large_text(
            title,
            _HEAD,
            (wide, _MOST * self._height),
            _HEADS,
            paper,
            tag="H1",
            parent=self.node,
            outline=0,
        )
        self.top = self._height - _TOP - self._title.height - _BELOW_TITLE
        self.room: Room = (wide, self.top - _FOOT - _ABOVE_FOOT)
        self.parts: Stack | None = None

    def draw(self, canvas: Any) -> None:
        self._title.draw_on(canvas, EDGE, self._height - _TOP)
        with canvas.artifact():
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(1.6)
            high = self.top + 0.62 * _BELOW_TITLE
            canvas.line(EDGE, high, EDGE + _RULE, high)
        if self.parts is not None:
            self.parts.draw_on(canvas, EDGE, self.top)
        draw_foot(canvas, *self._feet, (EDGE, self._width - EDGE), _FOOT)


def posters_of(
    title: str, make: Make, sizes: tuple[float, float], paper: Paper, feet: tuple[str, str]
) -> list[Poster]:
    """Return one poster on which all that `make` makes is as large as it fits.

    What the smaller of the `sizes` does not put on one page goes on on the next.
    """
    poster = Poster(title, paper, feet)
    size = largest_size(make, poster.room, sizes)
    if size is not None:
        poster.parts = stacked(make(size, poster.node), poster.room[0])
        return [poster]
    made: list[Poster] = []
    rest: Sequence[Flowable] = [Columns(make(sizes[1], poster.node), columns=1)]
    while rest:
        if made:
            told = paper.words.gettext("{title}, continued").format(title=title)
            poster = Poster(told, paper, feet)
        page, *rest = rest[0].split(*poster.room)
        poster.parts = stacked([page], poster.room[0])
        made.append(poster)
    return made
