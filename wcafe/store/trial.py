"""Can every value in the file be read? Tried once, when a café is opened.

The database keeps anything in any column, so a file that is damaged, or made to do harm, may hold
words where a number belongs. Found here it is one sentence; found later it is a crash.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wcafe.domain.amendments import Amendment
from wcafe.domain.cafe import MOST_ROUNDS, MOST_TABLES, Cafe
from wcafe.domain.choice import UnknownChoice
from wcafe.domain.lineage import Prints
from wcafe.domain.live import Live
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.people import Person, PersonId
from wcafe.domain.phones import Phone, Station
from wcafe.domain.photos import Photo
from wcafe.domain.plan import Plan
from wcafe.domain.printings import Printing
from wcafe.domain.settling import Answer
from wcafe.domain.sharing import Sharing
from wcafe.domain.sheets import PrintedForm, SheetPlace
from wcafe.domain.synthesis import Opposed, Theme, ThemeId
from wcafe.domain.verdicts import Verdict
from wcafe.errors import DamagedCafe, NewerCafe, WcafeError
from wcafe.i18n import LANGUAGES
from wcafe.store.badges import Badges
from wcafe.store.base import Row
from wcafe.store.cafe import CafeRow, Cafes
from wcafe.store.dialects import checks_of
from wcafe.store.feedback import Amendments, Verdicts
from wcafe.store.fitting import fits
from wcafe.store.live import LiveSeats
from wcafe.store.note_rows import OperationRow, RevisionRow
from wcafe.store.notes import Notes
from wcafe.store.people import People
from wcafe.store.phones import Phones, StationRow, Stations
from wcafe.store.photos import Photos
from wcafe.store.plan import PlanRow, Plans
from wcafe.store.printings import BlankSheets, Printings, SheetForms
from wcafe.store.sharing import SharingRow, Sharings
from wcafe.store.statements import OpposedNotes
from wcafe.store.synthesis import Themes

_MOST = {  # what a number counts, where it is not free
    "table": MOST_TABLES - 1,
    "tables": MOST_TABLES,
    "host_of": MOST_TABLES - 1,
    "stays_at": MOST_TABLES - 1,
    "round": MOST_ROUNDS - 1,
    "rounds": MOST_ROUNDS,
    "from_round": MOST_ROUNDS,
}
_ONE = (CafeRow, PlanRow, StationRow, SharingRow)  # of which there is one row, or none


def require_readable(session: Session, path: Path) -> None:
    """Refuse the file `path` unless every row becomes a value, and that is what its type says.

    Cost: that of reading everything once.

    Raises:
        NewerCafe: a word that only a later wcafe knows, such as another kind of note.
        DamagedCafe: a value that is none.
    """
    connection = session.connection()
    checks = checks_of(connection)
    if any(checks.has_misfit(connection, table, _MOST) for table in Row.metadata.sorted_tables):
        raise DamagedCafe(path=path)
    try:
        if (language := Cafes(session).get().language) not in LANGUAGES:
            raise UnknownChoice(language)
        is_sound = all(fits(value, kind) for value, kind in _values(session))
    except UnknownChoice as error:
        raise NewerCafe(path=path) from error
    except (
        *(ValueError, TypeError, LookupError, AttributeError),
        *(ArithmeticError, RecursionError, WcafeError),
    ) as error:
        raise DamagedCafe(path=path) from error
    if not is_sound:
        raise DamagedCafe(path=path)


def _values(session: Session) -> Iterator[tuple[object, object]]:
    """Yield all that the file holds, each with the type it is to have."""
    for row in _ONE:
        yield session.scalar(select(func.count()).select_from(row)), Literal[0, 1]
    yield Cafes(session).get(), Cafe
    yield Plans(session, {}).current(), Plan | None
    yield LiveSeats(session).get(), Live
    yield Badges(session).faces(), dict[PersonId, str]
    yield Themes(session).listed(), dict[NoteId, frozenset[ThemeId]]
    yield People(session, {}).all(), tuple[Person, ...]
    yield Notes(session, Cafes(session), {}).all(), tuple[Note, ...]
    yield Notes(session, Cafes(session), {}).edited(), Mapping[NoteId, Prints]
    yield Themes(session).all(), tuple[Theme, ...]
    yield OpposedNotes(session).all(), frozenset[Opposed]
    yield Verdicts(session).all(), frozenset[Verdict]
    yield Amendments(session).all(), tuple[Amendment, ...]
    yield Printings(session).all(), frozenset[Printing]
    yield SheetForms(session).all(), frozenset[PrintedForm]
    yield BlankSheets(session).all(), frozenset[SheetPlace]
    yield Photos(session).all(), tuple[Photo, ...]
    yield Phones(session).all(), tuple[Phone, ...]
    yield Stations(session).get(), Station
    yield Sharings(session).get(), Sharing | None
    yield tuple(session.scalars(select(OperationRow.answer))), tuple[Answer, ...]
    yield tuple(session.scalars(select(RevisionRow.text))), tuple[str, ...]
    days = select(RevisionRow.state_on).where(RevisionRow.state_on.is_not(None))
    yield tuple(session.scalars(days)), tuple[date, ...]
