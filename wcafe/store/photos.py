"""How pictures are kept: what is known of each in one table, its bytes in another.

So reading a café reads no picture. The bytes are not sealed as a table, whose hash would be made
anew over all of them with each picture that comes in: what is known of a picture has their hash.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId, Support
from wcafe.domain.photos import BoxRead, Photo, PhotoId, Shown, Unfiled
from wcafe.store.base import Row, ValueRow, is_said_again
from wcafe.store.types import Json, Moment, Word, listed, values_as_json


class Photos:
    """The pictures, in the order in which they came in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, seen: Iterable[Photo] = ()) -> tuple[Photo, ...]:
        """Return what is known of each; those `seen` before are read again if they changed."""
        known = {(photo.id, photo.version): photo for photo in seen}
        order = select(PhotoRow.id, PhotoRow.version).order_by(PhotoRow.position)
        here = [(PhotoId(id_), version) for id_, version in self._session.execute(order)]
        wanted = select(*PhotoRow.columns())
        if known:
            new = [id_ for id_, version in here if (id_, version) not in known]
            wanted = wanted.where(PhotoRow.id.in_(new))
        if not known or new:
            read = map(PhotoRow.read, self._session.execute(wanted))
            known |= {(photo.id, photo.version): photo for photo in read}
        return tuple(known[each] for each in here)

    def get(self, photo: PhotoId) -> Photo | None:
        """Return what is known of one; None where it is not here."""
        row = self._session.get(PhotoRow, photo)
        return None if row is None else row.to_value()

    def add(self, photo: Photo, jpeg: bytes) -> Photo:
        """Keep a new picture with its bytes; return what is known of it as stored."""
        last = self._session.scalar(select(func.max(PhotoRow.position)))
        row = PhotoRow.from_value(photo, position=0 if last is None else last + 1)
        self._session.add(row)
        self._session.flush()
        self._session.add(PhotoImageRow(photo_id=photo.id, jpeg=jpeg))
        self._session.flush()
        return row.to_value()

    def save(self, photo: Photo) -> Photo:
        """Keep what is known of a picture that is here; return it as stored.

        Raises:
            LookupError: there is no such picture.
            StaleDataError: what is known of it is older than what is kept.
        """
        kept = self._session.get(PhotoRow, photo.id)
        if kept is None:
            raise LookupError(photo.id)
        if is_said_again(kept.to_value(), photo):
            return kept.to_value()
        row = self._session.merge(PhotoRow.from_value(photo, position=kept.position))
        self._session.flush()
        return row.to_value()

    def jpeg(self, photo: PhotoId) -> bytes | None:
        """Return the bytes of a picture; None where it is not here."""
        return self._session.scalar(
            select(PhotoImageRow.jpeg).where(PhotoImageRow.photo_id == photo)
        )

    def remove(self, photo: PhotoId) -> None:
        """Take a picture out with its bytes; one that is not here is no error."""
        self._session.execute(delete(PhotoImageRow).where(PhotoImageRow.photo_id == photo))
        self._session.execute(delete(PhotoRow).where(PhotoRow.id == photo))
        self._session.expire_all()

    def altered(self) -> Iterator[tuple[PhotoId, str]]:
        """Yield the pictures whose bytes are gone or are not those that were kept, with names."""
        asked = select(PhotoRow.id, PhotoRow.name, PhotoRow.sha256).order_by(PhotoRow.position)
        for photo, name, sha256 in self._session.execute(asked).all():
            jpeg = self.jpeg(PhotoId(photo))
            if jpeg is None or hashlib.sha256(jpeg).hexdigest() != sha256:
                yield PhotoId(photo), name


def _read_box(kept: dict[str, Any]) -> BoxRead:
    return BoxRead(
        box=kept["box"],
        kind=Kind(kept["kind"]) if kept["kind"] is not None else None,
        support=Support(kept["support"]) if kept["support"] is not None else None,
        from_table=kept["from_table"],
        is_written=kept["is_written"],
        unsure=tuple(listed(kept["unsure"])),
        dots=kept.get("dots"),
    )


def _read_point(kept: Any) -> tuple[float, float]:
    across, down = listed(kept)
    return across, down


def _read_typed(kept: Any) -> tuple[int, NoteId]:
    box, note = listed(kept)
    return box, NoteId(note)


_POINTS = Json(
    lambda points: [list(point) for point in points],
    lambda kept: tuple(map(_read_point, listed(kept))),
)
_TYPED = Json(
    lambda typed: [list(pair) for pair in typed],
    lambda kept: tuple(map(_read_typed, listed(kept))),
)


class PhotoRow(ValueRow[Photo], value=Photo):
    """What is known of one picture."""

    __tablename__ = "photo"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    leaf: Mapped[int | None]
    digest: Mapped[str]
    came: Mapped[datetime] = mapped_column(Moment)
    taken: Mapped[datetime | None] = mapped_column(Moment)
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    sha256: Mapped[str]
    code: Mapped[str]
    unfiled: Mapped[Unfiled | None] = mapped_column(Word(Unfiled))
    table: Mapped[int | None]
    round: Mapped[int | None]
    page: Mapped[int]
    form: Mapped[str]
    turns: Mapped[int]
    corners: Mapped[tuple[tuple[float, float], ...]] = mapped_column(_POINTS)
    boxes: Mapped[tuple[BoxRead, ...]] = mapped_column(values_as_json(_read_box))
    typed: Mapped[tuple[tuple[int, NoteId], ...]] = mapped_column(_TYPED)
    alternative: Mapped[str]
    shown: Mapped[Shown] = mapped_column(Word(Shown))
    is_chosen: Mapped[bool]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}


class PhotoImageRow(Row):
    """The bytes of one picture."""

    __tablename__ = "photo_image"

    photo_id: Mapped[str] = mapped_column(
        ForeignKey("photo.id", ondelete="CASCADE"), primary_key=True
    )
    jpeg: Mapped[bytes] = mapped_column(LargeBinary)
