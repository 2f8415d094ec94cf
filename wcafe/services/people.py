"""People: bring in a list, so that nobody is lost, doubled or merged by a guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import fold
from wcafe.intake.names import name_key
from wcafe.intake.people import PeopleRead, read_people, same_person_keys
from wcafe.intake.sheet import read_pasted, read_sheet
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work

__all__ = ["ImportReport", "PeopleRead", "PeopleService", "merge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or in a dry run would do; `found` tells it row by row."""

    found: PeopleRead
    added: int  # different people
    updated: int  # people of the café whose facts changed
    before: tuple[Person, ...] = ()  # those updated, as they were
    after: tuple[Person, ...] = ()  # those updated and those added, as they are kept


class PeopleService:
    """Bring in and keep the people of a café."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def all(self) -> tuple[Person, ...]:
        with self._store.read() as work:
            return work.people.all()

    def save(self, people: Iterable[Person], *, by: object | None = None) -> tuple[Person, ...]:
        """Keep `people`, new or changed. Raises EditedElsewhere if one of them has changed."""
        kept = tuple(people)
        saved = self._store.write(lambda work: work.people.save(kept))
        self._changes.tell(Changed(Part.PEOPLE, by))
        return saved

    def import_list(
        self,
        path: Path,
        wanted: Mapping[str, str],
        *,
        is_dry_run: bool = False,
        by: object | None = None,
    ) -> ImportReport:
        """Add the people of the list in `path`, and update those who are here already.

        Args:
            path: a CSV, TSV, XLSX or ODS file.
            wanted: fields and the columns that fill them, beside what is guessed.
            is_dry_run: only tell what would be done.
            by: who asks.

        Raises:
            NoSuchFile, NotAList, EmptyList, NoNames, NoSuchColumn …: and nothing changed.
        """
        found = read_people(read_sheet(path), wanted)
        return self.preview(found) if is_dry_run else self.take_in(found, by=by)

    def read_list(self, path: Path, wanted: Mapping[str, str]) -> PeopleRead:
        """Return who is on the list in `path`; nothing is kept. Errors as for `import_list`."""
        return read_people(read_sheet(path), wanted)

    def read_pasted(self, text: str, wanted: Mapping[str, str], *, name: str) -> PeopleRead:
        """Return who is on a list copied from a spreadsheet; `name` is what errors call it."""
        return read_people(read_pasted(text, name), wanted)

    def preview(self, found: PeopleRead) -> ImportReport:
        """Return what `take_in` would do."""
        added, updated = merge(self.all(), found.people)
        return ImportReport(found=found, added=len(added), updated=len(updated))

    def take_in(self, found: PeopleRead, *, by: object | None = None) -> ImportReport:
        """Keep the people that were read: add those who are new, update the others."""

        def keep(work: Work) -> ImportReport:
            here = {person.id: person for person in work.people.all()}
            added, updated = merge(here.values(), found.people)
            return ImportReport(
                found=found,
                added=len(added),
                updated=len(updated),
                before=tuple(here[person.id] for person in updated),
                after=work.people.save((*updated, *added)),
            )

        report = self._store.write(keep)
        self._changes.tell(Changed(Part.PEOPLE, by))
        return report

    def change(
        self,
        *,
        keep: Iterable[Person] = (),
        remove: Iterable[PersonId] = (),
        order: Iterable[PersonId] = (),
        by: object | None = None,
    ) -> tuple[Person, ...]:
        """Keep some people and take others out, with their seats, in one go; for undo as well.

        Args:
            keep: people new or changed; somebody who comes back has version 0.
            remove: ids of those who go.
            order: ids in the order they are to stand in; none leaves it.
            by: who asks.

        Raises:
            EditedElsewhere: one of `keep` is older than the one kept; and nothing changed.
        """
        kept, gone, places = tuple(keep), tuple(remove), tuple(order)

        def change(work: Work) -> tuple[Person, ...]:
            work.people.remove(gone)
            saved = work.people.save(kept)
            if places:
                work.people.order(places)
            return saved

        saved = self._store.write(change)
        self._changes.tell(Changed(Part.PEOPLE | Part.PLAN if gone else Part.PEOPLE, by))
        return saved


def merge(here: Iterable[Person], incoming: Iterable[Person]) -> tuple[list[Person], list[Person]]:
    """Return who of `incoming` is new, and those `here` whose facts it changes.

    Somebody is the same by address or number with the name; or by a whole name that one person
    here and one on the list have, where nothing contradicts it.
    """
    by_key: defaultdict[object, list[Person]] = defaultdict(list)
    by_name: defaultdict[object, list[Person]] = defaultdict(list)
    for person in here:
        for key in same_person_keys(person):
            by_key[key].append(person)
        by_name[name_key(person.name)].append(person)
    listed = list(incoming)
    times: defaultdict[object, int] = defaultdict(int)
    for person in listed:
        times[name_key(person.name)] += 1
    added, updated, met = [], [], set()
    for person in listed:
        name = name_key(person.name)
        candidates = [other for key in same_person_keys(person) for other in by_key[key]]
        if not candidates and times[name] == len(by_name[name]) == 1 and len(name) > 1:
            candidates = [other for other in by_name[name] if not _contradict(person, other)]
        if not same_person_keys(person):
            candidates = by_name[name]  # a first name: as many as there are, in the same order
        known = next((other for other in candidates if other.id not in met), None)
        if known is None:
            added.append(person)
            continue
        met.add(known.id)
        if (now := _updated(known, person)) != known:
            updated.append(now)
    return added, updated


def _contradict(one: Person, other: Person) -> bool:
    facts = (
        (one.email, other.email),
        (one.code, other.code),
        (one.organisation, other.organisation),
    )
    return any(a and b and fold(a) != fold(b) for a, b in facts)


def _updated(known: Person, person: Person) -> Person:
    """Return `known` with what the list says now; what the list does not say stays."""
    fields = ["email", "organisation", "group", "languages", "needs", "note", "code"]
    if person.given or not known.given:  # else the list knows the parts of the name less well
        fields += ["given", "family"]
    said = {name: getattr(person, name) for name in fields if getattr(person, name)}
    attributes = tuple({**dict(known.attributes), **dict(person.attributes)}.items())
    return replace(known, **said, attributes=attributes, willing=known.willing or person.willing)
