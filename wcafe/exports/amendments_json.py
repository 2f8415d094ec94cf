"""Corrections as documented JSON; tables and rounds count from 1."""

from datetime import date
from typing import Any

from wcafe.domain.amending import is_late, name_to_print
from wcafe.domain.amendments import Amendment


def amendment_json(
    amendment: Amendment, until: date | None, *, is_for_all: bool = False
) -> dict[str, Any]:
    """Return one correction.

    `theme` and `statement` are ids of the harvest, and null where it is about none; so are `table`
    and `round`. `way` is typed, slip, strip or form. `decision` is accepted or declined, and null
    while nobody decided; `reason` may be empty unless it is declined. `late` says that it came
    after the last day.

    Args:
        amendment: the correction.
        until: the last day to send any.
        is_for_all: whether it is handed out: then nobody is named who did not agree to it.
    """
    return {
        "id": amendment.id,
        "text": amendment.text,
        "who": name_to_print(amendment) if is_for_all else amendment.who,
        "may_be_named": amendment.may_be_named,
        "table": None if amendment.table is None else amendment.table + 1,
        "round": None if amendment.round is None else amendment.round + 1,
        "theme": amendment.theme,
        "statement": amendment.statement,
        "way": amendment.way.value,
        "came": amendment.came.isoformat() if amendment.came else None,
        "late": is_late(amendment, until),
        "decision": amendment.decision.value if amendment.decision else None,
        "reason": amendment.reason,
    }
