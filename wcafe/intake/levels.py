"""Which note of a list belongs to which, where the list says how deep each lies."""

import re

from wcafe.intake.notes_found import NotALevel

_LEVEL = re.compile(r"(?:\D{0,12}?)(\d{1,3})")
_MARKS = re.compile(r"[-–—>•*.\s]+")


def read_level(cell: str) -> int:
    """Return how deep a note lies: a number, or as many as there are dashes or dots.

    >>> read_level(""), read_level("2"), read_level("niveau 1"), read_level("--")
    (0, 2, 1, 2)

    Raises:
        NotALevel
    """
    said = cell.strip()
    if found := _LEVEL.fullmatch(said):
        return int(found[1])
    if not said or _MARKS.fullmatch(said):
        return len("".join(said.split()))
    raise NotALevel(cell=said[:60])


class Levels:
    """The notes above the next one, from the least deep to the deepest.

    A note belongs to the nearest one above it that lies less deep, in the same table and round.
    """

    def __init__(self) -> None:
        self._above: list[tuple[int, int | None]] = []  # level, and place among the notes
        self._spot: tuple[int, int] | None = None

    def place(self, level: int, spot: tuple[int, int], number: int) -> int | None:
        """Return the place of the note that the next one belongs to, None if to none.

        Args:
            level: how deep the next one lies.
            spot: its table and round.
            number: its own place.
        """
        if self._spot != spot:
            self._spot, self._above = spot, []
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        parent = self._above[-1][1] if self._above else None
        self._above.append((level, number))
        return parent

    def leave_out(self, cell: str) -> None:
        """Go on below a row that was left out: what would belong to it stands alone."""
        try:
            level = read_level(cell)
        except NotALevel:
            level = 0
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        self._above.append((level, None))
