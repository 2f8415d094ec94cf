"""The symbols of tables and themes: nine shapes, told apart in black and white."""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Any

from reportlab.lib.colors import Color

from wcafe.reports.styles import HUES

Points = list[tuple[float, float]]


def hue_of(number: int) -> Color:
    """Return the colour of table or theme `number`, from 0."""
    return HUES[number % len(HUES)]


def draw_symbol(canvas: Any, number: int, x: float, y: float, size: float) -> None:
    """Draw the filled symbol of table or theme `number` in the square of `size` at (x, y).

    Eight colours and nine shapes: 72 pairs before one comes back, and by then numbers differ.
    """
    canvas.setFillColor(hue_of(number))
    _SHAPES[number % len(_SHAPES)](canvas, x + size / 2, y + size / 2, size / 2)


def _polygon(corners: int, *, turn: float = 0.0) -> Callable[[Any, float, float, float], None]:
    def draw(canvas: Any, x: float, y: float, radius: float) -> None:
        _fill(canvas, [_at(x, y, radius, turn + k / corners) for k in range(corners)])

    return draw


def _star(tips: int, waist: float) -> Callable[[Any, float, float, float], None]:
    def draw(canvas: Any, x: float, y: float, radius: float) -> None:
        radii = (radius, waist * radius)
        points = [_at(x, y, radii[k % 2], k / tips / 2) for k in range(2 * tips)]
        _fill(canvas, points)

    return draw


def _disc(canvas: Any, x: float, y: float, radius: float) -> None:
    canvas.circle(x, y, 0.92 * radius, stroke=0, fill=1)


def _ring(canvas: Any, x: float, y: float, radius: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(canvas._fillColorObj)
    canvas.setLineWidth(0.42 * radius)
    canvas.circle(x, y, 0.7 * radius, stroke=1, fill=0)
    canvas.restoreState()


def _at(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """Return the point at `turn` of a circle, 0 at the top, clockwise."""
    return x + radius * sin(2 * pi * turn), y + radius * cos(2 * pi * turn)


def _fill(canvas: Any, points: Points) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


_SHAPES: tuple[Callable[[Any, float, float, float], None], ...] = (
    _disc,
    _polygon(4, turn=1 / 8),  # square
    _polygon(3),  # triangle
    _polygon(4),  # diamond
    _star(5, 0.42),
    _polygon(6),  # hexagon
    _ring,
    _star(4, 0.34),  # cross-like star
    _polygon(3, turn=1 / 2),  # triangle on its tip
)
