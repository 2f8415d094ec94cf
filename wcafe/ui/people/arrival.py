"""A list that is about to come in: where it is from, what it says, how its columns are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from wcafe.domain.fields import FIELDS
from wcafe.domain.text import join_names, one_line
from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.services.people import (
    AS_GUESSED,
    Decisions,
    ImportReport,
    PeopleRead,
    PeopleService,
)
from wcafe.ui.words import _, desk_words, ngettext

TITLES = {field.key: field.title for field in FIELDS if field.title}
"""What a column of a list can fill, in words."""

_MOST_GUESSED = 4  # columns in a line
SEPARATORS = {";": N_("semicolons"), ",": N_("commas"), "\t": N_("tabs"), "|": N_("bars")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, or text that was pasted; `name` is what it is called."""

    name: str
    path: Path | None = None
    text: str = ""

    def read(self, people: PeopleService, decisions: Decisions) -> ImportReport:
        """Return what an import would do. Slow; raises what the intake raises."""
        if self.path is None:
            return people.preview(people.read_pasted(self.text, decisions, name=self.name))
        return people.preview(people.read_list(self.path, decisions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A list as it is read now: `report` says what would come in, or `error` why nothing can."""

    source: Source
    headings: tuple[str, ...]
    places: Mapping[str, int]  # the column of each field, from 0
    report: ImportReport | None = None
    error: WcafeError | None = None
    own: Mapping[str, str] = field(default_factory=dict)  # more columns that come in
    also: frozenset[int] = frozenset()  # columns that come in without being chosen
    decisions: Decisions = AS_GUESSED  # what it was read with
    sample: tuple[tuple[str, ...], ...] = ()  # the first rows as they stand in the list

    @property
    def found(self) -> PeopleRead | None:
        return self.report.found if self.report else None

    def example(self, place: int) -> str:
        """Return what stands in the column at `place`, in the first row that has something."""
        cells = (one_line(row[place]) for row in self.sample if place < len(row))
        return next(filter(None, cells), "")

    def column(self, place: int) -> str:
        """Return how a mapping names the column at `place`: by number where the name does not."""
        heading = self.headings[place]
        is_clear = self.headings.count(heading) == 1 and not heading.strip().isdigit()
        return heading if is_clear else str(place + 1)

    def spare(self) -> dict[str, str]:
        """Return the columns that fill no field and have a name of their own."""
        used, names = {*self.places.values(), *self.also}, {*TITLES, "name"}
        return {
            heading: self.column(place)
            for place, heading in enumerate(self.headings)
            if place not in used and not heading.isdigit() and heading.casefold() not in names
        }

    def wanted(self, places: Mapping[str, int], *, keeps_others: bool) -> dict[str, str]:
        """Return the whole mapping: each field with its column, or nothing; and the others."""
        said = {name: self.column(places[name]) if name in places else "" for name in TITLES}
        if "status" not in self.decisions.columns and places.get("status") == self.places.get(
            "status"
        ):
            del said["status"]  # nobody chose it: more columns may say who comes
        others = replace(self, places=places).spare()
        return {"name": "", **said, **(others if keeps_others else {})}


def facts_of(found: PeopleRead, source: Source) -> str:
    """Say how the list was read: encoding of a file, separator, row of headings."""
    facts = []
    if found.encoding and source.path is not None:
        facts.append(_("Encoding: {name}").format(name=found.encoding.upper()))
    if found.delimiter:
        name = _(SEPARATORS.get(found.delimiter, found.delimiter))
        facts.append(_("Separated by {what}").format(what=name))
    if found.header_row is None:
        facts.append(_("No row of headings"))
    else:
        facts.append(_("Headings in row {number}").format(number=found.header_row))
    if found.guessed:
        guessed = join_names(found.guessed, most=_MOST_GUESSED)
        facts.append(_("Taken by what the cells look like: {columns}").format(columns=guessed))
    return " · ".join(facts)


def remarks_of(found: PeopleRead) -> list[str]:
    """Say row by row who is set aside, turned down, folded into one or several, and why."""
    remarks = sorted(
        (*found.rejected, *found.set_aside, *found.duplicates, *found.notices),
        key=lambda each: each.row,
    )
    line, nameless = _("Row {number} · {name}: {reason}"), _("Row {number}: {reason}")
    return [
        (line if each.name else nameless).format(
            number=each.row, name=each.name, reason=each.describe(desk_words())
        )
        for each in remarks
    ]


def outcome_of(report: ImportReport) -> str:
    """Say what an import did, in one sentence."""
    found = report.found
    parts = [
        ngettext("{number} person imported", "{number} people imported", report.added).format(
            number=report.added
        )
    ]
    counts = (
        (report.updated, ngettext("{number} updated", "{number} updated", report.updated)),
        (
            len(found.duplicates),
            ngettext(
                "{number} duplicate folded", "{number} duplicates folded", len(found.duplicates)
            ),
        ),
        (
            len(found.set_aside),
            ngettext("{number} set aside", "{number} set aside", len(found.set_aside)),
        ),
        (
            report.away,
            ngettext("{number} kept as not coming", "{number} kept as not coming", report.away),
        ),
        (
            len(found.rejected),
            ngettext("{number} rejected", "{number} rejected", len(found.rejected)),
        ),
    )
    parts += [words.format(number=number) for number, words in counts if number]
    return _("{what}.").format(what=", ".join(parts))
