"""What a table says, and the one rule by which every way of saying it is settled.

The rule is the note protocol of TRUST.md 4.3: client-made ids, a base revision, and a
conflict copy instead of a lost text. It is pure; the store runs it inside a transaction.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import NewType
from uuid import UUID, uuid5

from wcafe.domain.cafe import CafeId
from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CELL, LongText
from wcafe.domain.text import clean, fold, has_words, one_line
from wcafe.errors import EmptyNote, NoteTooLong, TextTooLong, UnknownKind
from wcafe.i18n import LANGUAGES, N_, Phrase, Words, words_for

NoteId = NewType("NoteId", str)
OperationId = NewType("OperationId", str)
DeviceId = NewType("DeviceId", str)

LONGEST_NOTE = 20_000  # characters
TAKEN_BACK = "list taken back"
"""The device that undoes an import: what it takes back counts as never said."""


class Kind(Choice):
    """The kinds of note (METHOD.md), in the order in which they are offered."""

    INSIGHT = "insight"
    IDEA = "idea"
    QUESTION = "question"
    TENSION = "tension"
    STORY = "story"
    QUOTE = "quote"
    ACTION = "action"


_NAMES = {
    Kind.INSIGHT: N_("insight"),
    Kind.IDEA: N_("idea"),
    Kind.QUESTION: N_("question"),
    Kind.TENSION: N_("tension"),
    Kind.STORY: N_("story"),
    Kind.QUOTE: N_("quote"),
    Kind.ACTION: N_("action"),
}
_GROUPS = {
    Kind.INSIGHT: N_("Insights"),
    Kind.IDEA: N_("Ideas"),
    Kind.QUESTION: N_("Open questions"),
    Kind.TENSION: N_("Tensions"),
    Kind.STORY: N_("Stories"),
    Kind.QUOTE: N_("Quotes"),
    Kind.ACTION: N_("Actions"),
}
_FIRST = (Kind.INSIGHT, Kind.IDEA, Kind.ACTION, Kind.TENSION, Kind.QUESTION)
KINDS_TO_READ = (*_FIRST, *(kind for kind in Kind if kind not in _FIRST))
"""The kinds in the order in which a page tells them; one without a place of its own comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it stands after its newest revision. Tables and rounds count from 0."""

    id: NoteId
    table: int
    round: int
    kind: Kind
    text: LongText
    rev: int = 1
    seq: int = 0  # given by the store: the café's only order
    author: LongText = ""
    created: str = ""  # when it first came in: ISO 8601, UTC
    is_deleted: bool = False
    conflict_of: NoteId | None = None
    is_late: bool = False  # came in after its round was closed
    is_recovered: bool = False  # was newer than what this copy of the café knew
    parent: NoteId | None = None  # the note it is said to belong to, see `domain.nesting`

    @property
    def hash(self) -> str:
        """SHA-256 of the text, by which a phone knows that its own words were kept."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A wish to keep or delete one note. Its body never changes once it has been sent.

    `base` is the revision the writer had seen, 0 for a new note.

    Raises:
        EmptyNote, NoteTooLong: the cleaned text cannot be a note.
        TextTooLong: nor can whoever is said to have said it.
    """

    id: OperationId
    note: NoteId
    cafe: CafeId
    generation: int
    device: DeviceId
    base: int = 0
    table: int
    round: int
    kind: Kind = Kind.INSIGHT
    text: str
    author: str = ""
    is_delete: bool = False
    is_late: bool = False
    parent: NoteId | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        object.__setattr__(self, "author", one_line(self.author))
        if not has_words(self.text) and not self.is_delete:
            raise EmptyNote
        if len(self.text) > LONGEST_NOTE:
            raise NoteTooLong(most=LONGEST_NOTE, length=len(self.text))
        if len(self.author) > CELL:
            raise TextTooLong(most=CELL, length=len(self.author))

    @property
    def body_hash(self) -> str:
        """What tells a retry from another operation that took the same id.

        A parent that is not said is no part of it: wishes of before there were any keep theirs.
        """
        said = {name: getattr(self, name) for name in self.__slots__}
        if self.parent is None:
            del said["parent"]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


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
        table=note.table,
        round=note.round,
        kind=note.kind,
        text=note.text,
        author=note.author,
        is_delete=note.is_deleted,
        parent=note.parent,
    )
    return replace(wish, id=OperationId(str(uuid5(UUID(cafe), wish.body_hash))))


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


def settle(wish: Operation, head: Note | None, *, now: str, is_beside: bool = False) -> Note | None:
    """Return the revision that `wish` makes of `head`, or None where `head` says it already.

    The result is a new revision of the note, or the first revision of a conflict copy.
    No text is ever replaced by one whose writer had not seen it (TRUST.md P6).

    Args:
        wish: what is to be said.
        head: the newest revision of its note, None where there is none.
        now: ISO 8601, UTC.
        is_beside: whether a deleted note stays deleted, and newer words come as a copy of it.
    """
    fresh = Note(
        id=wish.note,
        table=wish.table,
        round=wish.round,
        kind=wish.kind,
        text=wish.text,
        author=wish.author,
        created=now,
        is_deleted=wish.is_delete,
        is_late=wish.is_late,
        parent=wish.parent if wish.parent != wish.note else None,
    )
    if head is None:
        return replace(fresh, rev=wish.base + 1, is_recovered=wish.base > 0)
    heir = replace(
        fresh,
        rev=max(head.rev, wish.base) + 1,
        created=head.created,
        author=wish.author or head.author,
        conflict_of=head.conflict_of,
        text=head.text if wish.is_delete else wish.text,
    )
    if wish.base > head.rev:
        return replace(heir, is_recovered=True)
    if wish.base == head.rev:
        return None if _says_the_same(heir, head) else heir
    if wish.is_delete or (wish.text == head.text and not head.is_deleted):
        return None  # nobody deletes words unseen; nobody is told off for saying the same
    if head.is_deleted and not is_beside:
        return heir  # an edit revives a deleted note
    copy_id = NoteId(str(uuid5(UUID(wish.note), wish.id)))
    return replace(fresh, id=copy_id, conflict_of=wish.note)


def _says_the_same(heir: Note, head: Note) -> bool:
    return replace(heir, rev=head.rev, seq=head.seq, is_recovered=head.is_recovered) == head


def answer_for(wish: Operation, kept: Note) -> Answer:
    return Answer(
        event=wish.cafe,
        gen=wish.generation,
        op=wish.id,
        note=kept.id,
        rev=kept.rev,
        seq=kept.seq,
        hash=kept.hash,
        copy_of=wish.note if kept.id != wish.note else None,
    )


def has_kinds(notes: Iterable[Note]) -> bool:
    """Did anybody tell what kinds these notes are?

    A note that comes without a kind is kept as an insight, so where all are, nobody did.
    """
    return any(note.kind is not Kind.INSIGHT for note in notes)


def kind_of(word: str) -> Kind:
    """Return the kind that `word` names, in any language we speak.

    Raises:
        UnknownKind: it names none.

    >>> kind_of(" Idée ")
    <Kind.IDEA: 'idea'>
    """
    if kind := _kinds_by_word().get(fold(word)):
        return kind
    raise UnknownKind(kind=one_line(word), kinds=tuple(map(Phrase, _NAMES.values())))


@cache
def _kinds_by_word() -> dict[str, Kind]:
    languages = [words_for(language) for language in LANGUAGES]
    named = {fold(kind_name(kind, words)): kind for words in languages for kind in Kind}
    return {kind.value: kind for kind in Kind} | named


def kind_name(kind: Kind, words: Words) -> str:
    """Return what one note of `kind` is called."""
    return words.gettext(_NAMES[kind])


def kind_group(kind: Kind, words: Words) -> str:
    """Return what several notes of `kind` are called."""
    return words.gettext(_GROUPS[kind])
