"""Words of which there is a fixed set, and of which a later wcafe may know more."""

from enum import StrEnum


class UnknownChoice(ValueError):
    """A word that is none of the set, such as a kind of note that only a later wcafe knows."""


class Choice(StrEnum):
    """Base of all sets of words that a café's file holds.

    A word outside its set raises UnknownChoice, so that a file written by a later wcafe is not
    taken for a damaged one; what is no word raises ValueError, as with any enum.
    """

    @classmethod
    def _missing_(cls, value: object) -> None:
        if isinstance(value, str):
            raise UnknownChoice(f"{value!r} is no {cls.__name__}")
