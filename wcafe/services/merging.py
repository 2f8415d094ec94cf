"""Who of a list is somebody of the café already, and what the list changes about them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wcafe.domain.fields import FILLED, NAME_PARTS
from wcafe.domain.people import Person
from wcafe.domain.text import fold
from wcafe.intake.found import PeopleRead, Reason, RowRemark
from wcafe.intake.names import name_key
from wcafe.intake.same import same_person_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Who is new, who of the café changes, and the list told anew: who was marked as absent."""

    added: tuple[Person, ...]
    updated: tuple[Person, ...]
    found: PeopleRead
    away: tuple[Person, ...] = ()  # new as well, and present in no round


def merge(here: Iterable[Person], found: PeopleRead) -> Merged:
    """Return what the list `found` makes of the people `here`.

    Somebody is the same by address or number with the name; or by a whole name that one person
    here and one on the list have, where nothing contradicts it.
    """
    if found.says is not None:
        return _merge_returning(tuple(here), found, found.says)
    known = _Known(here)
    known.count(found.people)
    added, updated = [], []
    for person in found.people:
        same = known.meet(person)
        if same is None:
            added.append(person)
        elif (now := _update(same, person, refuses=person.id in found.refusing)) != same:
            updated.append(now)
    aside: list[RowRemark] = []
    away: list[Person] = []
    known.count(found.absent)  # after those who come: a cancelled row beside theirs is no matter
    for told, person in zip(found.set_aside, found.absent, strict=True):
        same = known.meet(person)
        if same is not None and same.is_seated:
            told = replace(told, reason=Reason.ABSENT_NOW)
            agrees = same.may_be_named and person.id not in found.refusing
            now = replace(
                same,
                present=frozenset(),
                may_be_named=agrees,
                no_photo=same.no_photo or person.no_photo,
            )
            if now != same:
                updated.append(now)
        elif same is None:
            away.append(replace(person, present=frozenset()))
        aside.append(told)
    return Merged(
        added=tuple(added),
        updated=tuple(updated),
        found=replace(found, set_aside=tuple(aside)),
        away=tuple(_each_once(away, found.people)),
    )


def _merge_returning(here: tuple[Person, ...], found: PeopleRead, says: frozenset[str]) -> Merged:
    """Return what a list that was written here makes of the people `here`.

    They are known by the id they left with; what it says of them is what they are, an empty
    cell too. Somebody with an id of another café is sought as on any other list.
    """
    by_id = {person.id: person for person in here}
    listed = {person.id for person in found.people} & by_id.keys()
    others = _Known(person for person in here if person.id not in listed)
    others.count(person for person in found.people if person.id not in listed)
    added, updated = [], []
    for person in found.people:
        same = by_id[person.id] if person.id in listed else others.meet(person)
        if same is None:
            added.append(person)
        elif (now := _as_said(same, person, found.own, says)) != same:
            updated.append(now)
    return Merged(added=tuple(added), updated=tuple(updated), found=found)


def _as_said(known: Person, person: Person, own: Iterable[str], says: frozenset[str]) -> Person:
    """Return `known` with all that `says` names as it is in `person`."""
    said = {name: getattr(person, name) for name in says}
    before = {name: value for name, value in known.attributes if value}
    after = {name: value for name, value in before.items() if name not in set(own)}
    after |= dict(person.attributes)
    attributes = known.attributes if after == before else tuple(after.items())
    return replace(known, **said, attributes=attributes)


def _each_once(away: Iterable[Person], coming: Iterable[Person]) -> Iterator[Person]:
    """Yield those `away` whom no other row of the list names too."""
    seen: set[object] = set()
    for person in coming:
        seen.update((*same_person_keys(person), name_key(person.name)))
    for person in away:
        keys = (*same_person_keys(person), name_key(person.name))
        if seen.isdisjoint(keys):
            yield person
        seen.update(keys)


class _Known:
    """The people of the café, each to be met once by the people of a list."""

    def __init__(self, here: Iterable[Person]) -> None:
        self._by_key: defaultdict[object, list[Person]] = defaultdict(list)
        self._by_name: defaultdict[object, list[Person]] = defaultdict(list)
        self._times: defaultdict[object, int] = defaultdict(int)
        self._met: set[str] = set()
        for person in here:
            for key in same_person_keys(person):
                self._by_key[key].append(person)
            self._by_name[name_key(person.name)].append(person)

    def count(self, listed: Iterable[Person]) -> None:
        """Hear who is on the list: a name that stands there twice tells nobody apart."""
        for person in listed:
            self._times[name_key(person.name)] += 1

    def meet(self, person: Person) -> Person | None:
        """Return who of the café `person` is, or None for somebody new."""
        name, keys = name_key(person.name), same_person_keys(person)
        named = self._by_name[name]
        candidates = [other for key in keys for other in self._by_key[key]]
        if not candidates and self._times[name] == len(named) == 1 and len(name) > 1:
            candidates = [other for other in named if not _contradict(person, other)]
        if not keys:
            candidates = named  # a first name: as many as there are, in the same order
        same = next((other for other in candidates if other.id not in self._met), None)
        if same is not None:
            self._met.add(same.id)
        return same


def _contradict(one: Person, other: Person) -> bool:
    facts = (
        (one.email, other.email),
        (one.code, other.code),
        (one.organisation, other.organisation),
    )
    return any(a and b and fold(a) != fold(b) for a, b in facts)


def _update(known: Person, person: Person, *, refuses: bool) -> Person:
    """Return `known` with what the list says now; what the list does not say stays.

    Whoever `refuses` to be named had agreed before, maybe, and does no longer. A wish to be on no
    picture stays, whatever a list says.
    """
    # a list without first names knows the parts of the name less well
    parts = NAME_PARTS if person.given or not known.given else ()
    fields = (*FILLED, *parts)
    said = {name: getattr(person, name) for name in fields if getattr(person, name)}
    attributes = tuple({**dict(known.attributes), **dict(person.attributes)}.items())
    willing = known.willing or person.willing
    present = known.present or None  # who was absent from all rounds comes after all
    return replace(
        known,
        **said,
        attributes=attributes,
        willing=willing,
        may_be_named=(known.may_be_named or person.may_be_named) and not refuses,
        no_photo=known.no_photo or person.no_photo,
        present=present,
    )
