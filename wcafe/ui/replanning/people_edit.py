"""One step of undo about people: who is kept, who goes, and what comes back with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleEdit:
    """People to keep and to take out; `order`, `plan` and `badges` come back with the former."""

    keep: tuple[Person, ...] = ()
    gone: tuple[PersonId, ...] = ()
    order: tuple[PersonId, ...] = ()
    plan: Plan | None = None
    badges: Mapping[PersonId, str] = field(default_factory=dict)  # that they hold

    def newest(self, here: Mapping[PersonId, Person]) -> tuple[Person, ...]:
        """Return those to keep, each as the newest version; somebody who comes back is new."""
        return tuple(
            replace(person, version=here[person.id].version if person.id in here else 0)
            for person in self.keep
        )
