"""Words in their looks: what is set in lines, and what is drawn of a line from left to right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wcafe.reports.pages.breaks import Piece, pieces_of
from wcafe.reports.pages.fonts import runs_of_line
from wcafe.reports.pages.lines import width_in_logical_order as width_of


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
