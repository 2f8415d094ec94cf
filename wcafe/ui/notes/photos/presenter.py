"""What Harvest › Photos knows and can do, without a single widget."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject

from wcafe.domain.marks import table_title
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photo_filing import SENTENCE
from wcafe.domain.photo_typing import (
    boxes_of,
    boxes_to_type,
    is_typed,
    next_box,
    notes_elsewhere,
    typed_notes,
    with_typed,
)
from wcafe.domain.photo_words import say_missing
from wcafe.domain.photos import BoxRead, Photo, PhotoId, PhotoStatus
from wcafe.domain.text import clean
from wcafe.errors import EmptyNote, WcafeError
from wcafe.services.cafe import Snapshot
from wcafe.services.changes import Part
from wcafe.services.sheets import sheets_standing
from wcafe.ui.notes.facts import kind_words
from wcafe.ui.notes.keeping import NoteKeeping, with_kept
from wcafe.ui.notes.photos.arriving import PhotosArriving
from wcafe.ui.notes.photos.draft import BoxDraft, Drafts
from wcafe.ui.notes.photos.pictures import Pictures
from wcafe.ui.notes.photos.saying import PhotoSaying
from wcafe.ui.notes.photos.voting import PhotoVoting
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.words import _, desk_words

_FIELD = "note beside a photo"


class Sought(StrEnum):
    """Which pictures are listed."""

    ALL = "all"
    TO_TYPE = "to type"
    TO_FILE = "to file"
    TWICE = "twice"


class PhotosPresenter(Presenter):
    """Turns what is said of pictures, and typed beside them, into what is kept."""

    parts = Part.CAFE | Part.PLAN | Part.NOTES | Part.LIVE | Part.PHOTOS | Part.PRINTED

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._photos = desk.services.photos
        self.keeping = NoteKeeping(self)
        self.pictures = Pictures(self._photos.jpeg, desk.tasks, self)
        self.saying = PhotoSaying(self, self.pictures, self.change)
        self.voting = PhotoVoting(self, self._photos.votes)
        self.arriving = self.adopt(PhotosArriving(desk))
        self.arriving.arrived.connect(self._look_again)
        self._seen: Snapshot | None = None
        self._changed: dict[PhotoId, Photo] = {}  # by the change that is about to be shown
        self.sought = Sought.ALL
        self.chosen: PhotoId | None = None
        self.box = 0
        self.reload()
        self.unwatch(self)  # it rests until somebody looks at photos
        self._draft_key = desk.own(f"drafts beside photos:{self.cafe.id}")
        self._drafts = Drafts(desk.settings.text_of(self._draft_key))

    def reload(self) -> None:
        """Look at the café again; after a change of its own only at what it changed."""
        kept = self.keeping.take_kept()
        changed, self._changed = self._changed, {}
        notes = with_kept(self._seen.notes, kept) if kept and self._seen else None
        if self._seen is None or (notes is None and not changed):
            snapshot = self.desk.services.cafes.snapshot()
        else:
            photos = tuple(changed.get(photo.id, photo) for photo in self._seen.photos)
            here = self._seen.notes if notes is None else notes
            snapshot = replace(self._seen, photos=photos, notes=here)
        self._seen = snapshot
        self.cafe, self.photos, self.blank = snapshot.cafe, snapshot.photos, snapshot.blank
        self.voting.see(snapshot)
        self.notes: dict[NoteId, Note] = {note.id: note for note in snapshot.notes}
        self.standing = sheets_standing(snapshot)
        self.open = frozenset(photo.id for photo in self.photos if self.is_to_type(photo))
        self.saying.see(self.standing.known, self.blank)
        self.has_sheets = bool(snapshot.forms or snapshot.photos)
        self.keeping.see(kept or snapshot.notes)
        if self.chosen not in {photo.id for photo in self.photos}:
            self.chosen = self.photos[0].id if self.photos else None
            self._go_to_open_box()
        elif self.box_read is None:  # its boxes were read meanwhile, or are not known any more
            self._go_to_open_box()
        self.shown.emit()

    # What is shown

    @property
    def photo(self) -> Photo | None:
        """The picture that is looked at."""
        return next((photo for photo in self.photos if photo.id == self.chosen), None)

    @property
    def listed(self) -> tuple[Photo, ...]:
        """The pictures that are sought, in the order in which they came."""
        return tuple(photo for photo in self.photos if self._is_sought(photo))

    def _is_sought(self, photo: Photo) -> bool:
        if self.sought is Sought.TO_TYPE:
            return photo.id in self.open
        if self.sought is Sought.TO_FILE:
            return photo.sheet is None
        return self.sought is Sought.ALL or self.standing.status(photo) is PhotoStatus.TWICE

    def is_to_type(self, photo: Photo) -> bool:
        """Is there still a box to type, of the first picture of its sheet?"""
        is_first = self.standing.status(photo) is PhotoStatus.FILED
        if photo.is_votes:
            return is_first and not self.voting.is_kept(photo)
        return is_first and not is_typed(photo, self.notes)

    def counts(self, photo: Photo) -> tuple[int, int]:
        """Return how many of its boxes are notes, and how many have writing."""
        if photo.is_votes:
            return self.voting.counts(photo)
        boxes, done = boxes_to_type(photo), typed_notes(photo, self.notes)
        return sum(box in done for box in boxes), len(boxes)

    def elsewhere(self, photo: Photo) -> tuple[Note, ...]:
        """Return the notes typed from a picture that stand at another table or round than it."""
        return notes_elsewhere(photo, self.notes)

    def move_along(self, photo: Photo) -> None:
        """Move these notes to where their picture is filed, as one."""
        notes, place = self.elsewhere(photo), photo.place
        if notes and place is not None:
            there = [replace(note, table=place.table, round=place.round) for note in notes]
            self.keeping.change(_("move notes with their photo"), notes, there)

    def typed(self, photo: Photo) -> list[tuple[int, Note]]:
        """Return the notes that were typed from a picture, each with its box."""
        found = typed_notes(photo, self.notes)
        return [(box, self.notes[note]) for box in sorted(found) for note in found[box]]

    @property
    def box_read(self) -> BoxRead | None:
        """What was read on the box that is looked at."""
        photo = self.photo
        boxes = {box.box: box for box in boxes_of(photo)} if photo is not None else {}
        return boxes.get(self.box)

    @property
    def draft(self) -> BoxDraft:
        """What is typed from the box that is looked at."""
        read = self.box_read
        assert read is not None
        assert self.chosen is not None
        return self._drafts.get(self.chosen, read)

    def prompt(self, photo: Photo, box: int) -> str:
        return "" if box == SENTENCE else self.standing.known.prompt(photo, box)

    @property
    def kind_words(self) -> dict[str, str]:
        return kind_words(self.cafe.kind_labels)

    @property
    def tables(self) -> int:
        return self.standing.known.tables

    @property
    def rounds(self) -> int:
        return self.standing.known.rounds

    def table_name(self, table: int) -> str:
        return table_title(table, self.cafe.table_name(table), desk_words())

    def missing_list(self) -> str:
        """Return the missing sheets as text, a line each."""
        return "\n".join(say_missing(sheet, desk_words()) for sheet in self.standing.missing)

    # Where one looks

    def choose(self, photo: PhotoId) -> None:
        if photo != self.chosen:
            self.chosen = photo
            self._go_to_open_box()
            self.shown.emit()

    def choose_box(self, box: int) -> None:
        photo = self.photo
        if photo is not None and box in {each.box for each in boxes_of(photo)}:
            self.box = box
            self.shown.emit()

    def step_box(self, by: int) -> None:
        """Go to the next box, or with -1 to the one before, whether it is typed or not."""
        if (photo := self.photo) is not None:
            boxes = [box.box for box in boxes_of(photo)]
            self.choose_box(boxes[(boxes.index(self.box) + by) % len(boxes)])

    def step_photo(self, by: int) -> None:
        """Go to the next picture of the list, or with -1 to the one before; not beyond its ends."""
        listed = [photo.id for photo in self.listed]
        place = listed.index(self.chosen) if self.chosen in listed else -1
        if listed:
            self.choose(listed[min(max(place + by, 0), len(listed) - 1)])

    def seek(self, sought: Sought) -> None:
        self.sought = sought
        listed = {photo.id for photo in self.listed}
        if self.chosen not in listed and self.listed:
            self.choose(self.listed[0].id)
        self.shown.emit()

    def _go_to_open_box(self) -> None:
        photo = self.photo
        if photo is None:
            return
        found = next_box(photo, self.notes)
        self.box = found if found is not None else boxes_of(photo)[0].box

    # Typing

    def write(self, photo: PhotoId, box: int, draft: BoxDraft) -> None:
        """Remember what is typed from a box: it survives a crash and another picture."""
        self._drafts.put(photo, box, draft)
        self.desk.settings.keep_text(self._draft_key, self._drafts.pack())
        if not clean(draft.text):
            self.desk.saving.give_up(self.desk.own(_FIELD))

    def keep(self, draft: BoxDraft) -> bool:
        """Keep `draft` as a note of the picture's table, and go on; return whether it is kept.

        The picture knows of the note before it is there: where the disk fails in between, the box
        counts as not typed and nothing is there twice.
        """
        photo, box = self.photo, self.box
        text = clean(draft.text)
        if photo is None or photo.place is None or draft.asked:
            return False
        if not text:
            return self.refuse(EmptyNote())
        note = Note(
            id=draft.note,
            table=photo.place.table,
            round=photo.place.round,
            kind=draft.kind,
            prompt=self.prompt(photo, box),
            support=draft.support,
            from_table=draft.from_table,
            text=text,
            rev=self.keeping.revs.get(draft.note, 0),
        )
        linked = with_typed(photo, box, note.id)
        before = replace(note, is_deleted=True)
        try:
            if linked != photo:
                self.change(linked)
        except WcafeError as error:
            self.desk.saving.refuse(error, self.desk.own(_FIELD))
            return self.refuse(error)
        if not self.keeping.change(_("write a note"), [before], [note], waits_in=_FIELD):
            return False
        self.write(photo.id, box, BoxDraft())
        self._go_on(photo.id, box)
        return True

    def change(self, photo: Photo) -> None:
        """Let what is known of a picture be this; raises as `PhotoService.change`."""
        self._photos.change({photo.id: photo}, by=self)
        self._changed[photo.id] = photo

    def _go_on(self, photo_id: PhotoId, box: int) -> None:
        """Go to the next box with writing, else to the next picture that has one."""
        photo = self.photo
        if photo is None or photo.id != photo_id:
            return
        if (found := next_box(photo, self.notes, after=box)) is not None:
            self.choose_box(found)
            return
        place = self.photos.index(photo)
        later = (*self.photos[place + 1 :], *self.photos[:place])
        following = next((each for each in later if each.id in self.open), None)
        if following is not None:
            self.choose(following.id)
        else:
            self.shown.emit()
