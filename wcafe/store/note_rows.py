"""The rows of notes: heads, an append-only history, the log of operations."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState, Note, Support
from wcafe.domain.settling import Answer, Operation
from wcafe.store.base import Row, ValueRow
from wcafe.store.note_seals import SEAL, Sealed, seal_of
from wcafe.store.types import Word, value_as_json

MANY = 500
"""Notes beyond which all are read: so many ids make a statement slow."""


class DeviceRow(Row):
    """Somebody's way in: a phone, the desk, a list, the command line."""

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    since: Mapped[str]


class Younger:
    """What notes of the first wcafe could not say: columns behind the seal, which was there before.

    Those who made them come one behind the other, as a column is added at the end of its table.
    """

    is_lone: Mapped[bool] = mapped_column(default=False, server_default=false(), sort_order=1)
    prompt: Mapped[str] = mapped_column(default="", server_default="", sort_order=2)
    support: Mapped[Support | None] = mapped_column(Word(Support), sort_order=2)
    from_table: Mapped[int | None] = mapped_column(sort_order=2)
    votes: Mapped[int | None] = mapped_column(sort_order=2)
    withheld: Mapped[str] = mapped_column(default="", server_default="", sort_order=2)
    is_on_wall: Mapped[bool] = mapped_column(default=False, server_default=false(), sort_order=2)
    who: Mapped[str] = mapped_column(default="", server_default="", sort_order=2)
    due: Mapped[str] = mapped_column(default="", server_default="", sort_order=2)
    may_quote: Mapped[bool] = mapped_column(default=False, server_default=false(), sort_order=2)
    state: Mapped[ActionState | None] = mapped_column(Word(ActionState), sort_order=3)
    state_on: Mapped[date | None] = mapped_column(sort_order=3)
    state_why: Mapped[str] = mapped_column(default="", server_default="", sort_order=3)


class NoteRow(Sealed, Younger, ValueRow[Note], value=Note):
    """The head of one note: its newest revision, and where its first one stands in the order."""

    __tablename__ = "note"

    id: Mapped[str] = mapped_column(primary_key=True)
    first_seq: Mapped[int] = mapped_column(default=0, index=True)
    seq: Mapped[int]
    rev: Mapped[int]
    table: Mapped[int]
    round: Mapped[int]
    kind: Mapped[Kind] = mapped_column(Word(Kind))
    text: Mapped[str]
    author: Mapped[str]
    created: Mapped[str]
    is_deleted: Mapped[bool]
    conflict_of: Mapped[str | None]
    is_late: Mapped[bool]
    is_recovered: Mapped[bool]
    parent: Mapped[str | None]
    heard: Mapped[str] = mapped_column(default="", server_default="")  # see `lineage`


class RevisionRow(Sealed, Younger, ValueRow[Note], value=Note):
    """One revision of one note, never changed. `seq` is the café's only order."""

    __tablename__ = "revision"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    note_id: Mapped[str] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"))
    rev: Mapped[int]
    table: Mapped[int]
    round: Mapped[int]
    kind: Mapped[Kind] = mapped_column(Word(Kind))
    text: Mapped[str]
    sha256: Mapped[str]
    author: Mapped[str]
    is_deleted: Mapped[bool]
    device_id: Mapped[str] = mapped_column(ForeignKey("device.id"))
    operation_id: Mapped[str]
    came: Mapped[str]
    parent: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("note_id", "rev"),
        {"sqlite_autoincrement": True},  # a number is never given twice, not even after an erasure
    )


def _read_answer(kept: Mapping[str, Any]) -> Answer:
    return Answer(**kept)


class OperationRow(Sealed, Row):
    """The log of operations: what came, and what was answered. Kept as long as the café."""

    __tablename__ = "operation"

    id: Mapped[str] = mapped_column(primary_key=True)
    body_hash: Mapped[str]
    answer: Mapped[Answer] = mapped_column(value_as_json(_read_answer))
    device_id: Mapped[str] = mapped_column(ForeignKey("device.id"))
    came: Mapped[str]


# What these rows say by the names of their columns, to be written at once: objects of the mapper
# take some three times as long.


def as_new_head(note: Note) -> dict[str, Any]:
    """Return what the row of a note says that `note` is the first revision of."""
    facts = {name: getattr(note, name) for name in NoteRow.facts}
    return _sealed({**facts, "first_seq": note.seq, "heard": ""})


def as_revision(note: Note, wish: Operation, *, now: str) -> dict[str, Any]:
    """Return what the row of the revision `note` says, which has its place in the order."""
    facts = {name: getattr(note, name) for name in RevisionRow.facts}
    own = {
        "note_id": note.id,
        "sha256": note.hash,
        "device_id": wish.device,
        "operation_id": wish.id,
        "came": now,
    }
    return _sealed(facts | own)


def as_operation(wish: Operation, body_hash: str, answer: Answer, *, now: str) -> dict[str, Any]:
    """Return what the log says of `wish`."""
    facts = {
        "id": wish.id,
        "body_hash": body_hash,
        "answer": answer,
        "device_id": wish.device,
        "came": now,
    }
    return _sealed(facts)


def _sealed(facts: dict[str, Any]) -> dict[str, Any]:
    return {**facts, SEAL: seal_of(facts)}
