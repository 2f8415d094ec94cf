"""Square codes for cameras, each a figure in the structure of its document."""

import segno
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from wcafe.reports.pages.styles import INK
from wcafe.reports.pages.tags import Node, TaggedCanvas

_MASK = 4  # one for all: to try the eight takes longer than all the rest of a badge


def draw_code(
    canvas: TaggedCanvas,
    content: str,
    x: float,
    y: float,
    size: float,
    *,
    node: Node,
    ink: Color = INK,
) -> None:
    """Draw `content` as a QR code in the square of `size` whose lower left corner is (x, y).

    Its `node` is a figure, which says in words what the code is for. What comes back by a camera
    is drawn in black `ink`, which no printer mixes of dots.
    """
    left, low = canvas.absolutePosition(x, y)
    node.attributes = {
        "O": PDFName("Layout"),
        "Placement": PDFName("Block"),
        "BBox": PDFArray([round(value, 2) for value in (left, low, left + size, low + size)]),
    }
    with canvas.marked(node):
        _fill_squares(canvas, content, x, y, size, ink)


def _fill_squares(
    canvas: TaggedCanvas, content: str, x: float, y: float, size: float, ink: Color
) -> None:
    rows = segno.make(content, error="m", micro=False, mask=_MASK).matrix
    step = size / len(rows)
    runs = []
    for down, row in enumerate(rows):
        across = 0
        while across < len(row):
            dark = across
            while dark < len(row) and row[dark]:
                dark += 1
            if dark > across:
                runs.append(f"{across} {down} {dark - across} 1 re")
            across = dark + 1
    canvas.saveState()
    canvas.setFillColor(ink)
    canvas.transform(step, 0, 0, -step, x, y + size)
    canvas._code.append("\n".join([*runs, "f"]))  # a path object takes ten times as long
    canvas.restoreState()
