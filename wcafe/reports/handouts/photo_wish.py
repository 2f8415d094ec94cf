"""The wish not to be in pictures, on a badge: dark, so that it is seen from afar and in grey."""

from reportlab.lib.colors import white

from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import DARK
from wcafe.reports.pages.tags import Node, TaggedCanvas


class PhotoWish:
    """A dark field with a camera that is crossed out, and the words of it.

    Attributes:
        width: how wide it is, in points.
    """

    def __init__(self, paper: Paper, part: Node, size: float) -> None:
        self._said = paper.words.gettext("no photos, please")
        self._node, self._size = part.add("P"), size
        self._camera = 1.5 * size
        self.width = self._camera + width_of(self._said, size, BOLD) + 1.6 * size

    def draw(self, canvas: TaggedCanvas, right: float, middle: float) -> None:
        """Draw it up to `right`, at the height of `middle`."""
        size = self._size
        left, high = right - self.width, 1.75 * size
        with canvas.artifact():
            canvas.setFillColor(DARK)
            canvas.roundRect(
                left, middle - high / 2, self.width, high, 0.4 * size, stroke=0, fill=1
            )
            _draw_camera(canvas, left + 0.5 * size, middle, self._camera)
        with canvas.marked(self._node):
            canvas.setFillColor(white)
            across = left + self._camera + 1.0 * size
            draw_line(canvas, self._said, across, middle - 0.34 * size, size=size, font=BOLD)


def _draw_camera(canvas: TaggedCanvas, left: float, middle: float, wide: float) -> None:
    high = 0.66 * wide
    low = middle - 0.56 * high
    canvas.saveState()
    canvas.setFillColor(white)
    canvas.roundRect(left, low, wide, high, 0.12 * wide, stroke=0, fill=1)
    canvas.rect(left + 0.3 * wide, low + high - 1, 0.4 * wide, 0.2 * high + 1, stroke=0, fill=1)
    canvas.setFillColor(DARK)
    canvas.circle(left + wide / 2, low + high / 2, 0.34 * high, stroke=0, fill=1)
    ends = (left - 0.05 * wide, low - 0.1 * high, left + 1.05 * wide, low + 1.15 * high)
    for colour, weight in ((DARK, 0.26), (white, 0.1)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight * wide)
        canvas.line(*ends)
    canvas.restoreState()
