"""Does the file still hold together? What can be seen without trusting it."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from wcafe.domain.soundness import Fault, FaultKind
from wcafe.store.notes import NoteRow, RevisionRow

_IN_BOTH = ("seq", "rev", "table", "round", "kind", "text", "author", "is_deleted")
"""What the head of a note and its newest revision both say."""


class Soundness:
    """Looks a café's file over; changes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong: pages, references, and texts unlike their hash (TRUST.md 18)."""
        connection = self._session.connection()
        found: list[Fault] = []
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                found.append(Fault(FaultKind.PAGES, said))
        for table, row, *_rest in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            found.append(Fault(FaultKind.REFERENCE, f"{table} {row}"))
        return (*found, *self._altered_notes())

    def _altered_notes(self) -> list[Fault]:
        newest: dict[str, RevisionRow] = {}
        found = []
        for revision in self._session.scalars(select(RevisionRow).order_by(RevisionRow.rev)):
            newest[revision.note_id] = revision
            if hashlib.sha256(revision.text.encode()).hexdigest() != revision.sha256:
                found.append(Fault(FaultKind.TEXT, f"{revision.note_id} rev {revision.rev}"))
        for head in self._session.scalars(select(NoteRow)):
            last = newest.get(head.id)
            if last is None or any(getattr(last, f) != getattr(head, f) for f in _IN_BOTH):
                found.append(Fault(FaultKind.HEAD, head.id))
        return found
