"""What has which room on a badge, worked out from its size and from how many rounds it tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reportlab.lib.units import mm

from wcafe.domain.badge_sheet import BadgeSheet
from wcafe.errors import TooManyRounds
from wcafe.reports.pages.grid import Grid

LEAST_READ = 8.0
"""The smallest size in points of a table's number, and of a first name, that is read in a hand."""

SMALLEST = 5.0
"""Of what is printed at all, in points; a name that is longer goes on in the next line."""

_WIDTH, _HEIGHT = 105 * mm, 74 * mm  # of an A7, for which all sizes were drawn at first
_LOW = 45 * mm  # so low that the code stands beside the route and not above it
_BLANK = 5 * mm  # along the edge of the paper, where office printers print nothing
_MOST_ROWS = 4
_STOP = 1.3  # times a number's size: from there on its symbol stands beside it
_COMFORTABLE, _NAMES = 0.62, 0.42  # of the largest number, of the height: no more is asked for


class Beside(Enum):
    """What the code stands beside, at the right of it."""

    ABOUT = auto()  # above the route and below the names
    ROUTE = auto()  # on a low badge
    NAMES = auto()  # on a low badge with a route of many rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSize:
    """How the stops of a route are set: in how many rows, and how large. In points.

    Attributes:
        rows: one below the other, each with as many stops as the first one or fewer.
        columns: how many stops stand side by side.
        step: from one stop to the next.
        high: from one row to the next.
        number: the size of a table's number.
        small: the size of the words above it.
    """

    rows: int
    columns: int
    step: float
    high: float
    number: float
    small: float

    @property
    def is_wide(self) -> bool:
        """Does the symbol of a table stand beside its number? Else beside the round's words."""
        return self.step >= 2 * _STOP * self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSize:
    """How large a badge is, and what has which room on it. All in points.

    Attributes:
        grid: where badges lie on their page; a badge is as wide and high as a piece of it.
        edge: what a printer or a holder may hide.
        rim: what office printers leave blank along the edge of the paper.
        bar: how high the bar at the top is.
        title: the size of the event's name.
        wish: the size of the words of a wish.
        about: the size of where somebody comes from.
        mark: the size of the plan's mark.
        code: the side of the code.
        beside: what that stands beside.
        route: how the route is set.
        strip: how high the ground of the route is.
        first: the largest and the smallest size of the first of two names.
        second: the same of the second one.
        names: how high both are together.
        line: how far the line for a name lies above the route.
    """

    grid: Grid
    edge: float
    rim: float
    bar: float
    title: float
    wish: float
    about: float
    mark: float
    code: float
    beside: Beside
    route: RouteSize
    strip: float
    first: tuple[float, float]
    second: tuple[float, float]
    names: float
    line: float

    @property
    def room(self) -> float:
        """What can be written on from left to right."""
        return self.grid.width - 2 * self.edge

    @property
    def top(self) -> float:
        """Where writing begins below the bar."""
        return self.grid.height - self.rim - self.bar - self.bar / 3

    def room_beside(self, *parts: Beside) -> float:
        """What any of `parts` has from left to right, with the code where that is beside it."""
        return self.room - (self.code + self.edge / 2 if self.beside in parts else 0)

    @property
    def route_room(self) -> float:
        return self.room_beside(Beside.ROUTE)

    @property
    def about_room(self) -> float:
        return self.room_beside(Beside.ABOUT, Beside.NAMES)

    @property
    def names_room(self) -> float:
        return self.room_beside(Beside.NAMES)


