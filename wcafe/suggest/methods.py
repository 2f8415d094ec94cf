"""The two methods behind one interface, and which of them is there."""

from collections.abc import Sequence
from typing import Protocol

from wcafe.domain.suggestions import Method
from wcafe.suggest import by_meaning
from wcafe.suggest.arrays import Rows
from wcafe.suggest.by_words import ByWords


class Comparing(Protocol):
    """How notes are compared: each is read once and by itself, then all are compared."""

    def read(self, texts: Sequence[str]) -> list[bytes]:
        """Return what there is in each of `texts`, to be kept for the next time."""

    def compare(self, read: Sequence[bytes], texts: Sequence[str]) -> Rows:
        """Return the direction of each note; how near two are is their product, at most 1."""


def best_method() -> Method:
    """Return the method of the extra where it is installed, else the light one."""
    return Method.MEANING if by_meaning.is_there() else Method.WORDS


def comparing(method: Method) -> Comparing:
    return by_meaning.ByMeaning() if method is Method.MEANING else ByWords()
