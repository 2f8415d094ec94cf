"""What Share knows and can do, without a single widget."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from wcafe.domain.cafe import Cafe
from wcafe.domain.choice import Choice
from wcafe.domain.named import notes_with_names
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import one_line
from wcafe.errors import BadHeadcount, NoHeadcount, NotFound
from wcafe.i18n import N_
from wcafe.services.changes import Part
from wcafe.services.known import known_tables
from wcafe.services.sourced import sourcing, standing_in
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.press import Press
from wcafe.ui.synthesis.claims import Claims
from wcafe.ui.synthesis.confirming import Confirming
from wcafe.ui.synthesis.correcting import Correcting
from wcafe.ui.synthesis.coverage import About, Scope, ThemeRow, notes_about, theme_rows
from wcafe.ui.synthesis.edition_choices import EditionChoices
from wcafe.ui.synthesis.naming import NameReview
from wcafe.ui.synthesis.opposing import Opposing
from wcafe.ui.synthesis.pages import Pages
from wcafe.ui.synthesis.stating import Stating
from wcafe.ui.synthesis.telling import Telling
from wcafe.ui.words import _

CAFE = frozenset({"cafe"})
_ORGANISER, _LICENCE, _HEADLINE = 301, 302, 1000
"""Numbers by which edits of one text that follow each other become one step of undo."""

_CHANGES = {
    "who": N_("say who takes an action on"),
    "due": N_("say by when"),
    "state": N_("say what became of an action"),
    "state_on": N_("say when it was told what became of an action"),
    "state_why": N_("say why that became of an action"),
    "may_quote": N_("say whether a quote may be published"),
}
"""What the Undo menu says of a fact that was changed."""


class SynthesisPresenter(Presenter):
    """Turns statements into a synthesis, and the café into pages and files.

    Signals:
        scope_changed: other notes are looked at beside the statements.
    """

    scope_changed = Signal()
    parts = (
        Part.CAFE
        | Part.PEOPLE
        | Part.PLAN
        | Part.NOTES
        | Part.SYNTHESIS
        | Part.FEEDBACK
        | Part.PHOTOS
    )

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.view = 0
        self.chosen: ThemeId | None = None
        self._place = 0  # where the chosen one stands in `rows`
        self.scope = Scope()  # of the notes beside the statements
        self.looked_at: NoteId | None = None
        self._numbered: object = None  # the notes of which `numbers` are
        self._numbers: dict[ThemeId, int] = {}
        self._headlines: dict[ThemeId, str] = {}  # as this desk last kept or saw them
        self._named: tuple[object, int] = (None, 0)  # what was looked at, and what was found
        self.sorting = Sorting(self)
        self.stating = Stating(self)
        self.opposing = Opposing(self)
        self.claims = Claims(self)
        self.confirming = Confirming(self)
        self.correcting = Correcting(self, desk.services.cafes.snapshot())
        self.telling = Telling(self)
        self.naming = NameReview(self, self.telling)
        self.choices = EditionChoices(desk, self)
        self.pages = self.adopt(Pages(desk, self.choices))
        self.press = self.adopt(Press(desk))
        self.reload()

    def reload(self) -> None:
        self.snapshot = self.desk.services.cafes.snapshot()
        self.sorting.themes = self.snapshot.themes
        self.stating.themes = self.snapshot.themes
        self.correcting.snapshot = self.snapshot
        self.telling.publication = self.snapshot.cafe.publication
        self.naming.snapshot = self.snapshot
        self.standing = standing_in(self.snapshot)
        if self.snapshot.notes is not self._numbered:
            self._numbered = self.snapshot.notes
            self.numbers = self.desk.services.statements.numbers()
        self.tables = known_tables(self.snapshot)
        self.sourcing = sourcing(self.snapshot)
        self.rows = theme_rows(self.snapshot, self.sourcing)
        self.confirming.look(self.snapshot, self.standing)
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
        """The chosen theme; None where there is none."""
        return next((theme for theme in self.sorting.themes if theme.id == self.chosen), None)

    @property
    def row(self) -> ThemeRow | None:
        return self.rows[self._place] if self.rows else None

    def choose(self, theme: ThemeId) -> None:
        if theme != self.chosen:
            self.chosen = theme
            self.scope, self.looked_at = Scope(), None
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

    def write_headline(self, theme: ThemeId, headline: str, *, seen: str) -> bool:
        """Keep the headline of a theme; what is typed in one go is undone in one go.

        Args:
            theme: the theme.
            headline: the words as typed.
            seen: what it said when the writing began; other words there are not replaced.
        """
        service = self.desk.services.statements

        def save(wanted: str) -> None:
            service.write_headline(theme, wanted, seen=self._headlines[theme], by=self)
            self._headlines[theme] = wanted

        self._headlines[theme] = seen
        return self.edit(
            _("write a headline"),
            seen,
            one_line(headline),
            save,
            subjects=frozenset({f"headline {theme}"}),
            merge_id=self._numbers.setdefault(theme, _HEADLINE + len(self._numbers)),
            waits_in=f"headline of {theme}",
        )

    # Notes

    def change_note(self, note: NoteId, field: str, value: object) -> bool:
        """Keep another fact of a note, such as who takes an action on; return whether it is kept.

        Only that fact is taken back by undo, whatever else was changed meanwhile.
        """
        return self.change_notes((note,), field, value)

    def change_notes(self, notes: Sequence[NoteId], field: str, value: object) -> bool:
        """Let all `notes` say the same of one fact, as one step of undo; is that kept?"""
        here = [self.standing[note] for note in notes if note in self.standing]
        if not here:
            return self.refuse(NotFound())
        wanted = value
        if isinstance(value, str) and not isinstance(value, Choice):
            wanted = one_line(value)
        before = {note.id: getattr(note, field) for note in here if getattr(note, field) != wanted}
        if not before:
            return True
        service = self.desk.services.notes

        def save(facts: dict[NoteId, Any]) -> None:
            bases = {}
            for note, fact in facts.items():
                head = service.get(note)
                if head is None or head.is_deleted:
                    raise NotFound
                bases[replace(head, **{field: fact})] = head.rev
            service.change(bases, by=self)

        after = dict.fromkeys(before, wanted)
        return self.edit(_(_CHANGES[field]), before, after, save, subjects=frozenset(before))

    def look_at(self, scope: Scope, note: NoteId | None = None) -> None:
        """Show the notes of `scope`, and of them `note`."""
        self.scope, self.looked_at = scope, note
        self.scope_changed.emit()

    def look_at_note(self, note: NoteId) -> None:
        """Show a note: among those of its theme where it is in this one, else of its table."""
        here = next((each for each in self.snapshot.notes if each.id == note), None)
        if here is None:
            return
        in_sight = {each.id for each in self.notes_in_sight()}
        is_here = self.theme is not None and note in self.theme.notes
        scope = Scope() if is_here else Scope(About.TABLE, here.table)
        self.look_at(self.scope if note in in_sight else scope, note)

    def notes_in_sight(self) -> list[Note]:
        """Return the notes of the scope that is looked at."""
        return notes_about(self.scope, self.snapshot, self.sourcing, self.theme)

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
