"""What notes have said so far, as it is kept: all their revisions, and what was heard elsewhere."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from wcafe.domain.lineage import Lineage, lineage
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import TAKEN_BACK
from wcafe.store.note_rows import MANY, DeviceRow, NoteRow, RevisionRow


def read_lineages(session: Session, notes: Sequence[NoteId]) -> dict[NoteId, Lineage]:
    """Return what each of `notes` has said, and others as well if they are many."""
    by_head = tuple(RevisionRow.elsewhere)
    asked = (
        select(
            RevisionRow.note_id,
            DeviceRow.name == TAKEN_BACK,
            NoteRow.heard,
            *(getattr(NoteRow, name) for name in by_head),
            *RevisionRow.columns(),
        )
        .join(NoteRow, NoteRow.id == RevisionRow.note_id)
        .join(DeviceRow, DeviceRow.id == RevisionRow.device_id)
        .order_by(RevisionRow.seq)
    )
    if len(notes) <= MANY:
        asked = asked.where(RevisionRow.note_id.in_(notes))
    said: dict[NoteId, list[tuple[Note, bool]]] = {}
    heard: dict[NoteId, str] = {}
    for note, takes_back, told_elsewhere, *facts in session.execute(asked):
        heard[NoteId(note)] = told_elsewhere
        told = dict(zip(by_head, facts, strict=False))
        value = RevisionRow.read(facts[len(by_head) :], **told)
        said.setdefault(NoteId(note), []).append((value, takes_back))
    return {note: lineage(revisions, heard[note]) for note, revisions in said.items()}
