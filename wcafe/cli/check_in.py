"""The command of the check-in desk: who has arrived."""

import argparse
from typing import Any

from wcafe.cli.opening import open_to_change
from wcafe.cli.tell import say, say_json
from wcafe.domain.called import find_person
from wcafe.domain.people import Person
from wcafe.domain.presence import (
    PRESENCE_NAMES,
    describe_attendance,
    not_arrived,
    presence_of,
)
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.check_in import as_arrived
from wcafe.services.route import route_of


def check_in(chosen: argparse.Namespace, words: Words) -> int:
    """Note who has arrived, or with `--undo` that they have not yet; all of them or nobody."""
    with open_to_change(chosen.file, words) as cafe:
        before = cafe.cafes.snapshot()
        jokers = before.plan.jokers if before.plan is not None else ()
        meant = (find_person(who, before.people, jokers) for who in chosen.who)
        found = {each.id: each for each in meant}
        cafe.check_in.keep(
            not_arrived(each) if chosen.undo else as_arrived(each, before)
            for each in found.values()
        )
        after = cafe.cafes.snapshot()
    told = [each for each in after.people if each.id in found]
    if chosen.json:
        say_json(_as_json(told, after))
    else:
        say(*(_line(each, after, words) for each in told))
        say(describe_attendance(after.attendance, words))
    return 0


def _as_json(told: list[Person], snapshot: Snapshot) -> dict[str, Any]:
    counts = snapshot.attendance
    return {
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "state": presence_of(person, snapshot.asked).value,
                "tables": _tables(person, snapshot),
            }
            for person in told
        ],
        "here": counts.here,
        "expected": counts.expected,
        "away": counts.away,
        "left": counts.left,
    }


def _tables(person: Person, snapshot: Snapshot) -> list[int | None]:
    """Return the table of each round, from 1."""
    stops = route_of(snapshot, person.id)
    return [None if stop.table is None else stop.table + 1 for stop in stops]


def _line(person: Person, snapshot: Snapshot, words: Words) -> str:
    """Say in one line who it is, where they stand, and to which tables they go."""
    state = words.gettext(PRESENCE_NAMES[presence_of(person, snapshot.asked)])
    line = words.gettext("{what}: {names}").format(what=person.name, names=state)
    tables = _tables(person, snapshot)
    lacking = [
        round_ + 1
        for round_ in sorted(snapshot.coming)
        if snapshot.plan and person.is_seated and person.attends(round_) and not tables[round_]
    ]
    if lacking:
        sentence = words.ngettext(
            "no seat in round {rounds}: repair the plan from there on (wcafe plan --from-round)",
            "no seat in rounds {rounds}: repair the plan from there on (wcafe plan --from-round)",
            len(lacking),
        )
        line = f"{line} · {sentence.format(rounds=', '.join(map(str, lacking)))}"
    if not any(tables):
        return line
    route = words.gettext("tables by round: {tables}")
    told = " · ".join("–" if table is None else str(table) for table in tables)
    return f"{line} · {route.format(tables=told)}"
