"""Whose names may stand in what is handed out without names: those who agreed to it."""

from collections import Counter
from collections.abc import Iterable

from wcafe.domain.people import Person
from wcafe.domain.publication import Naming, Publication
from wcafe.domain.text import fold


def agreed_names(people: Iterable[Person], publication: Publication) -> frozenset[str]:
    """Return the names, folded, that may be printed: whole ones, and first names that are one's.

    A person of the list agreed to be named, or the organiser looked at a name and kept it, or
    chose the word that stands in its place.
    """
    everybody = tuple(people)
    first_names = Counter(fold(person.given) for person in everybody)
    agreed = {fold(choice.name) for choice in publication.names if choice.naming is Naming.KEPT}
    agreed |= {fold(choice.instead) for choice in publication.names}
    for person in everybody:
        if person.may_be_named:
            agreed.add(fold(person.name))
            if first_names[fold(person.given)] == 1:
                agreed.add(fold(person.given))
    return frozenset(agreed - {""})


def is_agreed(who: str, agreed: frozenset[str]) -> bool:
    """May `who`, as somebody wrote it, be printed?"""
    return fold(who) in agreed
