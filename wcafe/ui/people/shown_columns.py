"""Which columns of the table of people are shown; what was switched by hand is remembered."""

from collections.abc import Iterable

from wcafe.ui.people.columns import Column
from wcafe.ui.settings import Settings

_SHOWN, _HIDDEN = "people-columns-shown", "people-columns-hidden"


def hidden(columns: Iterable[Column], settings: Settings) -> set[str]:
    """Return the columns not shown: the extra ones, unless it was said otherwise."""
    shown, put_away = _columns_in(settings, _SHOWN), _columns_in(settings, _HIDDEN)
    extra = {column.id for column in columns if column.is_extra}
    return (extra - shown) | put_away


def remember(column: Column, settings: Settings, *, is_shown: bool) -> None:
    """Keep whether a column is shown for the next time."""
    for key, is_so in ((_SHOWN, is_shown), (_HIDDEN, not is_shown)):
        said = _columns_in(settings, key) - {column.id}
        settings.keep_text(key, "\n".join(sorted(said | {column.id} if is_so else said)))


def _columns_in(settings: Settings, key: str) -> set[str]:
    return set(filter(None, settings.text_of(key).split("\n")))
