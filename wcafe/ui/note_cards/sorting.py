"""Sorting notes into themes: every wish about themes, each undone as a whole."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import one_line
from wcafe.errors import BadTheme
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.presenter import Presenter
from wcafe.ui.undo import Edit
from wcafe.ui.words import _

THEMES = frozenset({"themes"})
"""The subject of every edit of the list of themes."""


class Sorting:
    """The part of a presenter that files notes under themes, and names, orders and removes those.

    Its presenter puts into `themes` what it finds whenever it looks at the café again.
    """

    def __init__(self, presenter: Presenter) -> None:
        self.themes: tuple[Theme, ...] = ()
        self._presenter = presenter
        self._synthesis = presenter.desk.services.synthesis
        self._theme_ids = DraftIds()

    def file(self, notes: Iterable[NoteId], theme: ThemeId | None) -> None:
        """Put `notes` under a theme, or under none."""
        moved = tuple(notes)
        text = _("sort notes into a theme") if theme else _("take notes out of a theme")
        self.arrange(text, lambda: self._synthesis.file(moved, theme, by=self._presenter))

    def file_under_new(self, notes: Iterable[NoteId], name: str) -> bool:
        """Name a new theme and put `notes` under it; return whether it is kept."""
        if not one_line(name):
            return self._presenter.refuse(BadTheme())
        return self.keep_new(self.new_theme(name, notes))

    def new_theme(self, name: str, notes: Iterable[NoteId] = ()) -> Theme:
        """Return a theme of that name, the same one until one is kept."""
        named = one_line(name)
        theme = ThemeId(self._theme_ids.id_of(named))
        return Theme(id=theme, name=named, notes=tuple(notes))

    def keep_new(self, theme: Theme) -> bool:
        """Keep a `new_theme` behind the others; return whether it is kept."""
        is_kept = self.arrange(
            _("name a new theme"), lambda: self._synthesis.save(theme, by=self._presenter)
        )
        if is_kept:
            self._theme_ids.begin()
        return is_kept

    def rename_theme(self, theme: Theme, name: str) -> bool:
        if not one_line(name):
            return self._presenter.refuse(BadTheme())
        renamed = replace(theme, name=one_line(name))
        return self.arrange(
            _("rename a theme"), lambda: self._synthesis.save(renamed, by=self._presenter)
        )

    def move_theme(self, theme: ThemeId, by: int) -> None:
        """Put a theme one place earlier (-1) or later (1)."""
        place = [each.id for each in self.themes].index(theme) + by
        if 0 <= place < len(self.themes):
            self.arrange(
                _("move a theme"),
                lambda: self._synthesis.move(theme, place, by=self._presenter),
            )

    def remove_theme(self, theme: ThemeId) -> None:
        """Take a theme out and say so, with Undo beside it; its notes stay."""
        gone = next((each for each in self.themes if each.id == theme), None)
        is_kept = self.arrange(
            _("remove a theme"), lambda: self._synthesis.remove(theme, by=self._presenter)
        )
        if gone is None or not is_kept:
            return
        told = (
            _("Theme “{name}” and its statement were removed; its notes stay.")
            if gone.statements
            else _("Theme “{name}” was removed; its notes stay.")
        )
        self._presenter.undoable.emit(told.format(name=gone.name))

    def arrange(
        self, text: str, wish: Callable[[], object], *, merge_id: int = -1, waits_in: str = ""
    ) -> bool:
        """Do `wish` to the themes; undo puts the whole list back as it was.

        `merge_id` makes one step of edits that follow each other, see `Edit`; `waits_in`: see
        `Presenter.attempt`.
        """
        before = self.themes
        if not self._presenter.attempt(wish, subjects=THEMES, waits_in=waits_in):
            return False
        if [replace(theme, version=0) for theme in before] != [
            replace(theme, version=0) for theme in self.themes
        ]:
            edit = Edit(
                text,
                before,
                self.themes,
                self._put_back,
                subjects=THEMES,
                merge_id=merge_id,
                is_done=True,
            )
            self._presenter.desk.history.push(edit)
        return True

    def _put_back(self, themes: tuple[Theme, ...]) -> bool:
        return self._presenter.attempt(
            lambda: self._synthesis.arrange(themes, by=self._presenter), subjects=THEMES
        )
