"""Strokes as hands draw them on a sheet: ticks of many kinds, words that nobody can read."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from wcafe.domain.sheet_layout import TICK

PENS = {
    "blue": (28, 44, 128),
    "black": (32, 31, 36),
    "grey": (112, 112, 118),
    "red": (176, 32, 40),
}
"""Colours of ball pens and felt pens, and of a pencil."""

TICKS = ("cross", "check", "stroke", "filled", "half", "outline", "circle", "beside")
_HOW_OFTEN = (0.49, 0.26, 0.14, 0.06, 0.03, 0.01, 0.006, 0.004)
BESIDE = ("circle", "beside")
"""Those of which nothing says whether the box is meant."""


@dataclass(frozen=True, kw_only=True)
class Pen:
    colour: tuple[int, int, int]
    width: float  # millimetres
    wobble: float  # millimetres by which a hand strays


def any_pen(rng):
    name = rng.choice(list(PENS), p=[0.45, 0.35, 0.15, 0.05])
    width = rng.uniform(0.35, 0.6) if rng.random() < 0.8 else rng.uniform(0.7, 1.2)
    return Pen(colour=PENS[name], width=width, wobble=rng.uniform(0.05, 0.25))


class Hand:
    """Draws on one sheet, whose image has `scale` pixels for a millimetre."""

    def __init__(self, sheet: Image.Image, scale: float, pen: Pen, rng):
        self._draw, self._scale, self._pen, self._rng = ImageDraw.Draw(sheet), scale, pen, rng

    def tick(self, box, how=None):
        """Tick a box in one of the ways of TICKS."""
        how = how or self._rng.choice(TICKS, p=_HOW_OFTEN)
        wide, high, rng = box.width, box.height, self._rng
        across, down = np.add(box.middle, rng.normal(0, 0.25, 2))
        size = rng.uniform(0.85, 1.35)
        if how == "cross":
            self._stroke(across, down, size, [(-wide, -high), (wide, high)])
            self._stroke(across, down, size, [(wide, -high), (-wide, high)])
        elif how == "check":
            self._stroke(
                across, down, size, [(-wide, 0), (-0.2 * wide, high), (1.3 * wide, -1.5 * high)]
            )
        elif how == "stroke":
            self._stroke(across, down, size, [(-wide, high), (wide, -high)])
        elif how == "outline":
            self._along(box)
        elif how == "circle":
            self._around(box)
        elif how == "beside":
            self._beside(box)
        elif how == "half":
            self._stroke(across, down, rng.uniform(0.4, 0.55), [(-wide, high), (wide, -high)])
        else:
            rows = np.linspace(-high, high, 9)
            zigzag = [(wide * (-1) ** place, row) for place, row in enumerate(rows)]
            self._stroke(across, down, 0.75, zigzag)

    def _along(self, box):
        """Tick a box by a check mark that runs along two sides of its outline."""
        off = self._rng.normal(0, 0.15, 2)
        left, right = box.left + off[0], box.right + off[0] + self._rng.uniform(-0.2, 0.5)
        low, rise = box.bottom + off[1] + self._rng.uniform(-0.1, 0.5), self._rng.uniform(0.3, 1.5)
        turn = box.left + box.width * self._rng.uniform(0.35, 0.6)
        self._line([(left, low - 1.4), (turn, low), (right, box.top - rise)])

    def _around(self, box):
        """Draw a circle around a box."""
        wide, high = np.add((box.width / 2, box.height / 2), self._rng.uniform(0.6, 1.6, 2))
        turns = self._rng.uniform(0, 6.3) + np.linspace(0, 2 * np.pi * 1.05, 26)
        across, down = box.middle
        self._line([(across + wide * np.cos(t), down + high * np.sin(t)) for t in turns])

    def _beside(self, box):
        """Draw a cross wholly beside a box: left or right of one beside words, above or below."""
        half, (across, down) = self._rng.uniform(0.8, 1.1), box.middle
        away = half + self._rng.uniform(0.5, 0.9)
        ways = [(0, box.height / 2 + away), (0, -box.height / 2 - away)]
        if box.width == TICK:
            ways += [(-box.width / 2 - away, 0), (box.width / 2 + away, 0)]
        x, y = np.add((across, down), ways[self._rng.integers(len(ways))])
        self._line([(x - half, y - half), (x + half, y + half)])
        self._line([(x + half, y - half), (x - half, y + half)])

    def take_back(self, box):
        """Black out a box that was ticked by mistake."""
        self.tick(box, "cross")
        wide, high = box.width * 1.3, box.height * 1.1
        rows = np.linspace(-high, high, 14)
        zigzag = [(wide * (-1) ** place, row) for place, row in enumerate(rows)]
        self._stroke(*box.middle, 1.0, zigzag)

    def write(self, area, lines=2, deep=False):
        """Write something that fills some of the lines of an area; `deep` letters go below them."""
        step = area.height / 3
        for line in range(lines):
            down = area.top + (line + 0.7) * step
            self._words(area.left + 2, area.right - self._rng.uniform(2, 60), down)
        if deep:
            across = self._rng.uniform(area.left + 10, area.right - 10)
            self._line([(across, area.bottom - 2), (across + 0.6, area.bottom + 4)])

    def _words(self, left, right, down):
        across = left
        while across < right:
            letters = int(self._rng.integers(2, 9))
            if across + letters * 3 > right + self._rng.choice([0, 6], p=[0.97, 0.03]):
                return  # few write on past the end of a line
            steps = np.arange(letters * 4)
            rise = np.where(self._rng.random(len(steps)) < 0.15, 3.6, 1.8) * (steps % 2)
            drop = np.where(self._rng.random(len(steps)) < 0.06, 2.0, 0.0)
            path = across + steps * 0.75 + self._rng.normal(0, 0.2, len(steps))
            self._line(list(zip(path, down - rise + drop, strict=True)))
            across = path[-1] + self._rng.uniform(2.5, 5)

    def _stroke(self, across, down, size, corners):
        """Draw through corners that lie about a middle, as shares of half a box."""
        half = [(across + x / 2 * size, down + y / 2 * size) for x, y in corners]
        self._line(half)

    def _line(self, corners):
        path = []
        for (x, y), (u, v) in pairwise(corners):
            parts = np.linspace(0, 1, 7)[:, None]
            path.extend((np.array([x, y]) * (1 - parts) + np.array([u, v]) * parts).tolist())
        path = np.array(path) + self._rng.normal(0, self._pen.wobble / 3, (len(path), 2))
        points = [tuple(point) for point in path * self._scale]
        width = max(1, round(self._pen.width * self._scale))
        self._draw.line(points, fill=self._pen.colour, width=width, joint="curve")
