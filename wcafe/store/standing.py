"""After an error of a commit: does it stand all the same (TRUST.md 22)?

The last thing a commit does is to sync the emptied journal. Where only that fails, SQLite
reports an error of a commit that stands, and that a power cut may still undo.
"""

import secrets

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.store.dialects import WRITE, commits_of

_TRIES = 3  # a disk that failed once mostly answers the next time


def new_mark() -> int:
    """Return a number by which one commit is known, unlike any before it."""
    return secrets.randbits(62)


def has_stood(connection: Connection, mark: int) -> bool:
    """Return whether the commit that wrote `mark` is the last one in the file."""
    return commits_of(connection).has_mark(connection, mark, after=_TRIES)


def is_standing(engine: Engine, mark: int) -> bool | None:
    """Return whether the commit that wrote `mark` stands for good; None if the disk does not say.

    Asking undoes what was left half done. What stands is made to survive a power cut by a
    commit after it that is whole.
    """
    for again in range(1, _TRIES + 1):
        try:
            writing = engine.connect().execution_options(**WRITE)
            with writing as connection, connection.begin():
                if not has_stood(connection, mark):
                    return False
                commits_of(connection).write_mark(connection, mark + again)
        except DatabaseError:
            continue
        return True
    return None
