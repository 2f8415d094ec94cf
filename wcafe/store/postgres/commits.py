"""What became of a transaction: was anything written, does it stand, which was the last number?"""

from sqlalchemy import Connection, text

from wcafe.store.postgres.words import COMMITS

_KEPT = 10_000  # marks: so many commits of other desks may come before a doubt is resolved


def has_fallen(connection: Connection) -> bool:
    """Return whether the connection was lost, and everything of the transaction with it."""
    return connection.invalidated or connection.closed


def has_changed(connection: Connection) -> bool:
    """Return whether the transaction wrote anything."""
    asked = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL"
    return bool(connection.exec_driver_sql(asked).scalar())


def write_mark(connection: Connection, mark: int) -> None:
    """Let the commit under way be known by `mark`, and be one that is written even if empty."""
    added = text(f"INSERT INTO {COMMITS} (mark) VALUES (:mark) RETURNING number")  # noqa: S608
    number = connection.execute(added, {"mark": mark}).scalar_one()
    gone = text(f"DELETE FROM {COMMITS} WHERE number <= :last")  # noqa: S608
    connection.execute(gone, {"last": number - _KEPT})


def has_mark(connection: Connection, mark: int, *, after: int) -> bool:
    """Return whether a commit that stands wrote `mark`, or one of the `after` behind it."""
    asked = text(f"SELECT 1 FROM {COMMITS} WHERE mark BETWEEN :mark AND :last LIMIT 1")  # noqa: S608
    found = connection.execute(asked, {"mark": mark, "last": mark + after}).first()
    return found is not None


def commits_so_far(connection: Connection) -> int:
    """Return the number of the last commit that stands, whichever desk made it."""
    found = connection.execute(text(f"SELECT max(number) FROM {COMMITS}")).scalar()  # noqa: S608
    return int(found or 0)


def last_number(connection: Connection, table: str) -> int:
    """Return the last number that was given to a row of `table`, which counts and never again."""
    sequence = _sequence_of(connection, table)
    asked = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"  # noqa: S608
    return int(connection.exec_driver_sql(asked).scalar_one())


def go_on_after(connection: Connection, table: str, number: int) -> None:
    """Let the next row of `table` have a number beyond `number`, which was given by hand."""
    if number > last_number(connection, table):
        asked = text("SELECT setval(CAST(:sequence AS regclass), :number)")
        connection.execute(asked, {"sequence": _sequence_of(connection, table), "number": number})


def _sequence_of(connection: Connection, table: str) -> str:
    asked = text("SELECT pg_get_serial_sequence(:table, 'seq')")
    return str(connection.execute(asked, {"table": f'"{table}"'}).scalar_one())
