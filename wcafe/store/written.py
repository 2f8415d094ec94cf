"""Which tables a transaction writes, so that what no commit has touched is not read again."""

from functools import cache

from sqlalchemy import Connection, Delete, Insert, Update, event
from sqlalchemy.engine.interfaces import ExecutionContext

from wcafe.store.base import Row
from wcafe.store.note_rows import DeviceRow, NoteRow, OperationRow, RevisionRow
from wcafe.store.phones import PhoneRow, StationRow
from wcafe.store.statements import CiteRow, StatementRow
from wcafe.store.synthesis import FiledNoteRow, GivenMarkRow, ListedThemeRow, ThemeRow

OF_NOTES = frozenset(
    row.__tablename__
    for row in (DeviceRow, NoteRow, OperationRow, RevisionRow, PhoneRow, StationRow)
)
"""Tables that notes come into, and phones, which nobody reads with the café.

None of their rows is ever deleted, so nothing falls with one.
"""

OF_THEMES = frozenset(
    row.__tablename__
    for row in (ThemeRow, GivenMarkRow, FiledNoteRow, ListedThemeRow, StatementRow, CiteRow)
)
"""Tables that themes come into, and what is said of them; nothing else hangs on their rows."""


@cache
def _dependents(deleted: str) -> frozenset[str]:
    """Return the tables whose rows go with rows of `deleted`, directly or not."""
    found = {deleted}
    for table in Row.metadata.sorted_tables:  # those that are referred to come first
        if any(key.column.table.name in found for key in table.foreign_keys):
            found.add(table.name)
    return frozenset(found)


def watch_tables(connection: Connection) -> set[str]:
    """Return a set that grows with each table that `connection` writes into from now on.

    So it does with those whose rows fall with rows that are deleted.
    """
    written: set[str] = set()

    def note(
        _connection: Connection,
        _cursor: object,
        _statement: str,
        _parameters: object,
        context: ExecutionContext | None,
        _is_many: bool,
    ) -> None:
        compiled = context.compiled if context is not None else None
        said = compiled.statement if compiled is not None else None
        if isinstance(said, Insert | Update | Delete):
            written.add(str(said.table))
        if isinstance(said, Delete):
            written.update(_dependents(str(said.table)))

    event.listen(connection, "before_cursor_execute", note)
    return written
