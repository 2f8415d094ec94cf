"""Lines to write on, side by side, each with what belongs there below it."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import MUTED, SMALL

_APART = 12 * mm


class Signature(Flowable):
    """A line for each of `labels`, which share the width of the text."""

    def __init__(self, labels: Sequence[str], paper: Paper) -> None:
        super().__init__()
        self._labels = [paper.text(label, SMALL) for label in labels]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        count = len(self._labels)
        self._each = (width - _APART * (count - 1)) / count
        self.width = width
        self.height = max(label.wrap(self._each, height)[1] for label in self._labels) + 2 * mm
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        for place, label in enumerate(self._labels):
            left = place * (self._each + _APART)
            with canvas.artifact():
                canvas.setStrokeColor(MUTED)
                canvas.setLineWidth(0.6)
                canvas.line(left, self.height, left + self._each, self.height)
            label.drawOn(canvas, left, self.height - 1.5 * mm - label.height)
