"""How it is kept what stands on the badges that people hold: a row each."""

from collections.abc import Mapping

from sqlalchemy import ForeignKey, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.people import PersonId
from wcafe.store.base import Row


class Badges:
    """The badges of this café that were handed out, each as a hash of what is printed on it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def faces(self) -> dict[PersonId, str]:
        rows = self._session.execute(select(BadgeRow.person_id, BadgeRow.face))
        return {PersonId(person): face for person, face in rows}

    def replace(self, faces: Mapping[PersonId, str]) -> None:
        """Let these be the badges that people hold, and no others."""
        self._session.execute(delete(BadgeRow))
        if faces:
            rows = [{"person_id": person, "face": face} for person, face in faces.items()]
            self._session.execute(insert(BadgeRow), rows)


class BadgeRow(Row):
    """What is printed on the badge that one person holds; without a row there is no badge yet."""

    __tablename__ = "badge"

    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    face: Mapped[str]
