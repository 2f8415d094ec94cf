"""After an error of a commit: does it stand all the same (TRUST.md 22)?

The last thing a commit does is to sync the emptied journal. Where only that fails, SQLite
reports an error of a commit that stands, and that a power cut may still undo.
"""

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from wcafe.store.engine import WRITE, new_mark, read_mark, write_mark

_TRIES = 3  # a disk that failed once mostly answers the next time


def is_standing(engine: Engine, mark: int) -> bool | None:
    """Return whether the commit that wrote `mark` stands for good; None if the disk does not say.

    Asking undoes what was left half done. What stands is made to survive a power cut by a
    commit after it that is whole.
    """
    ours = {mark}
    for _try in range(_TRIES):
        try:
            writing = engine.connect().execution_options(**WRITE)
            with writing as connection, connection.begin():
                if read_mark(connection) not in ours:
                    return False
                ours.add(after := new_mark())
                write_mark(connection, after)
        except DatabaseError:
            continue
        return True
    return None
