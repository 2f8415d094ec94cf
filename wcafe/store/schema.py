"""Which tables and columns a café's file ought to have, and is it whole?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from wcafe.errors import DamagedCafe, NewerCafe, NotACafe
from wcafe.store.dialects import checks_of
from wcafe.store.sqlite.header import REVISION
from wcafe.store.trial import require_readable
from wcafe.store.work import ROWS

VERSION = "alembic_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What lies in a database: its objects as (type, name), and the columns of each table."""

    objects: frozenset[tuple[str, str]]
    columns: Mapping[str, frozenset[str]]  # hidden and computed ones too


def create_schema(connection: Connection) -> None:
    """Make every table as the newest Alembic revision has them; a test holds the two equal."""
    ROWS.create_all(connection)
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:it)"), {"it": REVISION})


def newest_shape() -> Shape:
    """Return the shape that `create_schema` makes."""
    columns = {name: frozenset(table.columns.keys()) for name, table in ROWS.tables.items()}
    columns[VERSION] = frozenset({"version_num"})
    tables = {("table", name) for name in columns}
    indexes = {
        ("index", str(index.name)) for table in ROWS.tables.values() for index in table.indexes
    }
    return Shape(objects=frozenset(tables | indexes), columns=columns)


def shape_of(connection: Connection) -> Shape:
    checks = checks_of(connection)
    objects = checks.objects_in(connection)
    tables = [name for kind, name in objects if kind == "table"]
    columns = {name: checks.columns_of(connection, name) for name in tables}
    return Shape(objects=objects, columns=columns)


def require_whole(connection: Connection, path: Path) -> None:
    """Refuse a file that is not wholly a café of the newest schema.

    Raises:
        NotACafe, NewerCafe, DamagedCafe
    """
    require_shape(connection, newest_shape(), REVISION, path)
    with Session(connection) as session:
        require_readable(session, path)


def require_shape(connection: Connection, wanted: Shape, revision: str, path: Path) -> None:
    """Refuse a file with tables, triggers or views that are not ours: it is input like any other.

    Raises:
        NotACafe: something is in it that wcafe never puts there.
        DamagedCafe: a table is missing, or pages do not hold together.
        NewerCafe: another Alembic revision than `revision`.
    """
    checks = checks_of(connection)
    objects = checks.objects_in(connection)
    if objects - wanted.objects:
        raise NotACafe(path=path)
    if wanted.objects - objects or any(
        checks.columns_of(connection, table) != columns for table, columns in wanted.columns.items()
    ):
        raise DamagedCafe(path=path)
    if not checks.is_sound(connection):
        raise DamagedCafe(path=path)
    if connection.execute(text("SELECT version_num FROM alembic_version")).scalar() != revision:
        raise NewerCafe(path=path)
