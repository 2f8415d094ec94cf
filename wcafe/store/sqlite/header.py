"""What the first bytes of a café's file say: that it is one of ours, and of which schema."""

from pathlib import Path

from sqlalchemy import Connection

APPLICATION_ID = 0x57434146  # "WCAF", at byte 68 of the file
SCHEMA = 9  # ordinal of the newest Alembic revision, at byte 60 of the file
_MAGIC = b"SQLite format 3\0"  # the first bytes of each database
_SMALLEST = 512  # bytes of the smallest page


def name_of_revision(schema: int) -> str:
    """Return what Alembic calls the revision of that ordinal."""
    return f"{schema:04}"


REVISION = name_of_revision(SCHEMA)


def is_database(path: Path) -> bool:
    """Return whether the file `path` begins as every database does. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def schema_in_header(path: Path) -> int | None:
    """Return for which schema the café in the file `path` was written; None if it is no café.

    The first bytes are read before SQLite sees the file, as what is no café stays untouched.

    Raises:
        OSError
    """
    with path.open("rb") as file:
        header = file.read(100)
    is_cafe = header.startswith(_MAGIC) and int.from_bytes(header[68:72]) == APPLICATION_ID
    if path.stat().st_size < _SMALLEST or not is_cafe:
        return None
    return int.from_bytes(header[60:64])


def mark_as_cafe(connection: Connection) -> None:
    """Write into a new file what kind it is and which schema it has."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    set_schema(connection)


def schema_of(connection: Connection) -> int:
    """Return the ordinal of the revision that the file was written for."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def set_schema(connection: Connection) -> None:
    """Say that the file has the newest schema."""
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
