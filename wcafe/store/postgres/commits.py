"""What became of a transaction: was anything written, does it stand, which was the last number?"""

from sqlalchemy import Connection, text

from wcafe.store.postgres.words import COMMITS

_KEPT = 10_000  # marks: so many commits of other desks may come before a doubt is resolved
_TOGETHER = 100  # of them go at a time
_SEQUENCE = "CAST(pg_get_serial_sequence(:table, 'seq') AS regclass)"
_FEW = 200  # commits that are told one by one to who has not heard of them


def has_fallen(connection: Connection) -> bool:
    """Return whether the connection was lost, and everything of the transaction with it."""
    return connection.invalidated or connection.closed


def has_changed(connection: Connection) -> bool:
    """Return whether the transaction wrote anything."""
    asked = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL"
    return bool(connection.exec_driver_sql(asked).scalar())


def write_mark(connection: Connection, mark: int, said: str = "") -> int:
    """Let the commit under way be known by `mark`, and be one that is written even if empty.

    Once it stands, whoever listens is sent its number and, behind a blank, what is `said` of it;
    and who does not listen finds it in the table.
    """
    added = text(
        f"WITH added AS (INSERT INTO {COMMITS} (mark, said) VALUES (:mark, :said)"  # noqa: S608
        " RETURNING number)"
        " SELECT number, pg_notify(current_schema()::text, number || ' ' || :said) FROM added"
    )
    number = int(connection.execute(added, {"mark": mark, "said": said}).one().number)
    if number % _TOGETHER == 0:
        gone = text(f"DELETE FROM {COMMITS} WHERE number <= :last")  # noqa: S608
        connection.execute(gone, {"last": number - _KEPT})
    return number


def has_mark(connection: Connection, mark: int, *, after: int) -> bool:
    """Return whether a commit that stands wrote `mark`, or one of the `after` behind it."""
    asked = text(f"SELECT 1 FROM {COMMITS} WHERE mark BETWEEN :mark AND :last LIMIT 1")  # noqa: S608
    found = connection.execute(asked, {"mark": mark, "last": mark + after}).first()
    return found is not None


def commits_so_far(connection: Connection) -> int:
    """Return the number of the last commit that stands, whichever desk made it."""
    found = connection.execute(text(f"SELECT max(number) FROM {COMMITS}")).scalar()  # noqa: S608
    return int(found or 0)


def said_after(connection: Connection, number: int) -> list[tuple[int, str]] | None:
    """Return what was said of each commit after the one of that `number`, with its own number.

    None where they are many, or where some may be forgotten by now.
    """
    asked = text(
        f"SELECT number, said FROM {COMMITS} WHERE number > :number"  # noqa: S608
        f" ORDER BY number LIMIT {_FEW + 1}"
    )
    found = [(row.number, row.said) for row in connection.execute(asked, {"number": number})]
    is_whole = not found or found[-1][0] - number < _KEPT
    return found if is_whole and len(found) <= _FEW else None


def last_number(connection: Connection, table: str) -> int:
    """Return the last number that was given to a row of `table`, which counts and never again."""
    asked = text(f"SELECT coalesce(pg_sequence_last_value({_SEQUENCE}), 0)")
    return int(connection.execute(asked, {"table": f'"{table}"'}).scalar_one())


def next_number(connection: Connection, table: str) -> int:
    """Return a number for the next row of `table`, which no row ever had."""
    asked = text(f"SELECT nextval({_SEQUENCE})")
    return int(connection.execute(asked, {"table": f'"{table}"'}).scalar_one())


def go_on_after(connection: Connection, table: str, number: int) -> None:
    """Let the next row of `table` have a number beyond `number`, which was given by hand."""
    asked = text(
        f"SELECT setval({_SEQUENCE}, :number)"
        f" WHERE :number > coalesce(pg_sequence_last_value({_SEQUENCE}), 0)"
    )
    connection.execute(asked, {"table": f'"{table}"', "number": number})
