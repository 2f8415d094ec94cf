"""How the plan is kept: one current plan, its people in order, a row a planned seat."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.cafe import MOST_TABLES
from wcafe.domain.people import PersonId
from wcafe.domain.plan import Certificate, Joker, Plan, PlanId, Remark
from wcafe.errors import EditedElsewhere
from wcafe.store.base import Row, ValueRow

_HOSTED, _JOKERS = "hosted", "jokers"
"""Kept beside what is proven: as there, nothing ever looks for a part of it."""


class Plans:
    """The current plan of this café.

    `known` is the plan as it was read before; it has to be given up once `has_changed`, and
    where people were taken out, as their seats go with them.
    """

    def __init__(self, session: Session, known: dict[PlanId, Plan]) -> None:
        self._session = session
        self._known = known
        self.has_changed = False

    def current(self) -> Plan | None:
        row = self._session.scalars(select(PlanRow)).first()
        if row is None:
            return None
        plan = None if self.has_changed else self._known.get(PlanId(row.id))
        if plan is None or plan.version != row.version:
            plan = self._known[PlanId(row.id)] = self._read(row)
        return plan

    def _read(self, row: "PlanRow") -> Plan:
        people = self._session.scalars(select(PlannedPersonRow).order_by("position")).all()
        seats: list[dict[str, int]] = [{} for _ in range(row.rounds)]
        for seat in self._session.execute(
            select(PlannedSeatRow.round, PlannedSeatRow.person_id, PlannedSeatRow.table)
        ):
            seats[seat.round][seat.person_id] = seat.table
        return row.to_value(
            people=tuple(PersonId(person.person_id) for person in people),
            seats=tuple(tuple(taken.get(p.person_id) for p in people) for taken in seats),
            hosts={PersonId(p.person_id): p.host_of for p in people if p.host_of is not None},
            hosted=_hosted(row.proven),
            jokers=_jokers(row.proven, row.rounds),
            certificate=_certificate(row.proven),
        )

    def save(self, plan: Plan) -> Plan:
        """Put `plan` in the place of the current one; return it as stored.

        Raises:
            EditedElsewhere: the current plan is not the one `plan` was made from.
        """
        before = self._session.scalars(select(PlanRow)).first()
        if (before.version if before else 0) != plan.version:
            raise EditedElsewhere
        self.remove()
        proven = {
            **asdict(plan.certificate),
            _HOSTED: [[*where, person] for where, person in plan.hosted.items()],
            _JOKERS: [[each.id, each.number, each.route] for each in plan.jokers],
        }
        version = plan.version + 1  # the row is always a new one: no mapper counts it
        row = PlanRow.from_value(plan, rounds=plan.rounds, proven=proven, version=version)
        self._session.add(row)
        self._session.flush()
        self._insert_seats(plan)
        saved = self.current()
        assert saved is not None
        return saved

    def remove(self) -> None:
        """Let there be no plan."""
        self.has_changed = True
        for table in (PlannedSeatRow, PlannedPersonRow, PlanRow):
            self._session.execute(delete(table))
        self._session.expunge_all()

    def _insert_seats(self, plan: Plan) -> None:
        if plan.people:
            self._session.execute(
                insert(PlannedPersonRow),
                [
                    {"person_id": person, "position": place, "host_of": plan.hosts.get(person)}
                    for place, person in enumerate(plan.people)
                ],
            )
        seats = [
            {"round": round_, "person_id": person, "table": table}
            for round_, row in enumerate(plan.seats)
            for person, table in zip(plan.people, row, strict=True)
            if table is not None
        ]
        if seats:
            self._session.execute(insert(PlannedSeatRow), seats)


def _certificate(facts: dict[str, Any]) -> Certificate:
    pairs = tuple((name, share) for name, share in facts["balance"])
    remarks = tuple(map(_remark, facts["notices"]))
    told = {name: fact for name, fact in facts.items() if name not in (_HOSTED, _JOKERS)}
    return Certificate(**{**told, "balance": pairs, "notices": remarks})


def _hosted(facts: dict[str, Any]) -> dict[tuple[int, int], PersonId]:
    rows = facts.get(_HOSTED, ())
    return {(round_, table): PersonId(person) for round_, table, person in rows}


def _jokers(facts: dict[str, Any], rounds: int) -> tuple[Joker, ...]:
    """Return the spare routes. Raises ValueError for what is none."""
    jokers = tuple(
        Joker(id=PersonId(person), number=int(number), route=tuple(route))
        for person, number, route in facts.get(_JOKERS, ())
    )
    for joker in jokers:
        UUID(joker.id)  # the code on its badge
        tables = [table for table in joker.route if table is not None]
        is_sound = all(type(table) is int and 0 <= table < MOST_TABLES for table in tables)
        if len(joker.route) != rounds or not is_sound:
            raise ValueError(joker)
    return jokers


def _remark(kept: Any) -> Remark:
    """Return a remark; files of before 0.1.0 have a sentence in one language."""
    if isinstance(kept, str):
        return Remark(kept.replace("{", "{{").replace("}", "}}"))
    return Remark(**kept)


class PlanRow(ValueRow[Plan], value=Plan):
    """The current plan: what it was made for and what is proven about it."""

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(primary_key=True)
    tables: Mapped[int]
    rounds: Mapped[int]
    from_round: Mapped[int]
    made_for: Mapped[str]
    proven: Mapped[dict[str, Any]] = mapped_column("certificate", JSON)
    version: Mapped[int] = mapped_column()


class PlannedPersonRow(Row):
    """One person the plan knows, in its order, and the table that person hosts."""

    __tablename__ = "planned_person"

    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int]
    host_of: Mapped[int | None]


class PlannedSeatRow(Row):
    """Where one person is planned to sit in one round. Actual seats are `store.live`'s."""

    __tablename__ = "planned_seat"

    round: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    table: Mapped[int]
