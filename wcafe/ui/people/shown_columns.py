"""Which columns of the table of people are shown; what was switched by hand is remembered."""

from collections.abc import Iterable

from wcafe.ui.people.columns import Column
from wcafe.ui.settings import Settings

_KEY = "people-columns"


def hidden(columns: Iterable[Column], settings: Settings) -> set[str]:
    """Return the columns not shown: the extra ones, unless it was said otherwise."""
    switched = _switched(settings)
    return {column.id for column in columns if column.is_extra != (column.id in switched)}


def remember(column: Column, settings: Settings, *, is_shown: bool) -> None:
    """Keep whether a column is shown for the next time."""
    switched = _switched(settings) - {column.id}
    if is_shown == column.is_extra:
        switched.add(column.id)
    settings.keep_text(_KEY, "\n".join(sorted(switched)))


def _switched(settings: Settings) -> set[str]:
    return set(filter(None, settings.text_of(_KEY).split("\n")))
