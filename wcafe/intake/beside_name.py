"""What stands behind a name in its own cell and says that somebody does not come."""

import re
from collections.abc import Sequence

from wcafe.domain.fields import NAME_FIELDS
from wcafe.intake.columns import Columns
from wcafe.intake.status import Says, said_in

Numbered = tuple[int, tuple[str, ...]]

_BEHIND = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$|\s+[-–—:]\s+([^-–—:]+)$")
_MOST_WORDS = 3  # more, or a figure, speak of when and why


def cut_status(rows: Sequence[Numbered], columns: Columns) -> tuple[list[Numbered], dict[int, str]]:
    """Return the rows with names alone, and what stood behind those who do not come, by row."""
    places = {place for field, place in columns.places.items() if field in NAME_FIELDS}
    said: dict[int, str] = {}
    plain: list[Numbered] = []
    for number, row in rows:
        cells = list(row)
        for place in places:
            if place < len(row) and (found := _cut(row[place])):
                cells[place], said[number] = found
        plain.append((number, tuple(cells)))
    return plain, said


def _cut(cell: str) -> tuple[str, str] | None:
    """Return the name and the word behind it that says "does not come", if there is one.

    >>> _cut("Jean Dupont (excusé)"), _cut("Ann Roy - annulé"), _cut("Luc Gros (Mairie)")
    (('Jean Dupont', 'excusé'), ('Ann Roy', 'annulé'), None)
    """
    found = _BEHIND.search(cell)
    if found is None or "\n" in cell:
        return None
    name, word = cell[: found.start()].strip(), (found[1] or found[2]).strip()
    is_short = len(word.split()) <= _MOST_WORDS and not re.search(r"\d", word)
    if not name or not is_short or said_in(word) is not Says.NOT_COMING:
        return None
    return name, word
