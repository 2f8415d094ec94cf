"""Which formats there are, and what each can hold."""

import json
from collections.abc import Callable

from wcafe.exports.harvest_json import harvest_json
from wcafe.exports.markdown import harvest_markdown
from wcafe.exports.people_sheet import people_sheet
from wcafe.exports.sheets import notes_sheet, plan_sheet, to_csv
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot

_SHEETS = {"notes": notes_sheet, "people": people_sheet, "plan": plan_sheet}
WHAT = tuple(_SHEETS)


def exported(format_: str, snapshot: Snapshot, *, what: str = "notes") -> bytes:
    """Return the harvest in one of `FORMATS`; as CSV also the people or the plan."""
    return _FORMATS[format_](snapshot, what)


def _csv(snapshot: Snapshot, what: str) -> bytes:
    return to_csv(_SHEETS[what](snapshot, words_for(snapshot.cafe.language)))


def _markdown(snapshot: Snapshot, _what: str) -> bytes:
    return harvest_markdown(snapshot, words_for(snapshot.cafe.language)).encode()


def _json(snapshot: Snapshot, _what: str) -> bytes:
    return (json.dumps(harvest_json(snapshot), ensure_ascii=False, indent=2) + "\n").encode()


_FORMATS: dict[str, Callable[[Snapshot, str], bytes]] = {
    "md": _markdown,
    "csv": _csv,
    "json": _json,
}
FORMATS = tuple(_FORMATS)
