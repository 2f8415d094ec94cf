"""Does the file still hold together? What can be seen without trusting it."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from wcafe.domain.soundness import Fault, FaultKind
from wcafe.store.notes import NoteRow, RevisionRow
from wcafe.store.sqlite.checks import broken_pages, broken_references
from wcafe.store.types import as_kept


class Soundness:
    """Looks a café's file over; changes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong: pages, references, and texts unlike their hash (TRUST.md 18)."""
        connection = self._session.connection()
        pages = [Fault(FaultKind.PAGES, said) for said in broken_pages(connection)]
        references = [
            Fault(FaultKind.REFERENCE, f"{table} {row}")
            for table, row in broken_references(connection)
        ]
        return (*pages, *references, *self._altered_notes())

    def _altered_notes(self) -> list[Fault]:
        said = RevisionRow.facts  # by the head of a note and its newest revision alike
        revisions = [as_kept(getattr(RevisionRow, name)) for name in said]
        heads = [as_kept(getattr(NoteRow, name)) for name in said]
        newest: dict[str, list[object]] = {}
        found = []
        for note, digest, *facts in self._session.execute(
            select(RevisionRow.note_id, RevisionRow.sha256, *revisions).order_by(RevisionRow.rev)
        ):
            newest[note] = facts
            told = dict(zip(said, facts, strict=True))
            if hashlib.sha256(told["text"].encode()).hexdigest() != digest:
                found.append(Fault(FaultKind.TEXT, f"{note} rev {told['rev']}"))
        for note, *facts in self._session.execute(select(NoteRow.id, *heads)):
            if newest.get(note) != facts:
                found.append(Fault(FaultKind.HEAD, note))
        return found
