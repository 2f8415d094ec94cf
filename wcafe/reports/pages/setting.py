"""Text set in lines of one width: which letters stand on each line, and in which order.

Lines end where `breaks` allows it, whatever is at the end of a paragraph stays whole, and what runs
from right to left is turned round line by line, once it is known what stands on each.
"""

import re
from collections.abc import Iterable, Iterator

from wcafe.domain.typography import HARD, NARROW
from wcafe.reports.pages.breaks import hyphenated, letters_of
from wcafe.reports.pages.lines import width_in_logical_order as width_of
from wcafe.reports.pages.words import Line, Word, groups_of, width_of_group

_HARD_SPACES = re.compile(f"[{HARD}{NARROW}]")
_RAGGED = 0.16  # of a line that may stay empty before a word is cut with a hyphen


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


def _cut(group: list[Word], room: float, language: str) -> tuple[Word, list[Word]] | None:
    """Return a group cut with a hyphen so that its beginning fits in `room`; None if it cannot."""
    first, *others = group
    if first.piece.is_address:
        return None
    for head, tail in hyphenated(first.piece.text, language):
        before = first.cut(head, is_beginning=True)
        if before.width <= room:
            after = first.cut(tail, is_beginning=False, gap="", may_begin=False)
            return before, [after, *others]
    return None


def _without_hard_spaces(group: Iterable[Word]) -> Iterator[Word]:
    """Yield the words of a group with usual spaces in the place of hard ones."""
    for word in group:
        gap, is_hard = word.piece.gap, word.piece.gap in (HARD, NARROW)
        for number, part in enumerate(_HARD_SPACES.split(word.piece.text)):
            may_begin = number > 0 or is_hard or word.piece.may_begin
            gap = " " if number else gap
            yield word.cut(part, is_beginning=not number, gap=gap, may_begin=may_begin)


def _letter_by_letter(group: list[Word], width: float) -> list[list[Word]]:
    """Return a group that is wider than a line in parts that are not, cut between letters."""
    parts: list[list[Word]] = [[]]
    used = 0.0
    for word in group:
        text, start = "", word.space if parts[-1] else 0.0
        is_beginning = True
        gap = word.piece.gap
        for letter in letters_of(word.piece.text):
            wide = width_of(text + letter, word.look.size, word.look.font)
            if text and used + start + wide > width:
                cut = word.cut(text, is_beginning=is_beginning, gap=gap, may_begin=False)
                parts[-1].append(cut)
                parts.append([])
                is_beginning = False
                text, gap, used, start = letter, "", 0.0, 0.0
            else:
                text += letter
        if text:
            cut = word.cut(text, is_beginning=is_beginning, gap=gap, may_begin=False)
            parts[-1].append(cut)
            used += start + width_of(text, word.look.size, word.look.font)
    return parts
