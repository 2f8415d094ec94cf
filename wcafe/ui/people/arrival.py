"""A list of people that is about to come in: what it says, how it is read, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.fields import FIELDS
from wcafe.domain.people import Person
from wcafe.errors import WcafeError
from wcafe.services.people import (
    AS_GUESSED,
    Decisions,
    ImportReport,
    PeopleRead,
    RowRemark,
)
from wcafe.ui.lists.layout import NOTHING, Layout, Source
from wcafe.ui.lists.memory import Remembered
from wcafe.ui.words import _, ngettext

TITLES = {field.key: field.title for field in FIELDS if field.title}
"""What a column of a list can fill, in words."""
_FIELDS = {*TITLES, "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A list as it is read now: `report` says what would come in, or `error` why nothing can.

    Attributes:
        guessed: the headings as they were found without any decision, by which it is remembered.
        is_remembered: it was read as the last list with these headings.
        told: what was told of rows about which somebody decided since.
        left: who was read from rows that somebody left out since.
        also: columns that come in without being chosen.
    """

    source: Source
    layout: Layout
    decisions: Decisions = AS_GUESSED  # what it was read with
    report: ImportReport | None = None
    error: WcafeError | None = None
    guessed: tuple[str, ...] = ()
    is_remembered: bool = False
    told: Mapping[int, RowRemark] = field(default_factory=dict)
    left: Mapping[int, Person] = field(default_factory=dict)
    also: frozenset[int] = frozenset()

    @property
    def found(self) -> PeopleRead | None:
        return self.report.found if self.report else None

    @property
    def own(self) -> dict[str, str]:
        """Return the columns that come in beside those of our fields."""
        columns = self.decisions.columns
        return {name: column for name, column in columns.items() if name not in _FIELDS}

    def spare(self) -> dict[str, str]:
        """Return the columns that fill no field and have a name of their own."""
        layout = self.layout
        used = {*layout.places.values(), *self.also}
        return {
            heading: layout.column(place)
            for place, heading in enumerate(layout.headings)
            if place not in used and not heading.isdigit() and heading.casefold() not in _FIELDS
        }

    def wanted(self, places: Mapping[str, int], *, keeps_others: bool) -> dict[str, str]:
        """Return the whole mapping: each field with its column, or nothing; and the others."""
        layout = self.layout
        said = {name: layout.column(places[name]) if name in places else "" for name in TITLES}
        if "status" not in self.decisions.columns and places.get("status") == layout.places.get(
            "status"
        ):
            del said["status"]  # nobody chose it: more columns may say who comes
        others = replace(self, layout=replace(layout, places=places)).spare()
        return {"name": "", **said, **(others if keeps_others else {})}

    def to_remember(self) -> Remembered:
        """Return what was decided that a list with the same headings can be read by."""
        said, layout = self.decisions, self.layout
        if not (said.columns or said.words or said.header_row is not None):
            return {}
        fields = {
            name: layout.place_of(column)
            for name, column in said.columns.items()
            if name in _FIELDS
        }
        return {
            "fields": fields,
            "own": sorted(map(layout.place_of, self.own.values())),
            "words": [[place, word, comes] for (place, word), comes in said.words.items()],
            "header": said.header_row,
        }


def recall(kept: Remembered, headings: tuple[str, ...]) -> Decisions | None:
    """Return the decisions that were `kept` of a list with these `headings`, None for nonsense."""
    layout = Layout(headings=headings, places={})
    try:
        columns = {
            str(name): "" if place == NOTHING else layout.column(place)
            for name, place in kept["fields"].items()
            if name in _FIELDS
        }
        own = {headings[place]: layout.column(place) for place in kept["own"]}
        words = {(int(place), str(word)): bool(comes) for place, word, comes in kept["words"]}
        header = kept["header"]
        return Decisions(
            columns={**columns, **own},
            words=words,
            header_row=None if header is None else int(header),
        )
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None


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
