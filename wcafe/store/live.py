"""How the running café is kept: actual seats, a row each, apart from the planned ones."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, delete, false, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.live import Clock, Live
from wcafe.domain.people import PersonId
from wcafe.store.base import Row, ValueRow
from wcafe.store.types import LIST, Json


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
        if row is None:
            return Live()
        return row.to_value(actual=tuple((round_, tuple(seats[round_])) for round_ in row.recorded))

    def clock(self) -> tuple[Clock | None, bool]:
        """Return the clock, if one is set, and whether the café is over; no seats are read."""
        row = self._session.execute(select(LiveRow.clock, LiveRow.is_over)).first()
        return (None, False) if row is None else (row.clock, row.is_over)

    def save(self, live: Live) -> Live:
        """Put `live` in the place of what is kept; return it as stored."""
        recorded = tuple(round_ for round_, _seating in live.actual)
        row = self._session.merge(LiveRow.from_value(live, id=1, recorded=recorded))
        row.edits = (row.edits or 0) + 1  # so that a change of seats alone counts too
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


def _keep_clock(clock: Clock) -> dict[str, Any]:
    deadline = clock.deadline.isoformat() if clock.deadline else None
    began = clock.began.isoformat() if clock.began else None
    return {"step": clock.step, "deadline": deadline, "left": clock.left, "began": began}


def _read_clock(facts: dict[str, Any]) -> Clock:
    deadline = facts["deadline"] and datetime.fromisoformat(facts["deadline"])
    began = facts.get("began") and datetime.fromisoformat(facts["began"])  # not before schema 9
    return Clock(step=facts["step"], deadline=deadline, left=facts["left"], began=began)


class LiveRow(ValueRow[Live], value=Live):
    """Which rounds have been recorded, and the clock; there is one such row."""

    __tablename__ = "live"

    id: Mapped[int] = mapped_column(primary_key=True)
    recorded: Mapped[tuple[int, ...]] = mapped_column(LIST)
    clock: Mapped[Clock | None] = mapped_column(Json(_keep_clock, _read_clock, may_lack=True))
    edits: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()
    is_over: Mapped[bool] = mapped_column(server_default=false())

    __mapper_args__ = {"version_id_col": version}


class ActualSeatRow(Row):
    """Where one person really sat in one round."""

    __tablename__ = "actual_seat"

    round: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    table: Mapped[int]
