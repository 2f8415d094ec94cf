"""Where cards hang on the wall: pages of columns on which nothing moves while it is read."""

from collections.abc import Iterable
from typing import NamedTuple

Card = tuple[str, int]
"""The key of a card, and how many pixels it is high."""


class Hung(NamedTuple):
    """A card and where it hangs on its page: the column, the top and the height in pixels."""

    key: str
    column: int
    top: int
    height: int


class WallPages:
    """The pages of a wall; each new card hangs behind the last one, in the shortest column.

    Args:
        columns: of a page.
        high: pixels of a page.
        gap: pixels between two cards.
    """

    def __init__(self, columns: int, high: int, gap: int) -> None:
        self._columns, self._high, self._gap = columns, high, gap
        self.pages: list[list[Hung]] = [[]]

    def follow(self, cards: Iterable[Card]) -> list[str]:
        """Take down what is not among `cards` any more, hang what is new; return the new keys.

        What hangs stays where it is: a place that was left stays free, unless it is the end of
        the last page.
        """
        heights = dict(cards)
        self.pages = [[hung for hung in page if hung.key in heights] for page in self.pages]
        while len(self.pages) > 1 and not self.pages[-1]:
            self.pages.pop()
        hanging = {hung.key for page in self.pages for hung in page}
        new = [key for key in heights if key not in hanging]
        for key in new:
            self._hang(key, min(heights[key], self._high))
        return new

    def page_of(self, key: str) -> int | None:
        """Return the page on which a card hangs, from 0."""
        return next(
            (n for n, page in enumerate(self.pages) if any(hung.key == key for hung in page)), None
        )

    def _hang(self, key: str, height: int) -> None:
        ends = [0] * self._columns
        for hung in self.pages[-1]:
            ends[hung.column] = max(ends[hung.column], hung.top + hung.height + self._gap)
        column = ends.index(min(ends))
        if ends[column] + height > self._high and self.pages[-1]:
            self.pages.append([])
            column, ends = 0, [0] * self._columns
        self.pages[-1].append(Hung(key, column, ends[column], height))
