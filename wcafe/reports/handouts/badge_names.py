"""How large the two names of a badge are: as large as there is room, and never cut."""

from reportlab.lib.styles import ParagraphStyle

from wcafe.reports.handouts.badge_size import LEAST_READ, SMALLEST, BadgeSize
from wcafe.reports.pages.fitting import height_of, lines_of, size_for
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.styles import NAME

_LEADING = 1.25  # no descender reaches the letters below
_LINES = ((1, 1), (1, 2), (2, 2), (3, 2), (4, 2), (3, 1), (4, 1))  # that names may go over


def name_styles(first: str, second: str, size: BadgeSize) -> tuple[ParagraphStyle, ParagraphStyle]:
    """Return the styles in which both names are as large as their badge allows; none is cut.

    A long name goes over more lines, at its own blanks and hyphens, before it becomes smaller. The
    second one is never larger than the first.
    """
    large, small = max(_fitted(first, second, lines, size) for lines in _LINES)
    if lines_of(first, size.names_room, large, SERIF) is None:
        large = _broken(first, size)
    return _name(large), _name(small)


def _fitted(
    first: str, second: str, lines: tuple[int, int], size: BadgeSize
) -> tuple[float, float]:
    """Return the largest sizes of both names that go over so many lines at most."""
    room, smallest = size.names_room, size.second[1]
    large = size_for(first, room, lines[0], size.first, SERIF)
    small = min(size_for(second, room, lines[1], size.second, SERIF), large)
    while (
        max(large, small) > smallest
        and (
            height_of(first, room, large, SERIF, _LEADING)
            + height_of(second, room, small, SERIF, _LEADING)
        )
        > size.names
    ):
        large, small = 0.97 * large, 0.97 * small
    return large, small


def _broken(name: str, size: BadgeSize) -> float:
    """Return how large a `name` with a word that no line holds can be where it goes on below."""
    large = LEAST_READ
    while large > SMALLEST:
        lines = width_of(name, large, SERIF) // size.names_room + 2
        if lines * _LEADING * large <= size.names:
            break
        large -= 0.5
    return large


def _name(size: float) -> ParagraphStyle:
    return ParagraphStyle(f"name-{size}", parent=NAME, fontSize=size, leading=_LEADING * size)
