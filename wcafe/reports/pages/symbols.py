"""The symbols of tables and themes on paper, told apart in black and white."""

from typing import Any

from reportlab.lib.colors import Color, HexColor

from wcafe.domain import marks

DISC, RING, RING_WIDTH = 0.92, 0.7, 0.42  # shares of the radius


def hue_of(number: int) -> Color:
    """Return the colour of table or theme `number`, from 0."""
    return HexColor(marks.hue(number))


def draw_symbol(canvas: Any, number: int, x: float, y: float, size: float) -> None:
    """Draw the filled symbol of table or theme `number` in the square of `size` at (x, y)."""
    radius = size / 2
    middle, height = x + radius, y + radius
    canvas.setFillColor(hue_of(number))
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
        canvas.setStrokeColor(hue_of(number))
        canvas.setLineWidth(RING_WIDTH * radius)
        canvas.circle(middle, height, RING * radius, stroke=1, fill=0)
        canvas.restoreState()
    else:
        canvas.circle(middle, height, DISC * radius, stroke=0, fill=1)
