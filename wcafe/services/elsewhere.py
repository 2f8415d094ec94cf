"""What other desks of the same café change, told as if it had been changed here."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from wcafe.domain.desks import OpenDesk
from wcafe.services.changes import Changed, Changes, Part

if TYPE_CHECKING:
    from wcafe.store import Store
    from wcafe.store.news import News

PARTS = {
    Part.CAFE: ("cafe",),
    Part.PEOPLE: ("person",),
    Part.PLAN: ("plan", "planned_person", "planned_seat"),
    Part.LIVE: ("live", "actual_seat"),
    Part.NOTES: ("device", "note", "operation", "revision"),
    Part.SYNTHESIS: (
        *("theme", "given_mark", "filed_note", "listed_theme"),
        *("statement", "cite", "opposed"),
    ),
    Part.BADGES: ("badge",),
    Part.FEEDBACK: ("verdict", "amendment"),
    Part.PHOTOS: ("photo", "photo_image", "blank_sheet"),
    Part.PRINTED: ("printing", "sheet_form"),
    Part.PHONES: ("phone", "station"),
    Part.PLACE: (),
}
"""The tables of each part of a café."""

_PART_OF = {table: part for part, tables in PARTS.items() for table in tables}


def changed_by(news: "News") -> Changed:
    """Return what another desk has changed as its own services tell it."""
    parts = reduce(or_, (_PART_OF.get(table, Part(0)) for table in news.tables), Part(0))
    named = Part.NOTES | Part.PHONES
    is_named = news.notes is not None and not parts & ~named
    return Changed(parts, None, frozenset(news.notes or ()) if is_named else None)


class Elsewhere:
    """What this desk knows of the others, and of the server between them.

    Of a café in a file nobody else knows anything, and nothing goes.
    """

    def __init__(self, store: "Store", changes: Changes) -> None:
        self._store = store
        self._changes = changes
        store.place.listen(self._hear, self._missed, self._tell_of_place)

    def gone_since(self) -> datetime | None:
        """Return since when the server does not answer; None while it does."""
        return self._store.place.gone_since

    def wants_password(self) -> bool:
        """Return whether it does not answer for want of a password that fits."""
        return self._store.place.wants_password

    def enter(self, password: str) -> None:
        """Connect with this `password` from now on."""
        self._store.place.enter(password)

    def holds_bell(self) -> bool:
        """Return whether it is this desk that rings: one does, and hands it on when it goes."""
        return self._store.place.holds_bell

    def desks(self) -> tuple[OpenDesk, ...]:
        """Return the laptops that have the café open, the first one first, this one too."""
        return self._store.place.desks

    def say_at(self, workspace: str) -> None:
        """Let the others know which workspace is on screen here, by its key."""
        self._store.place.say_at(workspace)

    def _hear(self, text: str) -> None:
        if (news := self._store.hear(text)) is not None:
            self._changes.tell(changed_by(news))

    def _missed(self) -> None:
        self._store.look_anew()
        self._changes.tell(Changed(reduce(or_, PARTS)))

    def _tell_of_place(self) -> None:
        self._changes.tell(Changed(Part.PLACE, None, frozenset()))
