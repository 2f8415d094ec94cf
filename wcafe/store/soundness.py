"""Does the file still hold together? What can be seen without trusting it."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from wcafe.domain.soundness import Fault, FaultKind
from wcafe.store.dialects import checks_of
from wcafe.store.live import ActualSeatRow, LiveRow
from wcafe.store.note_rows import NoteRow, OperationRow, RevisionRow
from wcafe.store.note_seals import broken_seals
from wcafe.store.photos import Photos
from wcafe.store.plan import PlannedPersonRow, PlannedSeatRow, PlanRow
from wcafe.store.seals import SEALED_ROWS, altered_tables
from wcafe.store.types import as_kept


class Soundness:
    """Looks a café's file over; changes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong: pages, references, texts unlike their hash (TRUST.md 18)."""
        connection = self._session.connection()
        checks = checks_of(connection)
        pages = [Fault(FaultKind.PAGES, said) for said in checks.broken_pages(connection)]
        references = [
            Fault(FaultKind.REFERENCE, f"{table} {row}")
            for table, row in checks.broken_references(connection)
        ]
        strays = [Fault(FaultKind.REFERENCE, where) for where in self._strays()]
        altered = [Fault(FaultKind.ALTERED, name) for name in sorted(altered_tables(connection))]
        rows = (*self._loops(), *self._altered_notes(), *self._broken_seals())
        pictures = [
            Fault(FaultKind.PICTURE, f"{name} ({photo})")
            for photo, name in Photos(self._session).altered()
        ]
        return (*pages, *references, *altered, *strays, *rows, *pictures)

    def _strays(self) -> Iterator[str]:
        """Yield what points to a note, a table, a person or a round that is not there."""
        notes = set(self._session.scalars(select(NoteRow.id)))
        for note, other in self._copies():
            if other not in notes:
                yield f"note {note}"
        answers = select(OperationRow.id, OperationRow.answer)
        for operation, answer in self._session.execute(answers):
            if answer.note not in notes:
                yield f"operation {operation}"
        asked = select(RevisionRow.note_id, RevisionRow.operation_id)
        operations = set(self._session.scalars(select(OperationRow.id)))
        for note, operation in self._session.execute(asked):
            if operation not in operations:
                yield f"revision {note}"
        tables = self._session.scalar(select(PlanRow.tables)) or 0
        planned = set(self._session.scalars(select(PlannedPersonRow.person_id)))
        hosts = select(PlannedPersonRow.person_id, PlannedPersonRow.host_of)
        for person, table in self._session.execute(hosts):
            if not tables or (table is not None and table >= tables):
                yield f"planned_person {person}"
        seats = select(PlannedSeatRow.person_id, PlannedSeatRow.round, PlannedSeatRow.table)
        for person, round_, table in self._session.execute(seats):
            if person not in planned or table >= tables:
                yield f"planned_seat {person} {round_}"
        recorded = self._session.scalar(select(LiveRow.recorded)) or ()
        for round_ in set(self._session.scalars(select(ActualSeatRow.round))).difference(recorded):
            yield f"actual_seat {round_}"

    def _loops(self) -> Iterator[Fault]:
        """Yield the notes from which the way to what they are versions of never ends."""
        other_of = dict(self._copies())
        endless = set(other_of)
        ends = set(other_of.values()) - endless
        while ends:
            ends = {note for note in endless if other_of[note] in ends}
            endless -= ends
        return (Fault(FaultKind.LOOP, note) for note in sorted(endless))

    def _copies(self) -> list[tuple[str, str]]:
        """Return the notes that are second versions, each with the note that it is one of."""
        rows = select(NoteRow.id, NoteRow.conflict_of).where(NoteRow.conflict_of.is_not(None))
        return [(note, str(other)) for note, other in self._session.execute(rows)]

    def _broken_seals(self) -> Iterator[Fault]:
        """Yield the rows of notes that say something else than was sealed."""
        connection = self._session.connection()
        for row in SEALED_ROWS:
            for facts in broken_seals(connection, row):
                which = next(facts[name] for name in ("note_id", "id") if name in facts)
                yield Fault(FaultKind.ALTERED, f"{row.__tablename__} {which}")

    def _altered_notes(self) -> list[Fault]:
        said = RevisionRow.facts  # by the head of a note and its newest revision alike
        revisions = [as_kept(getattr(RevisionRow, name)) for name in said]
        heads = [as_kept(getattr(NoteRow, name)) for name in said]
        newest: dict[str, list[object]] = {}
        first: dict[str, tuple[int, str]] = {}  # where it stands in the order, and when it came
        found = []
        own = (RevisionRow.note_id, RevisionRow.seq, RevisionRow.came, RevisionRow.sha256)
        for note, seq, came, digest, *facts in self._session.execute(
            select(*own, *revisions).order_by(RevisionRow.rev)
        ):
            newest[note] = facts
            first.setdefault(note, (seq, came))
            told = dict(zip(said, facts, strict=True))
            if hashlib.sha256(told["text"].encode()).hexdigest() != digest:
                found.append(Fault(FaultKind.TEXT, f"{note} rev {told['rev']}"))
        begun = (NoteRow.id, NoteRow.first_seq, NoteRow.created)
        for note, seq, came, *facts in self._session.execute(select(*begun, *heads)):
            if newest.get(note) != facts or first.get(note) != (seq, came):
                found.append(Fault(FaultKind.HEAD, note))
        return found
