"""A photo on a page: a figure that says what it shows, with a line below it."""

from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from wcafe.reports.pages.columns import stacked
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.tags import Node

_HIGHEST = 112 * mm  # with its caption below half a page
_GAP = 3  # points above the caption


class Picture(Flowable):
    """A JPEG in RGB as wide as its column, or less where it would be too high; never cut."""

    def __init__(self, jpeg: bytes, caption: TaggedParagraph, node: Node) -> None:
        super().__init__()
        self._image = ImageReader(BytesIO(jpeg))
        self._caption, self._node = caption, node
        self.spaceBefore, self.spaceAfter = 6, 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        across, down = self._image.getSize()
        scale = min(width / across, _HIGHEST / down)
        size = across * scale, down * scale
        self._drawing = Drawing(*size, self._paint, self._node)
        self._below = stacked([self._caption], width)
        self.width, self.height = width, size[1] + _GAP + self._below.height
        return self.width, self.height

    def draw(self) -> None:
        drawing = self._drawing
        drawing.drawOn(self.canv, 0, self.height - drawing.height)
        self._below.draw_on(self.canv, 0, self._below.height)

    def _paint(self, canvas: Any) -> None:
        canvas.drawImage(self._image, 0, 0, self._drawing.width, self._drawing.height)
