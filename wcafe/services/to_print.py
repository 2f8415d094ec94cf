"""What is printed before the café, by the names of the catalogue, and how many of each."""

from collections.abc import Callable, Mapping

from wcafe.domain.artefact import Artefact
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.handouts import (
    BADGES,
    CERTIFICATES,
    HARVEST_SHEETS,
    HOST_KIT,
    LABELS,
    POSTERS,
    STEP_CARDS,
    STICKERS,
    STRIPS,
    TENTS,
    VOTES,
)
from wcafe.domain.people import absent
from wcafe.domain.plan import Plan
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import sheet_places
from wcafe.domain.step_rule import goings
from wcafe.domain.table_questions import tables_in_use
from wcafe.services.cafe import Snapshot
from wcafe.services.pieces import has_something

_AFTERWARDS = {CERTIFICATES, STRIPS, VOTES}
"""What there is something for only once people have come, or notes have."""

Counts = Callable[[Snapshot], int | None]


def to_print(snapshot: Snapshot) -> list[tuple[Artefact, int | None]]:
    """Return what is printed where all is, in the order of the catalogue, and how many pieces.

    None says that the number hangs on how much room the words take, or on what is still to come.
    """
    found: list[tuple[Artefact, int | None]] = []
    for key, artefact in HANDOUTS.items():
        is_lacking = artefact.needs_plan and snapshot.plan is None
        if key in _AFTERWARDS or is_lacking or not has_something(key, snapshot):
            continue
        count = _COUNTS[key](snapshot) if key in _COUNTS else 1
        if count != 0:
            found.append((artefact, count))
    return found


def _badges(snapshot: Snapshot) -> int:
    away = len(absent(snapshot.people, _plan(snapshot).rounds))
    return len(snapshot.people) - away + len(_plan(snapshot).free_jokers)


def _tables(snapshot: Snapshot) -> int:
    return len(tables_in_use(snapshot.cafe, snapshot.plan))


def _sheets(snapshot: Snapshot) -> int:
    pages = len(form_of(snapshot.cafe).sheets)
    return len(sheet_places(snapshot.cafe, snapshot.plan, pages=pages))


def _stickers(snapshot: Snapshot) -> int:
    return len(sheet_places(snapshot.cafe, snapshot.plan))


def _step_cards(snapshot: Snapshot) -> int:
    return len(list(goings(_plan(snapshot), snapshot.cafe, snapshot.people)))


def _plan(snapshot: Snapshot) -> Plan:
    assert snapshot.plan is not None, "the catalogue says that it needs one"
    return snapshot.plan


_COUNTS: Mapping[str, Counts] = {
    BADGES: _badges,
    TENTS: _tables,
    HOST_KIT: _tables,
    HARVEST_SHEETS: _sheets,
    STICKERS: _stickers,
    STEP_CARDS: _step_cards,
    POSTERS: lambda _snapshot: None,
    LABELS: lambda _snapshot: None,
}
