"""Commands on dot-vote sheets: what was counted on a photo, and keeping it as votes."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.photo_vote_errors import DotsToCount, NoVoteSheet, VotedTwice
from wcafe.cli.tell import say, say_json
from wcafe.domain.photo_words import photo_name, say_dots, vote_sheet_name
from wcafe.domain.photos import Photo, PhotoStatus
from wcafe.domain.votes import with_votes, without_votes
from wcafe.errors import NoSuchPhoto, SeveralPhotos
from wcafe.errors.votes import NoVoteRow
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.sheets import sheets_standing
from wcafe.services.votes import rows_on, theme_votes


def votes(chosen: argparse.Namespace, words: Words) -> int:
    """Tell what was counted on a photo; keep it, or take it back, where that is asked for."""
    if not (chosen.keep or chosen.undo or chosen.count):
        with open_to_read(chosen.file, words) as cafe:
            snapshot = cafe.cafes.snapshot()
            photo = _voted(chosen.photo, snapshot)
    else:
        with open_to_change(chosen.file, words) as cafe:
            snapshot = cafe.cafes.snapshot()
            photo = _voted(chosen.photo, snapshot)
            cafe.photos.votes.change(_wanted(photo, chosen, snapshot))
            snapshot = cafe.cafes.snapshot()
            photo = _voted(photo.id, snapshot)
    if chosen.json:
        say_json(
            {
                "id": photo.id,
                "file": photo.name,
                "votes": votes_as_json(photo, snapshot),
                "themes": theme_votes(snapshot),
            }
        )
    else:
        say(f"{photo_name(photo, words)} · {vote_sheet_name(photo, words)}")
        say(*vote_lines(photo, snapshot, words))
    return 0


def _wanted(photo: Photo, chosen: argparse.Namespace, snapshot: Snapshot) -> Photo:
    """Return what is to be known of the picture.

    Raises:
        NoVoteRow: it has no such row. DotsToCount: nobody knows how many dots a row has.
        VotedTwice: another picture of the same sheet came first.
    """
    rows = rows_on(photo, snapshot)
    listed = tuple(row.id for row in rows)
    counted: dict[int, int] = dict(chosen.count or ())
    if beyond := [row for row in counted if not 1 <= row <= len(rows)]:
        raise NoVoteRow(row=beyond[0], rows=len(rows))
    if chosen.undo:
        return without_votes(photo)
    is_twice = sheets_standing(snapshot).status(photo) is PhotoStatus.TWICE
    if is_twice and not chosen.another:
        raise VotedTwice(photo=photo.name)
    dots = {row.row: counted.get(row.row, row.dots) for row in rows}
    if asked := [str(row) for row, number in dots.items() if number is None]:
        raise DotsToCount(photo=photo.name, rows=", ".join(asked))
    return with_votes(photo, {row: n for row, n in dots.items() if n is not None}, listed)


def _voted(said: str, snapshot: Snapshot) -> Photo:
    """Return the photo that is meant. Raises NoVoteSheet and what `find_photo` raises."""
    photo = find_photo(said, snapshot.photos)
    if not rows_on(photo, snapshot):
        raise NoVoteSheet(photo=photo.name)
    return photo


def vote_lines(photo: Photo, snapshot: Snapshot, words: Words) -> Iterator[str]:
    """Yield a line for each row of a dot-vote sheet."""
    gone, kept = words.gettext("no more in this café"), words.gettext("✓ kept as votes")
    for row in rows_on(photo, snapshot):
        line = "  " + say_dots(row.words.replace("\n", " / ") or gone, row.dots, words)
        yield line + (f" · {kept}" if row.is_kept else "")


def votes_as_json(photo: Photo, snapshot: Snapshot) -> list[dict[str, Any]]:
    return [
        {
            "row": row.row,
            "id": row.id,
            "text": row.words or None,
            "dots": row.dots,
            "unsure": row.dots is None,
            "kept": row.is_kept,
        }
        for row in rows_on(photo, snapshot)
    ]


def find_photo(said: str, photos: Sequence[Photo]) -> Photo:
    """Return the photo that is meant, by its id or by the name of its file.

    Raises:
        NoSuchPhoto, SeveralPhotos
    """
    found = [photo for photo in photos if photo.id == said]
    found = found or [photo for photo in photos if photo.name.casefold() == said.casefold()]
    if not found:
        raise NoSuchPhoto(photo=said)
    if len(found) > 1:
        raise SeveralPhotos(photo=said)
    return found[0]
