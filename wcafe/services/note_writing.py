"""A note that somebody writes: what must be there for it, and the themes it comes under."""

from collections.abc import Sequence
from dataclasses import replace

from wcafe.domain.cafe import MOST_TABLES, Cafe
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import Operation, edit_of, rebased
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, new_id, one_line
from wcafe.errors import NoSuchParent, NoSuchRound, NoSuchTable, ParentApart
from wcafe.services.note_keeping import DESK, device_of
from wcafe.store import Work


def require_place(cafe: Cafe, table: int, round_: int) -> None:
    """Refuse a table or round that the café does not have. Raises NoSuchTable, NoSuchRound."""
    tables = len(cafe.tables) or MOST_TABLES  # tables yet to be proposed may be any number
    if not 0 <= table < tables:
        raise NoSuchTable(number=table + 1, tables=tables)
    if not 0 <= round_ < len(cafe.rounds):
        raise NoSuchRound(number=round_ + 1, rounds=len(cafe.rounds))


def require_facts(work: Work, wish: Operation) -> None:
    """Refuse a new note that is said to come from a table, or belong to a note, that is not there.

    Raises:
        NoSuchTable, NoSuchParent.
        ParentApart: the note it is said to belong to is of another table or round.
    """
    if wish.from_table is not None:
        require_place(work.cafes.get(), wish.from_table, wish.round)
    if wish.parent is None:
        return
    parent = work.notes.get(wish.parent)
    if parent is None or parent.is_deleted:
        raise NoSuchParent(note=wish.parent)
    if (parent.table, parent.round) != (wish.table, wish.round):
        raise ParentApart


def file_by_name(work: Work, note: NoteId, names: Sequence[str]) -> None:
    """Put a note under the themes of these names as a person does, making those there are not.

    Names that differ by capitals and accents alone are the same. Raises BadTheme for none.
    """
    themes = list(work.themes.all())
    for name in dict.fromkeys(map(fold, names)):
        at = next((n for n, theme in enumerate(themes) if fold(theme.name) == name), None)
        if at is None:
            called = next(said for said in names if fold(said) == name)
            themes.append(Theme(id=ThemeId(new_id()), name=one_line(called), notes=(note,)))
        else:
            themes[at] = replace(themes[at], notes=(*themes[at].notes, note))
    work.themes.sort_by_hand((note,))
    work.themes.arrange(themes)


def desk_edit(work: Work, cafe: Cafe, note: Note, base: int) -> Operation:
    """Return the wish of somebody at the desk who saw revision `base` that `note` be as given.

    It stands on the words that came since, where it changes others than those.
    """
    head, seen = work.notes.get(note.id), work.notes.revision(note.id, base)
    if head is not None and seen is not None and head.rev != base:
        onward = rebased(note, head, seen)
        if onward is not None:
            note, base = onward, head.rev
    device = device_of(cafe, DESK)
    return edit_of(note, base=base, cafe=cafe.id, generation=cafe.generation, device=device)
