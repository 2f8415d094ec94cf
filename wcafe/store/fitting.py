"""Is a value what its type says, all the way down? A file may hold anything in its JSON."""

import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NewType,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

from wcafe.domain.cafe import CafeId
from wcafe.domain.lengths import LONG, Longest
from wcafe.domain.notes import NoteId
from wcafe.domain.people import PersonId

_Fits = Callable[[Any], bool]
_MOST = 2**53  # in JSON greater numbers are not exact
_UUIDS = (CafeId, NoteId, PersonId)
"""Names from which others are derived, such as the code on a badge."""


def fits(value: object, hint: object) -> bool:
    """Return whether `value` is one of the type `hint`, and all in it what its fields say.

    Numbers are finite, texts no longer than their fields say and free of control characters.
    """
    return _fit_of(hint)(value)


@cache
def _fit_of(hint: Any) -> _Fits:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, NewType):
        return _is_uuid if hint in _UUIDS else _fit_of(hint.__supertype__)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _fit_annotated(inner)
    if origin is Literal:
        return lambda value: value in inner
    if origin in (Union, UnionType):
        some = [_fit_of(each) for each in inner]
        return lambda value: any(fit(value) for fit in some)
    if origin is tuple:
        return _fit_tuple(inner)
    if origin is frozenset:
        each = _fit_of(inner[0])
        return lambda value: type(value) is frozenset and all(map(each, value))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _fit_mapping(*map(_fit_of, inner))
    if is_dataclass(hint):
        return _fit_dataclass(cast(type, hint))
    return lambda value: isinstance(value, hint)


def _fit_annotated(inner: tuple[Any, ...]) -> _Fits:
    kind = _fit_of(inner[0])
    most = min((told.characters for told in inner[1:] if isinstance(told, Longest)), default=LONG)
    return lambda value: kind(value) and len(value) <= most


def _fit_tuple(inner: tuple[Any, ...]) -> _Fits:
    if inner[-1] is Ellipsis:
        each = _fit_of(inner[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    fits_each = [_fit_of(hint) for hint in inner]
    return lambda value: (
        type(value) is tuple
        and len(value) == len(fits_each)
        and all(fit(held) for fit, held in zip(fits_each, value, strict=True))
    )


def _fit_mapping(key: _Fits, held: _Fits) -> _Fits:
    return lambda value: (
        isinstance(value, Mapping) and all(key(k) and held(v) for k, v in value.items())
    )


def _fit_dataclass(kind: type) -> _Fits:
    hints = get_type_hints(kind, include_extras=True)
    told = [(each.name, _fit_of(hints[each.name])) for each in fields(cast(Any, kind)) if each.init]
    return lambda value: (
        type(value) is kind and all(fit(getattr(value, name)) for name, fit in told)
    )


def _is_text(value: object) -> bool:
    if type(value) is not str or len(value) > LONG:
        return False
    return value.isprintable() or not any(c < " " and c != "\n" for c in value)


def _is_uuid(value: object) -> bool:
    try:
        return type(value) is str and str(UUID(value)) == value
    except ValueError:
        return False


def _is_whole(value: object) -> bool:
    return type(value) is int and -_MOST <= value <= _MOST


def _is_number(value: object) -> bool:
    return _is_whole(value) or (type(value) is float and math.isfinite(value))


def _is_plain(value: object) -> bool:
    return value is None or type(value) is bool or _is_text(value) or _is_number(value)


_PLAIN: dict[object, _Fits] = {
    str: _is_text,
    bool: lambda value: type(value) is bool,
    int: _is_whole,
    float: _is_number,
    NoneType: lambda value: value is None,
    object: _is_plain,
    Enum: lambda value: isinstance(value, Enum),
}
