"""A shared café of an older wcafe: brought up to date by the first desk that opens it for writing.

All revisions run in one transaction, in the turn of whoever writes and while no desk has the café
open; whatever goes wrong leaves it as it was. As nothing of it is seen before it stands, no copy is
made on the server: `pg_dump` makes one that lies elsewhere.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import OpenElsewhere
from wcafe.store.dialects import WRITE, commits_of
from wcafe.store.postgres import cafes
from wcafe.store.sqlite.header import SCHEMA
from wcafe.store.standing import new_mark
from wcafe.store.upgrade import require_shape_at, run_revisions, what_stays


def upgrade_shared(engine: Engine, address: SharedAddress) -> bool:
    """Bring the café at `address` up to date; return False where another desk was quicker.

    Raises:
        DatabaseError, and those of `cafes.require_open`
        OpenElsewhere: a desk has it open, which could not go on.
        NotACafe, DamagedCafe: it is no sound older café.
        CannotUpgrade: what comes of it would not be the same café.
        And it is as it was.
    """
    with engine.connect().execution_options(**WRITE) as connection, connection.begin():
        schema = cafes.require_open(connection, address)
        if schema == SCHEMA:
            return False
        if not cafes.keep_desks_out(connection):
            raise OpenElsewhere(path=address.name)
        _upgrade(connection, schema, Path(address.name))
        return True


def _upgrade(connection: Connection, schema: int, path: Path) -> None:
    require_shape_at(connection, schema, path)
    run_revisions(connection, what_stays(connection), path)
    cafes.say_schema(connection)
    cafes.let_commits_speak(connection)
    # by which a desk that came in meanwhile knows that it was not alone
    commits_of(connection).write_mark(connection, new_mark())
