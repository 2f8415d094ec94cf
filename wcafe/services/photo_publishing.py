"""The pictures that are published, as they stand on paper and in files."""

import hashlib
from collections.abc import Mapping

from wcafe.domain.filed_by_hand import shape_on
from wcafe.domain.photo_words import file_name
from wcafe.domain.photos import Photo, PhotoId, Point
from wcafe.domain.sheet_layout import SheetShape
from wcafe.errors.pictures import LostPicture
from wcafe.i18n import ENGLISH
from wcafe.services.cafe import Snapshot
from wcafe.store import Store

_Key = tuple[str, int, str, tuple[Point, ...]]
"""All that the looks of a published picture hang on."""


class PhotoPublishing:
    """Makes the published pictures of one café; remembers those it made last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: Mapping[_Key, bytes] = {}

    def pictures(self, snapshot: Snapshot) -> Mapping[PhotoId, bytes]:
        """Return a small JPEG of each photo of `snapshot` that is published, and of no other.

        One that was removed meanwhile has none. They hold nothing but pixels: no camera, no place.

        Raises:
            LostPicture: the bytes of one of them are gone or are not those that were kept; its
                name is said.

        Cost: half a second for each one that is new.
        """
        known, made, found = self._made, {}, {}
        for photo in snapshot.handed_out.photos:
            key = (photo.sha256, photo.turns, photo.code, photo.corners)
            jpeg = known.get(key) or self._publish(photo)
            if jpeg is not None:
                made[key] = found[photo.id] = jpeg
        self._made = made
        return found

    def _publish(self, photo: Photo) -> bytes | None:
        with self._store.read() as work:  # one at a time: they are large
            jpeg, is_here = work.photos.jpeg(photo.id), work.photos.get(photo.id) is not None
        if not is_here:
            return None
        name = file_name(photo.name, photo.leaf, ENGLISH)
        if jpeg is None or hashlib.sha256(jpeg).hexdigest() != photo.sha256:
            raise LostPicture(name=name)
        from wcafe.scan import published_jpeg  # it loads what reads pictures

        shape = shape_on(photo)
        return published_jpeg(
            jpeg,
            name,
            turns=photo.turns,
            corners=photo.corners if shape is not None else (),
            shape=shape or SheetShape(),
        )
