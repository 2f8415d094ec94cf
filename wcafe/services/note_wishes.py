"""Rows of a list as operations: which note each is about, by its id or else by its words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from wcafe.domain.cafe import Cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.lineage import fingerprint
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import DeviceId, Operation, OperationId
from wcafe.intake.notes_found import NoteRead

_FACTS = ("author", *(field.of for field in NOTE_FIELDS))


def wishes_of(
    rows: Sequence[NoteRead], cafe: Cafe, device: DeviceId, here: Mapping[NoteId, Note]
) -> tuple[list[Operation], list[int]]:
    """Return what each row says as an operation, still without its name, on no base.

    Args:
        rows: of the list, in order.
        cafe: to which they come.
        device: whose operations they are.
        here: the notes there are, deleted ones too; a fact that the list does not say stays as it
            is there.

    Returns:
        The operations, and the numbers of the rows that belong to a note which is nowhere.
    """
    root = UUID(cafe.id)
    said: Counter[str] = Counter()
    wishes = []
    for row in rows:
        words = _words(row, row.kind)
        said[words] += 1
        ending = f"|{row.rev}|{said[words]}"
        note = id_of(root, row.id) if row.id else _name_note(root, row, ending, here)
        wishes.append(
            Operation(
                id=OperationId(""),
                note=NoteId(note),
                cafe=cafe.id,
                generation=cafe.generation,
                device=device,
                table=row.table,
                round=row.round,
                kind=row.kind,
                text=row.text,
                is_late=row.is_late,
                **{**_facts_here(here.get(NoteId(note))), **row.facts},
            )
        )
    own = {row.id: wish.note for row, wish in zip(rows, wishes, strict=True) if row.id}
    listed = set(own.values())
    orphans = []
    for at, row in enumerate(rows):
        parent = None
        if row.above is not None:
            parent = wishes[row.above].note
        elif row.parent:
            named = NoteId(id_of(root, row.parent))
            parent = own.get(row.parent, named)
            if not row.versions and parent not in listed and parent not in here:
                orphans.append(row.row)
                parent = None
        if parent is not None:
            wishes[at] = replace(wishes[at], parent=parent)
        if not row.is_kind_known:
            kind = _kind_of(row, wishes[at], here.get(wishes[at].note))
            wishes[at] = replace(wishes[at], kind=kind)
    return wishes, orphans


def find_copied(rows: Sequence[NoteRead], wishes: Sequence[Operation]) -> set[int]:
    """Return the places of rows that bear the id of another one, as somebody wrote over a copy.

    Of several, the one that says what it said before is the note itself, else the first.
    """
    own: dict[NoteId, int] = {}
    unchanged = set()
    for at, (row, wish) in enumerate(zip(rows, wishes, strict=True)):
        is_unchanged = row.versions[-1:] == (fingerprint(wish),)
        if wish.note not in own or (is_unchanged and wish.note not in unchanged):
            own[wish.note] = at
        if is_unchanged:
            unchanged.add(wish.note)
    return set(range(len(rows))) - set(own.values())


def id_of(root: UUID, id_: str) -> str:
    """Return the note's own id where the list gives one, as our exports do."""
    try:
        return str(UUID(id_))
    except ValueError:
        return str(uuid5(root, f"note|{id_}"))


def _name_note(root: UUID, row: NoteRead, ending: str, here: Mapping[NoteId, Note]) -> str:
    """Return the id of a note that the list gives none: it is named after its very words.

    A note is the same although its word for a kind is read in another way than the last time.
    """
    own = str(uuid5(root, f"note|{_words(row, row.kind)}{ending}"))
    if not here or own in here:
        return own
    others = (_words(row, kind) for kind in Kind if kind is not row.kind)
    named = (str(uuid5(root, f"note|{words}{ending}")) for words in others)
    return next((other for other in named if other in here), own)


def _facts_here(note: Note | None) -> dict[str, Any]:
    """Return what lists may leave out of a note that is here."""
    return {name: getattr(note, name) for name in _FACTS} if note is not None else {}


def _kind_of(row: NoteRead, wish: Operation, here: Note | None) -> Kind:
    """Return the kind of a row whose word for it is not understood.

    Another copy of the café may call its kinds by other words: what the note said there last tells
    which it is. Else it stays of the kind that it is here.
    """
    for kind in Kind if row.versions else ():
        if fingerprint(replace(wish, kind=kind)) == row.versions[-1]:
            return kind
    return row.kind if here is None else here.kind


def _words(row: NoteRead, kind: Kind) -> str:
    return "|".join((str(row.table), str(row.round), kind, row.text, row.id))
