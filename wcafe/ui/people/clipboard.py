"""People as a spreadsheet takes them from the clipboard."""

from collections.abc import Iterable, Sequence

from wcafe.domain.people import Person
from wcafe.domain.text import guard_cell, one_line
from wcafe.ui.people.columns import Column, Kind, is_ticked, text_of
from wcafe.ui.words import _


def as_cells(people: Iterable[Person], columns: Sequence[Column]) -> str:
    """Return `people` with headings, tabs between cells; no cell starts a formula."""
    lines = [[column.full_name for column in columns]]
    lines += [[_cell(person, column) for column in columns] for person in people]
    return "\n".join("\t".join(line) for line in lines)


def _cell(person: Person, column: Column) -> str:
    if column.kind is Kind.TICK:
        return _("yes") if is_ticked(person, column) else ""
    return guard_cell(one_line(text_of(person, column)))
