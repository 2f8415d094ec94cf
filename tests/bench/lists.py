"""How many lists of strangers are read right: python -m tests.bench.lists [NUMBER=5000] [SEED=1].

Says by kind how many were right, refused, told and wrong, and shows the first wrong ones.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.made_lists import made_lists, verdict

_SHOWN = 12  # wrong lists


def main(number: int = 5000, start: int = 1) -> int:
    counts: Counter[str] = Counter()
    by_trait: dict[str, Counter[str]] = defaultdict(Counter)
    shown = []

    @seed(start)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(made=made_lists())
    def look(made):
        found = verdict(made, folder)
        counts[found.kind] += 1
        for trait, value in made.traits.items():
            by_trait[f"{trait}: {value}"][found.kind] += 1
        if found.kind != "right" and len(shown) < _SHOWN:
            shown.append((found, made))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        look()
    for found, made in shown:
        sys.stdout.write(f"\n{found.kind}: {found.why}\n{made.traits}\n{made.text()[:600]}\n")
    for trait, kinds in sorted(by_trait.items()):
        if kinds.total() != kinds["right"]:
            sys.stdout.write(f"{trait}: {dict(kinds)}\n")
    sys.stdout.write(f"{dict(counts)}\n")
    return int(counts["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
