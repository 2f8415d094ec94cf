"""The way in for phones: where it is, and the codes that open it."""

import hmac
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from wcafe.domain.cafe import Cafe
from wcafe.domain.phones import Station, code_of
from wcafe.errors.phones import NoSuchCode, NoTables
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.note_writing import require_place
from wcafe.services.phone_secrets import secret_of
from wcafe.services.phones_told import PhonesTold
from wcafe.services.short_codes import ShortCodes
from wcafe.store import Store, Work


class WayIn:
    """Where phones come in, and by which codes. Safe to share between threads."""

    def __init__(
        self,
        store: Store,
        changes: Changes,
        now: Callable[[], datetime],
        folder: Callable[[], Path],
    ) -> None:
        self._store = store
        self._changes = changes
        self._folder = folder
        self._told: PhonesTold | None = None  # while a station runs, or has run
        self._now = now
        self._short = ShortCodes(now)

    def get(self) -> Station:
        """Return what the café remembers of it."""
        with self._store.read() as work:
            return work.stations.get()

    def keep(self, change: Callable[[Station], Station], *, by: object | None = None) -> Station:
        """Let the way in be what `change` makes of it."""
        kept = self._store.write(lambda work: work.stations.save(change(work.stations.get())))
        self._changes.tell(Changed(Part.PHONES, by, frozenset()))
        return kept

    def begin(self, change: Callable[[Station], Station]) -> Station:
        """Keep where phones come in from now on.

        Where this file knows less than this computer has told phones, or it is not known here, an
        older copy may take over while the one before went on: then it is a new generation, with a
        number that no copy had before (it is made of the time). Raises CannotWrite.
        """
        number = int(self._now().timestamp())
        told = PhonesTold(self._folder(), self._cafe_and_epoch()[0].id)

        def keep(work: Work) -> Station:
            cafe, here = work.cafes.get(), work.stations.get()
            generation, seq = cafe.generation, work.notes.last_seq()
            is_older = told.generation > generation or told.seq > seq
            if is_older if told.is_known else here.port is not None:
                generation = work.cafes.begin_generation(max(number, told.generation + 1))
            told.keep(generation, seq)
            return work.stations.save(replace(change(here), is_over=False))

        kept = self._store.write(keep)
        self._told = told
        self._changes.tell(Changed(Part.PHONES, None, frozenset()))
        return kept

    def tell(self, seq: int) -> None:
        """Remember that phones hear of what stands at `seq` in the café's order."""
        if self._told is not None:
            self._told.tell(seq)

    def codes(self) -> dict[int, str]:
        """Return the code of each table, from 0.

        Raises:
            NoTables: nobody knows yet how many there are.
            CannotWrite: the secret of which they are made cannot be kept.
        """
        cafe, epoch = self._cafe_and_epoch()
        if not cafe.tables:
            raise NoTables
        secret = secret_of(self._folder(), cafe.id)
        return {
            table: code_of(secret, cafe.id, (table,), epoch) for table in range(len(cafe.tables))
        }

    def code_of_scribe(self, tables: Sequence[int]) -> str:
        """Return a code for a laptop that writes for several tables, from 0. Raises CannotWrite."""
        cafe, epoch = self._cafe_and_epoch()
        for table in tables:
            require_place(cafe, table, 0)
        told = "-".join(str(table + 1) for table in sorted(tables))
        return f"{code_of(secret_of(self._folder(), cafe.id), cafe.id, tables, epoch)}.{told}"

    def renew(self, *, by: object | None = None) -> Station:
        """Let no code open anything that was shown or printed so far. Phones that are in stay."""
        return self.keep(lambda station: replace(station, epoch=station.epoch + 1), by=by)

    def short_code(self, table: int) -> str:
        """Return a code to type, for one phone and a few minutes."""
        with self._store.read() as work:
            require_place(work.cafes.get(), table, 0)
        return self._short.give(table)

    def _cafe_and_epoch(self) -> tuple[Cafe, int]:
        with self._store.read() as work:
            return work.cafes.get(), work.stations.get().epoch

    @contextmanager
    def take_typed(self, typed: str, address: str) -> Iterator[tuple[int, ...]]:
        """Hand out what a short code opens, to one phone. Raises NoSuchCode, TryLater.

        `address` is whence it came: few are tried from each in a minute. If letting the phone in
        raises, the code is good as before.
        """
        with self._short.take(typed, address) as table:
            yield (table,)

    def is_used(self, code: str) -> bool:
        """Return whether a phone came in by a short code."""
        return self._short.is_used(code)

    def tables_of(self, code: str) -> tuple[int, ...]:
        """Return the tables that a scanned code opens, from 0. Raises NoSuchCode."""
        letters, _dot, told = code.partition(".")
        if not told:
            opened = {each: (table,) for table, each in self.codes().items()}
            if code not in opened:
                raise NoSuchCode
            return opened[code]
        numbers = told.split("-")
        if not all(each.isascii() and each.isdigit() and len(each) < 5 for each in numbers):
            raise NoSuchCode
        tables = tuple(sorted({int(each) - 1 for each in numbers}))
        cafe, epoch = self._cafe_and_epoch()
        said = code_of(secret_of(self._folder(), cafe.id), cafe.id, tables, epoch)
        is_there = tables[0] >= 0 and tables[-1] < len(cafe.tables)
        if not hmac.compare_digest(said.encode(), letters.encode()) or not is_there:
            raise NoSuchCode
        return tables
