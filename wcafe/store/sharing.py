"""How a file remembers that its café is on a server: it is a keepsake then."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.sharing import Sharing
from wcafe.errors.sharing import SharedElsewhere
from wcafe.store.base import ValueRow
from wcafe.store.types import Moment


class Sharings:
    """Where the café of this file went, if it did."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Sharing | None:
        row = self._session.get(SharingRow, 1)
        return None if row is None else row.to_value()

    def keep(self, sharing: Sharing) -> None:
        """Let the file be a keepsake from this commit on."""
        self._session.merge(SharingRow.from_value(sharing, id=1))
        self._session.flush()

    def forget(self) -> None:
        """Let the file be the café again."""
        self._session.execute(delete(SharingRow))


class SharingRow(ValueRow[Sharing], value=Sharing):
    """Where it went; there is one such row, or none, and none on a server."""

    __tablename__ = "sharing"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]
    since: Mapped[datetime] = mapped_column(Moment)


def require_here(connection: Connection, path: Path) -> None:
    """Refuse to write a file whose café is on a server. Raises SharedElsewhere."""
    address = connection.execute(select(SharingRow.address)).scalar()
    if address is not None:
        raise SharedElsewhere(path=path, address=address)
