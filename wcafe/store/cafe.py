"""How the café is kept: one row, with its rounds, tables and rules inside."""

from dataclasses import asdict
from datetime import date, time
from typing import Any

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.agenda import Line, LineId, LineKind, Round
from wcafe.domain.cafe import Cafe, CafeId, HostMode, Mode, Questions, Rules, Spare, Table
from wcafe.errors import NotFound
from wcafe.store.base import Row, is_said_again


class Cafes:
    """The café of this file. Lives as long as its unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Cafe:
        return self._row().to_value()

    def save(self, cafe: Cafe) -> Cafe:
        """Insert or update the café; return it as stored."""
        kept = self._session.get(CafeRow, cafe.id)
        if kept is not None and is_said_again(kept, cafe):
            return kept.to_value()
        row = self._session.merge(CafeRow.from_value(cafe))
        self._session.flush()
        return row.to_value()

    def _row(self) -> "CafeRow":
        row = self._session.scalars(select(CafeRow)).first()
        if row is None:
            raise NotFound
        return row


class CafeRow(Row):
    """The café; `id` and `generation` are what phones and copies know it by."""

    __tablename__ = "cafe"

    id: Mapped[str] = mapped_column(primary_key=True)
    generation: Mapped[int]
    title: Mapped[str]
    language: Mapped[str]
    day: Mapped[date | None]
    starts: Mapped[time]
    place: Mapped[str]
    purpose: Mapped[str]
    organiser: Mapped[str]
    licence: Mapped[str]
    questions: Mapped[dict[str, Any]] = mapped_column(JSON)
    rounds: Mapped[list[Any]] = mapped_column(JSON)
    agenda: Mapped[list[Any]] = mapped_column(JSON)
    tables: Mapped[list[Any]] = mapped_column(JSON)
    tables_chosen: Mapped[bool]
    seats: Mapped[int]
    rules: Mapped[dict[str, Any]] = mapped_column(JSON)
    checked: Mapped[list[Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def from_value(cls, cafe: Cafe) -> "CafeRow":
        return cls(
            id=cafe.id,
            generation=cafe.generation,
            title=cafe.title,
            language=cafe.language,
            day=cafe.day,
            starts=cafe.starts,
            place=cafe.place,
            purpose=cafe.purpose,
            organiser=cafe.organiser,
            licence=cafe.licence,
            questions={"mode": cafe.questions.mode, "texts": list(cafe.questions.texts)},
            rounds=[asdict(round_) for round_ in cafe.rounds],
            agenda=[asdict(line) for line in cafe.agenda],
            tables=[_plain(asdict(table)) for table in cafe.tables],
            tables_chosen=cafe.tables_chosen,
            seats=cafe.seats,
            rules=_plain(asdict(cafe.rules)),
            checked=sorted(cafe.checked),
            version=cafe.version or None,
        )

    def to_value(self) -> Cafe:
        return Cafe(
            id=CafeId(self.id),
            generation=self.generation,
            title=self.title,
            language=self.language,
            day=self.day,
            starts=self.starts,
            place=self.place,
            purpose=self.purpose,
            organiser=self.organiser,
            licence=self.licence,
            questions=Questions(
                mode=Mode(self.questions["mode"]), texts=tuple(self.questions["texts"])
            ),
            rounds=tuple(Round(**facts) for facts in self.rounds),
            agenda=tuple(_line(facts) for facts in self.agenda),
            tables=tuple(
                Table(**_thaw(facts, sets=("features", "closed"))) for facts in self.tables
            ),
            tables_chosen=self.tables_chosen,
            seats=self.seats,
            rules=Rules(
                hosts=HostMode(self.rules["hosts"]),
                distinct_tables=self.rules["distinct_tables"],
                return_home=self.rules["return_home"],
                mixed=tuple(self.rules["mixed"]),
                apart=tuple(map(frozenset, self.rules["apart"])),
                together=tuple(map(frozenset, self.rules["together"])),
                spare=_spare(self.rules.get("spare", 0)),  # older files do not say
            ),
            checked=frozenset(self.checked),
            version=self.version,
        )


def _line(facts: dict[str, Any]) -> Line:
    return Line(**{**facts, "id": LineId(facts["id"]), "kind": LineKind(facts["kind"])})


def _spare(kept: object) -> Spare:
    if kept == "usual":
        return "usual"
    if type(kept) is not int:
        raise ValueError(kept)
    return kept


def _plain(facts: Any) -> Any:
    """Return `facts` as JSON can hold them: sets and tuples as lists, sets sorted."""
    if isinstance(facts, dict):
        return {key: _plain(value) for key, value in facts.items()}
    if isinstance(facts, frozenset):
        return sorted(facts)
    if isinstance(facts, tuple):
        return [_plain(value) for value in facts]
    return facts


def _thaw(facts: dict[str, Any], *, sets: tuple[str, ...]) -> dict[str, Any]:
    return {key: frozenset(value) if key in sets else value for key, value in facts.items()}
