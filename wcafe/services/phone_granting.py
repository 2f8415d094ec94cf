"""What phones wish of notes: wishes that come at the same moment are granted together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from wcafe.domain.agenda import programme
from wcafe.domain.cafe import Cafe
from wcafe.domain.moment import Moment
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.phones import Phone, PhoneWish
from wcafe.domain.settling import Answer, Operation, copy_id
from wcafe.errors import OtherCafe, WcafeError
from wcafe.errors.phones import NoSuchPhone, OtherTable
from wcafe.services.note_writing import require_place
from wcafe.store import Work
from wcafe.store.note_batch import NoteBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A wish, the phone that sent it, and when it came: ISO 8601, UTC."""

    phone: Phone
    wish: PhoneWish
    now: str


@dataclass(frozen=True, slots=True)
class Granted:
    """What a phone is answered, and the notes that say something else by it."""

    answer: Answer
    changed: frozenset[NoteId]


def grant_all(work: Work, sent: Sequence[Sent]) -> list[Granted | WcafeError]:
    """Keep what phones wish; of each, return what it is answered or why it is refused."""
    granting = _Granting(work, sent)
    outcomes: dict[int, Granted | WcafeError] = {}
    of_now = []
    for at, each in enumerate(sent):
        if each.wish.gen < granting.cafe.generation:
            outcomes[at] = _outcome(granting.grant_older, each)
        else:
            of_now.append(at)
    if of_now:
        batch = granting.batch([sent[at].wish for at in of_now])
        for at in of_now:
            outcomes[at] = _outcome(partial(granting.grant, batch), sent[at])
        batch.write()
        work.notes.changed |= batch.changed
    return [outcomes[at] for at in range(len(sent))]


def _outcome(grant: Callable[[Sent], Granted], sent: Sent) -> Granted | WcafeError:
    try:
        return grant(sent)
    except WcafeError as refusal:
        return refusal


class _Granting:
    """What all wishes that come at the same moment are held against."""

    def __init__(self, work: Work, sent: Sequence[Sent]) -> None:
        self.cafe = work.cafes.get()
        self._work = work
        self._phones = work.phones.some({each.phone.id for each in sent})

    def batch(self, wishes: Sequence[PhoneWish]) -> NoteBatch:
        """Return a way in for `wishes`, and for the copies that may come of them."""
        copies = [copy_id(wish.note, wish.id) for wish in wishes]
        notes = {*copies, *(wish.note for wish in wishes)}
        return self._work.few_notes(notes, {wish.id for wish in wishes})

    def grant(self, batch: NoteBatch, sent: Sent) -> Granted:
        """Let a wish into `batch`."""
        self._require_welcome(sent)
        wish = sent.wish
        if (answer := batch.answered(wish.id, wish.body_hash)) is not None:
            return Granted(answer, frozenset())
        head = batch.head(wish.note)
        seen = self._seen(wish, head)
        before = {note: batch.head(note) for note in (wish.note, copy_id(wish.note, wish.id))}
        operation = self._operation(sent, head, seen)
        answer = batch.take_in(operation, now=sent.now, body_hash=wish.body_hash, seen=seen)
        changed = {note for note, was in before.items() if batch.head(note) is not was}
        return Granted(answer, frozenset(changed))

    def grant_older(self, sent: Sent) -> Granted:
        """Keep a wish of before an older copy took over: what it is about has to be found."""
        self._require_welcome(sent)
        notes, wish = self._work.notes, sent.wish
        if (answer := notes.answered(wish.id, wish.body_hash)) is not None:
            return Granted(answer, frozenset())
        head = notes.get(wish.note)
        operation = self._operation(sent, head, self._seen(wish, head))
        before = frozenset(notes.changed)
        answer = notes.take_in(operation, now=sent.now, body_hash=wish.body_hash)
        return Granted(answer, frozenset(notes.changed - before))

    def _require_welcome(self, sent: Sent) -> None:
        here = self._phones.get(sent.phone.id)
        if here is None or not here.is_welcome:
            raise NoSuchPhone
        if sent.wish.event != self.cafe.id:
            raise OtherCafe

    def _seen(self, wish: PhoneWish, head: Note | None) -> Note | None:
        """Return the revision that `wish` is based on, where it is still known."""
        if head is None or wish.base == head.rev:
            return head
        return self._work.notes.revision(wish.note, wish.base)

    def _operation(self, sent: Sent, head: Note | None, seen: Note | None) -> Operation:
        """Return what is wished as an operation.

        Raises:
            OtherTable, NoSuchTable, NoSuchRound, EmptyNote, NoteTooLong
        """
        wish, phone = sent.wish, sent.phone
        seen = seen or head
        table = _table_of(wish, seen, phone)
        if {table, head.table if head else table} - {*phone.tables}:
            raise OtherTable
        require_place(self.cafe, table, wish.round)
        is_late = head is None and wish.round in self._over
        return wish.operation(phone, self.cafe, seen=seen, table=table, is_late=is_late)

    @cached_property
    def _over(self) -> frozenset[int]:
        return moment_of(self._work, self.cafe).over


def moment_of(work: Work, cafe: Cafe) -> Moment:
    """Return where the café is in its programme."""
    clock, is_over = work.live.clock()
    return Moment(cafe=cafe, steps=programme(cafe), clock=clock, is_over=is_over)


def _table_of(wish: PhoneWish, seen: Note | None, phone: Phone) -> int:
    if wish.table is not None:
        return wish.table
    if seen is not None:
        return seen.table
    if len(phone.tables) > 1:
        raise OtherTable
    return phone.tables[0]
