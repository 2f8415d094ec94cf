"""Where a line of text may end: at spaces, behind hyphens, inside addresses, between ideographs.

Text is cut into pieces that stay on one line. What no line can hold is cut once more, between whole
letters with their marks.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pyphen import Pyphen  # type: ignore[import-untyped]  # has no stubs

from wcafe.domain.typography import ADDRESS

_SPACES = re.compile(r"([ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)")  # at which lines end
_BEHIND_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-\u2010])(?=[^\W\d_]{3})|(?<=\u2014)(?=\w)")
_IN_ADDRESS = re.compile(r"(?<=[/?&=_.\-@#~+])(?<!//)(?=[\w%])")
_CJK = r"\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60"
_BESIDE_IDEOGRAPH = re.compile(
    rf"(?<=[{_CJK}])(?=[{_CJK}\w])(?![、。，．」』）！？：；ー々])(?<![「『（])"
)
_BEFORE_THAI_VOWEL = re.compile(r"(?<=[\u0e01-\u0e5b])(?=[\u0e40-\u0e44])")
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_JOINS = "\u200d\ufe0f"  # between the parts of one emoji
_LEADS = "\u200d\u0e40\u0e41\u0e42\u0e43\u0e44"  # which go with the letter behind them
_LEAST = 3  # letters on either side of a hyphen of ours


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays on one line.

    Attributes:
        text: its letters.
        gap: the space before it, which is nothing at the beginning of a line.
        may_begin: whether a line may begin with it.
        must_begin: whether one does, as somebody began one there.
        is_address: whether it is of an address, into which no hyphen comes.
    """

    text: str
    gap: str = ""
    may_begin: bool = True
    must_begin: bool = False
    is_address: bool = False


@lru_cache(maxsize=4096)  # a note stands in its theme and at its table
def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return `text` in pieces; an empty line is a piece without letters."""
    found: list[Piece] = []
    for number, line in enumerate(text.split("\n")):
        begins, gap = number > 0, ""
        is_first = True
        for part in _SPACES.split(line):
            if _SPACES.fullmatch(part):
                gap = " "
                continue
            for piece, is_address in _within(part):
                must_begin = begins and is_first
                found.append(Piece(piece, gap, must_begin=must_begin, is_address=is_address))
                gap, is_first = "", False
    return tuple(found)


def _within(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a word, at the end of each of which a line may end; is it an address?"""
    if word.isascii() and word.isalnum():
        yield word, False
        return
    end = 0
    for address in ADDRESS.finditer(word):
        if before := word[end : address.start()]:
            yield before, False
        for part in _split(address[0], _IN_ADDRESS):
            yield part, True
        end = address.end()
    if end < len(word) or not word:
        for part in _split(word[end:], _BEHIND_HYPHEN):
            for nearer in _split(part, _BESIDE_IDEOGRAPH):
                for nearest in _split(nearer, _BEFORE_THAI_VOWEL):
                    yield nearest, False


def _split(text: str, at: re.Pattern[str]) -> Iterator[str]:
    places = [place.start() for place in at.finditer(text) if place.start()]
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        if text[start:end] or not text:
            yield text[start:end]


def letters_of(text: str) -> list[str]:
    """Return the letters of `text`, each with the marks that it carries.

    >>> letters_of("e\u0301te")
    ['é', 't', 'e']
    """
    letters: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        is_mark = unicodedata.category(character) in ("Mn", "Mc", "Me")
        if letters and (is_mark or letters[-1][-1] in _LEADS or character in _JOINS):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def hyphenated(word: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield how a word can be cut in two with a hyphen, the longest beginning first."""
    core = _LETTERS.search(word)
    if core is None:
        return
    for head, tail in _dictionary(language).iterate(core[0]):
        if min(len(head), len(tail)) >= _LEAST:
            yield word[: core.start()] + head + "-", tail + word[core.end() :]


@cache
def _dictionary(language: str) -> Pyphen:
    return Pyphen(lang=language)
