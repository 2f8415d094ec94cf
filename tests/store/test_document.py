"""Opening a file: ours, or untouched and told in one sentence."""

import sqlite3
from contextlib import closing

import pytest

from wcafe.domain.cafe import draft
from wcafe.errors import (
    CannotWrite,
    DamagedCafe,
    FileThere,
    NewerCafe,
    NoSuchFile,
    NoSuchFolder,
    NotACafe,
)
from wcafe.store import create_store, open_store
from wcafe.store.migrations import upgrade
from wcafe.store.sqlite.engine import open_engine
from wcafe.store.sqlite.header import SCHEMA


def refused(path, error, *, program="command"):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error):
        open_store(path, program=program).close()
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [other for other in path.parent.iterdir() if other != path] == []


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"Nom;Prenom\n", b"\x89PNG\r\n\x1a\n" * 100, b"SQLite format 3\0", b"\0" * 4096],
)
def test_what_is_no_café_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "x.wcafe"
    path.write_bytes(content)

    refused(path, NotACafe)


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "x.wcafe"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id TEXT)")

    refused(path, NotACafe)


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path):
    refused(tmp_path / "missing.wcafe", NoSuchFile)
    (tmp_path / "folder.wcafe").mkdir()
    refused(tmp_path / "folder.wcafe", NotACafe)


def altered(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("program", ["command", None])
def test_a_newer_café_is_refused_byte_for_byte(cafe_file, program):
    altered(cafe_file, f"PRAGMA user_version = {SCHEMA + 1}")
    refused(cafe_file, NewerCafe, program=program)


def test_a_revision_nobody_knows_is_newer_too(cafe_file):
    altered(cafe_file, "UPDATE alembic_version SET version_num = '9999'")
    refused(cafe_file, NewerCafe)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "CREATE VIEW evil AS SELECT * FROM person",
        "CREATE TABLE evil (x)",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
    ],
)
def test_a_hostile_schema_is_refused(cafe_file, statement):
    altered(cafe_file, statement)
    refused(cafe_file, NotACafe)


def test_a_café_that_lost_a_table_is_damaged(cafe_file):
    altered(cafe_file, "DROP TABLE filed_note")
    refused(cafe_file, DamagedCafe)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_café_is_damaged(cafe_file, share):
    content = cafe_file.read_bytes()
    cafe_file.write_bytes(content[: int(share * len(content))])
    refused(cafe_file, DamagedCafe)


def test_an_existing_file_is_never_replaced(path):
    path.write_text("my notes")

    with pytest.raises(FileThere):
        create_store(path, draft(title="Rue", language="fr"))

    assert path.read_text() == "my notes"
    assert list(path.parent.iterdir()) == [path]


def test_a_café_needs_its_folder(tmp_path):
    with pytest.raises(NoSuchFolder):
        create_store(tmp_path / "no" / "x.wcafe", draft(title="Rue", language="fr"))


def test_a_café_that_cannot_be_built_leaves_nothing(path, monkeypatch):
    def fail(connection):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wcafe.store.document.create_schema", fail)
    with pytest.raises(CannotWrite, match="No space left"):
        create_store(path, draft(title="Rue", language="fr"))

    assert list(path.parent.iterdir()) == []


def test_the_revisions_and_the_tables_of_the_code_are_the_same(cafe_file, tmp_path):
    engine = open_engine(tmp_path / "migrated.db", mode="rwc")
    with engine.connect() as connection, connection.begin():
        upgrade(connection)
    engine.dispose()

    assert schema(tmp_path / "migrated.db") == schema(cafe_file)


def schema(path):
    """Return columns, keys and indexes of every table, whatever the order they were told in."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        return {
            name: [
                "AUTOINCREMENT" in sql,
                sorted(connection.execute(f'PRAGMA table_xinfo("{name}")')),
                sorted(row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')),
                sorted(row[1:] for row in connection.execute(f'PRAGMA index_list("{name}")')),
            ]
            for name, sql in tables
            if name != "alembic_version"
        }
