"""What came of work in another process: its result, or the error it raised, told once more here."""

from collections.abc import Callable

from wcafe.errors import WcafeError

Told = tuple[object, tuple[type[WcafeError], dict[str, object]] | None]
"""A result, and the kind and the facts of the WcafeError that was raised instead."""


def tried(work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> Told:
    """Do `work` in the other process; tell what came of it, as plain values."""
    try:
        return work(*args, **kwargs), None
    except WcafeError as error:
        return None, (type(error), error.facts)


def unpacked(told: Told) -> object:
    """Return the result that was told, or raise the error."""
    result, refused = told
    if refused is not None:
        error, facts = refused
        raise error(**facts)
    return result
