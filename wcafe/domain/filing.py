"""Notes that a list files under themes: it never takes one out of where a person put it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from wcafe.domain.cafe import CafeId
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, one_line

Themes = frozenset[ThemeId]
"""Those under which one note stands; none where nobody filed it."""

UNDER_NONE: Themes = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Where a list put one note, and where it had stood before."""

    before: Themes
    after: Themes
    listed: Themes | None  # under which themes a list had put it before, None if none ever did


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a list did to the themes: as they are now, and each note that it put somewhere.

    `kept` notes stay where people sorted them, `moved` ones stood where a list had put them.
    """

    themes: tuple[Theme, ...]
    filed: Mapping[NoteId, Filed] = field(default_factory=dict)
    kept: int = 0
    moved: int = 0


def stands_under(themes: Iterable[Theme]) -> dict[NoteId, Themes]:
    """Return under which themes each note stands that stands under any."""
    found: dict[NoteId, set[ThemeId]] = {}
    for theme in themes:
        for note in theme.notes:
            found.setdefault(note, set()).add(theme.id)
    return {note: frozenset(under) for note, under in found.items()}


def file_listed(
    cafe: CafeId,
    themes: tuple[Theme, ...],
    listed: Mapping[NoteId, Themes],
    named: Iterable[tuple[NoteId, Sequence[str]]],
) -> Filing:
    """File notes under the themes that a list names for them.

    A note moves if it stands nowhere and no list ever filed it, or exactly where a list last put
    it: then nobody has sorted it since. A theme is made only for a note that is really put there.

    Args:
        cafe: whose themes these are.
        themes: as they are.
        listed: under which themes a list last put each note that any list has filed.
        named: the notes of the list that stand, each with the names of its themes, one at least.
    """
    by_name: dict[str, ThemeId] = {}
    for theme in themes:
        by_name.setdefault(fold(theme.name), theme.id)
    known = {theme.id: theme for theme in themes}
    stands = stands_under(themes)
    made: list[Theme] = []
    filed: dict[NoteId, Filed] = {}
    kept = moved = 0

    def has(here: Themes, note: NoteId, name: str) -> bool:
        """Does a note stand under the theme of this name, or under the one that had it?"""
        own = _id_of(cafe, name)
        is_own = own in here and own in listed.get(note, UNDER_NONE)
        return is_own or any(fold(known[theme].name) == fold(name) for theme in here)

    for note, names in named:
        here = stands.get(note, UNDER_NONE)
        wanted = {by_name.get(fold(name), _id_of(cafe, name)): name for name in reversed(names)}
        if len(here) == len(wanted) and all(has(here, note, name) for name in names):
            continue
        if note in filed or here != listed.get(note, UNDER_NONE) or (not here and note in listed):
            kept += 1
            continue
        for target, name in reversed(wanted.items()):
            if target not in known:
                known[target] = Theme(id=target, name=one_line(name))
                made.append(known[target])
        moved += bool(here)
        filed[note] = Filed(before=here, after=frozenset(wanted), listed=listed.get(note))
        stands[note] = frozenset(wanted)
    return Filing(
        themes=put((*themes, *made), {note: each.after for note, each in filed.items()}),
        filed=filed,
        kept=kept,
        moved=moved,
    )


def put(
    themes: Iterable[Theme],
    places: Mapping[NoteId, Collection[ThemeId]],
    *,
    like: Iterable[Theme] = (),
) -> tuple[Theme, ...]:
    """Return `themes` with each note of `places` under the themes that it says, and no others.

    Where it stands already it keeps its place. Where it comes it stands behind those there, or
    where it stands in the same theme of `like`.
    """
    order = {theme.id: theme.notes for theme in like}
    return tuple(
        replace(theme, notes=_placed(theme, places, order.get(theme.id, ()))) for theme in themes
    )


def _placed(
    theme: Theme, places: Mapping[NoteId, Collection[ThemeId]], order: Sequence[NoteId]
) -> tuple[NoteId, ...]:
    stay = [note for note in theme.notes if note not in places or theme.id in places[note]]
    here = frozenset(stay)
    come = [note for note, at in places.items() if theme.id in at and note not in here]
    return _merge(stay, come, order)


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
