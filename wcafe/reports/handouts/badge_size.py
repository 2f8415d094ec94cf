"""How large badges are: a size is a value, and another one is another value."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from wcafe.reports.pages.grid import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSize:
    """How large a badge is, and what has which room on it. All in points.

    Attributes:
        grid: where badges lie on their page; a badge is as wide and high as a piece of it.
        first: the largest and the smallest size of the first of two names.
        second: the same of the second one.
        names: how high both are together, down to where somebody comes from.
        about: how long that may be in one line; beside the code it goes over two.
        edge: what a printer or a holder may hide.
        rim: what office printers leave blank along the edge of the paper.
        bar: how high the bar at the top is.
        strip: how high the ground of the route is.
        stop: how wide a table's number and its symbol are at least, side by side.
        small: the size of the words above a number.
        number: the largest size of one.
        words_low: how far those words stand below the top of the strip.
        number_high: how far a number stands above its foot.
        role: the size of what stands instead of a route.
        code: the side of the code.
        line: how far the line for a name lies above the route.
    """

    grid: Grid
    first: tuple[float, float]
    second: tuple[float, float]
    names: float
    about: float
    edge: float
    rim: float
    bar: float
    strip: float
    stop: float
    small: float
    number: float
    words_low: float
    number_high: float
    role: float
    code: float
    line: float

    @property
    def room(self) -> float:
        """What can be written on from left to right."""
        return self.grid.width - 2 * self.edge


A7 = BadgeSize(  # lying: two by four make an A4, with nothing lost
    grid=Grid(width=105 * mm, height=74 * mm, columns=2, rows=4),
    first=(36.0, 5.0),
    second=(19.0, 5.0),
    names=72.0,
    about=130 * mm,
    edge=6 * mm,
    rim=5 * mm,
    bar=3.2 * mm,
    strip=17 * mm,
    stop=24.0,
    small=7.5,
    number=18.0,
    words_low=13,
    number_high=12.5,
    role=17,
    code=13 * mm,
    line=9.0,
)
