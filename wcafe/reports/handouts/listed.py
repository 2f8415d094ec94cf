"""How somebody stands in a list on paper."""

from wcafe.domain.alphabet import sorted_part
from wcafe.domain.people import Person
from wcafe.reports.pages.roll_row import Name

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


def shortened_name(name: str) -> str:
    """Return a name as a row can hold it."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
