"""How it stands with the sheets of a café: which came back, which are missing, which are typed."""

from dataclasses import dataclass

from wcafe.domain.notes import NoteId
from wcafe.domain.photo_filing import KnownSheets, expected_sheets, sheets_missing, sheets_received
from wcafe.domain.photo_typing import boxes_to_type, is_typed
from wcafe.domain.photos import Photo, PhotoId, PhotoStatus, first_pictures, status_of
from wcafe.domain.sheets import SheetPlace
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsStanding:
    """Counts and lists of sheets.

    Attributes:
        expected, received, missing: sheets, by round and table; blank ones are in none but the
            first.
        first: of each sheet the first picture that came.
        typed: the pictures of which every box with writing has become a note.
        unfiled: how many pictures belong nowhere yet.
        known: what the café knows of its sheets.
    """

    expected: tuple[SheetPlace, ...]
    received: frozenset[SheetPlace]
    missing: tuple[SheetPlace, ...]
    first: dict[SheetPlace | str, PhotoId]
    typed: frozenset[PhotoId]
    unfiled: int
    known: KnownSheets

    def status(self, photo: Photo) -> PhotoStatus:
        """Return how it stands with `photo`."""
        return status_of(photo, self.first)


def sheets_standing(snapshot: Snapshot) -> SheetsStanding:
    """Return how it stands. While the clock runs, rounds that have not begun owe no sheet."""
    photos, has_sheets = snapshot.photos, any(not form.rows for form in snapshot.forms)
    rounds = None if snapshot.live.clock is None else range(snapshot.rounds_begun)
    expected = expected_sheets(snapshot.cafe, snapshot.plan, rounds=rounds)
    standing: set[NoteId] = {note.id for note in snapshot.notes}
    return SheetsStanding(
        expected=expected,
        received=sheets_received(photos, has_sheets=has_sheets),
        missing=sheets_missing(expected, photos, snapshot.blank, has_sheets=has_sheets),
        first=first_pictures(photos),
        typed=frozenset(
            each.id for each in photos if boxes_to_type(each) and is_typed(each, standing)
        ),
        unfiled=sum(photo.sheet is None for photo in photos),
        known=KnownSheets.of(snapshot.cafe, snapshot.plan, snapshot.forms),
    )
