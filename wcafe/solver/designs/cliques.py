"""People or steps that all fit each other, found by trial with a limit of patience."""

import numpy as np

from wcafe.solver.model import Bools


def find_clique(fits: Bools, size: int, patience: int) -> list[int] | None:
    """Return the first `size` numbers all of which fit each other, or None if not found soon.

    Args:
        fits: (N, N), which numbers fit which, symmetric.
        size: how many are wanted.
        patience: numbers looked at before it is given up.
    """
    packed = np.packbits(fits, axis=1, bitorder="little")
    partners = [int.from_bytes(row.tobytes(), "little") for row in packed]
    found: list[int] = []

    def extend(left: int) -> bool:
        nonlocal patience
        if len(found) == size:
            return True
        while len(found) + left.bit_count() >= size:
            patience -= 1
            if patience < 0:
                return False
            first = left & -left
            left ^= first
            number = first.bit_length() - 1
            found.append(number)
            if extend(left & partners[number]):
                return True
            found.pop()
        return False

    return found if extend((1 << len(fits)) - 1) else None
