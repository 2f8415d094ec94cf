"""What the sheets of one number have in common, at whatever table."""

from dataclasses import dataclass

from wcafe.domain.sheet_layout import SheetLayout
from wcafe.reports.handouts.sheet_box import SheetBox
from wcafe.reports.handouts.sheet_words import SheetWords, sheet_words
from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """All that is drawn once for them.

    Attributes:
        asked: the prompt of each box; empty where nothing in particular is asked.
        layout: where everything lies.
        words: what is in print.
        boxes: the five boxes.
    """

    asked: tuple[str, ...]
    layout: SheetLayout
    words: SheetWords
    boxes: tuple[SheetBox, ...]


def sheet_page(
    number: int, asked: tuple[str, ...], layout: SheetLayout, snapshot: Snapshot, paper: Paper
) -> SheetPage:
    """Return what the sheets of that `number`, from 1, have in common."""
    words = sheet_words(snapshot, paper, layout)
    boxes = tuple(
        SheetBox(place, box, words, f"sheet-{number}")
        for place, box in enumerate(layout.boxes, start=1)
    )
    return SheetPage(asked=asked, layout=layout, words=words, boxes=boxes)
