"""How the café is kept: one row, with its rounds, tables and rules inside."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.agenda import Line, LineKind, Round
from wcafe.domain.cafe import Cafe, HostMode, Mode, Questions, Rules, Spare, Table
from wcafe.domain.kinds import Kind, KindLabel, Labels
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.errors import NotFound
from wcafe.store.base import ValueRow, is_said_again
from wcafe.store.types import LIST, SET, listed, value_as_json, values_as_json


class Cafes:
    """The café of this file. Lives as long as its unit of work.

    `known` is the café as it was read before, by its id, generation and version; while those are
    the same it is not read again, as everything that comes in looks at it.
    """

    def __init__(
        self, session: Session, known: dict[tuple[str, int, int], Cafe] | None = None
    ) -> None:
        self._session = session
        self._known = {} if known is None else known
        self._seen: tuple[str, int, int] | None = None  # by this unit of work

    def get(self) -> Cafe:
        version = self._version()
        cafe = self._known.get(version)
        if cafe is None:  # others may read another version meanwhile, and put that there
            asked = select(CafeRow).where(CafeRow.id == version[0])
            cafe = self._session.scalars(asked).one().to_value()
            self._known.clear()
            self._known[version] = cafe
        return cafe

    @property
    def generation(self) -> int:
        """Which time it is that the café was begun anew from a copy."""
        return self._version()[1]

    def save(self, cafe: Cafe) -> Cafe:
        """Insert or update the café; return it as stored."""
        self._seen = None
        kept = self._session.get(CafeRow, cafe.id)
        if kept is not None and is_said_again(kept.to_value(), cafe):
            return kept.to_value()
        if kept is not None:  # no edit leads back to an older one
            cafe = replace(cafe, generation=max(cafe.generation, kept.generation))
        row = self._session.merge(CafeRow.from_value(cafe))
        self._session.flush()
        return row.to_value()

    def begin_generation(self, least: int) -> int:
        """Let the café be of a newer generation, `least` or later; its version stays."""
        generation = max(self.generation + 1, least)
        self._session.execute(update(CafeRow).values(generation=generation))
        self._seen = None
        return generation

    def _version(self) -> tuple[str, int, int]:
        if self._seen is None:
            asked = select(CafeRow.id, CafeRow.generation, CafeRow.version)
            row = self._session.execute(asked).first()
            if row is None:
                raise NotFound
            self._seen = row.id, row.generation, row.version
        return self._seen


def _read_questions(kept: Mapping[str, Any]) -> Questions:
    return Questions(mode=Mode(kept["mode"]), texts=tuple(listed(kept["texts"])))


def _read_round(kept: Mapping[str, Any]) -> Round:
    day = kept.get("day")  # rounds of older files have none, and no name
    read = {
        "day": date.fromisoformat(day) if day else None,
        "listed": tuple(listed(kept.get("listed", []))),
    }
    return Round(**{**kept, **read})


def _read_line(kept: Mapping[str, Any]) -> Line:
    return Line(**{**kept, "kind": LineKind(kept["kind"])})


def _read_table(kept: Mapping[str, Any]) -> Table:
    sets = {name: frozenset(listed(kept[name])) for name in ("features", "closed") if name in kept}
    return Table(**{**kept, **sets, "listed": tuple(listed(kept.get("listed", [])))})


def _read_spare(kept: object) -> Spare:
    if kept == "usual":
        return "usual"
    if type(kept) is not int:
        raise ValueError(kept)
    return kept


def _read_parties(kept: list[list[str]]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(listed(party)) for party in listed(kept))


_RULES: Mapping[str, Callable[[Any], Any]] = {
    "hosts": HostMode,
    "mixed": lambda kept: tuple(listed(kept)),
    "apart": _read_parties,
    "together": _read_parties,
    "spare": _read_spare,
}
"""How those rules are read that JSON has no value for; the others are as they are kept."""

_YOUNGER_RULES = {"spare": 0}
"""What the rules say that older files do not have."""


def _read_rules(kept: Mapping[str, Any]) -> Rules:
    told = {**_YOUNGER_RULES, **kept}
    rules = {field.name: told[field.name] for field in fields(Rules)}
    return Rules(**{**rules, **{name: read(rules[name]) for name, read in _RULES.items()}})


def _read_label(kept: Mapping[str, Any]) -> KindLabel:
    return KindLabel(**{**kept, "kind": Kind(kept["kind"])})


def _read_publication(kept: Mapping[str, Any]) -> Publication:
    until = kept.get("amend_until")
    names = tuple(
        NameChoice(**{**each, "naming": Naming(each["naming"])})
        for each in listed(kept.get("names", []))
    )
    read = {"amend_until": date.fromisoformat(until) if until else None, "names": names}
    return Publication(**{**kept, **read})


class CafeRow(ValueRow[Cafe], value=Cafe):
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
    questions: Mapped[Questions] = mapped_column(value_as_json(_read_questions))
    rounds: Mapped[tuple[Round, ...]] = mapped_column(values_as_json(_read_round))
    agenda: Mapped[tuple[Line, ...]] = mapped_column(values_as_json(_read_line))
    tables: Mapped[tuple[Table, ...]] = mapped_column(values_as_json(_read_table))
    tables_chosen: Mapped[bool]
    seats: Mapped[int]
    rules: Mapped[Rules] = mapped_column(value_as_json(_read_rules))
    checked: Mapped[frozenset[str]] = mapped_column(SET)
    version: Mapped[int] = mapped_column()
    headcount: Mapped[int | None]
    prompts: Mapped[tuple[str, ...]] = mapped_column(LIST, default=(), server_default="[]")
    kind_labels: Mapped[Labels] = mapped_column(
        values_as_json(_read_label), default=(), server_default="[]"
    )
    words: Mapped[tuple[str, ...]] = mapped_column(LIST, default=(), server_default="[]")
    publication: Mapped[Publication] = mapped_column(
        value_as_json(_read_publication), default=Publication(), server_default="{}"
    )

    __mapper_args__ = {"version_id_col": version}