def size_on(sheet: BadgeSheet, rounds: int) -> BadgeSize:
    """Return the sizes of what stands on the badges of `sheet` with a route of so many `rounds`.

    Raises:
        TooManyRounds: name and route have no room in which both are read.
    """
    places = (Beside.ROUTE, Beside.NAMES) if sheet.height * mm < _LOW else (Beside.ABOUT,)
    sizes = [
        _with_route(sheet, route, beside)
        for beside in places
        for route in _routes(sheet, max(rounds, 1), beside)
        if route.number >= LEAST_READ
    ]
    comfortable = max(_COMFORTABLE * _largest_number(_scale_of(sheet)), 10.0)

    def comfort(size: BadgeSize) -> float:
        number, names = size.route.number / comfortable, size.names / (_NAMES * size.grid.height)
        return min(number, 1.0) + 2 * min(names, 1.0)

    best = max((size for size in sizes if size.first[0] >= LEAST_READ), key=comfort, default=None)
    if best is None:
        raise TooManyRounds(rounds=rounds, width=sheet.width, height=sheet.height)
    return best


def _with_route(sheet: BadgeSheet, route: RouteSize, beside: Beside) -> BadgeSize:
    scale, height = _scale_of(sheet), sheet.height * mm
    edge, rim, code = _edge(sheet), _rim(sheet), _code(scale)
    bar = _between(1.2 * mm, 3.2 * mm * scale, 5 * mm)
    title, about = _between(6, 8 * scale, 11), _between(6.5, 8 * scale, 11)
    mark = _between(4.5, 5 * scale, 6)
    strip = route.rows * route.high + 1.9 * mark
    if beside is Beside.ROUTE:
        strip = max(strip, code)
    top = height - rim - bar - bar / 3 - 1.4 * title
    below = max(code, 3 * about) if beside is Beside.ABOUT else 1.5 * about
    names = max(top - edge - strip - 3 - below, 0.0)
    first = round(0.52 * names * 2) / 2
    return BadgeSize(
        grid=grid_of(sheet),
        edge=edge,
        rim=rim,
        bar=bar,
        title=title,
        wish=_between(6.5, 9 * scale, 13),
        about=about,
        mark=mark,
        code=code,
        beside=beside,
        route=route,
        strip=strip,
        first=(first, SMALLEST),
        second=(max(round(0.53 * first * 2) / 2, SMALLEST), SMALLEST),
        names=names,
        line=0.12 * names,
    )


def _routes(sheet: BadgeSheet, rounds: int, beside: Beside) -> Iterator[RouteSize]:
    """Yield the ways in which a route can be set, those of few rows and large numbers first."""
    scale = _scale_of(sheet)
    room = sheet.width * mm - 2 * _edge(sheet)
    if beside is Beside.ROUTE:
        room -= _code(scale) + _edge(sheet) / 2
    for rows in range(1, _MOST_ROWS + 1):
        columns = -(-rounds // rows)
        step = room / columns
        small = min(_between(5, 7.5 * scale, 10), 0.36 * step)
        largest = min(_largest_number(scale), 0.54 * step)
        for number in (largest, min(largest, LEAST_READ)):
            yield RouteSize(
                rows=-(-rounds // columns),
                columns=columns,
                step=step,
                high=1.5 * small + 1.1 * number,
                number=number,
                small=small,
            )


def _scale_of(sheet: BadgeSheet) -> float:
    return min(sheet.width * mm / _WIDTH, sheet.height * mm / _HEIGHT, 2.0)


def _edge(sheet: BadgeSheet) -> float:
    return max(_between(2.6 * mm, 6 * mm * _scale_of(sheet), 9 * mm), _rim(sheet))


def _rim(sheet: BadgeSheet) -> float:
    return max(_BLANK - sheet.least_margin * mm, 1 * mm)


def _code(scale: float) -> float:
    return _between(10 * mm, 13 * mm * scale, 22 * mm)


def _largest_number(scale: float) -> float:
    return _between(12, 19 * scale, 30)


def grid_of(sheet: BadgeSheet) -> Grid:
    """Return where pieces as large as these badges lie on their paper."""
    return Grid(
        width=sheet.width * mm,
        height=sheet.height * mm,
        columns=sheet.columns,
        rows=sheet.rows,
        page=(sheet.page[0] * mm, sheet.page[1] * mm),
        left=sheet.left * mm,
        top=sheet.top * mm,
        gap_across=sheet.across * mm,
        gap_down=sheet.down * mm,
        is_cut=sheet.is_cut,
    )


def _between(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))
