"""Words in their looks: what is set in lines, and what is drawn of a line from left to right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wcafe.domain.typography import HARD
from wcafe.reports.pages.breaks import Piece, pieces_of
from wcafe.reports.pages.fonts import runs_of_line
from wcafe.reports.pages.lines import width_in_logical_order as width_of

_SHORT, _LEAST_HELD = 6, 6  # letters of a last word that is held, words of a text it ends


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: font, size in points, colour, and how far above the line they stand.

    With a `mark` the symbol of that number is drawn in their place, as large as they would be.
    """

    font: str
    size: float
    colour: Any
    rise: float = 0
    mark: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Where words lead.

    Attributes:
        to: the name of a place in the same document.
        says: what a screen reader tells of it.
        page: how the words go on with the number of its page, such as "page {page} ›"; without it
            they are all that is shown.
    """

    to: str
    says: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text in its look, where it leads, and the name of the place that begins there."""

    piece: Piece
    look: Look
    link: Link | None = None
    place: str = ""

    @property
    def width(self) -> float:
        return width_of(self.piece.text, self.look.size, self.look.font)

    @property
    def space(self) -> float:
        """How wide the space before it is."""
        gap = self.piece.gap
        return width_of(gap, self.look.size, self.look.font) if gap else 0.0

    def cut(self, text: str, *, is_beginning: bool, **facts: Any) -> "Word":
        """Return a part of the word; its beginning alone keeps the name of its place."""
        place = self.place if is_beginning else ""
        return Word(replace(self.piece, text=text, **facts), self.look, self.link, place)


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one look, and where it leads; as it is drawn."""

    text: str
    look: Look
    link: Link | None = None
    place: str = ""


def words_of_stretches(stretches: Iterable[Stretch]) -> list[Word]:
    """Return in words what follows one another; a line ends between two only at a space."""
    words: list[Word] = []
    is_apart = True  # whether a line may begin here
    for stretch in stretches:
        place, is_first = stretch.place, True
        for piece in pieces_of(stretch.text):
            is_apart = is_apart or bool(piece.gap) or piece.must_begin
            if not piece.text and not piece.must_begin:
                continue  # a space at an edge
            if is_first:
                gap = " " if words and is_apart and not piece.must_begin else ""
                piece = replace(piece, gap=gap, may_begin=is_apart)
            words.append(Word(piece, stretch.look, stretch.link, place))
            place, is_first, is_apart = "", False, False
    return words


def with_held_end(words: Sequence[Word]) -> list[Word]:
    """Return `words` with a short last one held beside the one before it.

    So no line at the end of running text has but a few letters on it.
    """
    if len(words) < _LEAST_HELD or len(words[-1].piece.text) > _SHORT:
        return list(words)
    *others, last = words
    near_address = last.piece.is_address or others[-1].piece.is_address
    if last.piece.gap != " " or last.piece.must_begin or near_address:
        return list(words)
    held = replace(last.piece, gap=HARD, may_begin=False)
    return [*others, replace(last, piece=held)]


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


def looks_of_line(line: Line, *, is_rtl: bool) -> list[Stretch]:
    """Return what is drawn of `line` from left to right: text with its font, look and link."""
    stretches: list[Stretch] = []
    for number, word in enumerate(line.words):
        said = (word.piece.gap if number else "") + word.piece.text
        last = stretches[-1] if stretches else None
        if last and last.look == word.look and last.link is word.link and not word.place:
            stretches[-1] = replace(last, text=last.text + said)
        else:
            stretches.append(Stretch(said, word.look, word.link, word.place))
    drawn = []
    for stretch in reversed(stretches) if is_rtl else stretches:
        place = stretch.place
        for font, run in runs_of_line(stretch.text, stretch.look.font, is_rtl=is_rtl):
            look = replace(stretch.look, font=font)
            drawn.append(Stretch(run, look, stretch.link, place))
            place = ""
    return drawn
