"""What changed in a note from one revision to the next, and which of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile
from typing import Any

from wcafe.domain.notes import SAID, Note

_MOST = 600  # words between what is the same at both ends; of more none is looked at alone
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a revision says otherwise; `fact` is a name of `SAID` or `is_deleted`."""

    fact: str
    before: Any
    after: Any


class Fate(Enum):
    """What became of a piece of text."""

    STAYS = "stays"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and what became of them."""

    text: str
    fate: Fate


def differences(before: Note | None, after: Note) -> tuple[Difference, ...]:
    """Return what `after` says otherwise than `before`; nothing of the first revision of a note."""
    if before is None:
        return ()
    return tuple(
        Difference(fact=name, before=getattr(before, name), after=getattr(after, name))
        for name in ("is_deleted", *SAID)
        if getattr(before, name) != getattr(after, name)
    )


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of both texts in order, each told whether it stays, is gone or is new.

    Cost: beyond 600 words that differ they are told as a whole.

    >>> [(piece.text, piece.fate.value) for piece in pieces("un banc", "un arbre")]
    [('un ', 'stays'), ('banc', 'gone'), ('arbre', 'new')]
    """
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    start = _alike(was, now)
    end = _alike(was[start:][::-1], now[start:][::-1])
    middle = was[start : len(was) - end], now[start : len(now) - end]
    told = [Piece("".join(was[:start]), Fate.STAYS)]
    if max(map(len, middle)) > _MOST:
        told += [Piece("".join(middle[0]), Fate.GONE), Piece("".join(middle[1]), Fate.NEW)]
    else:
        told += _compare(*middle)
    told.append(Piece("".join(was[len(was) - end :]), Fate.STAYS))
    return tuple(piece for piece in told if piece.text)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words both begin with."""
    return sum(
        1 for _same in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))
    )


def _compare(was: list[str], now: list[str]) -> list[Piece]:
    told = []
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for tag, was_from, was_to, now_from, now_to in steps:
        if tag == "equal":
            told.append(Piece("".join(was[was_from:was_to]), Fate.STAYS))
        else:
            told.append(Piece("".join(was[was_from:was_to]), Fate.GONE))
            told.append(Piece("".join(now[now_from:now_to]), Fate.NEW))
    return told
