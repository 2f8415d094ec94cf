"""What harvest sheets ask for: which prompt stands above which box of which sheet.

Sheets stay what they were when they were printed. What they asked is kept by its version, which
stands in their code, so that a note comes under the prompt that was above its box.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from wcafe.domain.cafe import Cafe
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_layout import BOXES, SheetLayout, SheetShape
from wcafe.domain.sheets import PrintedForm
from wcafe.domain.text import one_line

VERSION_LENGTH = 6
"""How many signs a version has; hexadecimal digits."""

MOST_SHEETS = 99
"""How many sheets a table may have for one round, whatever they ask."""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """What all sheets of a café ask for: its prompts, in their order.

    Up to five prompts stand on one sheet and share its boxes, the first ones getting what is over.
    More take as many sheets as they need, with about as many on each. Without any prompt a sheet
    has one plain heading, and its notes belong under none.
    """

    prompts: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """A short name of what is asked: forms that ask the same have the same."""
        asked = json.dumps(["sheet", *self.prompts]).encode()
        return hashlib.sha256(asked).hexdigest()[:VERSION_LENGTH].upper()

    @property
    def sheets(self) -> tuple[tuple[str, ...], ...]:
        """For each sheet that a table gets for one round, the prompt of each of its boxes."""
        return _sheets_of(self.prompts)

    def asked(self, page: int) -> tuple[str, ...]:
        """Return the prompt of each box of the sheet that is numbered `page`, from 0.

        Where a table gets more sheets than the prompts take, the first ones come again.
        """
        return self.sheets[page % len(self.sheets)]

    def shape(self, page: int, *, tables: int, paper: PaperSize = PaperSize.A4) -> SheetShape:
        """Return how that sheet is laid out in a café of so many `tables`."""
        asked = self.asked(page)
        headed = frozenset(box for box in range(BOXES) if box == 0 or asked[box] != asked[box - 1])
        digits = 2 if tables == 0 else min(len(str(tables)), 3)  # no tables yet: there may be many
        return SheetShape(paper=paper, headed=headed, digits=digits)

    def printed(self, tables: int) -> PrintedForm:
        """Return what a café of so many `tables` keeps of it once it is on paper."""
        return PrintedForm(version=self.version, prompts=self.prompts, tables=tables)

    def layout(self, page: int, *, tables: int, paper: PaperSize = PaperSize.A4) -> SheetLayout:
        """Return the places on that sheet."""
        return SheetLayout(self.shape(page, tables=tables, paper=paper))


def form_of(cafe: Cafe) -> SheetForm:
    """Return what the sheets of `cafe` ask for today; a prompt that stands there twice, once."""
    prompts = dict.fromkeys(one_line(prompt) for prompt in cafe.prompts)
    return SheetForm(tuple(prompt for prompt in prompts if prompt))


@lru_cache(maxsize=64)
def _sheets_of(prompts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    number = max(1, -(-len(prompts) // BOXES))
    start, sheets = 0, []
    for share in _shares(len(prompts), number):
        asked = prompts[start : start + share] or ("",)
        boxes = _shares(BOXES, len(asked))
        each = ((prompt,) * size for prompt, size in zip(asked, boxes, strict=True))
        sheets.append(tuple(chain.from_iterable(each)))
        start += share
    return tuple(sheets)


def _shares(count: int, among: int) -> Iterable[int]:
    """Share `count` among so many, as evenly as can be, the first ones getting what is over."""
    least, over = divmod(count, among)
    return [least + (place < over) for place in range(among)]
