"""One note made several, and several made one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from wcafe.domain.filing import Themes, stands_under
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme
from wcafe.errors import EmptyNote, NotesApart, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Reshaped:
    """What is to be kept: notes new, changed or deleted, and themes for those that had none."""

    notes: tuple[Note, ...]
    filed: Mapping[NoteId, Themes]


def split(
    here: Mapping[NoteId, Note], themes: Sequence[Theme], note: NoteId, texts: Sequence[str]
) -> Reshaped:
    """Let `note` say the first of `texts`, and a new note each of the others.

    The new ones are of the same table, round, kind, author and themes, and belong to the same note.
    Their ids follow from what is split into what, so that whoever tries again makes them once.

    Raises:
        NotFound: there is no such note. EmptyNote: there is no text.
    """
    whole = _get(here, note)
    if not texts:
        raise EmptyNote
    parts = [
        replace(
            whole,
            id=NoteId(str(uuid5(UUID(note), f"split|{whole.rev}|{number}|{text}"))),
            text=text,
            rev=0,
            conflict_of=None,
        )
        for number, text in enumerate(texts[1:], start=1)
    ]
    under = stands_under(themes).get(note)
    return Reshaped(
        notes=(replace(whole, text=texts[0]), *parts),
        filed={part.id: under for part in parts} if under else {},
    )


def join(here: Mapping[NoteId, Note], themes: Sequence[Theme], notes: Sequence[NoteId]) -> Reshaped:
    """Let the first of `notes` say the texts of all, a line each, and delete the others.

    What belonged to the others belongs to it, and so does who wrote them; it is a lone voice where
    one of them is. Where it stands in no theme, it comes into those of the first that has any.

    Raises:
        NotFound: one of them is not there. NotesApart: they are of several tables or rounds.
    """
    joined = [_get(here, note) for note in dict.fromkeys(notes)]
    if len({(note.table, note.round) for note in joined}) > 1:
        raise NotesApart
    first, *others = joined
    ids = {note.id for note in joined}
    authors = dict.fromkeys(filter(None, (note.author for note in joined)))
    above = next((n.parent for n in joined if n.parent is not None and n.parent not in ids), None)
    whole = replace(
        first,
        text="\n".join(note.text for note in joined),
        author=", ".join(authors),
        is_lone=any(note.is_lone for note in joined),
        parent=above if first.parent in ids else first.parent,
    )
    children = [
        replace(note, parent=first.id)
        for note in here.values()
        if note.parent in ids - {first.id} and note.id not in ids
    ]
    gone = [replace(note, is_deleted=True) for note in others]
    stands = stands_under(themes)
    under = next((stands[note.id] for note in joined if note.id in stands), None)
    is_filed = under is None or first.id in stands
    return Reshaped(
        notes=(whole, *children, *gone),
        filed={} if is_filed or under is None else {first.id: under},
    )


def keep_both(here: Mapping[NoteId, Note], themes: Sequence[Theme], note: NoteId) -> Reshaped:
    """Let the second version `note` be a note of its own, in its themes, with what belongs to it.

    Its id follows from that of the version, so that whoever tries again makes it once.

    Raises:
        NotFound: there is no such note.
    """
    second = _get(here, note)
    own = replace(second, id=NoteId(str(uuid5(UUID(note), "own"))), rev=0, conflict_of=None)
    children = [replace(each, parent=own.id) for each in here.values() if each.parent == note]
    under = stands_under(themes).get(note)
    return Reshaped(
        notes=(own, *children, replace(second, is_deleted=True)),
        filed={own.id: under} if under else {},
    )


def _get(here: Mapping[NoteId, Note], note: NoteId) -> Note:
    if note not in here:
        raise NotFound
    return here[note]
