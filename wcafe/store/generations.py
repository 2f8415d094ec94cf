"""What a wish means that was made of another generation of this file (TRUST.md 4.1).

An older copy has taken over since: the numbers of revisions go on from there, so the same number
may be of other words. And a conflict copy that was made before may come back, or be made again.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from wcafe.domain.notes import Note
from wcafe.domain.settling import DeviceId, Operation, OperationId, copy_id
from wcafe.store.note_rows import NoteRow, OperationRow, RevisionRow


def generation_of(session: Session, note: Note, reader: DeviceId) -> int:
    """Return the generation in which the revision `note` was written; 0 for `reader`'s own.

    A phone has one wish of a note under way, so it has seen whatever it wrote itself.
    """
    answer = session.scalars(
        select(OperationRow.answer)
        .join(RevisionRow, RevisionRow.operation_id == OperationRow.id)
        .where(RevisionRow.note_id == note.id, RevisionRow.rev == note.rev)
        .where(RevisionRow.device_id != reader)
    ).first()
    return 0 if answer is None else answer.gen


def copy_come_back(session: Session, wish: Operation) -> Note | None:
    """Return the copy that `wish` made before, where somebody who had read it put it again."""
    row = session.get(NoteRow, copy_id(wish.note, wish.id))
    return None if row is None else replace(row.to_value(), rev=1, text=wish.text)


def where_it_went(session: Session, wish: Operation) -> Operation:
    """Return a wish about a copy that is none in this file as one about what it became here."""
    if wish.base == 0 or session.get(NoteRow, wish.note) is not None:
        return wish
    for id_, answer in session.execute(select(OperationRow.id, OperationRow.answer)):
        if copy_id(answer.copy_of or answer.note, OperationId(id_)) == wish.note:
            return replace(wish, note=answer.note, base=answer.rev, generation=answer.gen)
    return wish
