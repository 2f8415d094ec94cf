"""How the running café is kept: actual seats, a row each, apart from the planned ones."""

from collections import defaultdict
from typing import Any

from sqlalchemy import JSON, ForeignKey, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.live import Live
from wcafe.domain.people import PersonId
from wcafe.store.base import Row


class LiveSeats:
    """Where people really sat in this café."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Live:
        seats: defaultdict[int, list[tuple[PersonId, int]]] = defaultdict(list)
        for seat in self._session.execute(
            select(ActualSeatRow.round, ActualSeatRow.person_id, ActualSeatRow.table).order_by(
                "round", "table", "person_id"
            )
        ):
            seats[seat.round].append((PersonId(seat.person_id), seat.table))
        row = self._session.get(LiveRow, 1)
        return Live(
            actual=tuple(
                (round_, tuple(seats[round_])) for round_ in (row.recorded if row else ())
            ),
            version=row.version if row else 0,
        )

    def save(self, live: Live) -> Live:
        """Put `live` in the place of what is kept; return it as stored."""
        recorded = [round_ for round_, _seating in live.actual]
        self._session.merge(LiveRow(id=1, recorded=recorded, version=live.version or None))
        self._session.flush()
        self._session.execute(delete(ActualSeatRow))
        seats = [
            {"round": round_, "person_id": person, "table": table}
            for round_, seating in live.actual
            for person, table in seating
        ]
        if seats:
            self._session.execute(insert(ActualSeatRow), seats)
        return self.get()


class LiveRow(Row):
    """Which rounds have been recorded; there is one such row."""

    __tablename__ = "live"

    id: Mapped[int] = mapped_column(primary_key=True)
    recorded: Mapped[list[Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}


class ActualSeatRow(Row):
    """Where one person really sat in one round."""

    __tablename__ = "actual_seat"

    round: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    table: Mapped[int]
