"""The seals of notes: a hash of all that a row says, kept in the row itself (TRUST.md 18).

There may be thousands of notes, so each has its own; `wcafe/store/seals.py` seals whole tables.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Mapped, mapped_column

from wcafe.domain.choice import Choice
from wcafe.store.types import as_kept

SEAL = "seal"
"""The name of the column."""


class Sealed:
    """What a row adds to its own columns that carries its seal."""

    __table__: ClassVar[Any]

    seal: Mapped[str] = mapped_column(default="", server_default="")

    @property
    def is_as_sealed(self) -> bool:
        return self.seal == seal_of(self._told())

    def seal_again(self) -> None:
        """Let the seal fit what the row says now."""
        self.seal = seal_of(self._told())

    def _told(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__table__.columns.keys()}  # noqa: SIM118


def seal_of(facts: Mapping[str, Any]) -> str:
    """Return the seal of a row that says `facts` by the names of its columns, its seal left out."""
    told = {name: fact for name, fact in facts.items() if name != SEAL}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=_plain).encode()).hexdigest()


def broken_seals(
    connection: Connection, row: type[Any], there: Set[str] | None = None
) -> Iterator[Mapping[str, Any]]:
    """Yield what those rows say, as it is kept, whose seals do not fit.

    An older café has only those columns that are `there`.
    """
    for facts in _rows(connection, row, there):
        if facts[SEAL] != seal_of(facts):
            yield facts


def seal_rows(connection: Connection, row: type[Any], *, but: Set[object] = frozenset()) -> None:
    """Seal all rows of a café that was brought up to date, `but` those with these keys."""
    key = row.__mapper__.primary_key[0]
    sealed = [
        {"of": facts[key.name], SEAL: seal_of(facts)}
        for facts in _rows(connection, row)
        if facts[key.name] not in but
    ]
    if sealed:
        connection.execute(update(row.__table__).where(key == bindparam("of")), sealed)


def _rows(
    connection: Connection, row: type[Any], there: Set[str] | None = None
) -> Iterator[Mapping[str, Any]]:
    names = [name for name in row.__table__.columns.keys() if there is None or name in there]  # noqa: SIM118
    for values in connection.execute(select(*(as_kept(getattr(row, name)) for name in names))):
        yield dict(zip(names, values, strict=True))


def _plain(fact: Any) -> Any:
    if isinstance(fact, date):
        return fact.isoformat()
    return fact.value if isinstance(fact, Choice) else asdict(fact)
