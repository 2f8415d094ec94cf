"""What the heading of a column says about names: whose they are, and which part of them."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.intake import name_words as words
from wcafe.intake.headings import bare, fold_heading


class Owner(Enum):
    """Whose name a heading speaks of."""

    GUEST = auto()  # it says so: participant, attendee, holder …
    ANYBODY = auto()
    BUYER = auto()  # or a contact: the guest where the list names nobody else
    OTHER = auto()  # a child, somebody to call in an emergency …


class Part(Enum):
    """Which part of a name a heading speaks of; the value is its field, if it has one."""

    GIVEN = "given"
    FAMILY = "family"
    BIRTH = "birth"  # the family name of before
    WHOLE = "full_name"
    EITHER = "name"  # the family's beside a first name, else the whole one
    USUAL_GIVEN = "usual_given"
    USUAL_FAMILY = "usual_family"
    USUAL = "usual_name"  # a first name or a whole one


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHeading:
    """What a heading says. It is sure if it speaks of nothing but a name."""

    owner: Owner
    part: Part
    is_sure: bool
    is_noun: bool = False  # speaks of a person, and of no name: a count or a yes may stand there


_SHORT = {"first": Part.GIVEN, "given": Part.GIVEN, "fname": Part.GIVEN, "f name": Part.GIVEN} | {
    "last": Part.FAMILY,
    "family": Part.FAMILY,
    "lname": Part.FAMILY,
    "l name": Part.FAMILY,
}
"""Headings that mean a part of a name if names stand below them."""


def name_heading(heading: str) -> NameHeading | None:
    """Return what a folded heading says about names; None if it speaks of none, or of others'.

    >>> found = name_heading("ticket holder name")
    >>> found.owner, found.part, found.is_sure
    (<Owner.GUEST: 1>, <Part.EITHER: 'name'>, True)
    >>> name_heading("how should we call you first and last name").part
    <Part.USUAL: 'usual_name'>
    >>> name_heading("prenom de l enfant"), name_heading("event name"), name_heading("seat")
    (None, None, None)
    """
    title = words.HOLDER.sub("holder", words.TICKET_HOLDER.sub("holder", bare(heading)))
    if not title or words.OTHERS.search(title):
        return None
    if title in _SHORT:
        return NameHeading(owner=Owner.ANYBODY, part=_SHORT[title], is_sure=True, is_noun=True)
    buyer = words.BUYER.search(title)
    rest = words.BUYER.sub(" ", title)
    owner = Owner.BUYER if buyer else Owner.GUEST if words.NOUN.search(rest) else Owner.ANYBODY
    part = _part_of(rest)
    is_noun = part is None
    if part is None:
        is_person = bool(buyer or words.NOUN.search(rest) or words.WHO.search(rest))
        part = Part.WHOLE if is_person else None
    if part is None or words.ELSE.search(_about(rest)):
        return None
    left = words.FILL.sub(" ", _about(rest)).strip()
    return NameHeading(owner=owner, part=part, is_sure=not left, is_noun=is_noun)


def owner_of(heading: str, *, is_contact_another: bool = True) -> Owner:
    """Return of whom a folded heading speaks, whatever it asks of them.

    A "contact" is somebody else only where the list has the name of one.
    """
    title = words.HOLDER.sub("holder", words.TICKET_HOLDER.sub("holder", heading))
    if not is_contact_another:
        title = words.CONTACT.sub(" ", title)
    if words.OTHERS.search(title):
        return Owner.OTHER
    if words.BUYER.search(title):
        return Owner.BUYER
    return Owner.GUEST if words.NOUN.search(title) else Owner.ANYBODY


def speaks_of_people(heading: str) -> bool:
    """Does a heading call people something, or ask for names?"""
    title = fold_heading(heading)
    return bool(words.NOUN.search(title) or words.EITHER.search(title) or words.WHO.search(title))


def _about(title: str) -> str:
    """Return a heading without what speaks of names and of the person."""
    for pattern in (
        words.MAIDEN,
        words.WHOLE,
        words.GIVEN,
        words.FAMILY,
        words.USUAL,
        words.EITHER,
        words.WHO,
        words.NOUN,
    ):
        title = pattern.sub(" ", title)
    return title


def _part_of(title: str) -> Part | None:
    """Return the part of a name that a heading speaks of, if it speaks of a name."""
    given, family = words.GIVEN.search(title), words.FAMILY.search(title)
    if words.MAIDEN.search(title):
        return Part.BIRTH
    either = words.EITHER.search(words.FAMILY.sub(" ", words.GIVEN.sub(" ", title)))
    both = given and (family or either)
    is_whole = both or words.WHOLE.search(title)
    if words.USUAL.search(title) and (
        given or family or either or is_whole or words.USUAL_ALONE.search(title)
    ):
        if is_whole or not (given or re.search(r"\bnoms? (d usage|usuels?)\b", title) or family):
            return Part.USUAL
        return Part.USUAL_GIVEN if given else Part.USUAL_FAMILY
    # "nom du participant prenom" asks for one of the two: what stands last
    if both and words.ONE_OF_TWO.search(title):
        return Part.GIVEN if given and not family else Part.FAMILY
    if is_whole:
        return Part.WHOLE
    if given or family:
        return Part.GIVEN if given else Part.FAMILY
    return Part.EITHER if either else None
