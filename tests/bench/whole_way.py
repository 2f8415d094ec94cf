"""How long the whole way takes for 648 people, beside its bare counterparts in the same run.

Import beside the csv module, the plan beside a plain simulated annealing in pure Python, the
list by table beside a bare ReportLab table. Ratios tell; seconds depend on the machine.

    python -m tests.bench.whole_way [--people 648] [--rounds 3] [--repeat 3]
"""

import argparse
import csv
import io
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from math import exp
from pathlib import Path
from statistics import median
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, Table

from tests.cafes import SHARED
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.plan import Plan
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot

REAL = SHARED / "participants" / "real_deputes_14e_legislature.csv"
LONGEST = 20.0  # seconds a counterpart may take


def main() -> None:
    chosen = _chosen()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        list_ = _list_of(chosen.people, folder)
        rows = _measure(list_, chosen.rounds, chosen.repeat, folder)
    print(f"{chosen.people} people, {chosen.rounds} rounds, median of {chosen.repeat}")
    print(f"{'':14}{'wcafe':>10}{'bare':>10}{'ratio':>8}   bare counterpart")
    for what, ours, theirs, told in rows:
        print(f"{what:14}{ours:9.3f}s{theirs:9.3f}s{ours / theirs:8.2f}   {told}")


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=648)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


def _list_of(people: int, folder: Path) -> Path:
    """The real list where it is here and long enough, else one of invented names."""
    if REAL.is_file() and people == 648:
        return REAL
    path = folder / "list.csv"
    rows = (f"Famille{n};Prénom {n};Groupe {n % 9}\n" for n in range(people))
    path.write_text("Nom;Prénom;Groupe\n" + "".join(rows), encoding="utf-8-sig")
    return path


def _measure(
    list_: Path, rounds: int, repeat: int, folder: Path
) -> list[tuple[str, float, float, str]]:
    imported, composed, listed = [], [], []
    for turn in range(repeat):
        path = folder / f"{turn}.wcafe"
        create_cafe(path, draft(title="Bench", language="fr", rounds=rounds))
        with open_cafe(path) as cafe:
            imported.append(_seconds(lambda: cafe.people.import_list(list_)))
            composed.append(_seconds(lambda: cafe.plans.compose(seconds=10)))
            snapshot = cafe.cafes.snapshot()
            plan = snapshot.plan
            assert plan is not None
            listed.append(_seconds(partial(_print, snapshot)))
            repeats = plan.certificate.repeat_meetings
    read = [_seconds(lambda: _read_bare(list_)) for _ in range(repeat)]
    people, tables = len(plan.people), plan.tables
    annealed, left = _anneal_bare(people, tables, rounds, target=repeats)
    drawn = [_seconds(lambda: _table_bare(snapshot, plan)) for _ in range(repeat)]
    return [
        ("import", median(imported), median(read), "csv.DictReader alone"),
        (
            "plan",
            median(composed),
            annealed,
            f"plain annealing, no hosts, tables seen again: {left} repeats left (ours: {repeats})",
        ),
        ("list by table", median(listed), median(drawn), "one untagged ReportLab table"),
    ]


def _seconds(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _print(snapshot: Snapshot) -> None:
    make_document("table-list", snapshot, datetime(2026, 11, 26, tzinfo=UTC))


def _read_bare(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _table_bare(snapshot: Snapshot, plan: Plan) -> None:
    names = {person.id: person.name for person in snapshot.people}
    rows = []
    for table in range(plan.tables):
        columns = [[names[p] for p in plan.at_table(table, r)] for r in range(plan.rounds)]
        most = max(map(len, columns))
        rows += [[c[k] if k < len(c) else "" for c in columns] for k in range(most)]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4).build([Table(rows, repeatRows=0)])


def _anneal_bare(people: int, tables: int, rounds: int, *, target: int) -> tuple[float, int]:
    """Swap two people of a round at random, as textbooks do; return seconds and repeats left."""
    chance = random.Random(1)
    seats = [[p % tables for p in range(people)] for _ in range(rounds)]
    for row in seats:
        chance.shuffle(row)
    at = [[{p for p in range(people) if row[p] == t} for t in range(tables)] for row in seats]
    met: dict[tuple[int, int], int] = {}

    def pair(p: int, q: int) -> tuple[int, int]:
        return (p, q) if p < q else (q, p)

    for groups in at:
        for group in groups:
            for p in group:
                for q in group:
                    if p < q:
                        met[p, q] = met.get((p, q), 0) + 1
    repeats = sum(times - 1 for times in met.values())
    started = time.perf_counter()
    heat = 1.0
    while repeats > target and time.perf_counter() - started < LONGEST:
        r = chance.randrange(rounds)
        p, q = chance.randrange(people), chance.randrange(people)
        a, b = seats[r][p], seats[r][q]
        if a == b:
            continue
        change = 0
        for mover, old, new, other in ((p, a, b, q), (q, b, a, p)):
            change -= sum(met[pair(mover, x)] > 1 for x in at[r][old] if x != mover)
            change += sum(met.get(pair(mover, x), 0) > 0 for x in at[r][new] if x != other)
        if change <= 0 or chance.random() < exp(-change / heat):
            for mover, old, new, other in ((p, a, b, q), (q, b, a, p)):
                for x in at[r][old]:
                    if x != mover:
                        met[pair(mover, x)] -= 1
                for x in at[r][new]:
                    if x != other:
                        met[pair(mover, x)] = met.get(pair(mover, x), 0) + 1
            at[r][a] ^= {p, q}
            at[r][b] ^= {p, q}
            seats[r][p], seats[r][q] = b, a
            repeats += change
        heat = max(0.05, heat * 0.99999)
    return time.perf_counter() - started, repeats


if __name__ == "__main__":
    main()
