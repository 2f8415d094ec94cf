"""Can every value in the file be read? Tried once, when a café is opened.

The database keeps anything in any column, so a file that is damaged, or made to do harm, may hold
words where a number belongs. Found here it is one sentence; found later it is a crash.
"""

from pathlib import Path

from sqlalchemy.orm import Session

from wcafe.domain.cafe import MOST_ROUNDS, MOST_TABLES
from wcafe.domain.choice import UnknownChoice
from wcafe.errors import DamagedCafe, NewerCafe, WcafeError
from wcafe.i18n import LANGUAGES
from wcafe.store.badges import Badges
from wcafe.store.base import Row
from wcafe.store.cafe import Cafes
from wcafe.store.live import LiveSeats
from wcafe.store.notes import Notes
from wcafe.store.people import People
from wcafe.store.plan import Plans
from wcafe.store.sqlite.checks import has_misfit
from wcafe.store.synthesis import Themes

_MOST = {  # what a number counts, where it is not free
    "table": MOST_TABLES,
    "tables": MOST_TABLES,
    "host_of": MOST_TABLES,
    "stays_at": MOST_TABLES,
    "round": MOST_ROUNDS,
    "rounds": MOST_ROUNDS,
    "from_round": MOST_ROUNDS,
}


def require_readable(session: Session, path: Path) -> None:
    """Refuse the file `path` unless every row becomes a value.

    Cost: that of reading everything once.

    Raises:
        NewerCafe: a word that only a later wcafe knows, such as another kind of note.
        DamagedCafe: a value that is none.
    """
    connection = session.connection()
    if any(has_misfit(connection, table, _MOST) for table in Row.metadata.sorted_tables):
        raise DamagedCafe(path=path)
    try:
        if (language := Cafes(session).get().language) not in LANGUAGES:
            raise UnknownChoice(language)
        Plans(session, {}).current()
        LiveSeats(session).get()
        Badges(session).faces()
        Themes(session).listed()
        for collection in (People(session, {}), Notes(session, {}), Themes(session)):
            collection.all()
    except UnknownChoice as error:
        raise NewerCafe(path=path) from error
    except (ValueError, TypeError, LookupError, AttributeError, WcafeError) as error:
        raise DamagedCafe(path=path) from error
