"""Commands on tables: see them, close one from a round on, open it again."""

import argparse
from collections.abc import Sequence
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.tell import say, say_json, typed
from wcafe.domain.marks import table_title
from wcafe.domain.people import PersonId
from wcafe.domain.text import join_names
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.tables import closing, opening

_MOST_NAMED = 6


def list_tables(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    tables = range(len(snapshot.cafe.tables))
    if chosen.json:
        say_json([_as_json(table, snapshot) for table in tables])
    elif tables:
        say(*(_line(table, snapshot, words) for table in tables))
    else:
        say(words.gettext("There are no tables yet: compose the seating plan first."))
    return 0


def close(chosen: argparse.Namespace, words: Words) -> int:
    """Close a table; the seats of those who were to sit there are another command's."""
    _ = words.gettext
    from_round = None if chosen.from_round is None else chosen.from_round - 1
    with open_to_change(chosen.file, words) as cafe:
        before = cafe.cafes.snapshot()
        change = closing(before, chosen.table - 1, _still_closed(before, chosen.table, from_round))
        cafe.tables.keep(change)
        after = cafe.cafes.snapshot()
    say(_line(chosen.table - 1, after, words))
    if change.released:
        told = words.ngettext(
            "{names} hosts it no more.", "{names} host it no more.", len(change.released)
        )
        say(told.format(names=_names(change.released, before)))
    if change.moved:
        told = words.ngettext(
            "{number} person who was to sit there needs another table: "
            "wcafe plan {path} --from-round {round}",
            "{number} people who were to sit there need other tables: "
            "wcafe plan {path} --from-round {round}",
            len(change.moved),
        )
        first = after.rounds_begun if from_round is None else from_round
        say(told.format(number=len(change.moved), path=typed(chosen.file), round=first + 1))
    return 0


def _still_closed(snapshot: Snapshot, number: int, from_round: int | None) -> int | None:
    """Return from which round on the table is to be closed: none that is closed is opened."""
    tables = snapshot.cafe.tables
    if from_round is None or not 0 < number <= len(tables):
        return from_round
    closed = tables[number - 1].closed & snapshot.coming
    return min((from_round, *closed))


def reopen(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        cafe.tables.keep(opening(cafe.cafes.snapshot(), chosen.table - 1))
        after = cafe.cafes.snapshot()
    say(_line(chosen.table - 1, after, words))
    return 0


def _line(table: int, snapshot: Snapshot, words: Words) -> str:
    """Say what a table is called, how many it seats, and when it is closed."""
    _, cafe = words.gettext, snapshot.cafe
    seats = cafe.tables[table].seats
    told = words.ngettext("{number} seat", "{number} seats", seats).format(number=seats)
    facts = [table_title(table, cafe.table_name(table), words), told]
    closed = sorted(r for r in cafe.tables[table].closed if r < len(cafe.rounds))
    if closed:
        rounds = ", ".join(str(r + 1) for r in closed)
        told = words.ngettext("closed in round {rounds}", "closed in rounds {rounds}", len(closed))
        facts.append(told.format(rounds=rounds))
    else:
        facts.append(_("open"))
    return " · ".join(facts)


def _as_json(table: int, snapshot: Snapshot) -> dict[str, Any]:
    cafe = snapshot.cafe
    named = [guest.name for guest in snapshot.people if guest.is_seated and guest.host_of == table]
    return {
        "table": table + 1,
        "name": cafe.table_name(table),
        "seats": cafe.tables[table].seats,
        "closed": [r + 1 for r in sorted(cafe.tables[table].closed) if r < len(cafe.rounds)],
        "hosts": named,
    }


def _names(people: Sequence[PersonId], snapshot: Snapshot) -> str:
    known = {person.id: person.name for person in snapshot.people}
    return join_names([known[person] for person in people], most=_MOST_NAMED)
