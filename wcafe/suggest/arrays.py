"""Notes as directions: rows of length 1 whose product says how near two notes are."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
_BLOCK = 512  # rows that are compared with all others at a time: 20 MB of 10,000 notes


def directions(rows: NDArray[Any]) -> Rows:
    """Return `rows` with length 1; one without a direction stays at 0, near to nothing."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Rows = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def pairs_above(rows: Rows, least: float) -> Iterator[tuple[int, int, float]]:
    """Yield each two of `rows` that are as near as `least`, the earlier one first.

    Cost: O(n²) products, some 0.2 s for 1,500 rows.
    """
    for start in range(0, len(rows), _BLOCK):
        near = rows[start : start + _BLOCK] @ rows[start:].T
        for one, other in np.argwhere(np.triu(near >= least, 1)):
            yield start + int(one), start + int(other), float(near[one, other])
