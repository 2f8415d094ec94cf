"""Many notes at once: settled one by one as `Notes.take_in` does, and written together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import Answer, DeviceId, Operation, OperationId, answer_for, settle
from wcafe.errors import OtherBody
from wcafe.store.base import Row
from wcafe.store.dialects import commits_of
from wcafe.store.note_rows import (
    MANY,
    DeviceRow,
    NoteRow,
    OperationRow,
    RevisionRow,
    as_operation,
    as_revision,
)
from wcafe.store.note_seals import seal_of


class NoteBatch:
    """Notes on their way in. Nothing is written before `write`, and nothing need be.

    So what a list would do can be told without a change, and 20,000 notes come in with three
    statements.
    """

    def __init__(
        self,
        session: Session,
        heads: dict[NoteId, Note],
        logged: dict[OperationId, tuple[str, Answer]] | None = None,
        *,
        generation: int | None = None,
    ) -> None:
        """Begin with `heads`, the notes that may be meant as they stand, deleted ones too.

        Args:
            session: of the unit of work.
            heads: of all notes, or of those that may be meant.
            logged: the operations that may come again, with the hash of what was sent and the
                first answer; None for those that are in the log, whose answers are read when
                they do.
            generation: of the café, which is told to whoever wishes; None for that of the wish.
        """
        self._session = session
        self._heads = heads
        self._before = dict(heads)
        self._generation = generation
        self._answers: dict[OperationId, Answer] = {}
        if logged is None:
            rows = session.execute(select(OperationRow.id, OperationRow.body_hash))
            self._logged = {OperationId(id_): body for id_, body in rows}
        else:
            self._logged = {wish: body for wish, (body, _answer) in logged.items()}
            self._answers = {wish: answer for wish, (_body, answer) in logged.items()}
        self._next = self._last_number() + 1
        self._operations: list[dict[str, Any]] = []
        self._revisions: list[dict[str, Any]] = []
        self._devices: dict[DeviceId, tuple[str, str]] = {}
        self._heard: dict[NoteId, str] = {}

    @property
    def changed(self) -> set[NoteId]:
        """The notes that say something else than before."""
        return {NoteId(row["note_id"]) for row in self._revisions}

    def head(self, note: NoteId) -> Note | None:
        return self._heads.get(note)

    def meet(self, device: DeviceId, name: str, *, now: str) -> None:
        """Make sure that `device` is known before it writes."""
        self._devices[device] = (name, now)

    def hear(self, note: NoteId, heard: str) -> None:
        """Remember what was known of another copy, as `Lineage.heard` says it."""
        self._heard[note] = heard

    def answered(self, wish: OperationId, body_hash: str) -> Answer | None:
        """Return what was answered to `wish` when it came first; None where it did not come yet.

        Raises:
            OtherBody: another wish already came under this id.
        """
        if (logged := self._logged.get(wish)) is None:
            return None
        if logged != body_hash:
            raise OtherBody
        answer = self._answers.get(wish) or self._first_answer(wish)
        return answer if self._generation is None else replace(answer, gen=self._generation)

    def take_in(
        self,
        wish: Operation,
        *,
        now: str,
        is_beside: bool = False,
        body_hash: str | None = None,
        seen: Note | None = None,
    ) -> Answer:
        """Settle `wish` as `settle` says; a repeated wish gets its first answer again.

        `body_hash` is that of what was sent, where `wish` was made of it.

        Raises:
            OtherBody: another wish already came under this id.
        """
        body = body_hash or wish.body_hash
        if (answer := self.answered(wish.id, body)) is not None:
            return answer
        made = settle(wish, self._heads.get(wish.note), now=now, is_beside=is_beside, seen=seen)
        kept = self._heads[wish.note] if made is None else self._keep(made, wish, now=now)
        answer = answer_for(wish, kept, generation=self._generation)
        self._logged[wish.id], self._answers[wish.id] = body, answer
        self._operations.append(as_operation(wish, body, answer, now=now))
        return answer

    def _first_answer(self, wish: OperationId) -> Answer:
        row = self._session.get(OperationRow, wish)
        assert row is not None
        return row.answer

    def _keep(self, note: Note, wish: Operation, *, now: str) -> Note:
        kept = replace(note, seq=self._next)
        self._next += 1
        self._heads[kept.id] = kept
        self._revisions.append(as_revision(kept, wish, now=now))
        return kept

    def write(self) -> None:
        """Write all that came in, in the order in which it did."""
        for device, (name, now) in self._devices.items():
            if self._session.get(DeviceRow, device) is None:
                self._session.add(DeviceRow(id=device, name=name, since=now))
        self._session.flush()
        heads = self._changed_heads()
        new = [each for each in heads if NoteId(each["id"]) not in self._before]
        old = [each for each in heads if NoteId(each["id"]) in self._before]
        for row, rows in (
            (NoteRow, new),
            (RevisionRow, self._revisions),
            (OperationRow, self._operations),
        ):
            if rows:
                self._session.execute(insert(Row.metadata.tables[row.__tablename__]), rows)
        if old:
            self._session.execute(update(NoteRow), old)
        if self._revisions:
            connection, table = self._session.connection(), RevisionRow.__tablename__
            commits_of(connection).go_on_after(connection, table, self._next - 1)
        self._session.expire_all()

    def _last_number(self) -> int:
        connection = self._session.connection()
        return commits_of(connection).last_number(connection, RevisionRow.__tablename__)

    def _changed_heads(self) -> list[dict[str, Any]]:
        """Return what the heads of notes say that came, were changed, or were heard of."""
        first: dict[str, int] = {}
        for row in self._revisions:
            first.setdefault(row["note_id"], row["seq"])
        here = [note for note in (*first, *self._heard) if note in self._before]
        kept = self._rows(here) if here else {}
        heads = []
        for note in dict.fromkeys((*first, *self._heard)):
            before = kept.get(note, {"first_seq": first.get(note), "heard": "", "seal": None})
            head = before | (self._facts(note) if note in first else {})
            head["heard"] = self._heard.get(NoteId(note), before["heard"])
            if before["seal"] in (None, seal_of(before)):  # else another program altered it
                head["seal"] = seal_of(head)
            heads.append(head)
        return heads

    def _rows(self, notes: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return what the heads of `notes` say, and those of others as well if they are many."""
        asked = select(*NoteRow.__table__.columns)
        if len(notes) <= MANY:
            asked = asked.where(NoteRow.id.in_(notes))
        return {row.id: dict(row._mapping) for row in self._session.execute(asked)}

    def _facts(self, note: str) -> dict[str, Any]:
        head = self._heads[NoteId(note)]
        return {name: getattr(head, name) for name in NoteRow.facts}
