"""Keep pictures of sheets, and what is known of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from wcafe.domain.filed_by_hand import filed_by_hand, needs_reading
from wcafe.domain.photo_filing import KnownSheets, require_sheet
from wcafe.domain.photo_words import file_name
from wcafe.domain.photos import Photo, PhotoId
from wcafe.domain.pictures import ReadSheet
from wcafe.domain.sheets import SheetPlace
from wcafe.domain.votes import require_no_votes
from wcafe.errors import NoSuchPhoto, WcafeError
from wcafe.i18n import ENGLISH
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.photo_filing import PhotoFiling
from wcafe.services.photo_publishing import PhotoPublishing
from wcafe.services.votes import VoteService
from wcafe.store import Store, Work


class PhotoService:
    """The pictures of one café. Bytes are asked for one picture at a time."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self.filing = PhotoFiling(store, changes, now)
        self.publishing = PhotoPublishing(store)
        self.votes = VoteService(store, changes, now)

    def all(self) -> tuple[Photo, ...]:
        """Return what is known of each picture, in the order in which they came in."""
        with self._store.read() as work:
            return work.photos.all()

    def jpeg(self, photo: PhotoId) -> bytes:
        """Return the picture as it is kept. Raises NoSuchPhoto."""
        with self._store.read() as work:
            jpeg = work.photos.jpeg(photo)
        if jpeg is None:
            raise NoSuchPhoto(photo=photo)
        return jpeg

    def get(self, photo: PhotoId) -> Photo:
        """Return what is known of a picture. Raises NoSuchPhoto."""
        with self._store.read() as work:
            found = work.photos.get(photo)
        if found is None:
            raise NoSuchPhoto(photo=photo)
        return found

    def add(self, photo: Photo, jpeg: bytes, *, by: object | None = None) -> Photo:
        """Keep a new picture; return what is known of it as stored. All of it or nothing."""
        kept = self._store.write(lambda work: work.photos.add(photo, jpeg))
        self._tell({photo.id}, by)
        return kept

    def change(
        self, wanted: Mapping[PhotoId, Photo], *, by: object | None = None
    ) -> Mapping[PhotoId, Photo]:
        """Let what is known of these pictures be as `wanted`, as one; return what was known before.

        What somebody else made of one of them meanwhile is replaced.

        Raises:
            NoSuchPhoto: one of them is not here, and none is changed.
        """

        def change(work: Work) -> Mapping[PhotoId, Photo]:
            before = {}
            for id_, photo in wanted.items():
                here = work.photos.get(id_)
                if here is None:
                    raise NoSuchPhoto(photo=id_)
                before[id_] = here
                work.photos.save(replace(photo, version=here.version))
            return before

        before = self._store.write(change)
        self._tell(wanted, by)
        return before

    def file(self, photo: PhotoId, place: SheetPlace, *, by: object | None = None) -> Photo:
        """File a picture by hand, and read the boxes of its sheet; return what is known of it.

        Raises:
            NoSuchPhoto, NoSuchTable, NoSuchRound, NoSuchSheet, VotesKept

        Cost: two seconds where they are still to be read.
        """
        known = self._known()
        require_sheet(known, place)
        read = self.read_as(self.get(photo), place, known)

        def file(work: Work) -> Photo:
            found = work.photos.get(photo)
            if found is None:
                raise NoSuchPhoto(photo=photo)
            return work.photos.save(filed_by_hand(found, place, known, read))

        kept = self._store.write(file)
        self._tell({photo}, by)
        return kept

    def read_as(self, photo: Photo, place: SheetPlace, known: KnownSheets) -> ReadSheet | None:
        """Read what stands in the boxes of a picture that is to be filed at `place`.

        None where they are read already, and where no such sheet is found on it: it is typed as a
        whole then. Any thread may ask.

        Cost: two seconds.
        """
        if not needs_reading(photo, place):
            return None
        from wcafe.scan import read_again  # it loads what reads pictures

        name = file_name(photo.name, photo.leaf, ENGLISH)
        try:
            return read_again(self.jpeg(photo.id), name, place, tuple(known.shapes(place.page)))
        except WcafeError:
            return None  # it belongs there all the same, and says that no box of it was read

    def _known(self) -> KnownSheets:
        with self._store.read() as work:
            return KnownSheets.of(work.cafes.get(), work.plans.current(), work.sheet_forms.all())

    def remove(self, photo: PhotoId, *, by: object | None = None) -> None:
        """Take a picture out, with its bytes; one that is not here is no error.

        Raises:
            VotesKept: its dots are votes.
        """

        def remove(work: Work) -> None:
            if (here := work.photos.get(photo)) is not None:
                require_no_votes(here)
            work.photos.remove(photo)

        self._store.write(remove)
        self._tell({photo}, by)

    def blank(self) -> frozenset[SheetPlace]:
        """Return the sheets of which somebody said that they stayed blank."""
        with self._store.read() as work:
            return work.blank_sheets.all()

    def say_blank(self, sheets: Iterable[SheetPlace], *, by: object | None = None) -> None:
        """Let these sheets have stayed blank, and no others."""
        blank = frozenset(sheets)
        self._store.write(lambda work: work.blank_sheets.replace(blank))
        self._tell((), by)

    def _tell(self, photos: Iterable[PhotoId], by: object | None) -> None:
        self._changes.tell(Changed(Part.PHOTOS, by, frozenset(photos)))
