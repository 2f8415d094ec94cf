"""A shared café of an older wcafe: brought up to date by whoever opens it first, or as it was."""

import threading
from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text, update

from tests.life import make_life
from wcafe.app import fetch_cafe, open_cafe, share_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import CannotUpgrade, NewerCafe, NotACafe
from wcafe.errors.sharing import (
    NewerSharedCafe,
    OlderSharedCafe,
    OpenElsewhere,
    ServerRefuses,
)
from wcafe.i18n import ENGLISH
from wcafe.services.opened import upgrade_remark
from wcafe.store import migrations, upgrade
from wcafe.store.base import Row
from wcafe.store.contents import content, contents
from wcafe.store.dialects import WRITE
from wcafe.store.postgres.cafes import schema_of
from wcafe.store.postgres.engine import open_engine
from wcafe.store.schema import shape_of
from wcafe.store.seals import SealRow
from wcafe.store.sqlite.header import SCHEMA

OLDER = SCHEMA - 1
BACK = (  # what revision 9 did, undone
    "ALTER TABLE live DROP COLUMN is_over",
    "DROP TABLE phone, station, sharing",
    "DELETE FROM seal WHERE name IN ('phone', 'station')",
    "UPDATE alembic_version SET version_num = '0008'",
    f"UPDATE wcafe_place SET schema = {OLDER}",
)


@contextmanager
def connected(address):
    """Connect to the schema of a café, to do there what no wcafe does."""
    engine = open_engine(address, schema=f'"{schema_of(address.cafe)}"')
    try:
        with engine.connect().execution_options(**WRITE) as connection, connection.begin():
            yield connection
    finally:
        engine.dispose()


def said(address, *statements):
    with connected(address) as connection:
        for statement in statements:
            connection.execute(text(statement))


def held(address):
    """Return all that stands in the schema of a café."""
    with connected(address) as connection:
        return contents(connection, shape_of(connection).columns)


def seal_as_then(connection, table):
    """Seal a table over the columns that it had then."""
    had = shape_of(connection).columns[table]
    told = [each.name for each in Row.metadata.tables[table].columns if each.name in had]
    sha256 = content(connection, table, told)[2]
    connection.execute(update(SealRow).where(SealRow.name == table).values(sha256=sha256))


@pytest.fixture(scope="module")
def older(cluster, tmp_path_factory):
    """A café with something of everything, shared by the wcafe before this one; and its file."""
    path = tmp_path_factory.mktemp("older") / "rue.wcafe"
    make_life(path)
    hall = SharedAddress.parse(cluster.new_database())
    address = share_cafe(path, replace(hall, cafe="rue"))
    said(address, *BACK)
    with connected(address) as connection:
        seal_as_then(connection, "live")
    return address, path


@pytest.fixture
def there(cluster, older):
    """The address of such a café, of this test alone."""
    name = f"older_{uuid4().hex}"
    cluster.sql(f"CREATE DATABASE {name} TEMPLATE {older[0].database}")
    return replace(older[0], database=name)


def test_an_older_shared_café_opens_with_all_that_is_in_it(older, there, tmp_path, now):
    before = held(there)
    with open_cafe(older[1], is_read_only=True) as cafe:
        people, notes = cafe.people.all(), cafe.notes.all()

    with open_cafe(there) as cafe:
        remark = upgrade_remark(cafe, ENGLISH)
        assert cafe.cafes.faults() == ()
        assert (cafe.people.all(), cafe.notes.all()) == (people, notes)
    with open_cafe(there) as cafe:
        again = upgrade_remark(cafe, ENGLISH)

    assert "was made by an older wcafe and is up to date now. Other laptops" in remark[0]
    assert again == []
    after = held(there)
    same = before.keys() - {"seal", "alembic_version", "live"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    fetch_cafe(there, tmp_path / "back.wcafe", now=now)


def test_who_only_reads_is_told_and_changes_nothing(there):
    before = held(there)

    with pytest.raises(OlderSharedCafe), open_cafe(there, is_read_only=True):
        pass

    assert held(there) == before


def test_it_waits_until_no_other_laptop_has_it_open(there):
    with open_cafe(there, stays=True) as elsewhere:
        until(elsewhere.elsewhere.holds_bell)
        said(there, f"UPDATE wcafe_place SET schema = {OLDER}")
        with pytest.raises(OpenElsewhere), open_cafe(there):
            pass


def until(is_so):
    waited = threading.Event()
    for _turn in range(1000):
        if is_so():
            return
        waited.wait(0.02)
    raise AssertionError


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE person SET given = replace(given, 'é', 'e')",
        "DELETE FROM planned_seat WHERE round = 1",
        "CREATE TABLE more (x int)",
        "SELECT no_such_function()",
    ],
)
def test_a_revision_that_fails_half_way_leaves_it_as_it_was(there, statement, monkeypatch):
    before = held(there)
    meanwhile(monkeypatch, statement)

    with pytest.raises((CannotUpgrade, NotACafe, ServerRefuses)), open_cafe(there):
        pass

    assert held(there) == before
    monkeypatch.undo()
    with open_cafe(there) as cafe:
        assert cafe.cafes.faults() == ()


def test_the_control_without_the_look_at_what_was_there_such_a_revision_passes(there, monkeypatch):
    before = held(there)
    meanwhile(monkeypatch, "UPDATE person SET given = replace(given, 'é', 'e')")
    monkeypatch.setattr(upgrade, "_require_same", lambda connection, wanted, path: None)

    with open_cafe(there):
        pass

    assert held(there)["person"] != before["person"]


def meanwhile(monkeypatch, statement):
    """Let the revisions do `statement` too."""
    run = migrations.upgrade

    def upgrade_and_more(connection, revision="head"):
        run(connection, revision)
        if connection.dialect.name == "postgresql":
            connection.execute(text(statement))

    monkeypatch.setattr(migrations, "upgrade", upgrade_and_more)


def test_two_laptops_that_open_it_at_once_bring_it_up_to_date_once(there):
    remarks, ready = [], threading.Barrier(2)

    def open_it():
        ready.wait(20)
        with open_cafe(there) as cafe:
            remarks.append(upgrade_remark(cafe, ENGLISH))

    threads = [threading.Thread(target=open_it) for _laptop in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(map(len, remarks)) == [0, 1]


def test_a_laptop_with_an_older_wcafe_is_told_to_update(there):
    with open_cafe(there, stays=True) as laptop:
        notes = laptop.notes.all()
        mark = "INSERT INTO wcafe_commit (mark) VALUES (7)"
        said(there, "UPDATE wcafe_place SET schema = schema + 1", mark)

        with pytest.raises(NewerSharedCafe, match="Update wcafe here"):
            laptop.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Trop tard")
        assert laptop.notes.all() == notes
    for is_read_only in (False, True):
        with pytest.raises(NewerCafe), open_cafe(there, is_read_only=is_read_only):
            pass
