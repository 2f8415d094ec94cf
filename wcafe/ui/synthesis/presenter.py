"""What Share knows and can do, without a single widget."""

from dataclasses import replace

from PySide6.QtCore import QObject

from wcafe.domain.cafe import Cafe
from wcafe.domain.named import notes_with_names
from wcafe.domain.synthesis import Theme, ThemeId, coverage_of
from wcafe.domain.text import clean, one_line
from wcafe.domain.theme_shaping import ThemesChange
from wcafe.errors import BadHeadcount, EditedElsewhere, NoHeadcount
from wcafe.services.changes import Part
from wcafe.services.known import known_tables
from wcafe.services.synthesis import as_statements
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.press import Press
from wcafe.ui.synthesis.coverage import ThemeRow, notes_under, theme_rows
from wcafe.ui.synthesis.pages import Pages
from wcafe.ui.words import _

CAFE = frozenset({"cafe"})
_ORGANISER, _LICENCE, _STATEMENT = 301, 302, 1000
"""Numbers by which edits of one text that follow each other become one step of undo."""


class SynthesisPresenter(Presenter):
    """Turns statements into a synthesis, and the café into pages and files."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.NOTES | Part.SYNTHESIS

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.view = 0
        self.chosen: ThemeId | None = None  # UNSORTED for the notes in no theme
        self._place = 0  # where the chosen one stands in `rows`
        self.unkept: dict[ThemeId, str] = {}  # statements that could not be saved, as typed
        self._numbers: dict[ThemeId, int] = {}
        self._named: tuple[object, int] = (None, 0)  # what was looked at, and what was found
        self.sorting = Sorting(self)
        self.pages = self.adopt(Pages(desk))
        self.press = self.adopt(Press(desk))
        self.reload()

    def reload(self) -> None:
        self.snapshot = self.desk.services.cafes.snapshot()
        self.sorting.themes = self.snapshot.themes
        self.rows = theme_rows(self.snapshot)
        shot = self.snapshot
        self.coverage = coverage_of(shot.notes, shot.themes, tables=known_tables(shot))
        self._keep_chosen()
        self.pages.has_plan = self.has_plan
        self.shown.emit()
        self.pages.go_stale()

    @property
    def cafe(self) -> Cafe:
        return self.snapshot.cafe

    @property
    def has_plan(self) -> bool:
        return self.snapshot.plan is not None

    @property
    def notes_with_names(self) -> int:
        """How many notes hold a word that is also a name on the list; counted once they change."""
        looked_at = (self.snapshot.notes, self.snapshot.people)
        if looked_at != self._named[0]:
            self._named = (looked_at, len(notes_with_names(*looked_at)))
        return self._named[1]

    # Themes

    @property
    def theme(self) -> Theme | None:
        """The chosen theme; None where there is none, or the notes to sort are chosen."""
        return next((theme for theme in self.sorting.themes if theme.id == self.chosen), None)

    @property
    def row(self) -> ThemeRow | None:
        return self.rows[self._place] if self.rows else None

    def notes_in_sight(self) -> list[Filed]:
        """Return the notes that the chosen statement rests on."""
        return [] if self.chosen is None else notes_under(self.snapshot, self.chosen)

    def choose(self, theme: ThemeId) -> None:
        if theme != self.chosen:
            self.chosen = theme
            self._keep_chosen()
            self.shown.emit()

    def add_theme(self, name: str) -> bool:
        """Name a new theme, behind the others, and choose it; return whether it is kept."""
        before, theme = self.chosen, self.sorting.new_theme(name)
        if theme is None:
            return False
        self.chosen = theme.id
        if not self.sorting.keep_new(theme):
            self.chosen = before
            return False
        return True

    def rename(self, theme: ThemeId, name: str) -> bool:
        """Give a theme another name; return whether it is kept."""
        sorting = self.sorting
        return any(sorting.rename_theme(each, name) for each in sorting.themes if each.id == theme)

    def write(self, theme: ThemeId, statement: str, *, seen: str) -> bool:
        """Keep what is said of a theme; what is typed in one go is undone in one go.

        Args:
            theme: the theme.
            statement: the words as typed.
            seen: what it said when the writing began; other words there are not replaced.
        """
        self.unkept[theme] = statement  # until it is kept
        is_kept = self.sorting.arrange(
            _("write a statement"),
            lambda: self._write(theme, clean(statement), seen),
            merge_id=self._numbers.setdefault(theme, _STATEMENT + len(self._numbers)),
            waits_in=f"statement of {theme}",
        )
        if is_kept:
            self.unkept.pop(theme, None)
        return is_kept

    def _write(self, theme: ThemeId, statement: str, seen: str) -> ThemesChange:
        def state(here: Theme) -> Theme:
            if here.wording not in (seen, statement):
                raise EditedElsewhere
            return replace(here, statements=as_statements(statement))

        return self.desk.services.synthesis.edit(theme, state, by=self)

    def _keep_chosen(self) -> None:
        """If the chosen theme is gone, choose what stands in its place."""
        ids = [row.theme for row in self.rows]
        if self.chosen in ids:
            self._place = ids.index(self.chosen)
        else:
            self._place = max(min(self._place, len(ids) - 1), 0)
            self.chosen = ids[self._place] if ids else None

    # The café

    def set_organiser(self, organiser: str) -> None:
        self._edit(
            _("change the organiser"),
            replace(self.cafe, organiser=one_line(organiser)),
            merge_id=_ORGANISER,
        )

    def set_licence(self, licence: str) -> None:
        self._edit(
            _("change the licence"),
            replace(self.cafe, licence=one_line(licence)),
            merge_id=_LICENCE,
        )

    def count_people(self, said: str, *, round_: int | None = None) -> None:
        """Keep how many people came in all, or to `round_`, from 0; nothing says nobody counted."""
        typed = one_line(said).replace(" ", "")
        if typed and not (typed.isascii() and typed.isdigit()):
            self.refuse(NoHeadcount(said=one_line(said)))
            return
        people, cafe = int(typed) if typed else None, self.cafe
        try:
            if round_ is None:
                after = replace(cafe, headcount=people)
            else:
                rounds = list(cafe.rounds)
                rounds[round_] = replace(rounds[round_], headcount=people)
                after = replace(cafe, rounds=tuple(rounds))
        except BadHeadcount as error:
            self.refuse(error)
            return
        self._edit(_("say how many people came"), after, merge_id=-1)

    def _edit(self, text: str, after: Cafe, *, merge_id: int) -> None:
        if after != self.cafe:
            self.edit(text, self.cafe, after, self._save, subjects=CAFE, merge_id=merge_id)

    def _save(self, cafe: Cafe) -> None:
        self.desk.services.cafes.save(replace(cafe, version=self.cafe.version), by=self)
