"""Find shifts from which a whole plan without a repeat follows, for resources/designs.

    python research/find_shifts.py 10 7 8        # 10 tables, 7 classes of people, 8 rounds
    python research/find_shifts.py 12 6 12

Prints a line of `shifts.txt`, which `wcafe/solver/designs/shifts.py` explains. A line for so many
classes holds one for as many rounds: exchange classes and rounds.
"""

import argparse
import sys
import time

import numpy as np

from wcafe.solver.designs.shifts import find_shifts
from wcafe.solver.model import Ints

_SAMPLE = (
    400_000  # ways of a class that are looked at: all of them up to eight rounds at ten tables
)
_TRIES = 10  # between two looks at the clock


def find(tables: int, classes: int, rounds: int, seconds: float, seed: int = 1) -> Ints | None:
    """Return shifts without a repeat, of shape (classes, rounds), or None in the time given."""
    rng = np.random.default_rng(seed)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = find_shifts(tables, classes, rounds, rng, tries=_TRIES, sample=_SAMPLE)
        if found is not None:
            return found
    return None


def line(tables: int, found: Ints) -> str:
    """Return `found` as a line of `shifts.txt`."""
    return f"{tables} : " + " | ".join(" ".join(map(str, way)) for way in found.tolist())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=int)
    parser.add_argument("classes", type=int, help="people at a table")
    parser.add_argument("rounds", type=int)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = find(asked.tables, asked.classes, asked.rounds, asked.seconds, asked.seed)
    if found is None:
        sys.stderr.write("nothing found in the time given\n")
        return 1
    sys.stdout.write(line(asked.tables, found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
