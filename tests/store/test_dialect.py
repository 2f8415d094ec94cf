"""One package speaks SQLite's language; whatever else the store says would suit any database."""

import errno
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import wcafe
from wcafe.reasons import reason_of
from wcafe.store import sqlite
from wcafe.store.sqlite.errors import why_refused

OURS = Path(wcafe.__file__).parent
DIALECT = Path(sqlite.__file__).parent
WORDS = re.compile(
    r"\bPRAGMA\b|SQLITE_|sqlite_(master|schema|sequence|errorname)|typeof\(|SQLite format|-journal"
)


def speakers():
    """Return the files of the program that use a word of the dialect."""
    return {path for path in OURS.rglob("*.py") if WORDS.search(path.read_text(encoding="utf-8"))}


def test_one_package_alone_uses_words_of_the_dialect():
    assert {path.name for path in speakers() if path.parent != DIALECT} == set()
    assert {"checks.py", "commits.py", "errors.py"} <= {path.name for path in speakers()}


def test_a_full_database_is_a_full_disk(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as base:
        base.execute("CREATE TABLE note (text)")
        base.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.OperationalError) as told:
            base.execute("INSERT INTO note VALUES (zeroblob(100000))")

    assert why_refused(told.value) == reason_of(OSError(errno.ENOSPC, ""))


def test_what_nobody_foresaw_is_told_in_the_databases_own_words(tmp_path):
    with (
        closing(sqlite3.connect(tmp_path / "x.db")) as base,
        pytest.raises(sqlite3.OperationalError) as told,
    ):
        base.execute("SELECT * FROM nowhere")

    assert why_refused(told.value) == "no such table: nowhere"
