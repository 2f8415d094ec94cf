"""The words of a text, each with its place: what a search compares.

Accents, capitals, ligatures and the many forms of an apostrophe or a hyphen make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wcafe.domain.text import fold

_APOSTROPHES = "'’‘‛ʼʹ′＇`´"
_HYPHENS = "-‐‑﹣－"
_UNSPACED = re.compile(  # scripts that put no blank between words: each sign counts alone
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER, _SIGN, _APOSTROPHE, _HYPHEN, _GAP = "a", "c", "'", "-", " "
_RUN = re.compile("c+|a+(?:['-]+a+)*")
_LETTERS = re.compile("a+|c")
_ELIDED = frozenset([*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
APART = "\x1e"
"""Stands between texts that are searched as one; what people write never holds it."""

_MOST_PARTS = 6
"""Of a name that are looked at as one: “delatourdupin”."""


class Word(NamedTuple):
    """A word as it is compared, and where it stands: from `start` to before `end`."""

    key: str
    start: int
    end: int


class Run(NamedTuple):
    """Words with nothing but an apostrophe or a hyphen between them: “l'avant-scène”.

    Signs of a script without blanks are one run too.

    Attributes:
        words: each of them.
        elided: how many at the beginning are no more than an article: the l of “l'école”.
        joined: the run as one word, as others write it: “covoiturage” for “co-voiturage”; with
            what is elided and without it. Empty where it is one word anyway.
    """

    words: tuple[Word, ...]
    elided: int = 0
    joined: tuple[Word, ...] = ()


class Said(NamedTuple):
    """The words of a text in their order, and those that are several of them as one."""

    words: tuple[Word, ...]
    joined: tuple[Word, ...]


class _Sorts(dict[int, str]):
    """What each character is to a word, looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = sort = _sort_of(chr(code))
        return sort


_SORTS = _Sorts()


def runs_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Yield the words of `text` from `start` to before `end` in their order, run by run.

    >>> [word.key for run in runs_of("L’Œuvre, déjà !") for word in run.words]
    ['l', 'oeuvre', 'deja']
    >>> [word.key for run in runs_of("l'éco-quartier") for word in run.joined]
    ['lecoquartier', 'ecoquartier']
    """
    sorts = text.translate(_SORTS)
    for found in _RUN.finditer(sorts, start, len(text) if end is None else end):
        here, behind = found.span()
        if found[0].isalpha() and found[0][0] == _LETTER:  # as nearly always: one word
            if key := key_of(text[here:behind]):
                yield Run((Word(key, here, behind),))
            continue
        pieces = [
            Word(key, *piece.span())
            for piece in _LETTERS.finditer(sorts, here, behind)
            if (key := key_of(text[piece.start() : piece.end()]))
        ]
        if len(pieces) == 1:
            yield Run(tuple(pieces))
        elif pieces:
            yield _run_of(pieces, sorts)


def said_of(text: str) -> Said:
    """Return what is said in `text`: a note, the name of a theme, or several texts with `APART`.

    Between those stands a word that nobody can look for.
    """
    words: list[Word] = []
    joined: list[Word] = []
    start = 0
    for part in text.split(APART):
        if start:
            words.append(Word("", start, start))
        end = start + len(part)
        for run in runs_of(text, start, end):
            words += run.words
            joined += run.joined
        start = end + len(APART)
    return Said(words=tuple(words), joined=tuple(joined))


@lru_cache(maxsize=10_000)  # the same names are looked at with every key
def said_of_person(text: str) -> Said:
    """Return what is said in `text`, of names that others write without blanks: “legoff”."""
    words = tuple(word for run in runs_of(text) for word in run.words)
    joined = []
    for first in range(len(words) - 1):
        behind = words[first : first + _MOST_PARTS]
        joined.append(Word("".join(word.key for word in behind), behind[0].start, behind[-1].end))
    return Said(words=words, joined=tuple(joined))


@lru_cache(maxsize=50_000)  # the same words are in many notes
def key_of(word: str) -> str:
    """Return `word` as it is compared; empty where nothing of it is to be seen."""
    return fold(word if word.isascii() else _INVISIBLE.sub("", word))


def _run_of(pieces: list[Word], sorts: str) -> Run:
    if sorts[pieces[0].start] == _SIGN:
        return Run(tuple(pieces))
    elided = 0
    while (
        elided < len(pieces) - 1
        and pieces[elided].key in _ELIDED
        and sorts[pieces[elided].end] == _APOSTROPHE
    ):
        elided += 1
    beginnings = {0, elided} if elided < len(pieces) - 1 else {0}
    end = pieces[-1].end
    return Run(
        tuple(pieces),
        elided,
        tuple(
            Word("".join(piece.key for piece in pieces[first:]), pieces[first].start, end)
            for first in sorted(beginnings)
        ),
    )


def _sort_of(character: str) -> str:
    if character in _APOSTROPHES:
        return _APOSTROPHE
    if character in _HYPHENS:
        return _HYPHEN
    category = unicodedata.category(character)
    if _UNSPACED.match(character) or category in ("So", "Sc"):
        return _SIGN
    is_letter = category[0] in "LNM" or _INVISIBLE.match(character)
    return _LETTER if is_letter else _GAP
