"""Which lists were written here, by headings that no other program writes together.

What stands in them is meant so, to the letter.
"""

from collections.abc import Sequence
from functools import cache

from wcafe.domain.people_columns import PEOPLE_COLUMNS, SURE_SIGNS
from wcafe.domain.text import unguard_cell
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.headings import fold_heading

_PEOPLE = tuple(PEOPLE_COLUMNS[field] for field in SURE_SIGNS)
_NOTES = ("id", "table", "kind", "text", "revision")


def is_written_here(headings: Sequence[str]) -> bool:
    """Are these the headings of a list of people or notes that was written here?

    >>> is_written_here(["id", "table", "round", "kind", "text", "revision"])
    True
    >>> is_written_here(["id", "table", "texte"])
    False
    """
    told = {fold_heading(unguard_cell(heading)) for heading in headings}
    return any(signs <= told for signs in _signs())


@cache
def _signs() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(fold_heading(words_for(language).gettext(sign)) for sign in signs)
        for signs in (_PEOPLE, _NOTES)
        for language in LANGUAGES
    )
