"""Photos that phones send: each of its own table, read in the worker, within what a table may send.

A phone's photo is filed where the phone sits: a tablecloth, unless its code says that it is a
sheet of that very table.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from wcafe.domain.filed_by_hand import filed_by_hand
from wcafe.domain.notes import NoteId
from wcafe.domain.phones import Phone
from wcafe.domain.photo_filing import KnownSheets, new_photo
from wcafe.domain.photos import Photo, PhotoId
from wcafe.domain.pictures import ReadPicture, Unread
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.errors import NotAPicture, OtherBody
from wcafe.errors.phones import NoPhotosWanted, NoSuchPhone, OtherTable, TooManyPhotosOfTable
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.note_writing import require_place
from wcafe.store import Store, Work

MOST_OF_TABLE = 200
MOST_BYTES_OF_TABLE = 300_000_000
MOST_BYTES = 2_000_000_000  # of all pictures of a café
_JPEG = b"\xff\xd8\xff"


class PhonePhotos:
    """The way in for photos of phones. Safe to share between threads."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self._now = now

    def take_in(
        self,
        phone: Phone,
        photo: PhotoId,
        jpeg: bytes,
        *,
        round_: int,
        table: int | None = None,
        note: NoteId | None = None,
        by: object | None = None,
    ) -> Photo:
        """Keep what a phone took; return what is known of it, the same for the same bytes again.

        Args:
            phone: whose it is.
            photo: its id, made by the phone.
            jpeg: as it was sent.
            round_: in which round, from 0.
            table: at which of the phone's tables; None where it has one alone.
            note: which note it belongs to.
            by: who asks.

        Raises:
            NoSuchPhone: it was taken out. OtherBody: the id is that of another picture.
            OtherTable, NoSuchRound: it is not of a table of this phone, or of no round.
            TooManyPhotosOfTable: there is no room for it.
            UnreadPicture: it cannot be read, or is no JPEG. CannotWrite, InDoubt: it is not kept.
        """
        if table is None and len(phone.tables) == 1:
            table = phone.tables[0]
        if table is None or table not in phone.tables:
            raise OtherTable
        place = SheetPlace(round=round_, table=table, page=TABLECLOTH)
        digest = hashlib.sha256(jpeg).hexdigest()
        with self._store.read() as work:  # before a second is spent on reading it
            if (here := _known(work, phone, photo, digest, place, len(jpeg))) is not None:
                return here
        read = _read(jpeg, f"phone-{photo[:8]}.jpg", self._store.place.is_held)

        def keep(work: Work) -> Photo:
            here = _known(work, phone, photo, digest, place, len(read.jpeg))
            if here is not None:
                return here
            about = work.notes.get(note) if note is not None else None
            if about is not None and about.table not in phone.tables:
                raise OtherTable
            known = KnownSheets.of(work.cafes.get(), work.plans.current(), work.sheet_forms.all())
            kept = new_photo(read, known, id_=photo, came=self._now())
            if kept.table != table:
                kept = filed_by_hand(replace(kept, unfiled=None, boxes=()), place, known, None)
            if about is not None:
                kept = replace(kept, typed=((0, about.id),))
            return work.photos.add(kept, read.jpeg)

        kept = self._store.write(keep)
        self._changes.tell(Changed(Part.PHOTOS, by, frozenset({photo})))
        return kept


def _known(
    work: Work, phone: Phone, photo: PhotoId, digest: str, place: SheetPlace, size: int
) -> Photo | None:
    """Return the picture if it is here; refuse one that may not come."""
    welcome = work.phones.get(phone.id)
    if welcome is None or not welcome.is_welcome:
        raise NoSuchPhone
    if work.stations.get().has_no_photos:
        raise NoPhotosWanted
    require_place(work.cafes.get(), place.table, place.round)
    photos = work.photos.all()
    for each in photos:
        if each.digest == digest and (each.id == photo or each.table == place.table):
            return each
        if each.id == photo:
            raise OtherBody
    _require_room(photos, place.table, size)
    return None


def _require_room(photos: Iterable[Photo], table: int, size: int) -> None:
    sizes = [(each.table, each.size) for each in photos]
    own = [each for where, each in sizes if where == table]
    in_all = sum(each for _where, each in sizes)
    if (
        len(own) >= MOST_OF_TABLE
        or sum(own) + size > MOST_BYTES_OF_TABLE
        or in_all + size > MOST_BYTES
    ):
        raise TooManyPhotosOfTable


def _read(jpeg: bytes, name: str, is_held: Callable[[Path], bool]) -> ReadPicture:
    """Return the picture, decoded and made anew in a process of its own. Raises UnreadPicture."""
    from wcafe.scan import find_sources, read_sources  # loaded when the first one comes

    if not jpeg.startswith(_JPEG):  # a scan of several pages, or nothing to look at
        raise NotAPicture(name=name)
    with TemporaryDirectory(prefix="wcafe-") as folder:
        path = Path(folder, name)
        path.write_bytes(jpeg)
        (read,) = read_sources(find_sources([path], is_held=is_held))
    if isinstance(read, Unread):
        raise read.error
    return read
