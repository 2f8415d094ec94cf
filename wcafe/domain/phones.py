"""Note-takers' phones: how one comes in, what it may open, and what it wishes of a note.

A table's code opens that table and nothing else (TRUST.md P9). It is exchanged for a token of the
phone's own, of which only a hash is kept.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Annotated
from uuid import UUID

from wcafe.domain.cafe import Cafe, CafeId
from wcafe.domain.choice import Choice
from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import Longest, ShortText, require_short
from wcafe.domain.moment import Moment
from wcafe.domain.notes import Note, NoteId, Said
from wcafe.domain.settling import DeviceId, Operation, OperationId
from wcafe.errors.phones import BadPhoneWish

MOST_PHONES = 20
"""Phones at one table: more than sit there is somebody who passes the code on."""

BEGINNING = timedelta(minutes=10)
"""How long a code opens its table from the beginning of a round, where it does so only then."""

LONGEST_MESSAGE = 160  # characters: what stands on a phone beside what is typed there

_CODE_BYTES = 16  # of a table's code: 128 bits nobody guesses
_TOKEN_BYTES = 32
_MOST = 2**53  # numbers of a page are no greater


class LetIn(Choice):
    """When a code that was printed or shown opens its table; phones that are in stay in."""

    ALWAYS = "always"
    AT_BEGINNING = "at_beginning"  # until the first round begins, then as each of them does
    NO = "no"  # nor does one that is typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """What a café remembers of the way in for phones.

    Attributes:
        port: of its address, the same from one start to the next; None before the first.
        epoch: goes up when all codes are to be new; those printed before open nothing any more.
        origins: addresses under which phones reached it, newest first: they may hold notes there.
        is_over: phones may forget what they hold, once all of it is here.
        on_paper: tables that write on paper by their own choice, from 0.
        let_in: when further phones come in.
        has_no_photos: phones send no photos.
        message: what the facilitator tells all phones; empty where that is nothing.
    """

    port: int | None = None
    epoch: int = 1
    origins: tuple[ShortText, ...] = ()
    is_over: bool = False
    on_paper: tuple[int, ...] = ()
    let_in: LetIn = LetIn.ALWAYS
    has_no_photos: bool = False
    message: Annotated[str, Longest(LONGEST_MESSAGE)] = ""

    def __post_init__(self) -> None:
        require_short(self)

    @property
    def takes_typed_codes(self) -> bool:
        """Does a code that the facilitator gave somebody to type open its table?"""
        return self.let_in is not LetIn.NO and not self.is_over

    def takes_codes(self, moment: Moment, now: datetime) -> bool:
        """Does a code that was printed or shown open its table, at that moment of the café?

        Whoever changes tables counts as one who begins the next round.
        """
        if self.let_in is not LetIn.AT_BEGINNING or self.is_over:
            return self.takes_typed_codes
        if moment.changes_tables or not (moment.is_over or moment.has_begun):
            return True
        began = moment.began(now)
        return began is not None and now - began < BEGINNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone, or a scribe's laptop, that came in by the code of its tables, from 0.

    `token_hash` is the SHA-256 of what it shows with each request.
    """

    id: DeviceId
    name: ShortText
    tables: tuple[int, ...]
    came: datetime
    token_hash: str
    revoked: datetime | None = None

    def __post_init__(self) -> None:
        require_short(self)

    @property
    def is_welcome(self) -> bool:
        return self.revoked is None


def code_of(secret: bytes, cafe: CafeId, tables: Sequence[int], epoch: int) -> str:
    """Return what opens `tables`, in 22 letters that stand in an address: the same each time.

    >>> code_of(b"secret", CafeId("a"), (3,), 1) == code_of(b"secret", CafeId("a"), (3,), 1)
    True
    >>> code_of(b"secret", CafeId("a"), (3,), 1) == code_of(b"secret", CafeId("a"), (3,), 2)
    False
    """
    said = json.dumps([cafe, sorted(tables), epoch]).encode()
    digest = hmac.new(secret, said, hashlib.sha256).digest()[:_CODE_BYTES]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def new_token() -> str:
    """Return a token for one phone: 256 bits."""
    return token_urlsafe(_TOKEN_BYTES)


def token_hash(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneWish:
    """What a phone sends of one note, as it was sent: never changed by a retry.

    It says no more than the phone shows; all else that the note says stays. Rounds and tables
    count from 0; `table` is None where the phone has one alone, `kind` and `prompt` where it says
    none: then the note's stays.
    """

    id: OperationId
    note: NoteId
    event: CafeId
    gen: int
    round: int
    text: str
    base: int = 0
    is_delete: bool = False
    kind: Kind | None = None
    table: int | None = None
    prompt: str | None = None

    def __post_init__(self) -> None:
        """Raises BadPhoneWish."""
        numbers = (self.gen, self.round, self.base, self.table or 0)
        if not (is_id(self.id) and is_id(self.note) and all(0 <= n < _MOST for n in numbers)):
            raise BadPhoneWish

    @property
    def body_hash(self) -> str:
        """What tells a retry from another wish that took the same id, whichever phone sends it.

        A prompt that is not said is no part of it: wishes of pages that know none keep theirs.
        """
        said = asdict(self)
        if self.prompt is None:
            del said["prompt"]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def operation(
        self, phone: Phone, cafe: Cafe, *, seen: Note | None, table: int, is_late: bool
    ) -> Operation:
        """Return this as an operation on the note as it was `seen` by whoever wrote it."""
        said = seen or Said(table=table, round=self.round, text="", kind=Kind.INSIGHT)
        facts = said.said | {"table": table, "round": self.round, "text": self.text}
        if self.prompt is not None:
            facts["prompt"] = self.prompt
        if self.is_delete and seen is not None:
            facts |= seen.said  # nothing is said by taking it away
        if self.kind is not None:
            facts["kind"] = self.kind
        return Operation(
            id=self.id,
            note=self.note,
            cafe=self.event,
            generation=min(self.gen, cafe.generation),  # in which its base was told
            device=phone.id,
            base=self.base,
            is_delete=self.is_delete,
            is_late=is_late,
            **facts,
        )


def is_id(text: str) -> bool:
    """Return whether `text` is a UUID as it is written everywhere.

    >>> is_id("6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11"), is_id("6F1C7A3E5D0B4C439D5E2A5B8F0F2A11")
    (True, False)
    """
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def with_origin(station: Station, origin: str, *, most: int = 5) -> Station:
    """Return `station` as reached under `origin` last."""
    others = tuple(each for each in station.origins if each != origin)
    return replace(station, origins=(origin, *others)[:most])
