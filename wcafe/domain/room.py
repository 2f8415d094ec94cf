"""How the tables of a room lie in a drawing: in the order of their numbers, row by row."""

from math import ceil, sqrt


def best_columns(count: int, shape: float) -> int:
    """Return how many tables go in a row so that they are largest in a view of `shape`.

    `shape` is its width as a share of its height.

    >>> best_columns(12, 1.1), best_columns(3, 1.5), best_columns(1, 1.5)
    (4, 3, 1)
    """
    nearest = range(1, ceil(sqrt(count * max(shape, 0.2))) + 2)
    return max(
        (columns for columns in nearest if columns <= count),
        key=lambda columns: (min(shape / columns, 1 / ceil(count / columns)), columns),
    )
