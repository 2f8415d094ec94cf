"""Reading a problem from JSON (PRODUCT.md, Problem JSON). Nothing in it is trusted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_args
from unicodedata import category

from wcafe.errors import BadProblem
from wcafe.solver.problem import Group, Guest, HostMode, Pin, Problem, TableSpec

T = TypeVar("T")

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")  # controls, halves of characters, breaks of lines
_MOST_TIMES = 1000  # that two people met before

_KEYS = {each.name for each in fields(Problem)} - {"host_mode", "fills_hosts"}
_TABLE_KEYS = {"min", "max", *(each.name for each in fields(TableSpec))} - {"fewest", "most"}
_GUEST_KEYS = {each.name for each in fields(Guest)}


def read_problem(data: object) -> Problem:
    """Return the problem that `data`, parsed JSON, describes. Ids may be texts or numbers.

    Raises:
        BadProblem: something is missing or of the wrong kind; says where.
    """
    facts = _mapping(data, "problem", known=_KEYS)
    hosts = _mapping(facts.get("hosts") or {}, "hosts", known=("mode", "tables"))
    mode = hosts.get("mode", "none")
    if mode not in get_args(HostMode):
        raise BadProblem(key="hosts.mode")
    return Problem(
        rounds=_whole(facts.get("rounds"), "rounds"),
        tables=_each(facts.get("tables"), "tables", _table),
        people=_each(facts.get("people"), "people", _guest),
        host_mode=mode,
        hosts={
            _text(person, "hosts.tables"): _whole(table, "hosts.tables")
            for person, table in _mapping(hosts.get("tables") or {}, "hosts.tables").items()
        },
        distinct_tables=_flag(facts, "distinct_tables"),
        return_home=_flag(facts, "return_home"),
        carousel=_flag(facts, "carousel"),
        apart=_each(facts.get("apart") or [], "apart", _group),
        together=_each(facts.get("together") or [], "together", _group),
        pins=_each(facts.get("pins") or [], "pins", _pin),
        balance={n: _weight(w, "balance") for n, w in _attributes(facts, "balance")},
        max_same={n: _whole(most, "max_same") for n, most in _attributes(facts, "max_same")},
        previous=_previous(facts.get("previous")),
        from_round=_whole(facts.get("from_round", 0), "from_round"),
        met_before=_each(facts.get("met_before") or [], "met_before", _acquaintance),
    )


def _table(data: object, key: str) -> TableSpec:
    facts = _mapping(data, key, known=_TABLE_KEYS)
    fewest, most = _whole(facts.get("min", 0), f"{key}.min"), _whole(facts.get("max"), f"{key}.max")
    if fewest > most:
        raise BadProblem(key=f"{key}.min")
    zone = facts.get("zone")
    return TableSpec(
        fewest=fewest,
        most=most,
        features=frozenset(_each(facts.get("features") or [], f"{key}.features", _text)),
        zone=None if zone is None else _text(zone, f"{key}.zone"),
        closed=frozenset(_each(facts.get("closed") or [], f"{key}.closed", _whole)),
    )


def _guest(data: object, key: str) -> Guest:
    facts = _mapping(data, key)
    identity = _text(facts.get("id"), f"{key}.id")
    facts = _mapping(data, key, known=_GUEST_KEYS)
    present, fixed = facts.get("present"), facts.get("fixed_table")
    attributes = _mapping(facts.get("attributes") or {}, f"{key}.attributes")
    return Guest(
        id=identity,
        attributes={
            _text(n, f"{key}.attributes"): _text(v, f"{key}.attributes")
            for n, v in attributes.items()
            if v is not None
        },
        languages=frozenset(_each(facts.get("languages") or [], f"{key}.languages", _text)),
        needs=frozenset(_each(facts.get("needs") or [], f"{key}.needs", _text)),
        present=None if present is None else frozenset(_each(present, f"{key}.present", _whole)),
        fixed_table=None if fixed is None else _whole(fixed, f"{key}.fixed_table"),
        willing=_flag(facts, "willing"),
        choices=_each(facts.get("choices") or [], f"{key}.choices", _text),
        printed=_flag(facts, "printed"),
    )


def _group(data: object, key: str) -> Group:
    if isinstance(data, dict):
        facts = _mapping(data, key, known=("ids", "rounds"))
        rounds = facts.get("rounds")
        return Group(
            ids=_each(facts.get("ids"), f"{key}.ids", _text),
            rounds=None if rounds is None else frozenset(_each(rounds, f"{key}.rounds", _whole)),
        )
    return Group(ids=_each(data, key, _text))


def _pin(data: object, key: str) -> Pin:
    facts = _mapping(data, key, known=("id", "round", "table"))
    return Pin(
        id=_text(facts.get("id"), f"{key}.id"),
        round=_whole(facts.get("round"), f"{key}.round"),
        table=_whole(facts.get("table"), f"{key}.table"),
    )


def _acquaintance(data: object, key: str) -> tuple[str, str, int]:
    if not isinstance(data, list) or len(data) != 3:
        raise BadProblem(key=key)
    times = _whole(data[2], key)
    if times > _MOST_TIMES:
        raise BadProblem(key=key)
    return _text(data[0], key), _text(data[1], key), times


def _previous(data: object) -> tuple[tuple[int | None, ...], ...] | None:
    def row(data: object, key: str) -> tuple[int | None, ...]:
        return _each(data, key, lambda t, k: None if t is None else _whole(t, k))

    return None if data is None else _each(data, "previous", row)


def _each(data: object, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    if not isinstance(data, list):
        raise BadProblem(key=key)
    return tuple(read(item, f"{key}[{place}]") for place, item in enumerate(data))


def _mapping(data: object, key: str, *, known: Iterable[str] | None = None) -> Mapping[str, Any]:
    """Return `data` if it is an object, with none but the `known` keys where those are given.

    A rule whose key is misspelt would else be left out in silence.
    """
    if not isinstance(data, dict):
        raise BadProblem(key=key)
    if known is not None and (strange := [name for name in data if name not in known]):
        raise BadProblem(key=strange[0] if key == "problem" else f"{key}.{strange[0]}")
    return data


def _attributes(facts: Mapping[str, Any], key: str) -> list[tuple[str, object]]:
    return [(_text(n, key), v) for n, v in _mapping(facts.get(key) or {}, key).items()]


def _whole(data: object, key: str) -> int:
    if not isinstance(data, int) or isinstance(data, bool) or data < 0:
        raise BadProblem(key=key)
    return data


def _weight(data: object, key: str) -> float:
    if not isinstance(data, int | float) or isinstance(data, bool) or not 0 <= data < 1e6:
        raise BadProblem(key=key)
    return float(data)


def _text(data: object, key: str) -> str:
    """Return a text that can be printed in one line; numbers are texts too."""
    if not isinstance(data, str | int) or isinstance(data, bool):
        raise BadProblem(key=key)
    if any(category(character) in _UNPRINTABLE for character in str(data)):
        raise BadProblem(key=key)
    return str(data)


def _flag(facts: Mapping[str, Any], key: str) -> bool:
    if not isinstance(value := facts.get(key, False), bool | None):
        raise BadProblem(key=key)
    return bool(value)
