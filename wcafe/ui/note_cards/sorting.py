"""Sorting notes into themes: every wish about themes, each undone as a whole."""

from collections.abc import Callable, Collection, Iterable

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.theme_shaping import ThemesChange, namesake, require_name
from wcafe.errors import WcafeError
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.note_cards.day_words import DayWords
from wcafe.ui.note_cards.theme_words import say_filed, say_merged, say_removed
from wcafe.ui.presenter import Presenter
from wcafe.ui.undo import Change
from wcafe.ui.words import _

THEMES = frozenset({"themes"})
"""The subject of every wish about themes. No edit has it: undo takes back its own part alone."""


class Sorting:
    """The part of a presenter that files notes under themes, and names, orders and removes those.

    Its presenter puts into `themes` what it finds whenever it looks at the café again.
    """

    def __init__(self, presenter: Presenter) -> None:
        self.themes: tuple[Theme, ...] = ()
        self._presenter = presenter
        self._synthesis = presenter.desk.services.synthesis
        self._theme_ids = DraftIds()
        self.day_words = DayWords(presenter)  # offered while a name is typed
        self._kept: tuple[Theme, ...] | None = None  # by the change that is about to be shown

    def take_kept(self) -> tuple[Theme, ...] | None:
        """Look, once, at the themes as the change left them that is about to be shown.

        Returns those that were shown until then; None where there is no such change. Where there
        is, nothing else is new.
        """
        before, kept, self._kept = self.themes, self._kept, None
        if kept is None:
            return None
        self.themes = kept
        return before

    def file(
        self,
        notes: Iterable[NoteId],
        theme: ThemeId | None,
        *,
        out_of: Collection[ThemeId] | None = None,
    ) -> bool:
        """Put `notes` into a theme, or into none; are they there now?

        They leave the themes `out_of`, or all others where that is None. Where they lie in others
        still although they were to be in none, or leave several at once, that is said.
        """
        asked = tuple(notes)
        before = self.themes
        text = _("sort notes into a theme") if theme else _("take notes out of a theme")
        is_kept = self.arrange(
            text, lambda: self._synthesis.file(asked, theme, out_of=out_of, by=self._presenter)
        )
        if is_kept and (told := say_filed(asked, theme, before, self.themes)):
            self._presenter.undoable.emit(told)
        return is_kept

    def also(self, notes: Iterable[NoteId], theme: ThemeId) -> bool:
        """Put `notes` into a theme too: they stay where they are."""
        return self.file(notes, theme, out_of=())

    def take_out(self, notes: Iterable[NoteId], theme: ThemeId) -> bool:
        """Take `notes` out of one theme; they stay in others."""
        return self.file(notes, None, out_of=(theme,))

    def file_under_new(
        self, notes: Iterable[NoteId], name: str, *, out_of: Collection[ThemeId] | None = None
    ) -> bool:
        """Name a new theme and put `notes` into it; return whether it is kept.

        `out_of`: see `file`.
        """
        theme = self.new_theme(name, notes)
        return theme is not None and self._keep_new(
            _("name a new theme"),
            lambda: self._synthesis.add(theme, out_of=out_of, by=self._presenter),
        )

    def new_theme(self, name: str, notes: Iterable[NoteId] = ()) -> Theme | None:
        """Return a theme of that name, the same one until one is kept; None if it cannot be."""
        try:
            named = require_name(name)
        except WcafeError as error:
            self._presenter.refuse(error)
            return None
        return Theme(id=ThemeId(self._theme_ids.id_of(named)), name=named, notes=tuple(notes))

    def keep_new(self, theme: Theme) -> bool:
        """Keep a `new_theme` behind the others; return whether it is kept."""
        return self._keep_new(
            _("name a new theme"), lambda: self._synthesis.add(theme, by=self._presenter)
        )

    def split_theme(self, theme: ThemeId, notes: Iterable[NoteId], name: str) -> bool:
        """Make a new theme of `notes` of another one, behind it; return whether it is kept."""
        made = self.new_theme(name, notes)
        return made is not None and self._keep_new(
            _("split a theme"),
            lambda: self._synthesis.split(theme, made, by=self._presenter),
        )

    def rename_theme(self, theme: Theme, name: str) -> bool:
        return self.arrange(
            _("rename a theme"),
            lambda: self._synthesis.rename(theme.id, name, seen=theme.name, by=self._presenter),
        )

    def namesake(self, name: str, *, besides: ThemeId | None = None) -> Theme | None:
        """Return the theme that has that name already, `besides` the one that is to have it."""
        return namesake(self.themes, name, besides=besides)

    def is_free(self, name: str, *, besides: ThemeId | None = None) -> bool:
        """Can a theme have that name: is it one, and no other's?"""
        try:
            return self.namesake(require_name(name), besides=besides) is None
        except WcafeError:
            return False

    def merge_theme(self, theme: ThemeId, into: ThemeId) -> bool:
        """Put all that one theme holds into another, and say so with Undo; is it done?"""
        gone, kept = self.theme(theme), self.theme(into)
        is_done = self.arrange(
            _("merge two themes"),
            lambda: self._synthesis.merge(theme, into, by=self._presenter),
        )
        if is_done and gone is not None and kept is not None:
            self._presenter.undoable.emit(say_merged(gone, kept))
        return is_done

    def theme(self, theme: ThemeId) -> Theme | None:
        return next((each for each in self.themes if each.id == theme), None)

    def move_theme(self, theme: ThemeId, by: int) -> None:
        """Put a theme one place earlier (-1) or later (1)."""
        places = [each.id for each in self.themes]
        if theme in places:
            self.place_theme(theme, places.index(theme) + by)

    def place_theme(self, theme: ThemeId, place: int) -> None:
        """Put a theme at `place`, from 0, of all themes; where there is no such place, nowhere."""
        if 0 <= place < len(self.themes):
            self.arrange(
                _("move a theme"),
                lambda: self._synthesis.move(theme, place, by=self._presenter),
            )

    def place_beside(self, theme: ThemeId, other: ThemeId, *, is_behind: bool) -> None:
        """Put a theme before or behind another one."""
        others = [each.id for each in self.themes if each.id != theme]
        if other in others:
            self.place_theme(theme, others.index(other) + is_behind)

    def remove_theme(self, theme: ThemeId) -> None:
        """Take a theme out and say what went, with Undo beside it; its notes stay."""
        gone = self.theme(theme)
        is_kept = self.arrange(
            _("remove a theme"), lambda: self._synthesis.remove(theme, by=self._presenter)
        )
        if gone is not None and is_kept:
            self._presenter.undoable.emit(say_removed(gone, self.themes))

    def arrange(
        self, text: str, wish: Callable[[], ThemesChange], *, merge_id: int = -1, waits_in: str = ""
    ) -> bool:
        """Do `wish` to the themes; undo takes back what it changed and nothing else.

        `merge_id` makes one step of edits that follow each other, see `Edit`; `waits_in`: see
        `Presenter.attempt`.
        """
        made: list[ThemesChange] = []

        def do() -> ThemesChange:
            made.append(wish())
            return made[0]

        if not self._attempt(do, waits_in=waits_in):
            return False
        if made[0].has_changed:
            change = Change(
                text,
                made[0].before,
                made[0].after,
                self._take_back,
                subjects=frozenset(),
                merge_id=merge_id,
                is_done=True,
            )
            self._presenter.desk.history.push(change)
        return True

    def _keep_new(self, text: str, wish: Callable[[], ThemesChange]) -> bool:
        is_kept = self.arrange(text, wish)
        if is_kept:
            self._theme_ids.begin()
        return is_kept

    def _take_back(self, themes: tuple[tuple[Theme, ...], tuple[Theme, ...]]) -> bool:
        """Take back what made the first themes of the second; what others did since stays."""
        was, wanted = themes
        return self._attempt(lambda: self._synthesis.take_back(was, wanted, by=self._presenter))

    def _attempt(self, wish: Callable[[], ThemesChange], *, waits_in: str = "") -> bool:
        def keep() -> None:
            self._kept = wish().after

        return self._presenter.attempt(keep, subjects=THEMES, waits_in=waits_in)
