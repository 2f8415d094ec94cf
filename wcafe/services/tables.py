"""Closing a table from a round on and opening it again; whoever hosts it is released."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wcafe.domain.cafe import Cafe, Table
from wcafe.domain.chairs import with_chairs_for
from wcafe.domain.hosts import hosting
from wcafe.domain.people import PersonId, participants
from wcafe.domain.text import join_names
from wcafe.errors import (
    LastTable,
    NoRoundToCome,
    NoSuchRound,
    NoSuchTable,
    RoundHasBegun,
    StaysAtTable,
)
from wcafe.services.cafe import Snapshot
from wcafe.services.changes import Changed, Changes, Part

if TYPE_CHECKING:
    from wcafe.store import Store, Work

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """The tables of a café as they are to be, and the table that some people are to host.

    `released` hosted a table that closes, by name or by plan; `moved` are to sit there in a round
    in which it is closed, and need another table.
    """

    tables: tuple[Table, ...]
    hosts: Mapping[PersonId, int | None]
    released: tuple[PersonId, ...] = ()
    moved: tuple[PersonId, ...] = ()


def closing(snapshot: Snapshot, table: int, from_round: int | None = None) -> TableChange:
    """Return what closes `table`, from 0, from a round on, from 0; by default from the next one.

    What was in rounds that have begun stays so.

    Raises:
        NoSuchTable, NoSuchRound, NoRoundToCome, RoundHasBegun: there is nothing to close.
        LastTable, TooFewSeats: the others would not have a seat.
        StaysAtTable: somebody who cannot move stays there.
    """
    cafe = snapshot.cafe
    rounds, first = len(cafe.rounds), snapshot.rounds_begun
    _require(snapshot, table)
    start = first if from_round is None else from_round
    if not 0 <= start < rounds:
        raise NoSuchRound(number=start + 1, rounds=rounds)
    if start < first:
        raise RoundHasBegun(number=start + 1, first=first + 1)
    kept = frozenset(r for r in cafe.tables[table].closed if r < first)
    after = _with_closed(cafe, table, kept | frozenset(range(start, rounds)))
    shut = range(start, rounds)
    _require_room(snapshot, after, table, shut)
    guests = participants(snapshot.people)
    staying = [g.name for g in guests if g.stays_at == table and any(map(g.attends, shut))]
    if staying:
        raise StaysAtTable(table=table + 1, names=join_names(staying, most=_MOST_NAMED))
    named = [g.id for g in guests if g.host_of == table and any(map(g.attends, shut))]
    seated = {p: r for r in shut for p, where in snapshot.seating(r) if where == table}
    comes = {g.id for g in guests if any(map(g.attends, shut))}
    return TableChange(
        tables=after.tables,
        hosts=dict.fromkeys(named),
        released=tuple(dict.fromkeys([*named, *_planned_hosts(snapshot, table, shut)])),
        moved=tuple(person for person in seated if person in comes),
    )


def opening(snapshot: Snapshot, table: int) -> TableChange:
    """Return what opens `table`, from 0, in all rounds that have not begun.

    Raises:
        NoSuchTable, NoRoundToCome
    """
    _require(snapshot, table)
    cafe, first = snapshot.cafe, snapshot.rounds_begun
    kept = frozenset(r for r in cafe.tables[table].closed if r < first)
    return TableChange(tables=_with_closed(cafe, table, kept).tables, hosts={})


class TableService:
    """Keep which tables are open."""

    def __init__(self, store: "Store", changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def keep(self, change: TableChange, *, by: object | None = None) -> None:
        """Keep the tables of `change` and who hosts them, in one go; for undo as well."""

        def keep(work: "Work") -> None:
            work.cafes.save(replace(work.cafes.get(), tables=change.tables))
            work.people.save(
                replace(person, host_of=change.hosts[person.id])
                for person in work.people.all()
                if person.id in change.hosts
            )

        self._store.write(keep)
        parts = Part.CAFE | Part.PEOPLE if change.hosts else Part.CAFE
        self._changes.tell(Changed(parts, by, frozenset(change.hosts)))


def _require(snapshot: Snapshot, table: int) -> None:
    tables = len(snapshot.cafe.tables)
    if not 0 <= table < tables:
        raise NoSuchTable(number=table + 1, tables=tables)
    if not snapshot.coming:
        raise NoRoundToCome


def _require_room(snapshot: Snapshot, after: Cafe, table: int, shut: range) -> None:
    """Refuse to close a table that people need, one more chair a proposed table included."""
    for round_ in shut:
        if all(round_ in each.closed for each in after.tables):
            raise LastTable(table=table + 1, round=round_ + 1)
    guests = participants(snapshot.people)
    with_chairs_for(after, {r: sum(guest.attends(r) for guest in guests) for r in shut})


def _with_closed(cafe: Cafe, table: int, closed: frozenset[int]) -> Cafe:
    tables = list(cafe.tables)
    tables[table] = replace(tables[table], closed=closed)
    return replace(cafe, tables=tuple(tables))


def _planned_hosts(snapshot: Snapshot, table: int, shut: range) -> list[PersonId]:
    """Return who is to host `table` in these rounds by plan, of those who come to them."""
    if snapshot.plan is None:
        return []
    known = {guest.id: guest for guest in participants(snapshot.people)}
    turns = hosting(snapshot.plan, snapshot.cafe, snapshot.people)
    hosts = [(r, turns[r, table]) for r in shut if (r, table) in turns]
    return [host for r, host in hosts if host in known and known[host].attends(r)]
