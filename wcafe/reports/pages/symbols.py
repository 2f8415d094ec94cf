"""The symbols of tables and themes on paper, told apart in black and white."""

from typing import Any

from reportlab.lib.colors import Color, HexColor, white

from wcafe.domain import marks

DISC, RING, RING_WIDTH = 0.92, 0.7, 0.42  # shares of the radius


def hue_of(number: int) -> Color:
    """Return the colour of table `number`, from 0, or of the theme of that mark."""
    return HexColor(marks.hue(number))


def draw_symbol(
    canvas: Any, number: int, x: float, y: float, size: float, *, ink: Color | None = None
) -> None:
    """Draw the filled symbol of table `number` in the square of `size` at (x, y).

    It has the colour of its table, or `ink`.
    """
    _draw(canvas, number, x, y, size, ink or hue_of(number))


def draw_theme_symbol(canvas: Any, mark: int, x: float, y: float, size: float) -> None:
    """Draw the mark of a theme in that square: a tile with its symbol cut out."""
    corner = marks.TILE * size / 2
    canvas.setFillColor(hue_of(mark))
    canvas.roundRect(x, y, size, size, corner, stroke=0, fill=1)
    _draw(canvas, mark, x + corner, y + corner, size - 2 * corner, white)


def _draw(canvas: Any, number: int, x: float, y: float, size: float, colour: Color) -> None:
    radius = size / 2
    middle, height = x + radius, y + radius
    canvas.setFillColor(colour)
    if corners := marks.outline(number):
        path = canvas.beginPath()
        (first, *others) = [(middle + a * radius, height + b * radius) for a, b in corners]
        path.moveTo(*first)
        for corner in others:
            path.lineTo(*corner)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    elif marks.is_ring(number):
        canvas.saveState()
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(RING_WIDTH * radius)
        canvas.circle(middle, height, RING * radius, stroke=1, fill=0)
        canvas.restoreState()
    else:
        canvas.circle(middle, height, DISC * radius, stroke=0, fill=1)
