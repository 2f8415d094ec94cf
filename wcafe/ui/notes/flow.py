"""Cards that flow into columns: each goes where the columns end highest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Spot(NamedTuple):
    """Where one card is: its column, its top and its height in pixels."""

    column: int
    top: int
    height: int


class Flow:
    """The places of cards 0, 1, 2 …, put one after the other; those before never move.

    >>> flow = Flow(2)
    >>> [flow.put(height) for height in (30, 10, 20)]
    [Spot(column=0, top=0, height=30), Spot(column=1, top=0, height=10), \
Spot(column=1, top=10, height=20)]
    """

    def __init__(self, columns: int) -> None:
        self.spots: list[Spot] = []
        self._cards: list[list[int]] = [[] for _column in range(columns)]
        self._tops: list[list[int]] = [[] for _column in range(columns)]
        self._ends = [0] * columns

    @property
    def height(self) -> int:
        """Where the longest column ends."""
        return max(self._ends)

    @property
    def full_to(self) -> int:
        """Where the shortest column ends: above it nothing more comes."""
        return min(self._ends)

    def put(self, height: int) -> Spot:
        """Put the next card, `height` pixels high."""
        column = self._ends.index(min(self._ends))
        spot = Spot(column, self._ends[column], height)
        self._cards[column].append(len(self.spots))
        self._tops[column].append(spot.top)
        self._ends[column] += height
        self.spots.append(spot)
        return spot

    def at(self, column: int, y: int) -> int | None:
        """Return the card of `column` that is at `y`."""
        if not 0 <= column < len(self._ends) or not 0 <= y < self._ends[column]:
            return None
        return self._cards[column][bisect_right(self._tops[column], y) - 1]

    def between(self, top: int, bottom: int) -> Iterator[int]:
        """Yield the cards of which something lies between `top` and `bottom`."""
        for cards, tops in zip(self._cards, self._tops, strict=True):
            first = max(bisect_right(tops, top) - 1, 0)
            yield from cards[first : bisect_left(tops, bottom)]

    def above(self, card: int) -> int | None:
        return self._in_column(card, -1)

    def below(self, card: int) -> int | None:
        return self._in_column(card, 1)

    def beside(self, card: int, side: int) -> int | None:
        """Return the card in the column before (-1) or behind (1) that stands most beside it."""
        spot = self.spots[card]
        column = spot.column + side
        if not 0 <= column < len(self._ends) or not self._cards[column]:
            return None
        return self.nearest(column, spot.top + spot.height // 2)

    def nearest(self, column: int, y: int) -> int:
        """Return the card of `column`, which has some, that is at `y` or nearest to it."""
        return self._cards[column][max(bisect_right(self._tops[column], y) - 1, 0)]

    def _in_column(self, card: int, by: int) -> int | None:
        cards = self._cards[self.spots[card].column]
        place = bisect_left(cards, card) + by
        return cards[place] if 0 <= place < len(cards) else None
