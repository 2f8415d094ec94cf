"""How notes are kept: heads, an append-only history, and the log of operations.

`take_in` is the only way a note comes in, from a phone, the desk, a list or the command
line; its steps are those of TRUST.md 4.3.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import Session

from wcafe.domain.lineage import Lineage, Prints
from wcafe.domain.notes import Heard, Note, NoteId
from wcafe.domain.settling import (
    Answer,
    DeviceId,
    Operation,
    OperationId,
    answer_for,
    settle,
)
from wcafe.errors import OtherBody
from wcafe.store.base import Row
from wcafe.store.cafe import Cafes
from wcafe.store.dialects import commits_of
from wcafe.store.generations import copy_come_back, generation_of, where_it_went
from wcafe.store.note_lineages import read_lineages
from wcafe.store.note_rows import (
    MANY,
    DeviceRow,
    NoteRow,
    OperationRow,
    RevisionRow,
    as_new_head,
    as_operation,
    as_revision,
)

Head = tuple[str, int, bool, int, int]


class Notes:
    """The notes of this café, in the order they came in.

    `known` are notes as they were read before, and `lineages` what they had said by then; the
    same revision is not read again, as the desk asks for all of them after each one.
    """

    def __init__(
        self,
        session: Session,
        cafes: Cafes,
        known: dict[NoteId, Note],
        lineages: dict[NoteId, Lineage] | None = None,
    ) -> None:
        self._session = session
        self._cafes = cafes
        self._known = known
        self._lineages = {} if lineages is None else lineages
        self.changed: set[NoteId] = set()  # by this unit of work

    def all(self) -> tuple[Note, ...]:
        """Return the notes that stand, deleted ones left out."""
        heads = self._session.execute(
            select(NoteRow.id, NoteRow.rev).where(~NoteRow.is_deleted).order_by(NoteRow.first_seq)
        )
        return self._known_or_read([(id_, rev) for id_, rev in heads])

    def numbered(self) -> tuple[tuple[Note, ...], dict[NoteId, int]]:
        """Return the notes that stand, as `all`, and what `numbers` does, both read at once."""
        heads = self._heads()
        standing = [(id_, rev) for id_, rev, is_deleted, _table, _round in heads if not is_deleted]
        return self._known_or_read(standing), _count(heads)

    def _known_or_read(self, heads: Sequence[tuple[str, int]]) -> tuple[Note, ...]:
        """Return the notes of `heads`, ids with their newest revisions; only new ones are read."""
        here: dict[str, Note | None] = {}
        for id_, rev in heads:
            note = self._known.get(NoteId(id_))
            here[id_] = note if note is not None and note.rev == rev else None
        new = [id_ for id_, note in here.items() if note is None]
        read = {note.id: note for note in self._read(new)}
        self._known.update(read)
        return tuple(note or read[NoteId(id_)] for id_, note in here.items())

    def of_tables(self, tables: Iterable[int]) -> tuple[Note, ...]:
        """Return the notes of `tables`, from 0, in the order they came; deleted ones too."""
        asked = select(*NoteRow.columns()).where(NoteRow.table.in_(tuple(tables)))
        return tuple(map(NoteRow.read, self._session.execute(asked.order_by(NoteRow.first_seq))))

    def _read(self, notes: Sequence[str]) -> Iterable[Note]:
        """Return `notes`, and others as well if they are many."""
        if not notes:
            return ()
        asked = select(*NoteRow.columns())
        if len(notes) <= MANY:
            asked = asked.where(NoteRow.id.in_(notes))
        return map(NoteRow.read, self._session.execute(asked))

    def counts(self) -> Counter[tuple[int, int]]:
        """Return how many notes stand for each table and round."""
        rows = self._session.execute(
            select(NoteRow.table, NoteRow.round, func.count())
            .where(~NoteRow.is_deleted)
            .group_by(NoteRow.table, NoteRow.round)
        )
        return Counter({(table, round_): number for table, round_, number in rows})

    def last_seq(self) -> int:
        """Return the place of the newest revision in the café's order; 0 where there is none."""
        return self._session.scalar(select(func.max(RevisionRow.seq))) or 0

    def numbers(self) -> dict[NoteId, int]:
        """Return the number of each note among those of its table and round, from 1.

        They are numbered in the order they came, deleted ones too: so no number ever moves on
        because a note goes.
        """
        return _count(self._heads())

    def _heads(self) -> Sequence[Head]:
        """Return the id, revision, whether it was deleted, table and round of every note."""
        asked = select(NoteRow.id, NoteRow.rev, NoteRow.is_deleted, NoteRow.table, NoteRow.round)
        return self._session.execute(asked.order_by(NoteRow.first_seq, NoteRow.id)).all()

    def get(self, note: NoteId) -> Note | None:
        """Return the newest revision of `note`, deleted or not."""
        row = self._session.get(NoteRow, note)
        return row.to_value() if row else None

    def lineages(self) -> dict[NoteId, Lineage]:
        """Return what every note has said so far, deleted ones too."""
        return self._lineages_of(select(NoteRow.id, NoteRow.rev, NoteRow.heard))

    def edited(self) -> dict[NoteId, Prints]:
        """Return the prints of all that each note has said that stands and was changed."""
        is_changed = (NoteRow.rev > 1) | (NoteRow.heard != "")
        changed = select(NoteRow.id, NoteRow.rev, NoteRow.heard).where(
            is_changed, ~NoteRow.is_deleted
        )
        return {note: each.prints for note, each in self._lineages_of(changed).items()}

    def _lineages_of(self, heads: Select[str, int, str]) -> dict[NoteId, Lineage]:
        here = {NoteId(note): (rev, heard) for note, rev, heard in self._session.execute(heads)}
        known = self._lineages
        new = [
            note
            for note, (rev, heard) in here.items()
            if note not in known or (known[note].head.rev, known[note].heard) != (rev, heard)
        ]
        if new:
            known.update(read_lineages(self._session, new))
        return {note: known[note] for note in here}

    def heads(self, notes: Iterable[NoteId]) -> dict[NoteId, Note]:
        """Return the newest revisions of those of `notes` that there are, deleted ones too."""
        asked = select(*NoteRow.columns()).where(NoteRow.id.in_(tuple(notes)))
        return {note.id: note for note in map(NoteRow.read, self._session.execute(asked))}

    def logged(self, wishes: Iterable[OperationId]) -> dict[OperationId, tuple[str, Answer]]:
        """Return the hash of what was sent and the first answer of those wishes that came."""
        told = (OperationRow.id, OperationRow.body_hash, OperationRow.answer)
        rows = self._session.execute(select(*told).where(OperationRow.id.in_(tuple(wishes))))
        return {OperationId(wish): (body, answer) for wish, body, answer in rows}

    def answered(self, wish: OperationId, body_hash: str) -> Answer | None:
        """Return what was answered to `wish` when it came first; None where it did not come yet.

        Raises:
            OtherBody: another wish already came under this id.
        """
        asked = select(OperationRow.body_hash, OperationRow.answer).where(OperationRow.id == wish)
        if (logged := self._session.execute(asked).first()) is None:
            return None
        known_hash, answer = logged
        if known_hash != body_hash:
            raise OtherBody
        return replace(answer, gen=self._cafes.generation)

    def take_in(self, wish: Operation, *, now: str, body_hash: str | None = None) -> Answer:
        """Settle `wish` and keep what it makes; a repeated wish gets its first answer again.

        Args:
            wish: what is to be said.
            now: ISO 8601, UTC.
            body_hash: that of what was sent, where `wish` was made of it.

        Raises:
            OtherBody: another wish already came under this id.
        """
        body_hash = body_hash or wish.body_hash
        if (answer := self.answered(wish.id, body_hash)) is not None:
            return answer
        answer = answer_for(wish, self._settle(wish, now), generation=self._cafes.generation)
        self._insert(OperationRow, as_operation(wish, body_hash, answer, now=now))
        return answer

    def _settle(self, wish: Operation, now: str) -> Note:
        """Keep what `wish` makes, and return the note that its words are in."""
        is_of_before = wish.generation < self._cafes.generation
        if is_of_before:
            if (copy := copy_come_back(self._session, wish)) is not None:
                return copy
            wish = where_it_went(self._session, wish)
        row = self._session.get(NoteRow, wish.note)
        head = row.to_value() if row else None
        seen = self._revision(wish.note, wish.base, now=head) if head else None
        written = generation_of(self._session, head, wish.device) if head and is_of_before else 0
        made = settle(wish, head, now=now, seen=seen, written=written)
        if made is None:
            assert head is not None
            return head
        if made.id != wish.note:
            row = self._session.get(NoteRow, made.id)
        return self._keep(made, row, wish, now=now)

    def revision(self, note: NoteId, rev: int) -> Note | None:
        """Return what `note` said at revision `rev`, None where it never had that one."""
        return self._revision(note, rev, now=head) if (head := self.get(note)) else None

    def _revision(self, note: NoteId, rev: int, *, now: Note) -> Note | None:
        if rev >= now.rev:
            return now if rev == now.rev else None
        asked = select(RevisionRow).where(RevisionRow.note_id == note, RevisionRow.rev == rev)
        row = self._session.scalars(asked).first()
        if row is None:
            return None
        return row.to_value(**{name: getattr(now, name) for name in RevisionRow.elsewhere})

    def history(self, note: NoteId) -> tuple[Heard, ...]:
        """Return all that `note` has said, oldest first, with who brought it and when."""
        head = self.get(note)
        if head is None:
            return ()
        by_head = {name: getattr(head, name) for name in RevisionRow.elsewhere}
        rows = self._session.execute(
            select(RevisionRow, DeviceRow.name)
            .join(DeviceRow, DeviceRow.id == RevisionRow.device_id)
            .where(RevisionRow.note_id == note)
            .order_by(RevisionRow.seq)
        )
        return tuple(
            Heard(note=row.to_value(**by_head), came=row.came, device=device)
            for row, device in rows
        )

    def meet(self, device: DeviceId, name: str, *, now: str) -> None:
        """Make sure that `device` is known before it writes."""
        if self._session.get(DeviceRow, device) is None:
            self._session.add(DeviceRow(id=device, name=name, since=now))
            self._session.flush()

    def call(self, device: DeviceId, name: str) -> None:
        """Let `device`, which is known, have another name in what it wrote."""
        if (row := self._session.get(DeviceRow, device)) is not None:
            row.name = name

    def _keep(self, note: Note, row: NoteRow | None, wish: Operation, *, now: str) -> Note:
        """Append a revision, make it the head, return it with its place in the order.

        Args:
            note: what is to be said, with the number of its revision.
            row: of its head before; None for a new note.
            wish: that asked for it.
            now: ISO 8601, UTC.
        """
        connection = self._session.connection()
        number = commits_of(connection).next_number(connection, RevisionRow.__tablename__)
        kept = replace(note, seq=number)
        if row is None:
            self._insert(NoteRow, as_new_head(kept))
        else:
            is_as_sealed = row.is_as_sealed
            row.take_over(kept)
            if is_as_sealed:  # what another program altered does not become sound by an edit
                row.seal_again()
            self._session.flush()
        self._insert(RevisionRow, as_revision(kept, wish, now=now))
        self.changed.add(note.id)
        return kept

    def _insert(self, row: type[Row], facts: Mapping[str, Any]) -> None:
        self._session.execute(insert(Row.metadata.tables[row.__tablename__]), facts)


def _count(heads: Iterable[Head]) -> dict[NoteId, int]:
    """Return the number of each note among those of its table and round, from 1.

    Counting here takes a fraction of what it takes to be told so many numbers.
    """
    so_far = Counter[tuple[int, int]]()
    numbers = {}
    for id_, _rev, _is_deleted, table, round_ in heads:
        so_far[table, round_] += 1
        numbers[NoteId(id_)] = so_far[table, round_]
    return numbers
