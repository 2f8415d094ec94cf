"""Themes shaped by people: filed under, put in order, merged, split; and each of that taken back.

All of it is pure: themes in, themes out. A theme keeps its id and its mark whatever happens to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, has_words, one_line
from wcafe.errors import BadTheme, NotFound

Themes = tuple[Theme, ...]
T = TypeVar("T")

_WORDS = tuple(
    field.name for field in fields(Theme) if field.name not in ("id", "notes", "mark", "version")
)
"""What a theme says; each is taken back by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesChange:
    """What one wish made of the themes: as it found them, and as it left them."""

    before: Themes
    after: Themes

    @property
    def has_changed(self) -> bool:
        """Is anything else but a version?"""
        before, after = (
            [replace(t, version=0) for t in each] for each in (self.before, self.after)
        )
        return before != after


def theme_of(themes: Iterable[Theme], wanted: ThemeId) -> Theme:
    """Return the theme of that id. Raises NotFound where it is gone."""
    for theme in themes:
        if theme.id == wanted:
            return theme
    raise NotFound


def require_name(name: str) -> str:
    """Return `name` as a theme can have it.

    Raises:
        BadTheme: there is nothing to see in it.
        TextTooLong: it is longer than names are.
    """
    named = one_line(name)
    if not has_words(named):
        raise BadTheme
    return Theme(id=ThemeId(""), name=named).name


def namesake(themes: Iterable[Theme], name: str, *, besides: ThemeId | None = None) -> Theme | None:
    """Return the theme, `besides` one, that people would take for one called `name`.

    Capitals, accents, blanks and the kind of apostrophe make no other name.
    """
    wanted = _likeness(name)
    same = (theme for theme in themes if theme.id != besides and _likeness(theme.name) == wanted)
    return next(same, None)


def moved(themes: Themes, theme: ThemeId, place: int) -> Themes:
    """Return `themes` with one of them at `place`, from 0. Raises NotFound."""
    one = theme_of(themes, theme)
    others = [each for each in themes if each.id != theme]
    others.insert(place, one)
    return tuple(others)


def merged(themes: Themes, theme: ThemeId, into: ThemeId) -> Themes:
    """Return `themes` with all that `theme` holds in another one, behind what that one holds.

    Raises:
        NotFound: one of the two is gone, or both are the same.
    """
    gone, kept = theme_of(themes, theme), theme_of(themes, into)
    if gone is kept:
        raise NotFound
    both = _with_words_of(kept, gone)
    both = replace(both, notes=(*kept.notes, *(n for n in gone.notes if n not in set(kept.notes))))
    return tuple(both if each.id == into else each for each in themes if each.id != theme)


def split(themes: Themes, theme: ThemeId, made: Theme) -> Themes:
    """Return `themes` with the notes of the theme `made` in it and not in the one it comes from.

    It stands behind that one, which keeps its name and its words.
    """
    whole = theme_of(themes, theme)
    left = tuple(note for note in whole.notes if note not in set(made.notes))
    place = themes.index(whole)
    return (*themes[:place], replace(whole, notes=left), made, *themes[place + 1 :])


def taken_back(now: Themes, was: Themes, wanted: Themes) -> Themes:
    """Return `now` without the change that made `was` of `wanted`; what was done since stays.

    A note that somebody sorted since stays where it is, a name that was changed since stays, and
    so does a theme that came or filled since. What the change made `was` of `wanted` in nothing is
    left alone. So undo never undoes what others did.

    Args:
        now: the themes as they are.
        was: as the change left them.
        wanted: as they had been before it.
    """
    wish = _Turn.of(now, was, wanted)
    back = [wish.theme(each) for each in _in_order(now, was, wanted)]
    return tuple(theme for theme in back if theme is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What a change did, looked up by theme and by note."""

    now: Mapping[ThemeId, Theme]
    was: Mapping[ThemeId, Theme]
    wanted: Mapping[ThemeId, Theme]
    free: frozenset[NoteId]  # notes that nobody sorted since the change

    @classmethod
    def of(cls, now: Themes, was: Themes, wanted: Themes) -> "_Turn":
        homes, before, after = (_homes(each) for each in (now, was, wanted))
        nowhere: frozenset[ThemeId] = frozenset()
        changed = (
            note
            for note in before.keys() | after.keys()
            if before.get(note, nowhere) != after.get(note, nowhere)
        )
        return cls(
            now=_by_id(now),
            was=_by_id(was),
            wanted=_by_id(wanted),
            free=frozenset(n for n in changed if homes.get(n, nowhere) == before.get(n, nowhere)),
        )

    def theme(self, theme: ThemeId) -> Theme | None:
        """Return a theme as it is to be; None where it is to go, or is gone."""
        now, was, wanted = (each.get(theme) for each in (self.now, self.was, self.wanted))
        if now is None:
            if was is not None or wanted is None:
                return None
            return replace(wanted, notes=self._notes((), wanted.notes))
        if wanted is None:
            if was is None:
                return now
            left = replace(now, notes=self._notes(now.notes, ()))
            return left if left.notes or _words(now) != _words(was) else None
        if was is None:  # it came back since
            return now
        words = {
            name: getattr(wanted, name)
            for name in _WORDS
            if getattr(was, name) != getattr(wanted, name)
            and getattr(now, name) == getattr(was, name)
        }
        if now.notes == was.notes and self.free.issuperset(set(was.notes) ^ set(wanted.notes)):
            return replace(now, notes=wanted.notes, **words)
        return replace(now, notes=self._notes(now.notes, wanted.notes), **words)

    def _notes(self, here: Sequence[NoteId], wanted: Sequence[NoteId]) -> tuple[NoteId, ...]:
        stay = [note for note in here if note not in self.free or note in wanted]
        come = [note for note in wanted if note in self.free and note not in here]
        return weave(stay, come, wanted)


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


def _likeness(name: str) -> str:
    return fold(name.replace("’", "'"))


def _with_words_of(kept: Theme, gone: Theme) -> Theme:
    said = [each.statement for each in (kept, gone) if each.statement]
    return replace(kept, statement="\n".join(said))


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


def _words(theme: Theme) -> tuple[object, ...]:
    return tuple(getattr(theme, name) for name in _WORDS)
