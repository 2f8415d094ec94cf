"""Sorting notes into themes: every wish about themes, each undone as a whole."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import one_line
from wcafe.errors import BadTheme, WcafeError
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.undo import Edit
from wcafe.ui.words import _

THEMES = frozenset({"themes"})
"""The subject of every edit of the list of themes."""


class SortingPresenter(Presenter):
    """Files notes under themes, and names, orders and removes those."""

    themes: tuple[Theme, ...] = ()

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._theme_ids = DraftIds()

    def file(self, notes: Iterable[NoteId], theme: ThemeId | None) -> None:
        """Put `notes` under a theme, or under none."""
        moved = tuple(notes)
        text = _("sort notes into a theme") if theme else _("take notes out of a theme")
        self._arrange(text, lambda: self.desk.services.synthesis.file(moved, theme, by=self))

    def file_under_new(self, notes: Iterable[NoteId], name: str) -> bool:
        """Name a new theme and put `notes` under it; return whether it is kept."""
        if not one_line(name):
            return self._refuse(BadTheme())
        theme = self._new_theme(name, notes)
        is_kept = self._arrange(
            _("name a new theme"), lambda: self.desk.services.synthesis.save(theme, by=self)
        )
        if is_kept:
            self._theme_ids.begin()
        return is_kept

    def rename_theme(self, theme: Theme, name: str) -> bool:
        if not one_line(name):
            return self._refuse(BadTheme())
        renamed = replace(theme, name=one_line(name))
        return self._arrange(
            _("rename a theme"), lambda: self.desk.services.synthesis.save(renamed, by=self)
        )

    def move_theme(self, theme: ThemeId, by: int) -> None:
        """Put a theme one place earlier (-1) or later (1)."""
        place = [each.id for each in self.themes].index(theme) + by
        if 0 <= place < len(self.themes):
            self._arrange(
                _("move a theme"),
                lambda: self.desk.services.synthesis.move(theme, place, by=self),
            )

    def remove_theme(self, theme: ThemeId) -> None:
        """Take a theme out; its notes stay."""
        self._arrange(
            _("remove a theme"), lambda: self.desk.services.synthesis.remove(theme, by=self)
        )

    def _new_theme(self, name: str, notes: Iterable[NoteId] = ()) -> Theme:
        """Return a theme of that name, the same one until one is kept."""
        named = one_line(name)
        theme = ThemeId(self._theme_ids.id_of(named))
        return Theme(id=theme, name=named, notes=tuple(notes))

    def _arrange(
        self, text: str, wish: Callable[[], object], *, merge_id: int = -1, waits_in: str = ""
    ) -> bool:
        """Do `wish` to the themes; undo puts the whole list back as it was.

        `merge_id` makes one step of edits that follow each other, see `Edit`; `waits_in`: see
        `Presenter.attempt`.
        """
        before = self.themes
        if not self.attempt(wish, subjects=THEMES, waits_in=waits_in):
            return False
        if [replace(theme, version=0) for theme in before] != [
            replace(theme, version=0) for theme in self.themes
        ]:
            edit = Edit(
                text,
                before,
                self.themes,
                self._keep_themes,
                subjects=THEMES,
                merge_id=merge_id,
                is_done=True,
            )
            self.desk.history.push(edit)
        return True

    def _keep_themes(self, themes: tuple[Theme, ...]) -> bool:
        synthesis = self.desk.services.synthesis
        return self.attempt(lambda: synthesis.arrange(themes, by=self), subjects=THEMES)

    def _refuse(self, error: WcafeError) -> bool:
        self.failed.emit(error)
        return False
