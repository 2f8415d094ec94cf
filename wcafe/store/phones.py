"""How phones are kept that came in, and where the way in for them was."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.notes import NoteId
from wcafe.domain.phones import LetIn, Phone, Station
from wcafe.domain.settling import DeviceId
from wcafe.store.base import ValueRow
from wcafe.store.note_rows import RevisionRow
from wcafe.store.types import LIST, Moment, Word


class Phones:
    """The phones of this café, in the order in which they came in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Phone, ...]:
        rows = self._session.execute(
            select(*PhoneRow.columns()).order_by(PhoneRow.came, PhoneRow.id)
        )
        return tuple(map(PhoneRow.read, rows))

    def get(self, phone: DeviceId) -> Phone | None:
        row = self._session.get(PhoneRow, phone)
        return None if row is None else row.to_value()

    def some(self, phones: Iterable[DeviceId]) -> dict[DeviceId, Phone]:
        """Return those of `phones` that came in, by their ids."""
        asked = select(*PhoneRow.columns()).where(PhoneRow.id.in_(tuple(phones)))
        return {phone.id: phone for phone in map(PhoneRow.read, self._session.execute(asked))}

    def of_token(self, token_hash: str) -> Phone | None:
        """Return the phone of which that is the hash of its token, revoked or not."""
        asked = select(*PhoneRow.columns()).where(PhoneRow.token_hash == token_hash)
        facts = self._session.execute(asked).first()
        return None if facts is None else PhoneRow.read(facts)

    def wrote_last(self, phone: DeviceId, since: str) -> dict[NoteId, int]:
        """Return the notes of which nobody but `phone` has said anything since.

        Each with the revision that stood before it; 0 where there was none.

        Args:
            phone: whoever is to have said the last of it.
            since: ISO 8601, UTC.
        """
        theirs = (RevisionRow.device_id == phone) & (RevisionRow.came >= since)
        found: dict[NoteId, int] = {}
        for id_ in self._session.scalars(select(RevisionRow.note_id).where(theirs).distinct()):
            said = self._session.execute(
                select(RevisionRow.rev, theirs)
                .where(RevisionRow.note_id == id_)
                .order_by(RevisionRow.rev.desc())
            ).all()
            before = next((rev for rev, is_theirs in said if not is_theirs), 0)
            if before != said[0][0]:  # nobody came after them
                found[NoteId(id_)] = before
        return found

    def put(self, phone: Phone) -> None:
        """Keep `phone`; its device has to be known, see `Notes.meet`."""
        self._session.merge(PhoneRow.from_value(phone))
        self._session.flush()


class Stations:
    """What the café remembers of the way in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Station:
        row = self._session.get(StationRow, 1)
        return Station() if row is None else row.to_value()

    def save(self, station: Station) -> Station:
        self._session.merge(StationRow.from_value(station, id=1))
        self._session.flush()
        return station


class PhoneRow(ValueRow[Phone], value=Phone):
    """One phone that came in."""

    __tablename__ = "phone"

    id: Mapped[str] = mapped_column(ForeignKey("device.id"), primary_key=True)
    name: Mapped[str]
    tables: Mapped[tuple[int, ...]] = mapped_column(LIST)
    came: Mapped[datetime] = mapped_column(Moment)
    token_hash: Mapped[str] = mapped_column(unique=True)
    revoked: Mapped[datetime | None] = mapped_column(Moment)


class StationRow(ValueRow[Station], value=Station):
    """The way in; there is one such row, or none."""

    __tablename__ = "station"

    id: Mapped[int] = mapped_column(primary_key=True)
    port: Mapped[int | None]
    epoch: Mapped[int]
    origins: Mapped[tuple[str, ...]] = mapped_column(LIST)
    is_over: Mapped[bool]
    on_paper: Mapped[tuple[int, ...]] = mapped_column(LIST)
    let_in: Mapped[LetIn] = mapped_column(Word(LetIn))
    has_no_photos: Mapped[bool]
    message: Mapped[str]
