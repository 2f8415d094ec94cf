"""Take pictures in: each is read, filed by its code, and kept with what is known of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wcafe.domain.photo_filing import KnownSheets, new_photo
from wcafe.domain.photos import Photo, PhotoId, PhotoStatus, first_pictures, status_of
from wcafe.domain.pictures import ReadPicture, Unread
from wcafe.domain.text import new_id
from wcafe.errors import WcafeError
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work

if TYPE_CHECKING:  # what reads pictures is loaded when the first one comes
    from wcafe.scan import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of one picture.

    Attributes:
        name, leaf: of its file, and which page of it, from 1; None for a photo.
        status: how it stands with it now.
        photo: what is kept of it; where the same came before, that one; None where it is not kept.
        is_known: the same bytes were here before, and nothing more is kept.
        error: why it could not be read.
    """

    name: str
    leaf: int | None
    status: PhotoStatus
    photo: Photo | None = None
    is_known: bool = False
    error: WcafeError | None = None


class PhotoFiling:
    """The way in for pictures of one café."""

    def __init__(self, store: Store, changes: Changes, now: Callable[[], datetime]) -> None:
        self._store = store
        self._changes = changes
        self._now = now

    def find(self, paths: Iterable[Path]) -> "tuple[Source | Unread, ...]":
        """Return the pictures in files, folders and scans, or why something is none."""
        from wcafe.scan import find_sources

        # workers stand in another folder
        return find_sources((path.absolute() for path in paths), is_held=self._store.place.is_held)

    def take_in(
        self, found: "Iterable[Source | Unread]", *, by: object | None = None
    ) -> Iterator[TakenIn]:
        """Read, file and keep one picture after the other; yield what became of each.

        Each is kept whole before the next one is read, so whoever stops asking, or a disk that is
        full, leaves those before as they are. Cost: about a second a picture.

        Raises:
            CannotWrite: one cannot be kept, and is not. InDoubt: see there.
        """
        from wcafe.scan import read_sources

        with self._store.read() as work:
            known = KnownSheets.of(work.cafes.get(), work.plans.current(), work.sheet_forms.all())
        shapes = tuple(known.shapes())
        return (self._take_in(read, by) for read in read_sources(found, shapes))

    def _take_in(self, read: ReadPicture | Unread, by: object | None) -> TakenIn:
        if isinstance(read, Unread):
            name, status = read.path.name, PhotoStatus.UNREADABLE
            return TakenIn(name=name, leaf=read.leaf, status=status, error=read.error)
        return self.keep(read, by=by)

    def keep(self, read: ReadPicture, *, by: object | None = None) -> TakenIn:
        """File a picture that was read and keep it, unless the same is here: all of it or nothing.

        Raises: as `take_in`.
        """
        id_, came = PhotoId(new_id()), self._now()

        def keep(work: Work) -> TakenIn:
            here = work.photos.all()
            first = first_pictures(here)
            for each in here:
                if each.digest == read.digest:
                    return TakenIn(
                        name=read.name,
                        leaf=read.leaf,
                        status=PhotoStatus.TWICE,
                        photo=each,
                        is_known=True,
                    )
            known = KnownSheets.of(work.cafes.get(), work.plans.current(), work.sheet_forms.all())
            photo = work.photos.add(new_photo(read, known, id_=id_, came=came), read.jpeg)
            status = status_of(photo, first)
            return TakenIn(name=read.name, leaf=read.leaf, status=status, photo=photo)

        taken = self._store.write(keep)
        if not taken.is_known:
            self._changes.tell(Changed(Part.PHOTOS, by, frozenset({id_})))
        return taken
