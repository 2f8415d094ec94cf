"""A list of 20,000 notes, brought in beside a bare insert of the same rows, in one run.

    .venv/bin/python -m tests.bench.notes_import [NOTES]

The bare insert writes what the import wrote (notes, revisions, operations) into the tables of
another café's file, with the same settings of SQLite, in one transaction.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.exports import exported

TABLES = ("device", "note", "revision", "operation")
MOST = 20  # times a bare insert


def make(folder: Path, notes: int) -> Path:
    """Return an exported list of so many notes."""
    words = ("banc", "arbre", "école", "mur", "l’eau", "vélo", "🌿")
    rows = [
        f"{n % 40 + 1};{n % 4 + 1};{list(Kind)[n % 7].value};{words[n % 7]} numéro {n}, dit-on\n"
        for n in range(notes)
    ]
    path = folder / "plain.csv"
    path.write_text("table;ronde;genre;texte\n" + "".join(rows), encoding="utf-8")
    create_cafe(folder / "first.wcafe", draft(title="Un", language="fr", rounds=4, tables=40))
    with open_cafe(folder / "first.wcafe") as cafe:
        cafe.notes.lists.import_list(path)
        path = folder / "exported.csv"
        path.write_bytes(exported("csv", cafe.cafes.snapshot()))
    return path


def bring(folder: Path, path: Path) -> tuple[float, Path]:
    """Return the seconds that an import into a new café takes, and its file."""
    file = folder / "second.wcafe"
    create_cafe(file, draft(title="Deux", language="fr", rounds=4, tables=40))
    with open_cafe(file) as cafe:
        began = perf_counter()
        cafe.notes.lists.import_list(path)
        return perf_counter() - began, file


def insert_bare(folder: Path, filled: Path) -> float:
    """Return the seconds that it takes to insert the same rows."""
    file = folder / "third.wcafe"
    create_cafe(file, draft(title="Trois", language="fr", rounds=4, tables=40))
    with closing(sqlite3.connect(filled)) as source, closing(sqlite3.connect(file)) as target:
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
        target.execute("PRAGMA journal_mode = TRUNCATE")
        target.execute("PRAGMA synchronous = EXTRA")
        target.execute("PRAGMA foreign_keys = ON")
        target.execute("PRAGMA secure_delete = ON")
        began = perf_counter()
        with target:
            for name, these in rows.items():
                gaps = ", ".join("?" * len(these[0]))
                target.executemany(f"INSERT INTO {name} VALUES ({gaps})", these)
        return perf_counter() - began


def main() -> None:
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = make(folder, notes)
        ours, filled = bring(folder, path)
        bare = insert_bare(folder, filled)
        with open_cafe(filled) as cafe:
            began = perf_counter()
            again = cafe.notes.lists.import_list(path)
            repeated = perf_counter() - began
        assert again.known == notes
    print(f"{notes} notes: {ours:.2f} s, a bare insert {bare:.3f} s: {ours / bare:.1f} times")
    print(f"the same list again, nothing new: {repeated:.2f} s")
    print("kept" if ours < MOST * bare else f"broken: more than {MOST} times")


if __name__ == "__main__":
    main()
