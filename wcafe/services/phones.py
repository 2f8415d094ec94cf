"""Note-takers' phones: they come in by the code of their table, and their notes as all others."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.phones import MOST_PHONES, Phone, PhoneWish, new_token, token_hash
from wcafe.domain.reshaping import Reshaped
from wcafe.domain.settling import Answer, DeviceId
from wcafe.domain.text import new_id, one_line
from wcafe.errors.phones import (
    NoMorePhones,
    NoSuchPhone,
    TooManyPhones,
    WayInClosed,
)
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.note_change import NotesChange
from wcafe.services.note_keeping import NoteKeeping, reshape
from wcafe.services.phone_granting import Sent, grant_all, moment_of
from wcafe.services.phone_photos import PhonePhotos
from wcafe.services.phones_seen import PhonesSeen
from wcafe.services.way_in import WayIn
from wcafe.store import Store, Work

_LONGEST_NAME = 60
_MOST_NAMED = 6  # tables in the name of a laptop that writes for many


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A phone that has just come in, and the token that it shows from now on."""

    phone: Phone
    token: str


class PhoneService:
    """Let phones in, keep what they write. Safe to share between threads."""

    def __init__(
        self,
        store: Store,
        changes: Changes,
        now: Callable[[], datetime],
        folder: Callable[[], Path],
    ) -> None:
        self._store = store
        self._changes = changes
        self._now = now
        self.way_in = WayIn(store, changes, now, folder)
        self._keeping = NoteKeeping(store, changes, now)
        self._tokens: dict[str, Phone] | None = None  # those welcome, by the hash of their token
        self._lock = threading.Lock()
        self.seen = PhonesSeen()
        self.photos = PhonePhotos(store, changes, now)

    def join(self, code: str, *, name: str = "") -> Joined:
        """Let a phone in by what it scanned.

        Raises:
            NoSuchCode, TooManyPhones, NoMorePhones, WayInClosed
        """
        joined = self._let_in(self.way_in.tables_of(code), name, is_typed=False)
        self._tell(joined.phone.id, None)
        return joined

    def join_by_short_code(self, typed: str, *, address: str, name: str = "") -> Joined:
        """Let a phone in by what somebody typed there.

        `address` is whence it came: few are tried from each in a minute.

        Raises:
            NoSuchCode, TryLater, TooManyPhones, NoMorePhones
        """
        with self.way_in.take_typed(typed, address) as tables:
            joined = self._let_in(tables, name, is_typed=True)
        self._tell(joined.phone.id, None)
        return joined

    def _let_in(self, tables: tuple[int, ...], name: str, *, is_typed: bool) -> Joined:
        token, at = new_token(), self._now()
        phone = Phone(
            id=DeviceId(new_id()),
            name=one_line(name)[:_LONGEST_NAME],
            tables=tables,
            came=at,
            token_hash=token_hash(token),
        )

        def keep(work: Work) -> None:
            station = work.stations.get()
            if not station.takes_typed_codes:
                raise NoMorePhones
            if not (is_typed or station.takes_codes(moment_of(work, work.cafes.get()), at)):
                raise WayInClosed
            for table in tables:
                there = sum(each.is_welcome and table in each.tables for each in work.phones.all())
                if there >= MOST_PHONES:
                    raise TooManyPhones(table=table + 1, most=MOST_PHONES)
            work.notes.meet(phone.id, _device_name(phone), now=self._keeping.stamp())
            work.phones.put(phone)

        self._store.write(keep)
        return Joined(phone=phone, token=token)

    # Who is in

    def who(self, token: str) -> Phone | None:
        """Return the phone that shows `token`; None for one that is unknown, or was taken out."""
        with self._lock:
            if self._tokens is None:
                with self._store.read() as work:
                    phones = work.phones.all()
                self._tokens = {each.token_hash: each for each in phones if each.is_welcome}
            return self._tokens.get(token_hash(token))

    def all(self) -> tuple[Phone, ...]:
        """Return all that ever came in, in that order."""
        with self._store.read() as work:
            return work.phones.all()

    def rename(self, phone: DeviceId, name: str, *, by: object | None = None) -> Phone:
        """Call a phone `name`. Raises NoSuchPhone."""
        return self._change(phone, partial(replace, name=one_line(name)[:_LONGEST_NAME]), by)

    def revoke(self, phone: DeviceId, *, by: object | None = None) -> Phone:
        """Take a phone out: its token opens nothing any more. Raises NoSuchPhone."""
        return self._change(phone, partial(replace, revoked=self._now()), by)

    def readmit(self, phone: DeviceId, *, by: object | None = None) -> Phone:
        """Let a phone that was taken out be in again. Raises NoSuchPhone."""
        return self._change(phone, partial(replace, revoked=None), by)

    def _change(
        self, phone: DeviceId, change: Callable[[Phone], Phone], by: object | None
    ) -> Phone:
        def keep(work: Work) -> Phone:
            if (here := work.phones.get(phone)) is None:
                raise NoSuchPhone
            changed = change(here)
            work.phones.put(changed)
            work.notes.call(phone, _device_name(changed))
            return changed

        changed = self._store.write(keep)
        self._tell(phone, by)
        return changed

    def _tell(self, phone: DeviceId, by: object | None) -> None:
        with self._lock:
            self._tokens = None
        self._changes.tell(Changed(Part.PHONES, by, frozenset({phone})))

    # What they write

    def notes(self, phone: Phone) -> tuple[Note, ...]:
        """Return the notes of its tables, in the order they came; deleted ones too."""
        with self._store.read() as work:
            notes = work.notes.of_tables(phone.tables)
        self.way_in.tell(max((note.seq for note in notes), default=0))
        return notes

    def missing(self, phone: Phone, heads: Mapping[NoteId, tuple[int, str]]) -> tuple[NoteId, ...]:
        """Return those of `heads` that never were here, as an older copy has taken over.

        A note that is at another table by now is not asked for.

        Args:
            phone: who holds them.
            heads: the revision of each note, and how the hash of its words begins.
        """
        with self._store.read() as work:
            return tuple(
                note
                for note, (rev, hash_) in heads.items()
                if _is_missing(work, phone, note, rev, hash_)
            )

    def take_in(self, phone: Phone, wish: PhoneWish) -> Answer:
        """Keep what a phone wishes of a note; durable when this returns (TRUST.md 4.3).

        Whatever comes after its round is over is kept as well, and marked late.

        Raises:
            NoSuchPhone: it was taken out meanwhile. OtherCafe, OtherBody.
            OtherTable: the note is of a table that its code does not open.
            NoSuchRound, EmptyNote, NoteTooLong
            CannotWrite, CafeGone, InDoubt: see `Store.write`.
        """
        sent = Sent(phone=phone, wish=wish, now=self._keeping.stamp())
        granted = self._store.write_together(grant_all, sent)
        self._changes.tell(Changed(Part.NOTES, self, granted.changed))
        self.way_in.tell(granted.answer.seq)
        return granted.answer

    def take_back(
        self, phone: DeviceId, since: datetime, *, by: object | None = None
    ) -> NotesChange:
        """Let the notes that a phone changed since be as they were; `NoteService.turn` undoes it.

        What somebody else changed after it stays as they left it.
        """
        now, begun = self._keeping.stamp(), since.isoformat(timespec="seconds")

        def keep(work: Work) -> NotesChange:
            notes = []
            for note, rev in work.phones.wrote_last(phone, begun).items():
                head, before = work.notes.get(note), work.notes.revision(note, rev)
                assert head is not None
                if before is None:
                    notes.append(replace(head, is_deleted=True))
                else:
                    notes.append(replace(before, rev=head.rev))
            return reshape(work, Reshaped(notes=tuple(notes), filed={}), now=now)

        return self._keeping.keep(keep, Part.NOTES, by)


def _is_missing(work: Work, phone: Phone, note: NoteId, rev: int, hash_: str) -> bool:
    head = work.notes.get(note)
    if head is None:
        return True
    if head.table not in phone.tables:
        return False
    same = work.notes.revision(note, rev)  # none below the head: it goes on from there
    return rev > head.rev or (same is not None and not same.hash.startswith(hash_))


def _device_name(phone: Phone) -> str:
    tables = " ".join(f"T{table + 1}" for table in phone.tables[:_MOST_NAMED])
    if len(phone.tables) > _MOST_NAMED:
        tables += f" +{len(phone.tables) - _MOST_NAMED}"
    return f"{tables} · {phone.name}" if phone.name else tables
