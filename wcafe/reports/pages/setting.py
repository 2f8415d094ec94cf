"""Text set in lines of one width: which letters stand on each line, and in which order.

Lines end where `breaks` allows it, whatever is at the end of a paragraph stays whole, and what runs
from right to left is turned round line by line, once it is known what stands on each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wcafe.domain.typography import HARD, NARROW
from wcafe.reports.pages.breaks import Piece, hyphenated, letters_of, pieces_of
from wcafe.reports.pages.fonts import runs_of_line
from wcafe.reports.pages.lines import width_in_logical_order as width_of

_HARD_SPACES = re.compile(f"[{HARD}{NARROW}]")
_RAGGED = 0.16  # of a line that may stay empty before a word is cut with a hyphen


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: font, size in points, colour."""

    font: str
    size: float
    colour: Any


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text in its look."""

    piece: Piece
    look: Look

    @property
    def width(self) -> float:
        return width_of(self.piece.text, self.look.size, self.look.font)

    @property
    def space(self) -> float:
        """How wide the space before it is."""
        gap = self.piece.gap
        return width_of(gap, self.look.size, self.look.font) if gap else 0.0

    def cut(self, text: str, **facts: Any) -> "Word":
        return Word(replace(self.piece, text=text, **facts), self.look)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line, in the order in which it is read; how wide it is.

    `goes_on` says whether the next line goes on in the middle of a word.
    """

    words: tuple[Word, ...]
    width: float
    goes_on: bool = False

    @property
    def text(self) -> str:
        first, *others = (word.piece for word in self.words)
        return "".join([first.text, *(piece.gap + piece.text for piece in others)])


def words_of(text: str, look: Look, after: str = "", after_look: Look | None = None) -> list[Word]:
    """Return `text` in words, and behind it what stands `after`, which begins no line alone."""
    words = [Word(piece, look) for piece in pieces_of(text)]
    if after and after_look is not None:
        first, *others = pieces_of(after)
        joined = replace(first, gap="\u00a0", may_begin=not text)
        words += [Word(piece, after_look) for piece in (joined, *others)]
    return words


def set_lines(
    words: Iterable[Word], width: float, *, hyphens: str = "", last: Word | None = None
) -> list[Line]:
    """Return lines of at most `width` points.

    Args:
        words: what is to stand on them.
        width: of a line.
        hyphens: the language by whose rules words are cut, if they are.
        last: the last word of the text itself, which never is.
    """
    setter = _Setter(width, hyphens, last)
    for group in groups_of(words):
        if group[0].piece.must_begin and setter.has_begun:
            setter.end()
        setter.add(group)
    return setter.finish()


class _Setter:
    """Fills one line after the other."""

    def __init__(self, width: float, hyphens: str, last: Word | None) -> None:
        self._width, self._hyphens, self._last = width + _TOLERANCE, hyphens, last
        self._lines: list[Line] = []
        self._line: list[Word] = []
        self._used = 0.0

    @property
    def has_begun(self) -> bool:
        return bool(self._line or self._lines)

    def add(self, group: list[Word]) -> None:
        """Put what stays together on this line, or else on the next one."""
        if self._line and self._used + group[0].space + width_of_group(group) > self._width:
            group = self._begin_line_with(group)
        if not self._line and width_of_group(group) > self._width:
            self._add_in_parts(group)
            return
        self._used += (group[0].space if self._line else 0.0) + width_of_group(group)
        self._line += group

    def end(self, *, goes_on: bool = False) -> None:
        self._lines.append(Line(tuple(self._line), self._used, goes_on))
        self._line, self._used = [], 0.0

    def finish(self) -> list[Line]:
        if self._line or not self._lines:
            self.end()
        return self._lines

    def _begin_line_with(self, group: list[Word]) -> list[Word]:
        """End this line, perhaps with the beginning of `group`; return what is left of that."""
        used = self._used + group[0].space
        is_ragged = used < (1 - _RAGGED) * self._width
        if self._hyphens and is_ragged and self._last not in group:
            cut = _cut(group, self._width - used, self._hyphens)
            if cut is not None:
                head, rest = cut
                self._line.append(head)
                self._used = used + head.width
                self.end(goes_on=True)
                return rest
        self.end(goes_on=not group[0].piece.gap)
        return group

    def _add_in_parts(self, group: list[Word]) -> None:
        """Put what no line can hold on several: at its hard spaces, else between letters."""
        looser = list(groups_of(_without_hard_spaces(group)))
        if len(looser) > 1:
            for part in looser:
                self.add(part)
            return
        *parts, rest = _letter_by_letter(group, self._width)
        for part in parts:
            self._line, self._used = part, width_of_group(part)
            self.end(goes_on=True)
        self._line, self._used = rest, width_of_group(rest)


_TOLERANCE = 1e-6


def groups_of(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield words that stay on one line with what may begin none."""
    group: list[Word] = []
    for word in words:
        if group and word.piece.may_begin:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def width_of_group(words: Sequence[Word]) -> float:
    """Return how wide `words` are at the beginning of a line."""
    return sum(word.width for word in words) + sum(word.space for word in words[1:])


def _cut(group: list[Word], room: float, language: str) -> tuple[Word, list[Word]] | None:
    """Return a group cut with a hyphen so that its beginning fits in `room`; None if it cannot."""
    first, *others = group
    if first.piece.is_address:
        return None
    for head, tail in hyphenated(first.piece.text, language):
        before = first.cut(head)
        if before.width <= room:
            return before, [first.cut(tail, gap="", may_begin=False), *others]
    return None


def _without_hard_spaces(group: Iterable[Word]) -> Iterator[Word]:
    """Yield the words of a group with usual spaces in the place of hard ones."""
    for word in group:
        gap, is_hard = word.piece.gap, word.piece.gap in (HARD, NARROW)
        for number, part in enumerate(_HARD_SPACES.split(word.piece.text)):
            may_begin = number > 0 or is_hard or word.piece.may_begin
            yield word.cut(part, gap=" " if number else gap, may_begin=may_begin)


def _letter_by_letter(group: list[Word], width: float) -> list[list[Word]]:
    """Return a group that is wider than a line in parts that are not, cut between letters."""
    parts: list[list[Word]] = [[]]
    used = 0.0
    for word in group:
        text, start = "", word.space if parts[-1] else 0.0
        gap = word.piece.gap
        for letter in letters_of(word.piece.text):
            wide = width_of(text + letter, word.look.size, word.look.font)
            if text and used + start + wide > width:
                parts[-1].append(word.cut(text, gap=gap, may_begin=False))
                parts.append([])
                text, gap, used, start = letter, "", 0.0, 0.0
            else:
                text += letter
        if text:
            parts[-1].append(word.cut(text, gap=gap, may_begin=False))
            used += start + width_of(text, word.look.size, word.look.font)
    return parts


def looks_of_line(line: Line, *, is_rtl: bool) -> list[tuple[str, Look]]:
    """Return what is drawn of `line` from left to right: text, each with its font and look."""
    stretches: list[tuple[str, Look]] = []
    for number, word in enumerate(line.words):
        said = (word.piece.gap if number else "") + word.piece.text
        if stretches and stretches[-1][1] == word.look:
            stretches[-1] = (stretches[-1][0] + said, word.look)
        else:
            stretches.append((said, word.look))
    drawn = []
    for said, look in reversed(stretches) if is_rtl else stretches:
        for font, run in runs_of_line(said, look.font, is_rtl=is_rtl):
            drawn.append((run, replace(look, font=font)))
    return drawn
