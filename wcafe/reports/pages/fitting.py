"""How large text may be for its room: titles and names shrink before anything of them is cut."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from math import inf

from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.text import one_line
from wcafe.reports.pages.breaks import letters_of, pieces_of
from wcafe.reports.pages.fonts import SANS, in_logical_order, reach_of, runs_in_order
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.setting import set_lines
from wcafe.reports.pages.words import Look, groups_of, width_of_group, words_of

_LEAST = 2  # letters of a name behind a hyphen of ours
_STEP = 0.25  # points from one size that is tried to the next
_MOST_LINES = 8  # of a title that is worth evening out


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float, size: float, font: str) -> tuple[str, ...] | None:
    """Return what stands on each line of `text`; None where a word would have to be cut."""
    words = words_of(in_logical_order(text), Look(font, size, None))
    if any(width_of_group(group) > width for group in groups_of(words)):
        return None
    return tuple(line.text for line in set_lines(words, width))


def size_for(text: str, width: float, lines: int, sizes: tuple[float, float], font: str) -> float:
    """Return the largest size at which `text` takes at most `lines` lines and no word is cut.

    `sizes` are the largest and the smallest to try, in points; the smallest is the answer where
    even that is too large.
    """
    largest, smallest = sizes
    size = largest
    while size > smallest:
        found = lines_of(text, width, size, font)
        if found is not None and len(found) <= lines:
            break
        size -= 0.5
    return max(size, smallest)


def from_one_line(
    names: Sequence[str], width: float, styles: Sequence[ParagraphStyle]
) -> Sequence[ParagraphStyle]:
    """Return `styles`, the largest first, from where each of `names` stands on one line.

    So all of a list are of one size. Where none of them but the smallest does, from the second on.
    """
    for place, style in enumerate(styles[:-1]):
        if all(len(lines_of(n, width, style.fontSize, style.fontName) or "..") == 1 for n in names):
            return styles[place:]
    return styles[1:]


def hyphened(name: str, width: float, size: float, font: str) -> str:
    """Return `name` with a hyphen and a line end wherever a line is too narrow for a word of it.

    Where a script knows no hyphens its words go on without one.
    """
    if lines_of(name, width, size, font) is not None:
        return name
    return "".join(
        piece.gap + _in_parts(piece.text, width, size, font) for piece in pieces_of(one_line(name))
    )


def _in_parts(word: str, width: float, size: float, font: str) -> str:
    letters, parts = letters_of(word), list[str]()
    while width_of("".join(letters), size, font) > width:
        count = 1
        while (
            count < len(letters) - _LEAST
            and width_of("".join(letters[: count + 1]) + "-", size, font) <= width
        ):
            count += 1
        is_inside = all(
            letter.lower() != letter.upper() for letter in letters[count - 1 : count + 1]
        )
        parts.append("".join(letters[:count]) + "-" * is_inside)
        letters = letters[count:]
    return "\n".join([*parts, "".join(letters)])


@lru_cache(maxsize=4096)  # a question comes again on each sheet
def fitted(
    text: str, width: float, height: float, sizes: tuple[float, float], style: ParagraphStyle
) -> tuple[str, float]:
    """Return as much of `text` as an area takes, and the largest size at which it does.

    Only what is too long at the smallest size is cut, at an ellipsis.

    Args:
        text: what is to stand there, over as many lines as it takes.
        width: of the area, in points.
        height: of it.
        sizes: the largest and the smallest size to try.
        style: the font and how far apart lines stand.
    """
    largest, smallest = sizes
    font, leading = style.fontName, style.leading / style.fontSize

    def fits(said: str, size: float) -> bool:
        return height_of(said, width, size, font, leading) <= height

    steps = [smallest + _STEP * step for step in range(int((largest - smallest) / _STEP) + 1)]
    steps = sorted({*steps, largest})
    fitting = bisect_left(steps, True, key=lambda size: not fits(text, size))
    if fitting:
        return text, steps[fitting - 1]
    lengths = range(len(text))
    cut = bisect_left(lengths, True, key=lambda length: not fits(_cut(text, length), smallest))
    return _cut(text, max(cut - 1, 0)), smallest


def _cut(text: str, length: int) -> str:
    return f"{text[:length].rstrip()}…"


@lru_cache(maxsize=1024)
def evened(text: str, width: float, size: float, font: str) -> str:
    """Return `text` with its line ends where its lines are about equally long.

    So no word is left alone on the last line of a title.
    """
    lines, narrow = lines_of(text, width, size, font), width
    if lines is None or not 1 < len(lines) < _MOST_LINES:
        return text
    while narrow > size:
        narrow -= size / 4
        closer = lines_of(text, narrow, size, font)
        if closer is None or len(closer) > len(lines):
            break
        lines = closer
    return "\n".join(lines)


def height_of(text: str, width: float, size: float, font: str, leading: float) -> float:
    """Return how high `text` stands, in points; without end where a word would be cut."""
    lines = lines_of(text, width, size, font)
    return inf if lines is None else len(lines) * leading_for(text, font, leading) * size


@lru_cache(maxsize=4096)
def leading_for(text: str, font: str, leading: float) -> float:
    """Return how far apart lines of `text` stand, as a share of its size.

    That is `leading`, or more where its letters, which are not of the font itself, go further.
    """
    shown = in_logical_order(text)
    fonts = frozenset(name for name, _run in runs_in_order(shown, font)) - {font, SANS}
    if not fonts:
        return leading
    reaches = [reach_of(name) for name in fonts | {font}]
    above, below = (max(each[side] for each in reaches) for side in (0, 1))
    return max(leading, above + below)


def for_letters(style: ParagraphStyle, shown: str, *, is_rtl: bool) -> ParagraphStyle:
    """Return `style` with lines far enough apart for these letters, at the side they run from."""
    if shown.isascii():
        return style
    leading = leading_for(shown, style.fontName, style.leading / style.fontSize)
    return _adapted(style, leading * style.fontSize, is_rtl)


@lru_cache(maxsize=512)
def _adapted(style: ParagraphStyle, leading: float, is_rtl: bool) -> ParagraphStyle:
    if leading <= style.leading and not is_rtl:
        return style
    adapted = ParagraphStyle(f"{style.name}+", parent=style, leading=max(leading, style.leading))
    if is_rtl:
        adapted.leftIndent, adapted.rightIndent = 0, style.leftIndent
    return adapted
