"""P14: an older café opens, with all that is in it, and is kept as it was beside that."""

import lzma
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.people import participants
from wcafe.domain.presence import count_presence
from wcafe.errors import CannotUpgrade, DamagedCafe, NewerCafe, NotACafe
from wcafe.store import migrations, open_store, upgrade
from wcafe.store.sqlite import engine
from wcafe.store.sqlite.header import SCHEMA

FILES = Path(__file__).parent / "files"
OLD = range(1, SCHEMA)


def golden(schema):
    """Return the bytes of a café with something of everything, made by the wcafe of its time."""
    return lzma.decompress((FILES / f"schema_{schema}.wcafe.xz").read_bytes())


@pytest.fixture(params=OLD)
def older(request, path):
    path.write_bytes(golden(request.param))
    return path


def in_turn(programs):
    """Pair what is done with all OLD, and each of these with one of the `programs` in turn.

    Every program meets everything that is done, and every schema, at a fraction of all pairs.
    """
    pairs = [(old, programs[n % len(programs)]) for n, old in enumerate(OLD)]
    return pytest.mark.parametrize(("older", "program"), pairs, indirect=["older"])


def columns(path):
    """Return the columns of every table of the file."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in ("alembic_version", "sqlite_sequence")
        ]
        return {
            name: [column for _n, column, *_ in connection.execute(f'PRAGMA table_info("{name}")')]
            for name in names
        }


def rows(path, asked=None):
    """Return every row of every table of the file, or of what is `asked`, whatever its order."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        found = {}
        for name, these in (asked or columns(path)).items():
            listed = ", ".join(f'"{column}"' for column in these)
            found[name] = sorted(map(repr, connection.execute(f'SELECT {listed} FROM "{name}"')))
        return found


def names_in(folder):
    return sorted(each.name for each in folder.iterdir())


def altered(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_there_is_a_golden_file_of_every_older_schema():
    assert sorted(each.name for each in FILES.iterdir()) == [f"schema_{n}.wcafe.xz" for n in OLD]


def test_an_older_café_opens_with_all_that_is_in_it(older):
    there = {
        name: [each for each in names if each != "seal"] for name, names in columns(older).items()
    }
    had_one = "statement" in there["theme"]  # a statement a theme
    said = rows(older, {"theme": ["statement"]})["theme"] if had_one else []
    if had_one:
        there["theme"].remove("statement")
    kept = there
    before = rows(older, kept)

    with open_cafe(older) as cafe:
        snapshot = cafe.cafes.snapshot()
        assert cafe.cafes.faults() == ()
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Encore une idée")

    after = rows(older, kept)
    same = before.keys() - CHANGED_BY_A_NOTE - HASHES
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert set(before["note"]) < set(after["note"])
    assert len(snapshot.people) == len(before["person"])
    worded = [repr((theme.wording,)) for theme in snapshot.themes]
    assert not had_one or sorted(worded) == said
    assert any(theme.statements for theme in snapshot.themes)
    assert [note.text for note in snapshot.notes if "🌿" in note.text]


CHANGED_BY_A_NOTE = {"note", "revision", "operation", "device"}
HASHES = {"seal"}  # of columns that are new too


BEFORE_ARRIVALS = range(1, 5)


@pytest.mark.parametrize("schema", BEFORE_ARRIVALS)
def test_nobody_of_an_older_café_has_arrived_and_all_others_facts_are_as_they_were(path, schema):
    older = path
    older.write_bytes(golden(schema))
    with open_cafe(older) as cafe:
        people, rounds = cafe.people.all(), frozenset(range(len(cafe.cafes.get().rounds)))
        here = count_presence(people, rounds)
        cafe.people.save([replace(people[0], arrived=True)])

    assert not any(person.arrived for person in people)
    assert (here.here, here.left) == (0, 0)
    assert here.expected + here.away == len(participants(people)) > 0
    with open_cafe(older) as cafe:
        assert [person.arrived for person in cafe.people.all()].count(True) == 1
        assert cafe.cafes.faults() == ()


SEALED = range(4, SCHEMA)


@pytest.mark.parametrize("schema", SEALED)
@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("person", "UPDATE person SET family = 'Personne' WHERE position = 0"),
        ("badge", "DELETE FROM badge"),
        ("theme", "DELETE FROM seal WHERE name = 'theme'"),
        ("cafe", "UPDATE cafe SET title = title || '!'"),
        ("note", "UPDATE note SET is_late = 1 - is_late WHERE id IN (SELECT min(id) FROM note)"),
        ("revision", "UPDATE revision SET author = 'Personne' WHERE seq = 1"),
        (
            "note",
            'UPDATE note SET "table" = 1 - "table" WHERE "table" < 2 AND text NOT LIKE \'%🌿%\'',
        ),
    ],
)
def test_what_another_program_altered_is_told_after_the_upgrade_too(path, schema, table, statement):
    path.write_bytes(golden(schema))
    altered(path, statement)

    for _time in range(2):
        with open_cafe(path) as cafe:
            told = [fault.where for fault in cafe.cafes.faults()]
            assert table in " ".join(told), told
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Encore une idée")


