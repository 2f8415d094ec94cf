"""People as rows: all that is known of them, so that they come back as they were."""

from collections.abc import Sequence

from wcafe.domain.fields import TEXTS
from wcafe.domain.people import ROLE_NAMES, Person
from wcafe.domain.people_columns import ALL_ROUNDS, COMES, NO_ROUND, PEOPLE_COLUMNS, STAYS_AWAY
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot


def people_sheet(snapshot: Snapshot, words: Words) -> list[Sequence[str]]:
    """Return everybody of the café, those who are not seated too, with their own columns."""
    rounds = len(snapshot.cafe.rounds)
    own = list(dict.fromkeys(name for person in snapshot.people for name, _v in person.attributes))
    head = [words.gettext(heading) for heading in PEOPLE_COLUMNS.values()]
    rows = [
        [
            *_cells(person, rounds, words),
            *(dict(person.attributes).get(n, "") for n in own),
        ]
        for person in snapshot.people
    ]
    return [[*head, *own], *rows]


def _cells(person: Person, rounds: int, words: Words) -> list[str]:
    """Return what each of `PEOPLE_COLUMNS` says of `person`, in its order."""
    _ = words.gettext
    cells = {
        **{field.key: field.text_of(person) for field in TEXTS},
        "person": person.id,
        "host_wish": _("yes") if person.willing else "",
        "status": _(STAYS_AWAY if person.is_away(range(rounds)) else COMES),
        "rounds": _rounds(person, rounds, words),
        "arrived": _("yes") if person.arrived else "",
        "may_be_named": _("yes") if person.may_be_named else "",
        "no_photo": _("yes") if person.no_photo else "",
        "room_role": _(ROLE_NAMES[person.role]),
        "host_of": _table(person.host_of),
        "stays_at": _table(person.stays_at),
    }
    return [cells[field] for field in PEOPLE_COLUMNS]


def _rounds(person: Person, rounds: int, words: Words) -> str:
    """Return the rounds somebody comes to, from 1, with a letter that keeps dates and sums away.

    Rounds that the café has no more are told too, behind "no round" where they are all there is.
    """
    if person.present is None:
        return words.gettext(ALL_ROUNDS)
    numbers = " ".join(f"R{number + 1}" for number in sorted(person.present))
    if not person.is_away(range(rounds)):
        return numbers
    none = words.gettext(NO_ROUND)
    return f"{none} ({numbers})" if numbers else none


def _table(table: int | None) -> str:
    return "" if table is None else str(table + 1)
