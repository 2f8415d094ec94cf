"""Cells that hold more than what they would fill: told by their row and their column."""

from collections.abc import Mapping, Sequence

from wcafe.domain.fields import FIELDS, Form
from wcafe.domain.lengths import CELL, LONG
from wcafe.domain.text import unguard_cell
from wcafe.intake.found import Reason, RowRemark

_ABOUT = 80  # characters of a name or a heading in a message
_FIELDS = {field.key: field for field in FIELDS}
_LONG = frozenset({"note"})


def too_long(
    number: int,
    row: Sequence[str],
    name: str,
    places: Mapping[str, int],
    headings: Sequence[str],
) -> RowRemark | None:
    """Return what is to be told of a row with a cell that is too long; None if there is none.

    Args:
        number: of the row, from 1.
        row: its cells.
        name: whose row it is.
        places: the column, from 0, of each field and of the user's own columns.
        headings: those of the columns.
    """
    for field, place in sorted(places.items(), key=lambda filled: filled[1]):
        cell = unguard_cell(row[place]) if place < len(row) else ""
        heading = headings[place] if place < len(headings) else ""
        most = LONG if field in _LONG else CELL
        if _length(field, cell) > most or (cell and len(heading) > CELL):
            facts = {"column": heading[:_ABOUT] or str(place + 1), "most": most}
            return RowRemark(row=number, name=name[:_ABOUT], reason=Reason.TOO_LONG, facts=facts)
    return None


def _length(field: str, cell: str) -> int:
    """Return how long the cell is, or the longest of several texts in it."""
    known = _FIELDS.get(field)
    if known is None or known.form is not Form.SEVERAL or len(cell) > LONG:
        return len(cell)
    return max(map(len, known.value_of(cell)), default=0)
