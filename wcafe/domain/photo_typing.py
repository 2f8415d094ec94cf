"""What of a picture is to be typed, what was typed, and where to go on."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photos import BoxRead, Photo, PhotoId

WHOLE = 0
"""The box that stands for a whole picture, where none of its boxes are known."""


def boxes_of(photo: Photo) -> tuple[BoxRead, ...]:
    """Return what can be typed: each box of its sheet, else the picture as a whole.

    Of a dot-vote sheet these are its rows, in which there is nothing to type.
    """
    return photo.boxes or (BoxRead(box=WHOLE),)


def boxes_to_type(photo: Photo) -> tuple[int, ...]:
    """Return the boxes in which there may be writing, from the top."""
    if photo.is_votes:
        return ()
    return tuple(box.box for box in boxes_of(photo) if box.is_written)


def typed_notes(photo: Photo, standing: Container[NoteId]) -> dict[int, tuple[NoteId, ...]]:
    """Return of each box the notes that were typed from it and stand, in the order they came."""
    found: dict[int, tuple[NoteId, ...]] = {}
    for box, note in photo.typed:
        if note in standing:
            found[box] = (*found.get(box, ()), note)
    return found


def is_typed(photo: Photo, standing: Container[NoteId]) -> bool:
    """Has every box with writing become a note?"""
    return next_box(photo, standing) is None


def next_box(photo: Photo, standing: Container[NoteId], *, after: int = -1) -> int | None:
    """Return the next box that is still to be typed, looking from `after` on and then anew."""
    done = typed_notes(photo, standing)
    left = [box for box in boxes_to_type(photo) if box not in done]
    return next((box for box in left if box > after), left[0] if left else None)


def photo_of(note: Note, photos: Iterable[Photo]) -> tuple[PhotoId, int] | None:
    """Return the picture and the box that `note` was typed from.

    Else the first picture of the sheet of its table and round, and no box of it; None where
    there is neither.
    """
    near: tuple[PhotoId, int] | None = None
    for photo in photos:
        for box, typed in photo.typed:
            if typed == note.id:
                return photo.id, box
        if near is None and (photo.table, photo.round) == (note.table, note.round):
            near = photo.id, WHOLE
    return near


def notes_elsewhere(photo: Photo, notes: Mapping[NoteId, Note]) -> tuple[Note, ...]:
    """Return the notes typed from a picture that stand at another table or round than it.

    Filing it elsewhere does not move them. None do while it is filed nowhere.
    """
    place = photo.place
    if place is None:
        return ()
    typed = dict.fromkeys(note for _box, note in photo.typed if note in notes)
    found = (notes[note] for note in typed)
    return tuple(note for note in found if (note.table, note.round) != (place.table, place.round))


def with_typed(photo: Photo, box: int, note: NoteId) -> Photo:
    """Return what is known of a picture once `note` was typed from a box of it."""
    pair = (box, note)
    return photo if pair in photo.typed else replace(photo, typed=(*photo.typed, pair))
