"""What stands beside each other on a page, what is boxed to be cut out, and pages of one size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from wcafe.reports.pages.columns import Stack, stacked
from wcafe.reports.pages.lines import draw_line
from wcafe.reports.pages.styles import CUT, INK, LINE

_PAD = 12  # points inside a box
_SCISSORS = "\u2702"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The lines around stacks side by side: which there are, and how heavy, in points."""

    above: float = 0
    below: float = 0
    between: float = 0
    colour: Any = LINE


NO_RULES = Rules()


class SideBySide(Flowable):
    """Stacks of paragraphs, each as wide as its share, all from the same upper edge."""

    canv: Any

    def __init__(
        self,
        stacks: Sequence[Sequence[Flowable]],
        *,
        shares: Sequence[float] = (),
        gap: float = 0,
        pad: tuple[float, float] = (0, 0),
        rules: Rules = NO_RULES,
    ) -> None:
        """Make it.

        Args:
            stacks: what stands in each, from top to bottom.
            shares: how wide each is beside the others; alike by default.
            gap: points between two.
            pad: points above and below all of them.
            rules: the lines around them.
        """
        super().__init__()
        self._stacks = stacks
        self._shares = shares or [1.0] * len(stacks)
        self._gap, self._pad, self._rules = gap, pad, rules
        self._set: list[tuple[float, Stack]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        room = width - self._gap * (len(self._stacks) - 1)
        self._set, left = [], 0.0
        for share, parts in zip(self._shares, self._stacks, strict=True):
            wide = room * share / sum(self._shares)
            self._set.append((left, stacked(parts, wide)))
            left += wide + self._gap
        self.width = width
        self.height = sum(self._pad) + max(stack.height for _left, stack in self._set)
        return self.width, self.height

    def draw(self) -> None:
        self._draw_rules()
        for left, stack in self._set:
            stack.draw_on(self.canv, left, self.height - self._pad[0])

    def _draw_rules(self) -> None:
        canvas, rules = self.canv, self._rules
        with canvas.artifact():
            canvas.setStrokeColor(rules.colour)
            for weight, y in ((rules.above, self.height), (rules.below, 0)):
                if weight:
                    canvas.setLineWidth(weight)
                    canvas.line(0, y, self.width, y)
            if rules.between:
                canvas.setStrokeColor(LINE)
                canvas.setLineWidth(rules.between)
                for left, _stack in self._set[1:]:
                    canvas.line(left - self._gap / 2, 4, left - self._gap / 2, self.height - 4)


class Blanks(Flowable):
    """Lines to write on by hand."""

    canv: Any

    def __init__(self, lines: int, step: float = 16) -> None:
        super().__init__()
        self._lines, self._step = lines, step

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._lines * self._step
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(CUT)
            self.canv.setLineWidth(0.5)
            for line in range(self._lines):
                y = self.height - (line + 1) * self._step
                self.canv.line(0, y, self.width, y)


class CutOut(Flowable):
    """Parts in a dashed box, to be cut out with scissors."""

    canv: Any

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self._parts = parts

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._stack = stacked(self._parts, width - 2 * _PAD)
        self.width, self.height = width, self._stack.height + 2 * _PAD
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.8)
            canvas.setDash(3, 2.5)
            canvas.roundRect(0, 0, self.width, self.height, 7, stroke=1, fill=0)
            canvas.setFillColor(white)
            canvas.rect(15, self.height - 4, 15, 8, stroke=0, fill=1)
            canvas.setFillColor(INK)
            draw_line(canvas, _SCISSORS, 18, self.height - 3, size=9)
            canvas.restoreState()
        self._stack.draw_on(canvas, _PAD, self.height - _PAD)


class WholePage(Flowable):
    """One page: parts from its upper edge, and others that stand at its lower one."""

    canv: Any

    def __init__(self, parts: Sequence[Flowable], low: Sequence[Flowable] = ()) -> None:
        super().__init__()
        self._parts, self._low = parts, low

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._stack, self._foot = stacked(self._parts, width), stacked(self._low, width)
        self.width, self.height = width, height
        return self.width, self.height

    def draw(self) -> None:
        self._stack.draw_on(self.canv, 0, self.height)
        self._foot.draw_on(self.canv, 0, self._foot.height)
