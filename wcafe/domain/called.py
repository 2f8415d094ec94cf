"""Finding one person by what somebody says or scans: a name in either order, or a badge's code."""

import re
from collections.abc import Iterable, Sequence

from wcafe.domain.badges import badge_code
from wcafe.domain.keyboards import readings
from wcafe.domain.near_names import near_names
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Joker
from wcafe.domain.search.words import said_of_person
from wcafe.domain.text import fold, join_names, one_line
from wcafe.errors import NobodyCalled, SeveralCalled
from wcafe.errors.plans import FreeJoker, NearlyCalled

_UNSAID = re.compile(r"[^0-9A-Z]")
_CODE = re.compile(r"WCAFEP([0-9A-F]{32})")
_BEGUN = re.compile(r"WCAFEP[0-9A-F]{0,32}")
_JOKER = re.compile(r"jokers? *(\d{1,3})")
_MOST_TOLD = 4  # people of one name, each with a code that is long


def badge_ids(typed: str) -> frozenset[str]:
    """Return the hexadecimal ids that `typed` may say as the code of a badge; none if it is none.

    Capitals, hyphens and blanks make no difference, nor does the keyboard a scanner types for.

    >>> badge_ids("wcafe p 0123456789abcdef0123456789ABCDEF")
    frozenset({'0123456789ABCDEF0123456789ABCDEF'})
    """
    bare = (_UNSAID.sub("", reading) for reading in readings(typed.strip()))
    return frozenset(found[1] for each in bare if (found := _CODE.fullmatch(each)))


def begins_a_code(typed: str) -> bool:
    """May `typed` be the beginning of a badge's code, all of it, or a code of somebody else's?"""
    bare = (_UNSAID.sub("", reading) for reading in readings(typed.strip()))
    return any(_BEGUN.fullmatch(each) for each in bare)


def find_by_badge(typed: str, people: Iterable[Person]) -> Person | None:
    """Return whose badge has the code that was scanned or typed, if anybody's has."""
    ids = badge_ids(typed)
    if not ids:
        return None
    return next((person for person in people if _hex(person.id) in ids), None)


def joker_called(who: str, jokers: Sequence[Joker]) -> Joker | None:
    """Return the joker route that `who` says by its number or by the code on its badge."""
    said, codes = _JOKER.fullmatch(fold(who)), badge_ids(who)
    number = int(said[1]) if said else None
    return next((j for j in jokers if j.number == number or _hex(j.id) in codes), None)


def find_person(who: str, people: Iterable[Person], jokers: Sequence[Joker] = ()) -> Person:
    """Return the one of `people` who is called `who`, in either order, or has that badge code.

    Accents, capitals, ligatures and the forms of an apostrophe or a hyphen make no difference.
    “Joker 1” is whoever has taken over that one of `jokers`.

    Raises:
        NobodyCalled, NearlyCalled, SeveralCalled, FreeJoker
    """
    everybody = tuple(people)
    if (scanned := find_by_badge(who, everybody)) is not None:
        return scanned
    sought = _key(who)
    found = [person for person in everybody if sought and sought in _names(person)]
    if not found and (joker := joker_called(who, jokers)) is not None:
        found = [person for person in everybody if person.id == joker.id]
        if not found:
            raise FreeJoker(number=joker.number)
    if not found:
        if near := near_names(who, (each.name for each in everybody), most=_MOST_TOLD):
            raise NearlyCalled(who=who, people=join_names(near, most=_MOST_TOLD))
        raise NobodyCalled(who=who)
    if len(found) > 1:
        raise SeveralCalled(who=who, people=join_names(_told_apart(found), most=_MOST_TOLD))
    return found[0]


def _hex(person: PersonId) -> str:
    return badge_code(person).rpartition("-")[2]


def _names(person: Person) -> set[str]:
    """Return what `person` may be called, as it is compared: the family name last, or first.

    Where nobody told the parts of a name apart it may begin with any of its words.
    """
    if person.given and person.family:
        return {_key(person.name), _key(f"{person.family} {person.given}")}
    words = _key(person.name).split(" ")
    return {" ".join(words[first:] + words[:first]) for first in range(len(words))}


def _key(name: str) -> str:
    """Return `name` as it is compared; as it stands, but for its case, where it has no words."""
    return " ".join(word.key for word in said_of_person(name).words) or fold(name)


def _told_apart(people: Iterable[Person]) -> list[str]:
    """Return each of `people` who have one name by what else is known, and by their code."""
    told = []
    for person in people:
        facts = (person.organisation, person.group, person.email)
        known = next((one_line(fact) for fact in facts if fact), "")
        code = badge_code(person.id)
        told.append(f"{known} ({code})" if known else code)
    return told
