"""The synthesis: themes and what people say of them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId
from wcafe.domain.taking_back import taken_back
from wcafe.domain.text import clean, has_words, new_id
from wcafe.domain.theme_shaping import (
    ThemesChange,
    merged,
    moved,
    namesake,
    put_into,
    require_name,
    split,
    theme_of,
)
from wcafe.errors import ChangedSince, EditedElsewhere, SameTheme
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work


def as_statements(text: str) -> tuple[Statement, ...]:
    """Return a new statement of these words, which cites nothing; none where there are no words."""
    words = clean(text)
    return (Statement(id=StatementId(new_id()), text=words),) if has_words(words) else ()


class SynthesisService:
    """Name themes, word them, put notes in them."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def themes(self) -> tuple[Theme, ...]:
        with self._store.read() as work:
            return work.themes.all()

    def name_theme(
        self, name: str, *, statement: str = "", notes: tuple[NoteId, ...] = ()
    ) -> Theme:
        """Keep a new theme.

        Raises:
            BadTheme: it has no name.
            SameTheme: another theme has that name.
        """
        return self.save(
            Theme(
                id=ThemeId(new_id()),
                name=require_name(name),
                notes=notes,
                statements=as_statements(statement),
            )
        )

    def add(
        self,
        theme: Theme,
        *,
        out_of: Collection[ThemeId] | None = (),
        by: object | None = None,
    ) -> ThemesChange:
        """Keep a new theme behind the others. Returns what changed; nothing if it is kept already.

        Its notes leave the themes `out_of`, or all others where that is None.

        Raises:
            SameTheme: another theme has that name.
        """

        def add(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            if theme.id in {each.id for each in themes}:
                return themes
            _require_own_name(themes, theme)
            return put_into((*themes, theme), theme.notes, theme.id, out_of=out_of)

        return self._rearrange(add, by, by_hand=theme.notes)

    def save(self, theme: Theme, *, by: object | None = None) -> Theme:
        """Keep `theme` as it is given; a note filed under it stays under others too.

        Raises:
            EditedElsewhere: a newer version exists.
            SameTheme: it is new, and another one has its name.
        """

        def save(work: Work) -> Theme:
            if theme.version == 0:  # never kept, or kept by this very wish before
                kept = work.themes.all()
                if all(each.id != theme.id for each in kept):
                    _require_own_name(kept, theme)
            return work.themes.save(theme)

        saved = self._store.write(save)
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return saved

    def rename(
        self, theme: ThemeId, name: str, *, seen: str, by: object | None = None
    ) -> ThemesChange:
        """Give a theme another name. Returns what changed.

        Args:
            theme: the theme.
            name: as typed.
            seen: its name when that was typed; another one there is not replaced.
            by: who asks.

        Raises:
            BadTheme: nothing is left of the name.
            TextTooLong: it is longer than names are.
            NotFound: there is no such theme any more.
            EditedElsewhere: somebody gave it another name meanwhile.
            SameTheme: another theme has that name; the two can be merged.
        """
        named = require_name(name)

        def rename(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            now = theme_of(themes, theme)
            if now.name not in (seen, named):
                raise EditedElsewhere
            renamed = replace(now, name=named)
            if now.name != named:
                _require_own_name(themes, renamed)
            return tuple(renamed if each.id == theme else each for each in themes)

        return self._rearrange(rename, by)

    def edit(
        self, theme: ThemeId, change: Callable[[Theme], Theme], *, by: object | None = None
    ) -> ThemesChange:
        """Let one theme be what `change` makes of it as it is now. Returns what changed.

        Raises:
            NotFound: there is no such theme any more; and what `change` raises.
        """

        def edit(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            edited = change(theme_of(themes, theme))
            return tuple(edited if each.id == theme else each for each in themes)

        return self._rearrange(edit, by)

    def file(
        self,
        notes: Iterable[NoteId],
        theme: ThemeId | None,
        *,
        out_of: Collection[ThemeId] | None = None,
        by: object | None = None,
    ) -> ThemesChange:
        """Put `notes` into one theme, behind those there, or into none. Returns what changed.

        They leave the themes `out_of`, or all others where that is None: a note may lie in several.

        Raises:
            NotFound: there is no such theme any more.
        """
        asked = tuple(notes)
        by_hand = asked if theme is not None else ()  # what is in no theme, no list brings back
        return self._rearrange(
            lambda themes: put_into(themes, asked, theme, out_of=out_of), by, by_hand=by_hand
        )

    def remove(self, theme: ThemeId, *, by: object | None = None) -> ThemesChange:
        """Take a theme out; its notes stay, under others or none. Returns what changed.

        Raises:
            NotFound: somebody else took it out.
        """

        def remove(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            theme_of(themes, theme)
            return tuple(each for each in themes if each.id != theme)

        return self._rearrange(remove, by)

    def move(self, theme: ThemeId, place: int, *, by: object | None = None) -> ThemesChange:
        """Put a theme at `place`, from 0, of the list. Returns what changed.

        Raises:
            NotFound: there is no such theme any more.
        """
        return self._rearrange(lambda themes: moved(themes, theme, place), by)

    def merge(self, theme: ThemeId, into: ThemeId, *, by: object | None = None) -> ThemesChange:
        """Put all that a theme holds into another one, and take it out. Returns what changed.

        Raises:
            NotFound: one of the two is gone, or they are the same.
        """
        headline = StatementId(new_id())  # of a statement, where a headline would be lost
        return self._rearrange(lambda themes: merged(themes, theme, into, headline), by)

    def split(self, theme: ThemeId, made: Theme, *, by: object | None = None) -> ThemesChange:
        """Make a theme of notes of another one, and put it behind that. Returns what changed.

        Raises:
            NotFound: there is no such theme any more.
            SameTheme: another theme has the name of the one that is to be made.
        """

        def split_(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            _require_own_name(themes, made)
            return split(themes, theme, made)

        return self._rearrange(split_, by, by_hand=made.notes)

    def take_back(
        self,
        was: tuple[Theme, ...],
        wanted: tuple[Theme, ...],
        *,
        by: object | None = None,
    ) -> ThemesChange:
        """Let there be `wanted` again where there is still what a change made of it.

        What anybody changed since stays, see `taking_back.taken_back`. Returns what changed.

        Raises:
            ChangedSince: nothing is left of that change that could be taken back.
        """

        def take_back(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            back = taken_back(themes, was, wanted)
            if back == themes:
                raise ChangedSince
            return back

        return self._rearrange(take_back, by)

    def arrange(
        self,
        themes: tuple[Theme, ...],
        *,
        expected: tuple[Theme, ...] | None = None,
        by: object | None = None,
    ) -> ThemesChange:
        """Put the whole list of themes, in order, as given; versions aside, as undo needs it.

        Raises:
            EditedElsewhere: the themes kept are not the `expected` ones; and nothing changed.
        """

        def arrange(kept: tuple[Theme, ...]) -> tuple[Theme, ...]:
            if expected is not None and kept != expected:
                raise EditedElsewhere
            return themes

        return self._rearrange(arrange, by)

    def _rearrange(
        self,
        change: Callable[[tuple[Theme, ...]], tuple[Theme, ...]],
        by: object | None,
        *,
        by_hand: tuple[NoteId, ...] = (),
    ) -> ThemesChange:
        def rearrange(work: Work) -> ThemesChange:
            work.themes.sort_by_hand(by_hand)
            before = work.themes.all()
            return ThemesChange(before=before, after=work.themes.arrange(change(before)))

        made = self._store.write(rearrange)
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return made


def _require_own_name(themes: tuple[Theme, ...], theme: Theme) -> None:
    other = namesake(themes, theme.name, besides=theme.id)
    if other is not None:
        raise SameTheme(name=other.name)
