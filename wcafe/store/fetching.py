"""A café of a server as a file: every row as it is kept, verified."""

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from wcafe.errors.sharing import NotTheSame, ServerGone, ServerRefuses
from wcafe.store.cafe import Cafes
from wcafe.store.contents import contents
from wcafe.store.copying import Copying
from wcafe.store.dialects import WRITE, commits_of
from wcafe.store.note_rows import RevisionRow
from wcafe.store.postgres.engine import breaker_of
from wcafe.store.postgres.errors import is_lost, why_refused
from wcafe.store.raw import columns_of_rows, pour
from wcafe.store.schema import create_schema
from wcafe.store.seals import altered_tables, seal
from wcafe.store.sqlite.engine import open_engine, tidy
from wcafe.store.sqlite.header import mark_as_cafe


def fill_from_server(
    source: Engine,
    path: Path,
    draft: Path,
    *,
    copying: Copying | None = None,
    generation: int | None = None,
) -> None:
    """Copy all of a café into a file, which is made.

    Args:
        source: the server that holds it.
        path: what people are told of where it is there.
        draft: the file.
        copying: how far it is, and whether it is still wanted.
        generation: where the copy is to go on beside the other: one that no copy had before.

    Raises:
        NotTheSame, Cancelled, ServerGone, ServerRefuses
        DatabaseError: of the file.
    """
    copying = copying or Copying()
    target = open_engine(draft, mode="rwc")
    try:
        writing = target.connect().execution_options(**WRITE)
        with (
            source.connect() as there,
            copying.by(breaker_of(there)),
            there.begin(),
            writing as here,
            here.begin(),
        ):
            mark_as_cafe(here)
            create_schema(here)
            wanted = pour(there, here, copying)
            copying.require_wanted()
            if contents(here, columns_of_rows()) != wanted:
                raise NotTheSame(path=path, what=draft.name)
            revisions = RevisionRow.__tablename__
            last = commits_of(there).last_number(there, revisions)
            commits_of(here).go_on_after(here, revisions, last)
            if generation is not None:
                altered = altered_tables(here)
                with Session(here, join_transaction_mode="create_savepoint") as session:
                    Cafes(session).begin_generation(generation)
                    session.commit()
                seal(here, {"cafe"}, altered=altered)
        tidy(target)
    except DatabaseError as error:
        if not hasattr(error.orig, "pgconn"):  # it is the file's
            raise
        kind = ServerGone if is_lost(error) else ServerRefuses
        raise kind(path=path, reason=why_refused(error.orig)) from error
    finally:
        target.dispose()
