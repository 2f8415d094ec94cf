"""Where everything lies on a harvest sheet: drawn by these figures, and read by them again.

All lengths are millimetres from the top left of the page as it is read. Nothing hangs on the words
of a sheet, so its shape, which stands in its code, is enough to find every box.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.rect import Rect

BOXES = 5
"""How many boxes a sheet has; in each there is room for one note."""

MARK, HOLE = 6.0, 2.7  # of a corner mark; of the white square in the first one
TICK = 3.7  # both ways, of the boxes beside words
CODE = 28.0  # without the white around it

_WIDTH, _HEIGHT, _BETWEEN = 182.0, 34.0, 1.5  # of a box; from one to the next
_EDGE = 7.0  # from the edge of the paper to a corner mark
_ABOVE = ((58.1, 7.5), (54.3, 7.5), (54.3, 6.2))
"""How much is above the first heading and how high a heading is; the next where all is too high."""
_ABOVE_MARKS = 3.0  # from the lowest box to the corner marks below it
_SENTENCE_LEFT = 27.0  # the last box: from the left of the others
_LEAST_SENTENCE = {1: 17.5, 2: 24.5}  # how high it is at least, by version: from 2 on for two lines

_WRITING_LEFT, _WRITING_RIGHT = 13.2, 125.4  # from the left of a box
_KINDS_LEFT, _KIND_ROOM, _KINDS_UP = 3.1, 17.56, 6.4  # the first; from one to the next; from below
_SUPPORTS, _SUPPORT_DOWN = (129.2, 155.3), 3.4
_DIGITS_LEFT, _DIGIT_ROOM = 137.4, 4.2
_DIGIT_WIDTH, _DIGIT_HEIGHT = 3.6, 4.3
_DIGITS_DOWN = {
    1: {2: (17.2, 6.2), 3: (14.6, 5.1)},
    2: {1: (18.4, 6.2), 2: (17.2, 6.2), 3: (14.2, 5.0)},
}
"""The first row of digits and from one to the next, by version and by rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShape:
    """All that the places on a sheet hang on.

    Attributes:
        paper: the sheet of paper it is made for.
        headed: the boxes, from 0, that have a heading above them.
        digits: how many digits the number of a table may have on it, from 1 to 3.
        version: which figures it is drawn by. Sheets that were printed by earlier ones are read
            by them; those of 1 have always 2 digits or 3.
    """

    paper: PaperSize = PaperSize.A4
    headed: frozenset[int] = frozenset({0})
    digits: int = 2
    version: int = 2

    def __post_init__(self) -> None:
        is_known = self.digits in _DIGITS_DOWN.get(self.version, ())
        if not self.headed <= frozenset(range(BOXES)) or not is_known:
            raise ValueError("no such sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLayout:
    """One of the five boxes.

    Attributes:
        outline: all of it.
        heading: the band above it that holds its heading; None where it has none.
        writing: where people write; nothing is printed in it but pale lines.
        kinds: the tick box of each kind of note.
        supports: the tick boxes for a whole table and for one person.
        digits: the tick boxes of the table that something came from: a row for hundreds and one
            for tens where the sheet has them, then units; in each the digits from 0 to 9.
    """

    outline: Rect
    heading: Rect | None
    writing: Rect
    kinds: Mapping[Kind, Rect]
    supports: Mapping[Support, Rect]
    digits: tuple[tuple[Rect, ...], ...]

    @property
    def ticks(self) -> Iterator[Rect]:
        """Yield all its tick boxes, in the order in which they are read."""
        yield from self.kinds.values()
        yield from self.supports.values()
        for row in self.digits:
            yield from row


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The places on a sheet of one shape."""

    shape: SheetShape

    @property
    def page(self) -> Rect:
        """The whole sheet of paper."""
        return Rect(0, 0, *self.shape.paper.millimetres)

    @property
    def marks(self) -> tuple[Rect, Rect, Rect, Rect]:
        """The corner marks, clockwise from the top left, which is the one with a hole."""
        right = self.page.right - _EDGE - MARK
        low = self.page.bottom - _EDGE - MARK
        return (
            Rect(_EDGE, _EDGE, MARK, MARK),
            Rect(right, _EDGE, MARK, MARK),
            Rect(right, low, MARK, MARK),
            Rect(_EDGE, low, MARK, MARK),
        )

    @property
    def hole(self) -> Rect:
        """The white square in the first corner mark, by which it is seen which way is up."""
        inset = _EDGE + (MARK - HOLE) / 2
        return Rect(inset, inset, HOLE, HOLE)

    @property
    def code(self) -> Rect:
        """The square code."""
        return Rect(self.left + 150.9, 14.0, CODE, CODE)

    @property
    def head(self) -> Rect:
        """What stands above the first heading, between the corner marks."""
        return Rect(self.left, _EDGE, _WIDTH, self.heights[0] - _EDGE)

    @property
    def foot(self) -> Rect:
        """The last line of the page, between the lower corner marks."""
        right, low = self.marks[2].left, self.marks[2].top
        left = self.marks[3].right
        return Rect(left, low, right - left, MARK)

    @property
    def left(self) -> float:
        """Where the boxes begin."""
        return (self.page.width - _WIDTH) / 2

    @property
    def boxes(self) -> tuple[BoxLayout, ...]:
        """The boxes that hold a note each, from the top."""
        return _boxes_of(self)

    @property
    def sentence(self) -> Rect:
        """The last box: if one sentence remained."""
        left, top = self.left + _SENTENCE_LEFT, self.boxes[-1].outline.bottom + _BETWEEN
        return Rect(left, top, self.left + _WIDTH - left, self._low - top)

    @property
    def sentence_writing(self) -> Rect:
        """Where that sentence is written; above it stands what is asked."""
        outline = self.sentence
        down = 7.6  # below the letters of what is asked
        return Rect(
            outline.left + 4.5, outline.top + down, outline.width - 9, outline.height - down - 1.2
        )

    @property
    def _low(self) -> float:
        """How far down the boxes may reach."""
        return self.marks[2].top - _ABOVE_MARKS

    @property
    def heights(self) -> tuple[float, float, float]:
        """How high the head, a heading and a box are: less where the paper is too short."""
        headed, least = len(self.shape.headed), _LEAST_SENTENCE[self.shape.version]
        for head, heading in _ABOVE:
            free = (self._low - least - head - headed * heading) / BOXES - _BETWEEN
            if free >= _HEIGHT:
                break
        return head, heading, min(_HEIGHT, free)


@lru_cache(maxsize=64)  # a café prints sheets of a few shapes, and reads hundreds
def _boxes_of(layout: SheetLayout) -> tuple[BoxLayout, ...]:
    top, heading, height = layout.heights
    boxes = []
    for number in range(BOXES):
        band = None
        if number in layout.shape.headed:
            band = Rect(layout.left, top, _WIDTH, heading)
            top += heading
        outline = Rect(layout.left, top, _WIDTH, height)
        boxes.append(_box(outline, band, layout.shape))
        top += height + _BETWEEN
    return tuple(boxes)


def _box(outline: Rect, heading: Rect | None, shape: SheetShape) -> BoxLayout:
    left, top = outline.left, outline.top
    kinds_top = outline.bottom - _KINDS_UP
    first, step = _DIGITS_DOWN[shape.version][shape.digits]
    writing = Rect(
        left + _WRITING_LEFT, top + 1, _WRITING_RIGHT - _WRITING_LEFT, kinds_top - top - 1.8
    )
    kinds = {
        kind: Rect(left + _KINDS_LEFT + place * _KIND_ROOM, kinds_top, TICK, TICK)
        for place, kind in enumerate(Kind)
    }
    supports = {
        support: Rect(left + across, top + _SUPPORT_DOWN, TICK, TICK)
        for support, across in zip((Support.TABLE, Support.PERSON), _SUPPORTS, strict=True)
    }
    rows = tuple(
        tuple(
            Rect(
                left + _DIGITS_LEFT + digit * _DIGIT_ROOM,
                top + first + row * step,
                _DIGIT_WIDTH,
                _DIGIT_HEIGHT,
            )
            for digit in range(10)
        )
        for row in range(shape.digits)
    )
    return BoxLayout(
        outline=outline,
        heading=heading,
        writing=writing,
        kinds=MappingProxyType(kinds),
        supports=MappingProxyType(supports),
        digits=rows,
    )
