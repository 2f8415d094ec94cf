"""What a table says: all that one note holds, as it stands and as it once stood."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NewType

from wcafe.domain.choice import Choice
from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import CellText, LongText, ShortText

NoteId = NewType("NoteId", str)


class Support(Choice):
    """Who of the table stands behind a note, where somebody said so."""

    TABLE = "table"
    PERSON = "person"


class ActionState(Choice):
    """What became of an action; where nothing was heard there is none."""

    UNDER_WAY = "under_way"
    DONE = "done"
    POSTPONED = "postponed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that one note says. Tables and rounds count from 0.

    Attributes:
        parent: the note it is said to belong to, see `domain.nesting`.
        is_lone: a person marked it as what only one voice said.
        prompt: what its sheet asked for, above it.
        support: whether the whole table or one person stands behind it; None is unknown.
        from_table: where the idea was carried from, by somebody who had sat there.
        votes: dots counted on paper; None where nobody counted. They rank nothing.
        withheld: why it is kept back from all that is handed out; empty where it is not.
        is_on_wall: marked to be shown to the room while people talk.
        who, due: of an action, who takes it on and by when, in their words.
        may_quote: whoever said it agreed to be quoted.
        state: of an action, what became of it; None where nothing was heard.
        state_on: the day of which that is told.
        state_why: the reason, in the words of whoever told it.
    """

    table: int
    round: int
    kind: Kind = Kind.INSIGHT
    text: LongText
    author: LongText = ""
    parent: NoteId | None = None
    is_lone: bool = False
    prompt: ShortText = ""
    support: Support | None = None
    from_table: int | None = None
    votes: int | None = None
    withheld: CellText = ""
    is_on_wall: bool = False
    who: CellText = ""
    due: ShortText = ""
    may_quote: bool = False
    state: ActionState | None = None
    state_on: date | None = None
    state_why: CellText = ""

    @property
    def said(self) -> dict[str, Any]:
        """All that it says, by the names of the fields."""
        return {name: getattr(self, name) for name in SAID}

    @property
    def said_since_first(self) -> dict[str, Any]:
        """What it says that notes of the first wcafe could not say, as JSON has it.

        Nothing is there that it does not say: so what stands for a note stays as it was before
        there was anything else to say.
        """
        said = {name: getattr(self, name) for name in YOUNGER}
        return {name: _in_json(fact) for name, fact in said.items() if fact != YOUNGER[name]}


def _in_json(fact: Any) -> Any:
    if isinstance(fact, date):
        return fact.isoformat()
    return str(fact) if isinstance(fact, Choice) else fact


SAID = tuple(field.name for field in fields(Said))
"""The names of all that a note says."""

_FIRST_FACTS = ("table", "round", "kind", "text", "author")
YOUNGER = {field.name: field.default for field in fields(Said) if field.name not in _FIRST_FACTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Said):
    """A note as it stands after its newest revision."""

    id: NoteId
    rev: int = 1
    seq: int = 0  # given by the store: the café's only order
    created: str = ""  # when it first came in: ISO 8601, UTC
    is_deleted: bool = False
    conflict_of: NoteId | None = None
    is_late: bool = False  # came in after its round was closed
    is_recovered: bool = False  # was newer than what this copy of the café knew

    @property
    def hash(self) -> str:
        """SHA-256 of the text, by which a phone knows that its own words were kept."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One revision of a note: what it said then, who brought it, and when (ISO 8601, UTC)."""

    note: Note
    came: str
    device: str  # the name of the way in: the desk, a list, the command line, a phone


def has_kinds(notes: Iterable[Note]) -> bool:
    """Did anybody tell what kinds these notes are?

    A note that comes without a kind is kept as an insight, so where all are, nobody did.
    """
    return any(note.kind is not Kind.INSIGHT for note in notes)
