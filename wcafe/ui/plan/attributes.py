"""What people can be coloured and mixed by: group, organisation, the user's own columns."""

from collections.abc import Iterable

from wcafe.domain.fields import FIELDS
from wcafe.domain.people import Person
from wcafe.domain.text import fold
from wcafe.ui.words import _

_OURS = {name: field for name in ("group", "organisation") for field in FIELDS if field.of == name}


def attributes(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the attributes in which `people` differ and some are alike."""
    here = tuple(people)
    own = dict.fromkeys(name for person in here for name, _value in person.attributes)
    return tuple(name for name in (*_OURS, *own) if _tells_apart(name, here))


def attribute_name(attribute: str) -> str:
    """Return what `attribute` is called; the user's own columns keep their headings."""
    return _(_OURS[attribute].heading) if attribute in _OURS else attribute


def attribute_heading(attribute: str) -> str:
    """Return the same as it stands above a column."""
    return _(_OURS[attribute].title) if attribute in _OURS else attribute


def _tells_apart(attribute: str, people: tuple[Person, ...]) -> bool:
    values = [fold(value) for person in people if (value := person.attribute(attribute))]
    return 1 < len(set(values)) < len(values)
