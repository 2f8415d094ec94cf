"""Who is the same person in two rows or two lists; never a guess."""

from dataclasses import replace

from wcafe.domain.fields import FILLED
from wcafe.domain.people import Person
from wcafe.domain.text import fold
from wcafe.intake.courtesy import is_title
from wcafe.intake.names import name_key


def same_person_keys(person: Person) -> tuple[object, ...]:
    """Return what marks `person` as the same one in another list or row; never a guess.

    A name with the same address, or with the same number in the list. Without either, a whole
    name with the same organisation and group; a first name alone is nobody in particular.
    """
    name = name_key(person.name)
    keys: list[object] = []
    if person.email:
        keys.append(("email", name, fold(person.email)))
    if person.code:
        keys.append(("code", name, fold(person.code)))
    if not keys and sum(not is_title(word) for word in name) > 1:
        keys.append(("name", name, fold(person.organisation), fold(person.group)))
    return tuple(keys)


def fill_in(person: Person, other: Person) -> Person:
    """Return `person` with what only `other` knows; nothing of `person` is replaced."""
    empty = {
        name: getattr(other, name)
        for name in FILLED
        if not getattr(person, name) and getattr(other, name)
    }
    attributes = tuple({**dict(other.attributes), **dict(person.attributes)}.items())
    willing = person.willing or other.willing
    named = person.may_be_named or other.may_be_named
    return replace(
        person,
        **empty,
        attributes=attributes,
        willing=willing,
        may_be_named=named,
        no_photo=person.no_photo or other.no_photo,
    )
