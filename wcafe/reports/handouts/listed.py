"""How somebody stands in a list on paper."""

import unicodedata

from wcafe.domain.alphabet import has_letters, sorted_part
from wcafe.domain.people import Person
from wcafe.reports.pages.roll_row import Name

_SIGNS = ("So", "Sk", "Sm", "Cf")  # emoji and what joins them
_LONGEST = 200  # characters of a name in a list: a row stands on one page


def listed_name(person: Person) -> Name:
    """Return how a person stands in an alphabetical list: what they are sorted by is in bold.

    Where the parts of a name are told apart the family name comes first.
    """
    given, family = (shortened_name(name) for name in (person.given, person.family))
    if given and family:
        return Name(sorted=family, behind=given)
    found, before, behind = sorted_part(family or given)
    return Name(sorted=found, before=before, behind=behind)


def heading_of(person: Person) -> str:
    """Return what a page of such a list may be named by; nothing where that has no letter."""
    found = listed_name(person).sorted
    signs = "".join(sign for sign in found if unicodedata.category(sign) in _SIGNS)
    return found.strip(signs + " \ufe0f") if has_letters(found) else ""


def shortened_name(name: str) -> str:
    """Return a name as a row can hold it."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
