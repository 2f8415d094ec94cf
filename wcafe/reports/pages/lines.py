"""Single lines of text: how wide they are, cutting them, drawing them where they must stand."""

import re
from collections.abc import Sequence
from math import inf
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from wcafe.reports.pages.fonts import SANS, font_runs

_MOST_LINES = 8  # of a title that is worth evening out
_BETWEEN_WORDS = re.compile(r"(?<!«) (?![:;?!»])")  # French: never before a colon


def width_of(text: str, size: float, font: str = SANS) -> float:
    """Return how wide one line of `text` is, in points."""
    return sum(float(stringWidth(run, name, size)) for name, run in font_runs(text, font))


def draw_line(
    canvas: Any, text: str, x: float, y: float, *, size: float, font: str = SANS, align: float = 0.0
) -> None:
    """Draw one line of `text`: from x on (`align` 0), centred on it (0.5) or up to it (1)."""
    if align:
        x -= align * width_of(text, size, font)
    for name, run in font_runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, run)
        x += stringWidth(run, name, size)


def shortened(text: str, width: float, size: float, font: str = SANS) -> str:
    """Return as much of `text` as one line of `width` takes, with an ellipsis if that is less."""
    if width_of(text, size, font) <= width:
        return text
    while text and width_of(f"{text}…", size, font) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def size_for(text: str, width: float, lines: int, sizes: tuple[float, float], font: str) -> float:
    """Return the largest size at which `text` takes at most `lines` lines and no word is cut.

    `sizes` are the largest and the smallest to try, in points; the smallest is the answer where
    even that is too large.
    """
    largest, smallest = sizes
    size = largest
    while size > smallest and not _fits(text, width, lines, size, font):
        size -= 0.5
    return size


def evened(text: str, width: float, size: float, font: str) -> str:
    """Return `text` with its line ends where its lines are about equally long.

    So no word is left alone on the last line of a title; and none begins with a colon.
    """
    words = _BETWEEN_WORDS.split(text)
    if any(width_of(word, size, font) > width for word in words):
        return text
    lines, narrow = _lines(words, width, size, font), width
    if not 1 < len(lines) < _MOST_LINES:
        return text
    while narrow > size:
        narrow -= size / 4
        closer = _lines(words, narrow, size, font)
        if len(closer) > len(lines) or any(width_of(line, size, font) > narrow for line in closer):
            break
        lines = closer
    return "\n".join(lines)


def height_of(text: str, width: float, size: float, font: str, leading: float) -> float:
    """Return how high `text` stands, in points; without end where a word would be cut."""
    words = text.split()
    if any(width_of(word, size, font) > width for word in words):
        return inf
    return len(_lines(words, width, size, font)) * leading * size


def _lines(words: Sequence[str], width: float, size: float, font: str) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fits(text: str, width: float, lines: int, size: float, font: str) -> bool:
    used, rows = 0.0, 1
    space = width_of(" ", size, font) or size / 3
    for word in text.split():
        wide = width_of(word, size, font)
        if wide > width:
            return False
        if used and used + space + wide > width:
            rows, used = rows + 1, wide
        else:
            used += (space if used else 0.0) + wide
    return rows <= lines