@pytest.mark.parametrize("schema", BEFORE_ARRIVALS)
def test_themes_of_an_older_café_keep_the_marks_they_had_and_nobody_was_counted(path, schema):
    path.write_bytes(golden(schema))
    with open_cafe(path) as cafe:
        snapshot = cafe.cafes.snapshot()

    assert [theme.mark for theme in snapshot.themes] == list(range(len(snapshot.themes)))
    assert len(snapshot.themes) > 2
    assert snapshot.cafe.headcount is None
    assert not any(round_.headcount for round_ in snapshot.cafe.rounds)
    assert not any(note.is_lone for note in snapshot.notes)


@pytest.mark.parametrize("schema", SEALED)
def test_the_control_an_upgrade_that_seals_whatever_it_finds_is_found_out(
    path, schema, monkeypatch
):
    path.write_bytes(golden(schema))
    altered(path, "UPDATE person SET family = 'Personne' WHERE position = 0")
    monkeypatch.setattr(upgrade, "altered_in_older", lambda _connection, _columns: None)

    with open_cafe(path) as cafe:
        assert cafe.cafes.faults() == ()


def test_what_it_was_lies_beside_it_and_is_the_owners_alone(older):
    content, before = older.read_bytes(), rows(older)

    with open_cafe(older) as cafe:
        copy = cafe.earlier

    assert names_in(older.parent) == sorted([older.name, copy.name])
    assert rows(copy) == before
    assert copy.read_bytes()[60:64] == content[60:64]  # a café of that time, for its wcafe
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_cafe(older) as cafe:
        assert cafe.earlier is None
    assert len(names_in(older.parent)) == 2


def test_a_café_that_is_only_read_is_upgraded_in_memory(older):
    content = older.read_bytes()

    with open_cafe(older, is_read_only=True) as cafe:
        assert cafe.cafes.snapshot().notes
        assert cafe.cafes.faults() == ()

    assert older.read_bytes() == content
    assert names_in(older.parent) == [older.name]


def test_a_copy_of_an_earlier_try_is_used_again_and_another_file_is_never_replaced(older):
    content, before = older.read_bytes(), rows(older)
    with open_cafe(older) as cafe:
        first = cafe.earlier
    older.write_bytes(content)
    with open_cafe(older) as cafe:
        assert cafe.earlier == first

    older.write_bytes(content)
    altered(first, "UPDATE theme SET name = 'autre'")
    other = first.read_bytes()
    with open_cafe(older) as cafe:
        second = cafe.earlier

    assert second != first
    assert rows(second) == before
    assert first.read_bytes() == other


def left_alone(path, error, *, program="command"):
    before = path.read_bytes()
    with pytest.raises(error) as refusal:
        open_store(path, program=program).close()
    assert path.read_bytes() == before
    assert names_in(path.parent) == [path.name]
    return str(refusal.value)


@pytest.mark.slow
@in_turn(["command", "desk", None])
@pytest.mark.parametrize(
    ("statements", "error"),
    [
        (["CREATE TRIGGER evil AFTER UPDATE ON person BEGIN DELETE FROM note; END"], NotACafe),
        (["CREATE VIEW evil AS SELECT * FROM person"], NotACafe),
        (["CREATE TABLE more (person_id TEXT)"], NotACafe),
        (["DROP TABLE filed_note"], DamagedCafe),
        (["ALTER TABLE note DROP COLUMN author"], DamagedCafe),
        (["PRAGMA user_version = 0"], DamagedCafe),
        (["UPDATE cafe SET rounds = '[{'"], DamagedCafe),
        (["UPDATE filed_note SET theme_id = 'none'"], DamagedCafe),
        (["UPDATE person SET role = 'king'"], NewerCafe),
        (["UPDATE alembic_version SET version_num = '9999'"], NewerCafe),
    ],
)
def test_an_older_café_that_is_not_sound_is_left_byte_for_byte(older, statements, error, program):
    altered(older, *statements)

    left_alone(older, error, program=program)


