"""The one rule by which every way of saying a note is settled.

It is the note protocol of TRUST.md 4.3: client-made ids, a base revision, and a conflict copy
instead of a lost text. It is pure; the store runs it inside a transaction.
"""

import hashlib
import json
from dataclasses import dataclass, fields, replace
from typing import Any, NewType
from uuid import UUID, uuid5

from wcafe.domain.cafe import CafeId
from wcafe.domain.lengths import CELL, require_short
from wcafe.domain.notes import SAID, YOUNGER, Note, NoteId, Said
from wcafe.domain.text import clean, has_words, one_line
from wcafe.errors import BadVotes, EmptyNote, NoteTooLong, TextTooLong

OperationId = NewType("OperationId", str)
DeviceId = NewType("DeviceId", str)

LONGEST_NOTE = 20_000  # characters
MOST_VOTES = 10_000
TAKEN_BACK = "list taken back"
"""The device that undoes an import: what it takes back counts as never said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Said):
    """A wish to keep or delete one note. Its body never changes once it has been sent.

    `base` is the revision the writer had seen, 0 for a new note.

    Raises:
        EmptyNote, NoteTooLong: the cleaned text cannot be a note.
        TextTooLong: nor can another text of it, such as whoever is said to have said it.
        BadVotes: nobody counts so many dots, or fewer than none.
    """

    id: OperationId
    note: NoteId
    cafe: CafeId
    generation: int
    device: DeviceId
    base: int = 0
    is_delete: bool = False
    is_late: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        for name in _ONE_LINE:
            object.__setattr__(self, name, one_line(getattr(self, name)))
        if not has_words(self.text) and not self.is_delete:
            raise EmptyNote
        if len(self.text) > LONGEST_NOTE:
            raise NoteTooLong(most=LONGEST_NOTE, length=len(self.text))
        if len(self.author) > CELL:
            raise TextTooLong(most=CELL, length=len(self.author))
        require_short(self)
        if self.votes is not None and not 0 <= self.votes <= MOST_VOTES:
            raise BadVotes(number=self.votes, least=0, most=MOST_VOTES)

    @property
    def body_hash(self) -> str:
        """What tells a retry from another operation that took the same id.

        What younger wishes alone can say is no part of it while it is not said: those of before
        keep theirs.
        """
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        body = {name: fact for name, fact in told.items() if name not in YOUNGER}
        body |= self.said_since_first
        return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


_ONE_LINE = ("author", "prompt", "withheld", "who", "due", "state_why")


def edit_of(note: Note, *, base: int, cafe: CafeId, generation: int, device: DeviceId) -> Operation:
    """Return the operation of one edit, always the same for the same words on the same base.

    So whoever is not told what became of it can try again, and it is kept once.
    """
    wish = Operation(
        id=OperationId(""),
        note=note.id,
        cafe=cafe,
        generation=generation,
        device=device,
        base=base,
        is_delete=note.is_deleted,
        **note.said,
    )
    return replace(wish, id=OperationId(str(uuid5(UUID(cafe), wish.body_hash))))


def changes_merged(seen: Said, head: Said, wish: Said) -> dict[str, Any] | None:
    """Return what a note says once both `head` and `wish` changed it since `seen`.

    Each keeps what it changed. None where both changed the same thing to something else: then
    neither may go over the other.
    """
    merged: dict[str, Any] = {}
    for name in SAID:
        before, ours, theirs = (getattr(each, name) for each in (seen, head, wish))
        if before not in (ours, theirs) and ours != theirs:
            return None
        merged[name] = theirs if ours == before else ours
    return merged


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the sender of an operation is told once it is durable (TRUST.md 4.2)."""

    event: CafeId
    gen: int
    op: OperationId
    note: NoteId
    rev: int
    seq: int
    hash: str
    copy_of: NoteId | None = None


def settle(
    wish: Operation,
    head: Note | None,
    *,
    now: str,
    is_beside: bool = False,
    seen: Note | None = None,
    written: int = 0,
) -> Note | None:
    """Return the revision that `wish` makes of `head`, or None where `head` says it already.

    The result is a new revision of the note, or the first revision of a conflict copy.
    No text is ever replaced by one whose writer had not seen it (TRUST.md P6), and whose words
    are kept finds them there as they were sent.

    Args:
        wish: what is to be said.
        head: the newest revision of its note, None where there is none.
        now: ISO 8601, UTC.
        is_beside: whether a deleted note stays deleted, and newer words come as a copy of it.
        seen: the revision on which the wish is based, where it is still known.
        written: the generation in which `head` was written. Whoever knows the café as it was in
            an older one has not seen it, whatever its number.
    """
    is_unseen = head is not None and written > wish.generation
    fresh = Note(
        id=wish.note,
        created=now,
        is_deleted=wish.is_delete,
        is_late=wish.is_late,
        **{**wish.said, "parent": wish.parent if wish.parent != wish.note else None},
    )
    if head is None:
        return replace(fresh, rev=wish.base + 1, is_recovered=wish.base > 0)
    heir = replace(
        fresh,
        rev=max(head.rev, wish.base) + 1,
        created=head.created,
        author=wish.author or head.author,
        conflict_of=head.conflict_of,
        is_late=head.is_late or wish.is_late,
        text=head.text if wish.is_delete else wish.text,
    )
    if wish.base > head.rev and not is_unseen:
        return replace(heir, is_recovered=True)
    if wish.base == head.rev and not is_unseen:
        return None if _says_the_same(heir, head) else heir
    if wish.is_delete:
        return None  # nobody deletes words unseen
    if seen and not (is_unseen or head.is_deleted or seen.is_deleted):
        merged = changes_merged(seen, head, heir)
        if merged is not None and merged["text"] == wish.text:
            heir = replace(heir, **merged)
            return None if _says_the_same(heir, head) else heir
    elif wish.text == head.text and not head.is_deleted:
        return None  # nobody is told off for saying the same
    if head.is_deleted and not is_beside:
        return heir  # an edit revives a deleted note
    return replace(fresh, id=copy_id(wish.note, wish.id), conflict_of=wish.note)


def copy_id(note: NoteId, wish: OperationId) -> NoteId:
    """Return the id of the conflict copy that `wish` makes beside `note`: always the same."""
    return NoteId(str(uuid5(UUID(note), wish)))


def rebased(note: Note, head: Note, seen: Note) -> Note | None:
    """Return `note` as it is to be once `head` changed the words since `seen`, and it did not.

    Only for who sees at once what becomes of it, as everybody at the desk does: words of the head
    go over those of `note`, which are no news. None where there is nothing of the kind to do.
    """
    if note.is_deleted or head.is_deleted or note.text != seen.text or head.text == seen.text:
        return None
    merged = changes_merged(seen, head, note)
    return None if merged is None else replace(note, **merged)


def _says_the_same(heir: Note, head: Note) -> bool:
    return replace(heir, rev=head.rev, seq=head.seq, is_recovered=head.is_recovered) == head


def answer_for(wish: Operation, kept: Note, *, generation: int | None = None) -> Answer:
    """Return what is told of `kept`, by a café of `generation`: that of the wish unless said."""
    return Answer(
        event=wish.cafe,
        gen=wish.generation if generation is None else generation,
        op=wish.id,
        note=kept.id,
        rev=kept.rev,
        seq=kept.seq,
        hash=kept.hash,
        copy_of=wish.note if kept.id != wish.note else None,
    )
