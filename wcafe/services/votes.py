"""Dots: what a dot-vote sheet lists today, and how those that were counted become votes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photos import Photo
from wcafe.domain.sheets import PrintedForm
from wcafe.domain.synthesis import Theme
from wcafe.domain.votes import (
    VoteForm,
    kept_rows,
    listed_on,
    vote_forms,
    votes_counted,
    votes_on,
)
from wcafe.errors import NoSuchPhoto
from wcafe.services.cafe import Snapshot
from wcafe.services.changes import Changes, Part
from wcafe.services.note_keeping import DESK, NoteKeeping
from wcafe.services.note_writing import desk_edit
from wcafe.store import Store, Work


def vote_choices(snapshot: Snapshot) -> tuple[Theme | Note, ...]:
    """Return what dots can be given to: the themes, or without any the ideas and actions.

    Withheld notes are none of them. Notes go by table and round.
    """
    if snapshot.themes:
        return snapshot.themes
    standing = snapshot.handed_out
    asked = [note for note in standing.notes if note.kind in (Kind.IDEA, Kind.ACTION)]
    numbers = standing.numbers
    asked.sort(key=lambda note: (note.table, note.round, numbers.get(note.id, 0)))
    return tuple(asked)


def vote_form(snapshot: Snapshot) -> VoteForm:
    """Return what dot-vote sheets list today."""
    return VoteForm(tuple(choice.id for choice in vote_choices(snapshot)))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """A row of a dot-vote sheet on a picture.

    Attributes:
        row: its number, from 1.
        id: what its dots are given to.
        words: that in words; empty where it is no more in the café.
        dots: how many; None where somebody has to count them.
        is_kept: whether they are votes already.
    """

    row: int
    id: str
    words: str
    dots: int | None
    is_kept: bool


def rows_on(photo: Photo, snapshot: Snapshot) -> tuple[VoteRow, ...]:
    """Return the rows of the dot-vote sheet on a picture; none where it shows none."""
    listed = listed_on(photo, vote_forms(snapshot.forms))
    if not listed:
        return ()
    words, kept = vote_words(snapshot), kept_rows(photo)
    dots = {box.box: box.dots for box in photo.boxes}
    return tuple(
        VoteRow(row=n, id=id_, words=words.get(id_, ""), dots=dots.get(n), is_kept=n in kept)
        for n, id_ in enumerate(listed, start=1)
    )


def vote_words(snapshot: Snapshot) -> dict[str, str]:
    """Return the words of all that dots may have been given to, by id; of what is gone, none."""
    notes: dict[str, str] = {note.id: note.text for note in snapshot.notes}
    return notes | {theme.id: theme.name for theme in snapshot.themes}


def theme_votes(snapshot: Snapshot) -> dict[str, int]:
    """Return how many dots each theme has, by its id; one that nobody counted is not there."""
    here = {theme.id for theme in snapshot.themes}
    counted = votes_counted(snapshot.photos, snapshot.forms)
    return {id_: dots for id_, dots in counted.items() if id_ in here}


class VoteService:
    """Keeps the dots that were counted on pictures as votes."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._keeping = NoteKeeping(store, changes, now)

    def change(self, wanted: Photo, *, by: object | None = None) -> Photo:
        """Let the dots of a picture be counted and kept as in `wanted`; return it as it was before.

        Notes get, or lose, what is kept now and was not, or was. All of it or nothing, so it can be
        taken back by the same way, and nothing is ever added twice.

        Raises:
            NoSuchPhoto: it is not here. BadVotes: a note would have more than anybody counts.
        """
        now = self._keeping.stamp()

        def change(work: Work) -> Photo:
            here = work.photos.get(wanted.id)
            if here is None:
                raise NoSuchPhoto(photo=wanted.id)
            printed, others = work.sheet_forms.all(), work.photos.all()
            after = replace(here, boxes=wanted.boxes, typed=wanted.typed)
            elsewhere = [photo for photo in others if photo.id != here.id]
            still = {*votes_on(after, vote_forms(printed)), *votes_counted(elsewhere, printed)}
            for note, dots in _gained(here, after, printed).items():
                _add(work, NoteId(note), dots, is_counted=note in still, now=now)
            work.photos.save(after)
            return here

        return self._keeping.keep(change, Part.PHOTOS | Part.NOTES, by)


def _gained(before: Photo, after: Photo, printed: frozenset[PrintedForm]) -> dict[str, int]:
    forms = vote_forms(printed)
    had, has = votes_on(before, forms), votes_on(after, forms)
    return {id_: has.get(id_, 0) - had.get(id_, 0) for id_ in {**had, **has}}


def _add(work: Work, id_: NoteId, dots: int, *, is_counted: bool, now: str) -> None:
    """Give a note so many dots more; where it is none, or no more there, nothing is to be done."""
    note = work.notes.get(id_)
    if note is None or note.is_deleted:
        return
    votes = max(0, (note.votes or 0) + dots)
    said = votes if votes or is_counted else None
    if said == note.votes:
        return
    wish = desk_edit(work, work.cafes.get(), replace(note, votes=said), note.rev)
    work.notes.meet(wish.device, DESK, now=now)
    work.notes.take_in(wish, now=now)
