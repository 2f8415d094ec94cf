"""Suggestions in Harvest: asked for, shown, and done only when somebody takes one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.suggestions import Alike, Pile, Proposal, Refused, Suggested, Suggestion, Wish
from wcafe.domain.synthesis import Theme
from wcafe.services.changes import Changed, Part
from wcafe.services.suggestions import suggest
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.notes.steps import NoteSteps, can_join
from wcafe.ui.presenter import Presenter
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, figure

_REFUSALS = frozenset({"refusals"})
"""The subject of the edits that refuse something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Suggestions that are answered together, with the notes they are about as they stand now.

    All themes that are proposed for one note are one of these; else there is one suggestion.

    Attributes:
        themes: of each suggestion the theme into which taking it would put notes; None where
            the notes are joined, or somebody is asked for a name.
        joins: taking it makes one note of both.
    """

    suggestions: tuple[Suggestion, ...]
    notes: tuple[Note, ...]
    themes: tuple[Theme | None, ...]
    joins: bool = False


class Suggesting(QObject):
    """The part of Harvest that suggests.

    What was refused is kept on this computer, for this café, as words under way are.

    Signals:
        shown: there is something else to show of it.
        failed: a WcafeError; nothing was changed.
    """

    shown = Signal()
    failed = Signal(object)

    def __init__(self, presenter: Presenter, sorting: Sorting, steps: NoteSteps) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._sorting = sorting
        self._steps = steps
        self._job: Job | None = None
        self._read: dict[str, bytes] = {}
        self.wish: Wish | None = None
        self.suggested: Suggested | None = None
        self._cafe = presenter.desk.services.cafes.get().id
        self._notes: dict[NoteId, Note] = {}

    def see(self, notes: Iterable[Note]) -> None:
        """Hear which notes stand now."""
        self._notes = {note.id: note for note in notes}

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    @property
    def refused(self) -> Refused:
        return Refused.unpack(self._presenter.desk.settings.text_of(self._refused_key))

    def ask(self, wish: Wish, about: Iterable[NoteId] = ()) -> None:
        """Look for suggestions in the background; what was shown before goes.

        `about` are the notes that are meant: the one to which others are to be similar, or those
        for which themes are proposed; if there are none, all that have no theme.
        """
        self.stop()
        self.wish, self.suggested = wish, None
        desk, refused, read = self._presenter.desk, self.refused, dict(self._read)
        meant = frozenset(about)

        def work(job: Job) -> Suggested | None:
            snapshot = desk.services.cafes.snapshot()
            return suggest(
                wish,
                snapshot.notes,
                snapshot.themes,
                about=meant,
                refused=refused,
                known=read,
                do=partial(desk.tasks.worker.run, job.is_stopped),
                tell=lambda done, all_: job.say(_say_read(done, all_)),
            )

        job = desk.tasks.run(
            _("Looking for suggestions…"),
            work,
            done=lambda made: self._on_done(job, made),
            failed=lambda error: self._on_failed(job, error),
        )
        self._job = job
        self.shown.emit()

    def stop(self) -> None:
        """Look no further."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def close(self) -> None:
        """Show no suggestions any more."""
        self.stop()
        self.wish = self.suggested = None
        self.shown.emit()

    def open(self) -> list[Open]:
        """Return what is still to be answered, the best first.

        What a person has sorted, refused, changed or deleted meanwhile is not.
        """
        if self.suggested is None:
            return []
        refused = self.refused
        homes = {note: theme for theme in self._sorting.themes for note in theme.notes}
        found = [each for each in self.suggested.found if not refused.holds(each)]
        if self.wish is Wish.THEMES:
            return self._open_proposals(found, homes)
        opened = (self._open_one(each, homes) for each in found)
        return [each for each in opened if each is not None]

    def take(self, opened: Open, place: int = 0) -> None:
        """Do what the suggestion at `place` of `opened` proposes; undo takes it back.

        What has no theme yet needs a name first, see `Sorting.file_under_new`.
        """
        theme = opened.themes[place]
        if opened.joins:
            self._steps.join(opened.notes)
        elif theme is not None:
            moved = [note.id for note in opened.notes if note.id not in theme.notes]
            self._sorting.also(moved, theme.id)  # whoever sorted one meanwhile is not undone

    def refuse(self, opened: Open) -> None:
        """Never suggest this again; undo brings it back, whatever else was refused since."""
        keep = partial(self._keep_refused, opened.suggestions)
        self._presenter.edit(_("refuse a suggestion"), False, True, keep, subjects=_REFUSALS)

    @property
    def _refused_key(self) -> str:
        return f"refused:{self._cafe}"

    def _keep_refused(self, suggestions: Iterable[Suggestion], is_refused: bool) -> None:
        change = self.refused.with_refused if is_refused else self.refused.without
        refused = change(suggestions)
        desk = self._presenter.desk
        desk.settings.keep_text(self._refused_key, refused.pack())
        # no note says anything else, but other windows may show what was refused
        desk.services.changes.tell(Changed(Part.NOTES, self._presenter, frozenset()))

    def _open_proposals(
        self, found: Sequence[Suggestion], homes: dict[NoteId, Theme]
    ) -> list[Open]:
        """Return the proposals for each note that still has no theme."""
        known = {theme.id: theme for theme in self._sorting.themes}
        by_note: dict[NoteId, list[Proposal]] = {}
        for each in found:
            if (
                isinstance(each, Proposal)
                and each.note in self._notes
                and each.note not in homes
                and each.theme in known
            ):
                by_note.setdefault(each.note, []).append(each)
        return [
            Open(
                suggestions=tuple(proposals),
                notes=(self._notes[note],),
                themes=tuple(known[each.theme] for each in proposals),
            )
            for note, proposals in by_note.items()
        ]

    def _open_one(self, found: Suggestion, homes: dict[NoteId, Theme]) -> Open | None:
        if isinstance(found, Proposal):
            return None
        notes = tuple(self._notes[note] for note in found.notes if note in self._notes)
        if isinstance(found, Pile):
            left = tuple(note for note in notes if note.id not in homes)
            return Open(suggestions=(found,), notes=left, themes=(None,)) if left[1:] else None
        if len(notes) < 2:
            return None
        if self.wish is Wish.ALIKE and can_join(notes):
            return Open(suggestions=(found,), notes=notes, themes=(None,), joins=True)
        return self._open_pair(found, notes, [homes[n.id] for n in notes if n.id in homes])

    def _open_pair(
        self, found: Alike, notes: tuple[Note, ...], homes: Sequence[Theme]
    ) -> Open | None:
        """Return two notes of which one can go to the theme of the other, or both to a new one."""
        if len(homes) > 1:  # people have put both where they stand
            return None
        return Open(suggestions=(found,), notes=notes, themes=(homes[0] if homes else None,))

    def _on_done(self, job: Job, made: Suggested | None) -> None:
        if job is not self._job:
            return  # something else is wanted by now
        self._job = None
        if made is None:  # cancelled
            self.wish = None
        else:
            self._read = dict(made.read)
            self.suggested = replace(made, read={})
        self.shown.emit()

    def _on_failed(self, job: Job, error: object) -> None:
        if job is self._job:
            self._job = self.wish = None
            self.shown.emit()
        self.failed.emit(error)


def _say_read(done: int, all_: int) -> str:
    return _("notes read: {done} of {all}").format(done=figure(done), all=figure(all_))
