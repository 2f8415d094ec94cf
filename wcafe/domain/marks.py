"""The marks by which tables and themes are told apart: title, colour and symbol of a number.

A table has its symbol, a theme the symbol cut out of a tile, so that nobody takes one for the
other. Colour never speaks alone. There is one symbol more than there are colours, so that the first
72 pairs are all different, and by then numbers differ.
"""

from math import cos, pi, sin

from wcafe.domain.agenda import Round
from wcafe.i18n import Words

Outline = tuple[tuple[float, float], ...]
"""Corners of a closed shape in the circle of radius 1, the y axis pointing up."""

HUES = (
    "#2F6F8F",
    "#6A8F3A",
    "#BF8B1E",
    "#8A4B7D",
    "#C05A2B",
    "#3B7A6B",
    "#5B67A8",
    "#A0454F",
)


def table_title(table: int, name: str, words: Words) -> str:
    """Return what `table`, from 0, is called: its number, and its name if it has one.

    >>> from wcafe.i18n import ENGLISH
    >>> table_title(2, "Garden", ENGLISH), table_title(0, "", ENGLISH)
    ('Table 3 · Garden', 'Table 1')
    """
    title = words.gettext("Table {number}").format(number=table + 1)
    return f"{title} · {name}" if name else title


def round_title(number: int, round_: Round, words: Words) -> str:
    """Return what a round is called: its `number`, from 0, and its name, or else its day.

    >>> from wcafe.i18n import ENGLISH
    >>> round_title(1, Round(name="Friday evening"), ENGLISH), round_title(0, Round(), ENGLISH)
    ('Round 2 · Friday evening', 'Round 1')
    """
    title = words.gettext("Round {number}").format(number=number + 1)
    name = round_name(round_, words)
    return f"{title} · {name}" if name else title


def round_name(round_: Round, words: Words) -> str:
    """Return the name of a round, or else its day; nothing where it has neither."""
    if round_.name or round_.day is None:
        return round_.name
    from wcafe.written import long_day  # it loads calendars, and few rounds have a day alone

    return long_day(round_.day, words.info().get("language", "en"))


def hue(number: int) -> str:
    """Return the colour of table or theme `number`, from 0, as #RRGGBB."""
    return HUES[number % len(HUES)]


def outline(number: int) -> Outline | None:
    """Return the symbol of table or theme `number`, from 0; None for a disc and for a ring.

    >>> is_ring(6), outline(6) is None, len(outline(2))
    (True, True, 3)
    """
    return _OUTLINES[number % len(_OUTLINES)]


def is_ring(number: int) -> bool:
    return number % len(_OUTLINES) == _RING


def _polygon(corners: int, *, turn: float = 0.0) -> Outline:
    return tuple(_at(1.0, turn + k / corners) for k in range(corners))


def _star(tips: int, waist: float) -> Outline:
    return tuple(_at((1.0, waist)[k % 2], k / tips / 2) for k in range(2 * tips))


def _at(radius: float, turn: float) -> tuple[float, float]:
    """Return the point at `turn` of a circle, 0 at the top, clockwise."""
    return radius * sin(2 * pi * turn), radius * cos(2 * pi * turn)


TILE = 0.3
"""How round the corners of a theme's tile are, and how far its symbol stays off the edge, as shares
of its radius."""

_RING = 6
_OUTLINES: tuple[Outline | None, ...] = (
    None,  # disc
    _polygon(4, turn=1 / 8),  # square
    _polygon(3),  # triangle
    _polygon(4),  # diamond
    _star(5, 0.42),
    _polygon(6),  # hexagon
    None,  # ring
    _star(4, 0.34),  # cross-like star
    _polygon(3, turn=1 / 2),  # triangle on its tip
)
