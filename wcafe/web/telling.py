"""What a phone is told of the room: its tables, the rounds, the question, the time that is left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from wcafe.domain.cafe import Cafe
from wcafe.domain.kinds import KINDS_TO_READ, kind_name
from wcafe.domain.moment import Moment
from wcafe.domain.sheet_form import form_of
from wcafe.i18n import N_, Words
from wcafe.web.rooms import Room

_PRIVACY = N_(
    "What you write is kept on the computer of this café and used for its harvest. You need not "
    "say who you are. On a network that others share, they may read along."
)


def steady(room: Room, tables: Sequence[int], words: Words) -> dict[str, Any]:
    """Return what stays the same from one second to the next; tables and rounds from 1.

    It is made once for all phones of the same tables and language, for as long as it holds.
    """
    key = (*tables, words)
    if (said := room.said.get(key)) is None:
        said = room.said[key] = _say(room, tables, words)
    return said


def _say(room: Room, tables: Sequence[int], words: Words) -> dict[str, Any]:
    moment, cafe = room.moment, room.moment.cafe
    return {
        "event": cafe.id,
        "gen": cafe.generation,
        "title": cafe.title,
        "language": cafe.language,
        "privacy": words.gettext(_PRIVACY),
        "tables": [_table(cafe, moment, table) for table in tables],
        "rounds": [
            {"round": number + 1, "name": round_.name, "question": _question(cafe, tables, number)}
            for number, round_ in enumerate(cafe.rounds)
        ],
        "round": None if moment.round is None else moment.round + 1,
        "closed": [number + 1 for number in sorted(moment.over)],
        "kinds": [
            {"kind": kind.value, "label": kind_name(kind, words, cafe.kind_labels)}
            for kind in KINDS_TO_READ
        ],
        "prompts": list(form_of(cafe).prompts),
        "origins": list(room.station.origins),
        "photos": not room.station.has_no_photos,
        "message": room.station.message,
    }


def passing(room: Room, now: datetime) -> dict[str, Any]:
    """Return what is another with each second: the time, and how much of the step is left."""
    clock = room.moment.clock if room.moment.step is not None else None
    return {
        "now": now.isoformat(timespec="seconds"),
        "left": None if clock is None else round(clock.left_at(now)),
        "running": clock is not None and clock.is_running,
    }


def _table(cafe: Cafe, moment: Moment, table: int) -> dict[str, Any]:
    questions = [cafe.question(table, number) for number in range(len(cafe.rounds))]
    return {
        "table": table + 1,
        "name": cafe.table_name(table),
        "question": questions[moment.round or 0],
        "questions": questions,
    }


def _question(cafe: Cafe, tables: Sequence[int], number: int) -> str:
    """Return the question of a round, where all of `tables` talk about the same one."""
    asked = {cafe.question(table, number) for table in tables}
    return asked.pop() if len(asked) == 1 else ""
