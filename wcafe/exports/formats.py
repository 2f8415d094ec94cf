"""Which formats there are, and what each can hold."""

import json
from collections.abc import Callable

from wcafe.domain.artefacts import EXPORTS, FORM
from wcafe.exports.amend_form import amend_form
from wcafe.exports.harvest_json import harvest_json
from wcafe.exports.markdown import harvest_markdown
from wcafe.exports.people_sheet import people_sheet
from wcafe.exports.sheets import Rows, notes_sheet, plan_sheet, to_csv
from wcafe.exports.workbook import to_xlsx
from wcafe.i18n import N_, Words, words_for
from wcafe.services.cafe import Snapshot

FORMATS = tuple(dict.fromkeys(suffix for _what, suffix in EXPORTS))
WHAT = tuple(dict.fromkeys(what for what, _suffix in EXPORTS))

_Rows = Callable[[Snapshot, Words], Rows]


def exported(format_: str, snapshot: Snapshot, *, what: str = "notes") -> bytes:
    """Return the harvest in one of `FORMATS`; as CSV also the people or the plan."""
    return MAKERS[what, format_](snapshot)


def _csv(rows: _Rows) -> Callable[[Snapshot], bytes]:
    def made(snapshot: Snapshot) -> bytes:
        language = snapshot.cafe.language
        return to_csv(rows(snapshot, words_for(language)), language)

    return made


def _xlsx(rows: _Rows, title: str) -> Callable[[Snapshot], bytes]:
    def made(snapshot: Snapshot) -> bytes:
        words = words_for(snapshot.cafe.language)
        return to_xlsx(rows(snapshot, words), words.gettext(title))

    return made


def _markdown(snapshot: Snapshot) -> bytes:
    return harvest_markdown(snapshot, words_for(snapshot.cafe.language)).encode()


def _json(snapshot: Snapshot) -> bytes:
    return (json.dumps(harvest_json(snapshot), ensure_ascii=False, indent=2) + "\n").encode()


MAKERS: dict[tuple[str, str], Callable[[Snapshot], bytes]] = {
    ("notes", "md"): _markdown,
    ("notes", "csv"): _csv(notes_sheet),
    ("notes", "xlsx"): _xlsx(notes_sheet, N_("Notes")),
    ("notes", "json"): _json,
    (FORM, "html"): amend_form,
    ("people", "csv"): _csv(people_sheet),
    ("plan", "csv"): _csv(plan_sheet),
}
"""What makes each export of the catalogue, by what it holds and its format."""
