"""Who is meant by a few letters at the door: the likeliest first, whoever is not here yet."""

from collections.abc import Iterable, Mapping

from wcafe.domain.people import Person, PersonId
from wcafe.domain.presence import Presence
from wcafe.domain.search import look_for_name
from wcafe.domain.search.query import QUOTES
from wcafe.domain.search.words import said_of_person

_PLAIN = str.maketrans(dict.fromkeys(QUOTES, " "))
_LAST = {Presence.EXPECTED: 0, Presence.AWAY: 1, Presence.LEFT: 2, Presence.HERE: 3}


def find_guests(
    people: Iterable[Person], where: Mapping[PersonId, Presence], typed: str
) -> tuple[Person, ...]:
    """Return those of `people`, in alphabetical order, whose name or organisation is `typed`.

    A given or family name that begins so comes before a later part of the name, and that before
    an organisation; within each, who has not arrived comes before who is here. Where nothing is
    typed it is everybody who is not here. Signs of a search mean nothing: a name is typed as it is.
    """
    if not typed.strip():
        late = [each for each in people if where[each.id] is not Presence.HERE]
        return tuple(sorted(late, key=lambda each: _LAST[where[each.id]]))
    words = typed.translate(_PLAIN).lower().split()
    sought = look_for_name(" ".join(word.lstrip("-‐‑–—−") for word in words))
    if not sought:
        return ()
    begun = _key(typed)
    found: list[tuple[int, int, Person]] = []
    for person in people:
        if sought.is_in(person.name):
            names = map(_key, (person.name, person.given, person.family))
            rank = 0 if any(name.startswith(begun) for name in names) else 1
        elif (person.organisation or person.group) and sought.is_in(
            f"{person.name} {person.organisation} {person.group}"
        ):
            rank = 2
        else:
            continue
        found.append((rank, _LAST[where[person.id]], person))
    return tuple(person for _rank, _late, person in sorted(found, key=lambda each: each[:2]))


def _key(name: str) -> str:
    return " ".join(word.key for word in said_of_person(name).words)
