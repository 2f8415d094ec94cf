"""A change of themes taken back by undo, while what others did since stays as they left it."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId

Themes = tuple[Theme, ...]
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

_WORDS = ("name", "headline")
"""What is said of a theme in one line each; undo takes each back by itself."""


def taken_back(now: Themes, was: Themes, wanted: Themes) -> Themes:
    """Return `now` without the change that made `was` of `wanted`; what was done since stays.

    A note that somebody sorted since stays where it is, a name or statement that was changed since
    stays, and so does a theme that was filled since. So undo never undoes what others did.

    Args:
        now: the themes as they are.
        was: as the change left them.
        wanted: as they had been before it.
    """
    here, before, after = (_by_id(each) for each in (now, was, wanted))
    there = (here.keys() & before.keys()) | (after.keys() - before.keys() - here.keys())
    notes = _untouched(_homes(now), _homes(was), _homes(wanted))
    statements = _untouched(_places(now), _places(was), _places(wanted))
    turn = _Turn(
        now=here,
        was=before,
        wanted=after,
        notes=frozenset(
            note for note, homes in notes.items() if homes is None or there.issuperset(homes)
        ),
        statements=frozenset(
            said for said, place in statements.items() if place is None or place[0] in there
        ),
    )
    back = [turn.theme(each) for each in _in_order(now, was, wanted)]
    return tuple(theme for theme in back if theme is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What a change did, by theme; the notes and statements that nobody touched since it did."""

    now: Mapping[ThemeId, Theme]
    was: Mapping[ThemeId, Theme]
    wanted: Mapping[ThemeId, Theme]
    notes: frozenset[NoteId]
    statements: frozenset[StatementId]

    def theme(self, theme: ThemeId) -> Theme | None:
        """Return a theme as it is to be; None where it is to go, or is gone."""
        now, was, wanted = (each.get(theme) for each in (self.now, self.was, self.wanted))
        if now is None:
            if was is not None or wanted is None:
                return None
            empty = replace(wanted, notes=(), statements=())
            return self._filled(empty, empty, wanted)
        if wanted is None:
            if was is None:
                return now
            left = self._filled(now, was, replace(was, notes=(), statements=()))
            is_touched = any(getattr(now, name) != getattr(was, name) for name in _WORDS)
            return left if left.notes or left.statements or is_touched else None
        if was is None:  # it came back since
            return now
        words = {
            name: getattr(wanted, name)
            for name in _WORDS
            if getattr(was, name) != getattr(wanted, name)
            and getattr(now, name) == getattr(was, name)
        }
        return self._filled(replace(now, **words), was, wanted)

    def _filled(self, theme: Theme, was: Theme, wanted: Theme) -> Theme:
        """Return `theme` with what it holds in `wanted`, of all that nobody touched since."""
        return replace(
            theme,
            notes=_refill(theme.notes, was.notes, wanted.notes, self.notes, lambda note: note),
            statements=_refill(
                theme.statements, was.statements, wanted.statements, self.statements, _id_of
            ),
        )


def _refill(
    now: tuple[T, ...],
    was: tuple[T, ...],
    wanted: tuple[T, ...],
    free: Set[K],
    key: Callable[[T], K],
) -> tuple[T, ...]:
    """Return `now`, with the `free` ones as they are `wanted`: there or not, and in their place."""
    here, wishes = {key(each): each for each in now}, {key(each): each for each in wanted}
    if now == was and free >= {key(each) for each in set(now) ^ set(wanted)}:
        return wanted
    values = here | {each: value for each, value in wishes.items() if each in free}
    stay = [each for each in here if each not in free or each in wishes]
    come = [each for each in wishes if each in free and each not in here]
    return tuple(values[each] for each in weave(stay, come, [*wishes]))


def _id_of(said: Statement) -> StatementId:
    return said.id


def _untouched(now: Mapping[K, V], was: Mapping[K, V], wanted: Mapping[K, V]) -> dict[K, V | None]:
    """Return what the change made different and has stayed as that left it, with what is wanted."""
    return {
        each: wanted.get(each)
        for each in was.keys() | wanted.keys()
        if was.get(each) != wanted.get(each) and now.get(each) == was.get(each)
    }


def _in_order(now: Themes, was: Themes, wanted: Themes) -> Sequence[ThemeId]:
    """Return the ids of all themes there may be: in the order that is wanted, if it was changed."""
    here, before, after = ([theme.id for theme in each] for each in (now, was, wanted))
    if _common(here, before) == _common(before, here):  # nobody moved one since
        return weave(after, [theme for theme in here if theme not in after], here)
    return weave(here, [theme for theme in after if theme not in here], after)


def weave(stay: Sequence[T], come: Sequence[T], order: Sequence[T]) -> tuple[T, ...]:
    """Return both, those that come behind whatever stands before them in `order`, else last.

    >>> weave("abd", "cx", "xbcd")
    ('x', 'a', 'b', 'c', 'd')
    """
    stays, comes = set(stay), set(come)
    behind: dict[T | None, list[T]] = {}
    last = None
    for each in order:
        if each in stays:
            last = each
        elif each in comes:
            behind.setdefault(last, []).append(each)
    known = set(order)
    return (
        *behind.get(None, ()),
        *(one for each in stay for one in (each, *behind.get(each, ()))),
        *(each for each in come if each not in known),
    )


def _common(these: Sequence[T], those: Sequence[T]) -> list[T]:
    known = set(those)
    return [each for each in these if each in known]


def _by_id(themes: Iterable[Theme]) -> dict[ThemeId, Theme]:
    return {theme.id: theme for theme in themes}


def _homes(themes: Iterable[Theme]) -> dict[NoteId, frozenset[ThemeId]]:
    homes: dict[NoteId, set[ThemeId]] = {}
    for theme in themes:
        for note in theme.notes:
            homes.setdefault(note, set()).add(theme.id)
    return {note: frozenset(held) for note, held in homes.items()}


def _places(themes: Iterable[Theme]) -> dict[StatementId, tuple[ThemeId, Statement]]:
    return {said.id: (theme.id, said) for theme in themes for said in theme.statements}
