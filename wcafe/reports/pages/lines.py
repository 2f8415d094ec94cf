"""Single lines of text: how wide they are, shortening them, drawing them where they must stand."""

from functools import lru_cache
from typing import Any

from wcafe.reports.pages.fonts import (
    SANS,
    font_runs,
    is_shaped,
    runs_in_order,
    shaped,
    width_of_run,
)


def width_of(text: str, size: float, font: str = SANS) -> float:
    """Return how wide one line of `text` is, in points."""
    return sum(_width_at_1(run, name) for name, run in font_runs(text, font)) * size


@lru_cache(maxsize=65_536)  # words come again and again
def _width_at_1(text: str, font: str) -> float:
    return width_of_run(text, font)


@lru_cache(maxsize=65_536)
def _width_in_order(text: str, font: str) -> float:
    return sum(_width_at_1(run, name) for name, run in runs_in_order(text, font))


def width_in_logical_order(text: str, size: float, font: str) -> float:
    """Return how wide `text` is whose letters are those that are drawn, in whatever order."""
    return _width_in_order(text, font) * size


def draw_line(
    canvas: Any, text: str, x: float, y: float, *, size: float, font: str = SANS, align: float = 0.0
) -> None:
    """Draw one line of `text`: from x on (`align` 0), centred on it (0.5) or up to it (1)."""
    if align:
        x -= align * width_of(text, size, font)
    for name, run in font_runs(text, font):
        canvas.setFont(name, size)
        if is_shaped(name):
            canvas._code.append(canvas.actual_text(run))
        canvas.drawString(x, y, shaped(run, name))
        if is_shaped(name):
            canvas._code.append("EMC")
        x += _width_at_1(run, name) * size


def shortened(text: str, width: float, size: float, font: str = SANS) -> str:
    """Return as much of `text` as one line of `width` takes, with an ellipsis if that is less."""
    if width_of(text, size, font) <= width:
        return text
    while text and width_of(f"{text}…", size, font) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
