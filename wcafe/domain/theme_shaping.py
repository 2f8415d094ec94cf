"""Themes shaped by people: notes put into them, put in order, merged, split.

All of it is pure: themes in, themes out. A theme keeps its id and its mark whatever happens to it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId
from wcafe.domain.text import fold, has_words, one_line
from wcafe.errors import BadTheme, NotFound

Themes = tuple[Theme, ...]


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


def put_into(
    themes: Themes,
    notes: Iterable[NoteId],
    theme: ThemeId | None,
    *,
    out_of: Collection[ThemeId] | None = None,
) -> Themes:
    """Return `themes` with `notes` in one of them, behind those there, and no longer in others.

    Args:
        themes: as they are.
        notes: which notes. Those that are in `theme` already keep their places.
        theme: where they go; None: nowhere.
        out_of: which themes they leave; None: all others.

    Raises:
        NotFound: `theme` is gone.
    """
    if theme is not None:
        theme_of(themes, theme)
    asked = tuple(dict.fromkeys(notes))
    going = set(asked)

    def put(each: Theme) -> Theme:
        if each.id == theme:
            here = set(each.notes)
            come = tuple(note for note in asked if note not in here)
            return replace(each, notes=(*each.notes, *come)) if come else each
        if (out_of is None or each.id in out_of) and not going.isdisjoint(each.notes):
            return replace(each, notes=tuple(note for note in each.notes if note not in going))
        return each

    return tuple(map(put, themes))


def moved(themes: Themes, theme: ThemeId, place: int) -> Themes:
    """Return `themes` with one of them at `place`, from 0. Raises NotFound."""
    one = theme_of(themes, theme)
    others = [each for each in themes if each.id != theme]
    others.insert(place, one)
    return tuple(others)


def merged(themes: Themes, theme: ThemeId, into: ThemeId, headline: StatementId) -> Themes:
    """Return `themes` with all that `theme` holds in another one, behind what that one holds.

    The other one keeps its name and mark. Nothing that was said is lost: where both have a
    headline, that of `theme` becomes a statement of the id `headline`.

    Raises:
        NotFound: one of the two is gone, or both are the same.
    """
    gone, kept = theme_of(themes, theme), theme_of(themes, into)
    if gone is kept:
        raise NotFound
    here = set(kept.notes)
    said = (*kept.statements, *gone.statements)
    if loses_headline(gone, kept):
        said = (*said, Statement(id=headline, text=gone.headline))
    both = replace(
        kept,
        headline=kept.headline or gone.headline,
        notes=(*kept.notes, *(note for note in gone.notes if note not in here)),
        statements=said,
    )
    return tuple(both if each.id == into else each for each in themes if each.id != theme)


def loses_headline(gone: Theme, kept: Theme) -> bool:
    """Is there no place for the headline of `gone` beside that of the theme it goes into?"""
    return bool(gone.headline and kept.headline) and gone.headline != kept.headline


def split(themes: Themes, theme: ThemeId, made: Theme) -> Themes:
    """Return `themes` with the notes of the theme `made` in it and not in the one it comes from.

    It stands behind that one, which keeps its name and its words.
    """
    whole = theme_of(themes, theme)
    left = tuple(note for note in whole.notes if note not in set(made.notes))
    place = themes.index(whole)
    return (*themes[:place], replace(whole, notes=left), made, *themes[place + 1 :])


def _likeness(name: str) -> str:
    return fold(name.replace("’", "'"))
