"""Notes that a list files under themes: it never takes one out of where a person put it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from wcafe.domain.cafe import CafeId
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Where a list put one note, and where it had stood before. None is no theme."""

    before: ThemeId | None
    after: ThemeId
    listed: ThemeId | None  # under which theme a list had put it before


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a list did to the themes: as they are now, and each note that it put somewhere.

    `kept` notes stay where people sorted them, `moved` ones stood where a list had put them.
    """

    themes: tuple[Theme, ...]
    filed: Mapping[NoteId, Filed] = field(default_factory=dict)
    kept: int = 0
    moved: int = 0


def file_listed(
    cafe: CafeId,
    themes: tuple[Theme, ...],
    listed: Mapping[NoteId, ThemeId],
    named: Iterable[tuple[NoteId, str]],
) -> Filing:
    """File notes under the themes that a list names for them.

    A note moves if it stands nowhere and no list ever filed it, or where a list last put it: then
    nobody has sorted it since. A theme is made only for a note that is really put there.

    Args:
        cafe: whose themes these are.
        themes: as they are.
        listed: under which theme a list last put each note that any list has filed.
        named: the notes of the list that stand, each with the name of its theme.
    """
    by_name: dict[str, ThemeId] = {}
    for theme in themes:
        by_name.setdefault(fold(theme.name), theme.id)
    known = {theme.id: theme for theme in themes}
    stands = {note: theme.id for theme in themes for note in theme.notes}
    made: list[Theme] = []
    filed: dict[NoteId, Filed] = {}
    kept = moved = 0
    for note, name in named:
        key, own, here = fold(name), _id_of(cafe, name), stands.get(note)
        if here is not None and (fold(known[here].name) == key or listed.get(note) == here == own):
            continue
        if note in filed or (here is None and note in listed) or here != listed.get(note):
            kept += 1
            continue
        target = by_name.get(key, own)
        if target not in known:
            known[target] = Theme(id=target, name=one_line(name))
            made.append(known[target])
        moved += here is not None
        filed[note] = Filed(before=here, after=target, listed=listed.get(note))
        stands[note] = target
    return Filing(
        themes=put((*themes, *made), {note: each.after for note, each in filed.items()}),
        filed=filed,
        kept=kept,
        moved=moved,
    )


def put(
    themes: Iterable[Theme], places: Mapping[NoteId, ThemeId | None], *, like: Iterable[Theme] = ()
) -> tuple[Theme, ...]:
    """Return `themes` with each note under the theme that `places` says, or under none.

    They stand behind those there, or where they stand in the same theme of `like`.
    """
    order = {theme.id: theme.notes for theme in like}
    gone = [
        replace(theme, notes=tuple(note for note in theme.notes if note not in places))
        for theme in themes
    ]
    come: dict[ThemeId | None, list[NoteId]] = {}
    for note, place in places.items():
        come.setdefault(place, []).append(note)
    return tuple(
        replace(theme, notes=_merge(theme.notes, come.get(theme.id, ()), order.get(theme.id, ())))
        for theme in gone
    )


def _merge(
    stay: Sequence[NoteId], come: Sequence[NoteId], order: Sequence[NoteId]
) -> tuple[NoteId, ...]:
    """Return both, those that come behind whatever stands before them in `order`, else last."""
    stays, comes = set(stay), set(come)
    behind: dict[NoteId | None, list[NoteId]] = {}
    last = None
    for note in order:
        if note in stays:
            last = note
        elif note in comes:
            behind.setdefault(last, []).append(note)
    known = set(order)
    return (
        *behind.get(None, ()),
        *(each for note in stay for each in (note, *behind.get(note, ()))),
        *(note for note in come if note not in known),
    )


def _id_of(cafe: CafeId, name: str) -> ThemeId:
    """Return the id of the theme that a list makes by this name, so that it may be renamed."""
    return ThemeId(str(uuid5(UUID(cafe), f"theme|{fold(name)}")))
