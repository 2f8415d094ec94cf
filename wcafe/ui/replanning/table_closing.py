"""Closing a table and opening it again, with undo, from whatever page it is done."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from wcafe.domain.cafe import Cafe, Table
from wcafe.domain.people import PersonId
from wcafe.domain.text import join_names
from wcafe.errors import WcafeError
from wcafe.services.cafe import Snapshot
from wcafe.services.tables import TableChange, closing, opening
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _, ngettext

_MOST_NAMED = 4


class TableClosing:
    """The part of a presenter that closes and opens tables."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._services = presenter.desk.services

    def close(
        self, table: int, from_round: int | None = None, *, tables: Sequence[Table] = ()
    ) -> None:
        """Close `table` from a round on, both from 0, by default from the next one.

        Args:
            table: its place.
            from_round: the first round without it.
            tables: those that are proposed, where none is kept yet.
        """
        if change := self._kept(lambda before: closing(before, table, from_round), tables):
            self._presenter.undoable.emit(self._describe(table, change))

    def open(self, table: int) -> None:
        """Open `table` in all rounds that have not begun."""
        if self._kept(lambda before: opening(before, table)):
            words = _("Table {number} is open again.")
            self._presenter.undoable.emit(words.format(number=table + 1))

    def _kept(
        self, change_of: Callable[[Snapshot], TableChange], tables: Sequence[Table] = ()
    ) -> TableChange | None:
        """Keep the change, with undo; None where there is none, or it is refused."""
        before = self._services.cafes.snapshot()
        if tables and not before.cafe.tables:
            before = replace(before, cafe=replace(before.cafe, tables=tuple(tables)))
        try:
            change = change_of(before)
        except WcafeError as error:
            self._presenter.refuse(error)
            return None
        hosted = {p.id: p.host_of for p in before.people if p.id in change.hosts}
        kept = TableChange(tables=self._services.cafes.get().tables, hosts=hosted)
        if change.tables == kept.tables and change.hosts == hosted:
            return None
        is_kept = self._presenter.edit(
            _("close or open a table"),
            kept,
            change,
            lambda wish: self._services.tables.keep(wish, by=self._presenter),
            subjects=frozenset({"cafe", *change.hosts}),
        )
        return change if is_kept else None

    def _describe(self, table: int, change: TableChange) -> str:
        """Say since when a table is closed, who hosts it no more, who needs another one."""
        snapshot = self._services.cafes.snapshot()
        told = [closed_words(table, change.tables[table], snapshot.cafe)]
        if change.released:
            words = ngettext(
                "{names} hosts it no more.", "{names} host it no more.", len(change.released)
            )
            told.append(words.format(names=self._names(change.released, snapshot)))
        if change.moved:
            words = ngettext(
                "{number} person needs another table: repair the coming rounds.",
                "{number} people need other tables: repair the coming rounds.",
                len(change.moved),
            )
            told.append(words.format(number=len(change.moved)))
        return " ".join(told)

    def _names(self, people: Sequence[PersonId], snapshot: Snapshot) -> str:
        known = {person.id: person.name for person in snapshot.people}
        return join_names([known[p] for p in people if p in known], most=_MOST_NAMED)


def closed_words(table: int, kept: Table, cafe: Cafe) -> str:
    """Say in one sentence in which rounds a table, from 0, is closed."""
    rounds = len(cafe.rounds)
    closed = sorted(r for r in kept.closed if r < rounds)
    if not closed:
        return _("Table {number} is open.").format(number=table + 1)
    if len(closed) == rounds:
        return _("Table {number} is closed.").format(number=table + 1)
    if closed == list(range(closed[0], rounds)):
        words = _("Table {number} is closed from round {round} on.")
        return words.format(number=table + 1, round=closed[0] + 1)
    numbers = ", ".join(str(r + 1) for r in closed)
    words = ngettext(
        "Table {number} is closed in round {rounds}.",
        "Table {number} is closed in rounds {rounds}.",
        len(closed),
    )
    return words.format(number=table + 1, rounds=numbers)


def closed_briefly(kept: Table, cafe: Cafe) -> str:
    """Say the same in a word or two, for a button or a small sheet; nothing where it is open."""
    rounds = len(cafe.rounds)
    closed = sorted(r for r in kept.closed if r < rounds)
    if not closed:
        return ""
    if len(closed) == rounds:
        return _("closed")
    if closed == list(range(closed[0], rounds)):
        return _("closed R{number}+").format(number=closed[0] + 1)
    return _("closed in {rounds}").format(rounds=", ".join(f"R{r + 1}" for r in closed))