def test_a_table_that_a_revision_makes_must_not_be_there_before(path):
    path.write_bytes(golden(1))
    altered(path, "CREATE TABLE badge (person_id TEXT)")

    left_alone(path, NotACafe)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_an_older_café_that_was_cut_is_damaged(older, share):
    content = older.read_bytes()
    older.write_bytes(content[: int(share * len(content))])

    left_alone(older, DamagedCafe)


def meanwhile(monkeypatch, *statements):
    """Let the revisions do something wrong as well."""
    honest = migrations.upgrade

    def wrong(connection, revision="head"):
        honest(connection, revision)
        if revision == "head":
            for statement in statements:
                connection.exec_driver_sql(statement)

    monkeypatch.setattr(migrations, "upgrade", wrong)


@pytest.mark.slow
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET text = upper(text)",
        "UPDATE person SET given = replace(given, 'é', 'e')",
        "DELETE FROM revision WHERE seq = 1",
        "INSERT INTO theme SELECT 'x', 99, 'De trop', '', 0, 1",
        "DELETE FROM planned_seat WHERE round = 1",
        "ALTER TABLE person RENAME COLUMN note TO remark",
        "CREATE TABLE more (x)",
        "SELECT no_such_function()",
    ],
)
@in_turn(["command", None])
def test_a_revision_that_loses_something_is_undone(older, statement, program, monkeypatch):
    meanwhile(monkeypatch, statement)

    left_alone(older, (CannotUpgrade, DamagedCafe, NotACafe), program=program)


def test_without_the_look_at_what_was_there_such_a_revision_would_pass(older, monkeypatch):
    meanwhile(monkeypatch, "UPDATE person SET given = replace(given, 'é', 'e')")
    monkeypatch.setattr(upgrade, "_require_same", lambda connection, wanted, path: None)
    before = rows(older)

    with open_cafe(older) as cafe:
        copy = cafe.earlier

    assert rows(older)["person"] != before["person"]  # lost in the café,
    assert rows(copy) == before  # and found in the copy


def test_a_full_disk_is_told_and_leaves_the_café_as_it_was(older, monkeypatch):
    prepare, pages = engine._prepare, older.stat().st_size // 4096
    has_new_tables = "badge" not in columns(older)
    rooms = (1, pages // 2, pages + 1)  # the copy does not fit, or the new tables
    for room in rooms if has_new_tables else rooms[:2]:

        def prepare_a_full_disk(connection, record, room=room):
            prepare(connection, record)
            if connection.execute("PRAGMA database_list").fetchone()[2]:  # it has a file
                connection.execute(f"PRAGMA max_page_count = {room}")

        with monkeypatch.context() as patched:
            patched.setattr(engine, "_prepare", prepare_a_full_disk)
            said = left_alone(older, CannotUpgrade)
        assert "No space left on device" in said

    with open_cafe(older) as cafe:
        assert cafe.cafes.faults() == ()


def test_a_copy_that_is_not_the_same_stops_everything(older, monkeypatch):
    fill = upgrade.fill_from

    def careless(source, draft):
        fill(source, draft)
        altered(draft, "UPDATE note SET text = 'autre'")

    monkeypatch.setattr(upgrade, "fill_from", careless)

    assert "copy" in left_alone(older, CannotUpgrade)


def test_a_folder_that_takes_no_copy_is_told(older, monkeypatch):
    def refuse(*_args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("wcafe.store.upgrade.os.open", refuse)

    assert "Read-only file system" in left_alone(older, CannotUpgrade)


def test_an_upgrade_that_stands_although_the_disk_complained_keeps_its_copy(older, monkeypatch):
    before, honest = rows(older), upgrade._upgrade

    def complain(engine, original, path):
        honest(engine, original, path)
        raise CannotUpgrade(path=path, reason="Input/output error")

    monkeypatch.setattr(upgrade, "_upgrade", complain)

    with open_cafe(older) as cafe:
        assert cafe.cafes.faults() == ()
        assert rows(cafe.earlier) == before
