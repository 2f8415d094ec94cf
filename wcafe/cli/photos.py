"""Commands on photos of sheets: take them in, list them, file them, tell what is missing."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.photo_votes import find_photo, vote_lines, votes_as_json
from wcafe.cli.tell import say, say_json, warn
from wcafe.domain.photo_filing import SENTENCE, require_sheet
from wcafe.domain.photo_typing import boxes_to_type, notes_elsewhere, typed_notes
from wcafe.domain.photo_words import (
    file_name,
    photo_name,
    place_name,
    say_doubts,
    say_elsewhere,
    say_missing,
    say_status,
    sheet_name,
    why,
)
from wcafe.domain.photos import BoxRead, Photo, PhotoStatus
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import SheetCame
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.opened import OpenCafe, size_remark
from wcafe.services.photo_filing import TakenIn
from wcafe.services.sheets import SheetsStanding, sheets_standing


def add(chosen: argparse.Namespace, words: Words) -> int:
    """Take pictures in; what was kept stays where the disk is full or Ctrl+C is pressed."""
    taken: list[TakenIn] = []
    with open_to_change(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        try:
            for each in _take_in(cafe, chosen.paths):
                taken.append(each)
                if not chosen.json:
                    _tell(each, snapshot, words)
        finally:
            if chosen.json:
                say_json([_taken_as_json(each, snapshot, words) for each in taken])
        standing = sheets_standing(cafe.cafes.snapshot())
        warn(size_remark(cafe, words))
    if not chosen.json:
        say(*_counts(standing, words))
    is_lost = taken and all(each.status is PhotoStatus.UNREADABLE for each in taken)
    return 1 if is_lost else 0


def _take_in(cafe: OpenCafe, paths: Sequence[Path]) -> Iterator[TakenIn]:
    filing = cafe.photos.filing
    return filing.take_in(filing.find(paths))


def _tell(taken: TakenIn, snapshot: Snapshot, words: Words) -> None:
    """Say what became of a picture: in a line, or beside the result where it is not taken in."""
    if taken.error is not None:
        warn([f"wcafe: {taken.error.describe(words)}"])
    else:
        what = file_name(taken.name, taken.leaf, words)
        say(words.gettext("{what}: {names}").format(what=what, names=_outcome(taken, words)))
        if taken.photo is not None:
            say(*vote_lines(taken.photo, snapshot, words))


def _outcome(taken: TakenIn, words: Words) -> str:
    photo = taken.photo
    assert photo is not None
    if taken.is_known:
        return words.gettext("the same picture is here already, as {name}").format(
            name=photo_name(photo, words)
        )
    state = say_status(photo, taken.status, words)
    where = place_name(photo, words)
    return " · ".join((*filter(None, [where]), state, *say_doubts(photo, words)))


def _taken_as_json(taken: TakenIn, snapshot: Snapshot, words: Words) -> dict[str, Any]:
    photo = taken.photo
    told: dict[str, Any] = {
        "file": taken.name,
        "page": taken.leaf,
        "table": None,
        "round": None,
        "status": taken.status.value,
        "why": None,
        "boxes": [],
        "votes": [],
    }
    if taken.error is not None:
        return {**told, "why": taken.error.describe(words)}
    assert photo is not None
    if taken.is_known:
        told["why"] = _outcome(taken, words)
    else:
        told["why"] = why(photo, taken.status, words) or None
    return {**told, **_read_as_json(photo, snapshot)}


def _read_as_json(photo: Photo, snapshot: Snapshot) -> dict[str, Any]:
    place = photo.place
    boxes = () if photo.is_votes else photo.boxes
    return {
        "id": photo.id,
        "table": None if place is None else place.table + 1,
        "round": None if place is None else place.round + 1,
        "sheet": None if place is None else place.page,
        "boxes": [_box_as_json(box) for box in boxes if box.box != SENTENCE],
        "votes": votes_as_json(photo, snapshot),
    }


def _box_as_json(box: BoxRead) -> dict[str, Any]:
    return {
        "box": box.box,
        "kind": None if box.kind is None else box.kind.value,
        "support": None if box.support is None else box.support.value,
        "from_table": None if box.from_table is None else box.from_table + 1,
        "written": box.is_written,
        "unsure": list(box.unsure),
    }


def list_photos(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        warn(size_remark(cafe, words))
    standing = sheets_standing(snapshot)
    if chosen.json:
        say_json([_photo_as_json(photo, snapshot, standing, words) for photo in snapshot.photos])
        return 0
    say(*(_photo_line(photo, snapshot, standing, words) for photo in snapshot.photos))
    say(*_counts(standing, words))
    return 0


def _photo_as_json(
    photo: Photo, snapshot: Snapshot, standing: SheetsStanding, words: Words
) -> dict[str, Any]:
    status = standing.status(photo)
    return {
        "file": photo.name,
        "page": photo.leaf,
        **_read_as_json(photo, snapshot),
        "status": status.value,
        "why": why(photo, status, words) or None,
        "notes": [] if photo.is_votes else [note for _box, note in photo.typed],
        "shown": photo.shown.value,
        "alternative": photo.alternative,
        "width": photo.width,
        "height": photo.height,
        "bytes": photo.size,
    }


def _photo_line(photo: Photo, snapshot: Snapshot, standing: SheetsStanding, words: Words) -> str:
    facts = [photo_name(photo, words)]
    alike = [each for each in snapshot.photos if each.name.casefold() == photo.name.casefold()]
    facts += [photo.id] if len(alike) > 1 else []  # by which it is named where others are called so
    facts += filter(None, [place_name(photo, words)])
    facts.append(say_status(photo, standing.status(photo), words))
    if photo.place is not None:
        done = len(typed_notes(photo, {note.id for note in snapshot.notes}))
        all_ = len(boxes_to_type(photo))
        facts.append(words.gettext("typed: {done} of {all}").format(done=done, all=all_))
    if photo.sheet is not None:
        facts += say_doubts(photo, words)
    return " · ".join(facts)


def _counts(standing: SheetsStanding, words: Words) -> Iterator[str]:
    """Yield how many sheets came, and how many did not."""
    received = len(standing.received.intersection(standing.expected))
    sentence = words.gettext(
        "Sheets received: {received} of {expected}. Photos to file: {unfiled}."
    )
    yield sentence.format(
        received=received, expected=len(standing.expected), unfiled=standing.unfiled
    )


def missing(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        standing = sheets_standing(cafe.cafes.snapshot())
    sheets = standing.missing
    if chosen.json:
        say_json([{"table": s.table + 1, "round": s.round + 1, "page": s.page} for s in sheets])
    elif sheets:
        say(*(say_missing(sheet, words) for sheet in sheets))
    elif standing.expected:
        say(words.gettext("No sheet is missing."))
    else:
        say(words.gettext("No sheet is expected: no table is open in a round that has begun."))
    return 0


def file(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        photo = cafe.photos.file(find_photo(chosen.photo, cafe.photos.all()).id, _place(chosen))
        snapshot = cafe.cafes.snapshot()
        left = notes_elsewhere(photo, {note.id: note for note in snapshot.notes})
        place = photo.place
        assert place is not None
        if left and chosen.with_notes:
            there = [replace(note, table=place.table, round=place.round) for note in left]
            cafe.notes.change({note: note.rev for note in there})
    state = say_status(photo, sheets_standing(snapshot).status(photo), words)
    facts = (photo_name(photo, words), sheet_name(place, words), state)
    say(" · ".join((*facts, *say_doubts(photo, words))))
    if left and chosen.with_notes:
        told = words.ngettext(
            "{number} note typed from it was moved along.",
            "{number} notes typed from it were moved along.",
            len(left),
        )
        say(told.format(number=len(left)))
    elif left:
        say(say_elsewhere(left, words), words.gettext("--with-notes moves them along."))
    return 0


def remove(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        photo = find_photo(chosen.photo, cafe.photos.all())
        cafe.photos.remove(photo.id)
    sentence = words.gettext("{name} is no longer in the café. Notes typed from it stay.")
    say(sentence.format(name=photo_name(photo, words)))
    return 0


def blank(chosen: argparse.Namespace, words: Words) -> int:
    place = _place(chosen)
    with open_to_change(chosen.file, words) as cafe:
        require_sheet(sheets_standing(cafe.cafes.snapshot()).known, place)
        _require_none_of(place, cafe.photos.all(), chosen)
        here = cafe.photos.blank()
        cafe.photos.say_blank(here - {place} if chosen.undo else here | {place})
    sentence = words.gettext("{sheet}: stayed blank")
    if chosen.undo:
        sentence = words.gettext("{sheet}: did not stay blank")
    say(sentence.format(sheet=sheet_name(place, words)))
    return 0


def _require_none_of(
    place: SheetPlace, photos: Sequence[Photo], chosen: argparse.Namespace
) -> None:
    """Refuse to call a sheet blank of which there is a picture. Raises SheetCame."""
    shown = next((photo for photo in photos if photo.place == place), None)
    if shown is not None and not chosen.undo:
        raise SheetCame(photo=shown.name)


def _place(chosen: argparse.Namespace) -> SheetPlace:
    return SheetPlace(table=chosen.table - 1, round=chosen.round - 1, page=chosen.page)
