"""Notes as directions: rows of length 1 whose product says how near two notes are."""

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


def pairs_above(rows: Rows, least: float, *, most: int) -> list[tuple[int, int, float]]:
    """Return the nearest two of `rows`, as near as `least` and no more than `most` of them.

    The nearest come first, and in each the earlier row.

    Cost: O(n²) products, some 0.2 s for 1,500 rows; however many are alike.
    """
    ones, others = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    nears = np.empty(0, dtype=np.float32)
    for start in range(0, len(rows), _BLOCK):
        near = rows[start : start + _BLOCK] @ rows[start:].T
        one, other = np.nonzero(np.triu(near >= least, 1))
        ones = np.concatenate([ones, start + one])
        others = np.concatenate([others, start + other])
        nears = np.concatenate([nears, near[one, other]])
        best = np.argsort(-nears, kind="stable")[:most]
        ones, others, nears = ones[best], others[best], nears[best]
    return [
        (int(one), int(other), float(near))
        for one, other, near in zip(ones, others, nears, strict=True)
    ]
