"""How values that SQLite has no column for are kept in one: words of a set, and JSON.

A column is given two functions, from the value to what is kept and back. What is kept never
changes with the code: a file of any version holds the same words and the same JSON.
"""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import JSON, Date, Dialect, SQLColumnExpression, String, type_coerce
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

from wcafe.domain.choice import Choice

C = TypeVar("C", bound=Choice)


class Word(TypeDecorator[C]):
    """One of a fixed set of words, kept as text.

    Reading a word that only a later wcafe knows raises UnknownChoice.
    """

    impl = String
    cache_ok = True

    def __init__(self, choice: type[C]) -> None:
        super().__init__()
        self.choice = choice
        self._words = {word.value: word for word in choice}  # asking the set itself takes longer

    def process_bind_param(self, value: C | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> C | None:
        return None if value is None else self._words.get(value) or self.choice(value)


class Json(TypeDecorator[Any]):
    """A value kept as JSON: `keep` makes lists and dictionaries of it, `read` makes it of them.

    Where it `may_lack`, None is kept as NULL and neither function is asked.
    """

    impl = JSON
    cache_ok = True

    def __init__(
        self,
        keep: Callable[[Any], Any],
        read: Callable[[Any], Any],
        *,
        may_lack: bool = False,
    ) -> None:
        super().__init__(none_as_null=may_lack)
        self.keep = keep
        self.read = read
        self.may_lack = may_lack

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None and self.may_lack else self.keep(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None and self.may_lack else self.read(value)


class Moment(TypeDecorator[datetime]):
    """A moment, with its time zone where it has one, kept as text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def listed(kept: Any) -> list[Any]:
    """Return what was kept as a list; a text would be one of letters. Raises TypeError."""
    if type(kept) is not list:
        raise TypeError(kept)
    return kept


def _pairs(kept: Any) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in map(listed, listed(kept)))


LIST = Json(list, lambda kept: tuple(listed(kept)))
PAIRS = Json(lambda pairs: [list(pair) for pair in pairs], _pairs)
SET = Json(sorted, lambda kept: frozenset(listed(kept)))
SET_OR_NONE = Json(sorted, lambda kept: frozenset(listed(kept)), may_lack=True)


def value_as_json(read: Callable[[Any], Any]) -> Json:
    """Return the type of a column for a dataclass, kept as a dictionary of its fields."""
    return Json(lambda value: _plain(asdict(value)), read)


def values_as_json(read: Callable[[Any], Any]) -> Json:
    """Return the same for a tuple of dataclasses; `read` makes one of them."""
    return Json(
        lambda values: [_plain(asdict(value)) for value in values],
        lambda kept: tuple(read(one) for one in listed(kept)),
    )


def _plain(facts: Any) -> Any:
    """Return `facts` as JSON can hold them: sets and tuples as lists, sets sorted, days as text."""
    if isinstance(facts, dict):
        return {key: _plain(value) for key, value in facts.items()}
    if isinstance(facts, frozenset):
        return sorted(facts)
    if isinstance(facts, tuple):
        return [_plain(value) for value in facts]
    if isinstance(facts, date):
        return facts.isoformat()
    return facts


def as_kept(column: InstrumentedAttribute[Any]) -> SQLColumnExpression[Any]:
    """Return `column` to be read as it lies in the file, whatever it means."""
    kind = column.type
    if isinstance(kind, Date):  # kept as a text
        return type_coerce(column, String())
    return type_coerce(column, kind.impl_instance) if isinstance(kind, TypeDecorator) else column
