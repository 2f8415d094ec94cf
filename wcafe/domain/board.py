"""How it stands with the phones of each table, as the facilitator looks at it while people talk.

Paper is as good a way as a phone. A table that is silent is worth a look only when notes are due,
and only notes that did not arrive are bad news.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from wcafe.domain.phones import Phone
from wcafe.domain.settling import DeviceId

IN_SIGHT = timedelta(seconds=45)
"""A phone that was heard within that time is there: it says so every ten seconds."""

WRITES = timedelta(seconds=30)
ON_THE_WAY = timedelta(seconds=20)  # notes that arrive by themselves are not worth a word
SILENT = timedelta(minutes=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one phone told of itself last.

    Attributes:
        since: when it was first heard of, at this start of the station.
        at: when it was heard last.
        unsent: how many notes it holds that are not here yet, as it said.
        unsent_since: since when it has had any; None where it has none.
        typed_at: when somebody was last typing there; None where nobody was yet.
        address: where it is reached, as the network says it.
    """

    since: datetime
    at: datetime
    unsent: int = 0
    unsent_since: datetime | None = None
    typed_at: datetime | None = None
    address: str = ""


class TableState(Enum):
    """How it stands with one table, the most telling first."""

    UNSENT = auto()
    WRITING = auto()
    SILENT = auto()
    JOINED = auto()
    ASLEEP = auto()
    SCANNED = auto()
    PAPER = auto()
    WITHOUT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOnBoard:
    """One table, from 0.

    Attributes:
        since: since when it stands so, or when its phones were heard last; None where that says
            nothing.
        phones: how many are welcome there, and how many of them are in sight.
        unsent: notes that its phones hold and that are not here.
        notes: how many came from it in the round under way.
    """

    table: int
    state: TableState
    since: datetime | None
    phones: int
    in_sight: int
    unsent: int
    notes: int


def board(
    tables: int,
    phones: Iterable[Phone],
    seen: Mapping[DeviceId, Seen],
    *,
    now: datetime,
    notes: Mapping[int, int],
    last_note: Mapping[int, datetime],
    on_paper: Sequence[int] = (),
    is_calm: bool = True,
) -> tuple[TableOnBoard, ...]:
    """Return how it stands with each table.

    Args:
        tables: how many the café has.
        phones: all that ever came in.
        seen: what they told of themselves, at this start of the station.
        now: the moment.
        notes: how many each table has in the round under way.
        last_note: when the last note of each table came.
        on_paper: tables that write on paper, by their own choice.
        is_calm: people talk, and nobody is expected to write yet.
    """
    welcome = [phone for phone in phones if phone.is_welcome]
    return tuple(
        _on_board(
            table,
            [phone for phone in welcome if table in phone.tables],
            seen,
            now=now,
            notes=notes.get(table, 0),
            last_note=last_note.get(table),
            is_on_paper=table in on_paper,
            is_calm=is_calm,
        )
        for table in range(tables)
    )


def _on_board(
    table: int,
    phones: Sequence[Phone],
    seen: Mapping[DeviceId, Seen],
    *,
    now: datetime,
    notes: int,
    last_note: datetime | None,
    is_on_paper: bool,
    is_calm: bool,
) -> TableOnBoard:
    heard = [seen[phone.id] for phone in phones if phone.id in seen]
    in_sight = [each for each in heard if now - each.at <= IN_SIGHT]
    late = [
        each.unsent_since
        for each in heard
        if each.unsent and each.unsent_since and now - each.unsent_since >= ON_THE_WAY
    ]
    typed = max((each.typed_at for each in heard if each.typed_at), default=None)
    spoken = [each for each in (typed, last_note, *(one.since for one in in_sight)) if each]
    if late:
        state, since = TableState.UNSENT, min(late)
    elif typed is not None and now - typed <= WRITES:
        state, since = TableState.WRITING, typed
    elif in_sight and not is_calm and now - max(spoken) >= SILENT:
        state, since = TableState.SILENT, max(spoken)
    elif in_sight:
        state, since = TableState.JOINED, max(each.at for each in in_sight)
    elif heard:
        state, since = TableState.ASLEEP, max(each.at for each in heard)
    elif is_on_paper:
        state, since = TableState.PAPER, None
    elif phones:
        state, since = TableState.SCANNED, max(phone.came for phone in phones)
    else:
        state, since = TableState.WITHOUT, None
    return TableOnBoard(
        table=table,
        state=state,
        since=since,
        phones=len(phones),
        in_sight=len(in_sight),
        unsent=sum(each.unsent for each in heard),
        notes=notes,
    )


def unsent_notes(
    phones: Iterable[Phone], seen: Mapping[DeviceId, Seen], now: datetime
) -> tuple[tuple[int, int], ...]:
    """Return the tables, from 0, whose phones hold notes that are late, each with how many."""
    found: dict[int, int] = {}
    for phone in phones:
        told = seen.get(phone.id)
        if told is None or not phone.is_welcome or not told.unsent or told.unsent_since is None:
            continue
        if now - told.unsent_since >= ON_THE_WAY:
            for table in phone.tables:
                found[table] = found.get(table, 0) + told.unsent
    return tuple(sorted(found.items()))
