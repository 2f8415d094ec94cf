"""Who of a list says what of being named and of pictures, row by row.

Who says no once is not named. Who wishes once to be on no picture wishes it (`fill_in`).
"""

from dataclasses import replace

from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import one_line
from wcafe.intake.consent import is_silent
from wcafe.intake.found import Reason, RowRemark
from wcafe.intake.persons import RowRead
from wcafe.intake.photo_wish import unclear_photo_wish

_MOST_TOLD = 80  # characters of a cell in a message


class Consents:
    """What was heard so far.

    Attributes:
        refusing: who said that they are not to be named.
        unsure: the rows that say neither yes nor no to one of both, and are not silent.
    """

    def __init__(self) -> None:
        self.refusing: set[PersonId] = set()
        self.unsure: list[RowRemark] = []

    def hear(self, number: int, read: RowRead) -> None:
        """Hear what the row of that `number` says."""
        cell = one_line(read.facts.get("may_be_named", ""))
        if read.consent is False:
            self.refusing.update(each.id for each in read.people)
        elif read.consent is None and not is_silent(cell):
            self._add_unsure(number, read, Reason.UNSURE_NAMED, cell)
        if unclear := one_line(unclear_photo_wish(read.facts)):
            self._add_unsure(number, read, Reason.UNSURE_PHOTO, unclear)

    def _add_unsure(self, number: int, read: RowRead, reason: Reason, cell: str) -> None:
        told = RowRemark(row=number, name=read.people[0].name, reason=reason)
        self.unsure.append(replace(told, facts={"cell": cell[:_MOST_TOLD]}))

    def join(self, kept: Person, other: Person) -> None:
        """Know that both are one person, who goes on as `kept`."""
        if other.id in self.refusing:
            self.refusing.add(kept.id)

    def settle(self, person: Person) -> Person:
        """Return `person`, not to be named if they said so in any row."""
        return replace(person, may_be_named=False) if person.id in self.refusing else person
