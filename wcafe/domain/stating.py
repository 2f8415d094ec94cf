"""Where statements stand among the themes, and what becomes of two that were written at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Cite, Statement, StatementId, Theme, ThemeId

Themes = tuple[Theme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement and where it stands: its theme, and its place there from 0."""

    theme: ThemeId
    place: int
    statement: Statement


def find_statement(themes: Iterable[Theme], id_: StatementId) -> Stated | None:
    """Return the statement `id_` where it stands now; None where it does not."""
    return next(
        (
            Stated(theme=theme.id, place=place, statement=statement)
            for theme in themes
            for place, statement in enumerate(theme.statements)
            if statement.id == id_
        ),
        None,
    )


def with_stated(themes: Themes, id_: StatementId, stated: Stated | None) -> Themes:
    """Return `themes` with the statement `id_` where `stated` says, and nowhere else."""
    changed = []
    for theme in themes:
        left = [each for each in theme.statements if each.id != id_]
        if stated is not None and theme.id == stated.theme:
            left.insert(stated.place, stated.statement)
        is_same = tuple(left) == theme.statements
        changed.append(theme if is_same else replace(theme, statements=tuple(left)))
    return tuple(changed)


def merge(seen: Statement, here: Statement, wanted: Statement) -> Statement | None:
    """Return `here` with what `wanted` changed since `seen`; None where both changed the words.

    Citations of both are kept, and those that either took out are out. Where that would leave
    none, neither has its way: None.
    """
    if wanted.text in (seen.text, here.text):
        text = here.text
    elif here.text == seen.text:
        text = wanted.text
    else:
        return None
    taken_out = set(seen.notes) - set(wanted.notes)
    cites = [each for each in here.cites if each.note not in taken_out]
    new = [
        each for each in wanted.cites if each.note not in seen.notes and each.note not in here.notes
    ]
    if not cites and not new:
        return None
    return replace(here, text=text, cites=(*cites, *new))


def cites_of(
    notes: Sequence[NoteId], read: Iterable[Cite], new: Iterable[Cite]
) -> tuple[Cite, ...]:
    """Return citations of `notes` in their order: as they were `read` where they were, else new."""
    known = {each.note: each for each in (*new, *read)}
    return tuple(known[note] for note in dict.fromkeys(notes))
