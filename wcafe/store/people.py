"""How people are kept: a row each, with a version each."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, false, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.people import Person, PersonId, Role
from wcafe.store.base import ValueRow, is_said_again
from wcafe.store.types import LIST, PAIRS, SET_OR_NONE, Word

_MANY = 500  # people beyond which all are read: so many ids make a statement slow


class People:
    """The people of this café, in the order they were added.

    `known` are people as they were read before; those of the same version are not read again,
    as the desk asks for all of them after each change of one. Somebody who was taken out and
    comes back begins at version 1 again, so `known` has to be given up once `has_removed`.
    """

    def __init__(self, session: Session, known: dict[PersonId, Person]) -> None:
        self._session = session
        self._known = known
        self.has_removed = False

    def all(self) -> tuple[Person, ...]:
        heads = self._session.execute(
            select(PersonRow.id, PersonRow.version).order_by(PersonRow.position)
        )
        here: dict[str, Person | None] = {}
        for id_, version in heads:
            person = self._known.get(PersonId(id_))
            here[id_] = person if person is not None and person.version == version else None
        new = [id_ for id_, person in here.items() if person is None]
        kept = map(PersonRow.read, self._rows(new, *PersonRow.columns()))
        read = {person.id: person for person in kept}
        self._known.update(read)
        return tuple(person or read[PersonId(id_)] for id_, person in here.items())

    def save(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Insert or update `people`; return them as stored.

        Raises:
            StaleDataError: one of them is older than the one kept.
        """
        wanted = tuple(people)
        kept = {row.id: row for (row,) in self._rows([person.id for person in wanted], PersonRow)}
        last = self._session.scalar(select(func.max(PersonRow.position)))
        place = -1 if last is None else last
        saved = []
        for person in wanted:
            row = PersonRow.from_value(person)
            before = kept.get(person.id)
            if before is not None and is_said_again(before.to_value(), person):
                saved.append(before)
            elif before is not None:
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
        gone = list(people)
        if not gone:
            return
        self.has_removed = True
        self._session.execute(delete(PersonRow).where(PersonRow.id.in_(gone)))
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

    def _rows(self, people: Sequence[str], *what: Any) -> Iterable[Any]:
        """Return what is kept of `people`, and of others as well if they are many."""
        if not people:
            return ()
        asked = select(*what)
        if len(people) <= _MANY:
            asked = asked.where(PersonRow.id.in_(people))
        return self._session.execute(asked)


class PersonRow(ValueRow[Person], value=Person):
    """One person."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    given: Mapped[str]
    family: Mapped[str]
    email: Mapped[str]
    organisation: Mapped[str]
    group: Mapped[str]
    languages: Mapped[tuple[str, ...]] = mapped_column(LIST)
    needs: Mapped[tuple[str, ...]] = mapped_column(LIST)
    role: Mapped[Role] = mapped_column(Word(Role))
    willing: Mapped[bool]
    host_of: Mapped[int | None]
    stays_at: Mapped[int | None]
    present: Mapped[frozenset[int] | None] = mapped_column(SET_OR_NONE)
    note: Mapped[str]
    code: Mapped[str]
    attributes: Mapped[tuple[tuple[str, str], ...]] = mapped_column(PAIRS)
    version: Mapped[int] = mapped_column()
    arrived: Mapped[bool] = mapped_column(server_default=false())
    may_be_named: Mapped[bool] = mapped_column(default=False, server_default=false())
    no_photo: Mapped[bool] = mapped_column(default=False, server_default=false())

    __mapper_args__ = {"version_id_col": version}
