"""How people are kept: a row each, with a version each."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Table, bindparam, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.people import Person, PersonId, Role
from wcafe.store.base import Row


class People:
    """The people of this café, in the order they were added."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Person, ...]:
        rows = self._session.scalars(select(PersonRow).order_by(PersonRow.position))
        return tuple(row.to_value() for row in rows)

    def save(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Insert or update `people`; return them as stored.

        Raises:
            StaleDataError: one of them is older than the one kept.
        """
        kept = {row.id: row for row in self._session.scalars(select(PersonRow))}
        place = max((row.position for row in kept.values()), default=-1)
        saved = []
        for person in people:
            row = PersonRow.from_value(person)
            if before := kept.get(person.id):
                row.position = before.position
                saved.append(self._session.merge(row))
            else:
                place += 1
                row.position = place
                self._session.add(row)
                saved.append(row)
        self._session.flush()
        return tuple(row.to_value() for row in saved)

    def remove(self, people: Iterable[PersonId]) -> None:
        """Take `people` out, with their seats; who is not here is no error."""
        self._session.execute(delete(PersonRow).where(PersonRow.id.in_(list(people))))
        self._session.expire_all()

    def order(self, people: Iterable[PersonId]) -> None:
        """Put `people` in that order; the others keep theirs, behind them."""
        places = {person: place for place, person in enumerate(people)}
        rows = list(self._session.scalars(select(PersonRow).order_by(PersonRow.position)))
        rows = sorted(rows, key=lambda row: places.get(PersonId(row.id), len(places)))
        moved = [
            {"person": row.id, "place": place}
            for place, row in enumerate(rows)
            if row.position != place
        ]
        if moved:  # past the versions: a place is no fact about a person
            table = PersonRow.__table__
            assert isinstance(table, Table)
            move = update(table).where(table.c.id == bindparam("person"))
            self._session.connection().execute(move.values(position=bindparam("place")), moved)
        self._session.expire_all()


class PersonRow(Row):
    """One person."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    given: Mapped[str]
    family: Mapped[str]
    email: Mapped[str]
    organisation: Mapped[str]
    group: Mapped[str]
    languages: Mapped[list[Any]] = mapped_column(JSON)
    needs: Mapped[list[Any]] = mapped_column(JSON)
    role: Mapped[str]
    willing: Mapped[bool]
    host_of: Mapped[int | None]
    stays_at: Mapped[int | None]
    present: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str]
    code: Mapped[str]
    attributes: Mapped[list[Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def from_value(cls, person: Person) -> "PersonRow":
        return cls(
            id=person.id,
            given=person.given,
            family=person.family,
            email=person.email,
            organisation=person.organisation,
            group=person.group,
            languages=list(person.languages),
            needs=list(person.needs),
            role=person.role.value,
            willing=person.willing,
            host_of=person.host_of,
            stays_at=person.stays_at,
            present=None if person.present is None else sorted(person.present),
            note=person.note,
            code=person.code,
            attributes=[list(pair) for pair in person.attributes],
            version=person.version or None,
        )

    def to_value(self) -> Person:
        return Person(
            id=PersonId(self.id),
            given=self.given,
            family=self.family,
            email=self.email,
            organisation=self.organisation,
            group=self.group,
            languages=tuple(self.languages),
            needs=tuple(self.needs),
            role=Role(self.role),
            willing=self.willing,
            host_of=self.host_of,
            stays_at=self.stays_at,
            present=None if self.present is None else frozenset(self.present),
            note=self.note,
            code=self.code,
            attributes=tuple((name, value) for name, value in self.attributes),
            version=self.version,
        )
