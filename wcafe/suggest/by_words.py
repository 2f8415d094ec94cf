"""Notes compared by their words and by what they are made of: needs numpy alone.

Words count by their root, and in pieces of three to five letters, so that *logement* is near
*loger*, and a word that is mistyped near what was meant. What many notes have counts for little
(tf-idf). Roots and pieces share `SIZE` places, by a checksum: notes can be read one by one.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from wcafe.suggest.arrays import Rows, directions
from wcafe.suggest.words import content_words, root

SIZE = 4096
_PIECES = (3, 4, 5)  # letters
_WHOLE = 5  # how much a word counts beside one of its pieces
_MOST = 255  # times a piece counts in one note
_ALWAYS = 0.5
"""How much a word counts that is in every note: two notes alone may say the same."""


class ByWords:
    """The light method, which is always there."""

    def read(self, texts: Sequence[str]) -> list[bytes]:
        """Return what each of `texts` is made of: how often, a byte for each place."""
        return [_counts(text) for text in texts]

    def compare(self, read: Sequence[bytes], texts: Sequence[str]) -> Rows:
        return by_words(read)


def by_words(read: Sequence[bytes]) -> Rows:
    """Return the directions of notes that `ByWords.read` has read; shape (notes, SIZE)."""
    counts = np.frombuffer(b"".join(read), dtype=np.uint8).reshape(len(read), SIZE)
    having = np.count_nonzero(counts, axis=0)
    rarity = (_ALWAYS + np.log((1 + len(read)) / (1 + having))).astype(np.float32)
    return directions(np.log1p(counts.astype(np.float32)) * rarity)


def _counts(text: str) -> bytes:
    counts = [0] * SIZE
    for word in content_words(text):
        bare = root(word)
        counts[crc32(bare.encode()) % SIZE] += _WHOLE
        framed = f"<{bare}>"
        for length in _PIECES:
            for at in range(len(framed) - length + 1):
                counts[crc32(framed[at : at + length].encode()) % SIZE] += 1
    return bytes(min(count, _MOST) for count in counts)
