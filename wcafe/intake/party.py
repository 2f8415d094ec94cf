"""How many people a row says it is: a column of places, guests or tickets."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from wcafe.domain.text import join_names, one_line, unguard_cell
from wcafe.intake.cells import is_yes
from wcafe.intake.columns import Columns
from wcafe.intake.evidence import evidence_at
from wcafe.intake.found import Reason, RowRemark
from wcafe.intake.headings import fold_heading
from wcafe.intake.persons import RowRead

_MOST_NAMES = 6  # in a message
_PEOPLE = (
    r"(personnes?|people|persons?|participante?s?|attendees?|places?|billets?|tickets?|seats?|"
    r"invites?|guests?|convives?|inscrits?|couverts|pers|inscriptions?|registrations)"
)
_PLACES = re.compile(
    rf"(number|nombre|nb|nbre|no|count|how many|combien)( (total|of|de|d|attending|serez vous|"
    rf"are|will|you|be|coming|vous|serez|etes|{_PEOPLE}|"
    r"reservee?s?|booked|venez|viendrez|in your party|in your group|dans|votre|groupe))+|"
    rf"{_PEOPLE} (count|reservee?s?|booked|attending)|party size|group size|headcount|pax|effectif|"
    r"qty|quantity|quantite|places|seats|tickets|guests|number attending|attending count|"
    r"nombre|nb|taille du groupe"
)
_MORE = re.compile(
    r"plus ones?|additional (guests?|people|attendees)|extra (guests?|people)|"
    r"(nombre d |nombre de |nb d |number of )?(accompagnante?s?|accompagnateurs?|"
    r"personnes? supplementaires?|companions?|additional guests)|guests? brought|\+ ?1"
)
_ONE_MORE = re.compile(r"\s*\+\s*(1|un|one)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\+?(\d{1,2})(?:[.,]0+)?")
_MOST = 0.6  # the share of figures in such a column


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesColumn:
    """Where a row says how many people it is; with `is_more`, how many beside the one named."""

    place: int
    is_more: bool

    def count(self, row: Sequence[str]) -> int | None:
        """Return how many people the row is; None if it does not say."""
        cell = one_line(unguard_cell(row[self.place])) if self.place < len(row) else ""
        if found := _NUMBER.fullmatch(cell):
            return int(found[1]) + self.is_more
        return 2 if self.is_more and is_yes(cell) else None


def find_places(
    columns: Columns, rows: Sequence[Sequence[str]], taken: Set[int]
) -> PlacesColumn | None:
    """Return the column of a list that says how many people each row is, if it has one."""
    if columns.header is None:
        return None
    for place, heading in enumerate(columns.headings):
        title = fold_heading(heading)
        is_more = bool(_MORE.fullmatch(title) or _ONE_MORE.fullmatch(heading))
        if place in taken or not (is_more or _PLACES.fullmatch(title)):
            continue
        looks = evidence_at(rows, place)
        if is_more and looks.answers + looks.numbers + looks.crosses < _MOST:
            continue
        if not is_more and looks.numbers < _MOST:
            continue
        # "Guests: 0" counts those whom somebody brings along
        is_beside = any(row[place : place + 1] in (("0",), ["0"]) for row in rows)
        return PlacesColumn(place=place, is_more=is_more or is_beside)
    return None


def told_of_several(number: int, read: RowRead, places: int | None) -> list[RowRemark]:
    """Return what is to be known of a row that is several people, or says that it is."""
    names = [person.name for person in read.people]
    told = RowRemark(row=number, name=names[0], reason=Reason.SEVERAL)
    remarks = []
    if len(names) > 1:
        facts = {"names": join_names(names, most=_MOST_NAMES)}
        remarks.append(replace(told, facts=facts))
    if read.is_unclear:
        remarks.append(replace(told, reason=Reason.UNCLEAR))
    missing = max(read.unnamed, (places or 0) - len(names))
    if missing > 0:
        remarks.append(replace(told, reason=Reason.UNNAMED, facts={"number": missing}))
    return remarks
