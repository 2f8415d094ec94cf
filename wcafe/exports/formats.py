"""Which formats there are, and what each can hold."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from wcafe.domain.artefacts import EXPORTS, FORM, PACK
from wcafe.domain.photos import PhotoId
from wcafe.exports.amend_form import amend_form
from wcafe.exports.harvest_json import harvest_json
from wcafe.exports.iramuteq import iramuteq_corpus
from wcafe.exports.metagov import metagov_json
from wcafe.exports.pack import open_harvest
from wcafe.exports.people_sheet import people_sheet
from wcafe.exports.refi import refi_project
from wcafe.exports.sheets import Rows, notes_sheet, plan_sheet, to_csv
from wcafe.exports.workbook import to_xlsx
from wcafe.exports.written_texts import made_text
from wcafe.i18n import N_, Words, words_for
from wcafe.services.cafe import Snapshot

_ILLUSTRATED = (("notes", "docx"), ("notes", "html"))
"""The exports in which photos stand."""

_BESIDE_PHOTOS = ("notes", "md")
"""It holds none, and shows those of the pack, where their files stand beside it."""

FORMATS = tuple(dict.fromkeys(suffix for _what, suffix in EXPORTS))
WHAT = tuple(what for what, suffix in EXPORTS if suffix == "csv")
"""What a CSV can hold."""
AS = tuple(dict.fromkeys(what for what, _suffix in EXPORTS if what not in WHAT))
"""What else can be asked for, where the ending of a file leaves it open."""

_Rows = Callable[[Snapshot, Words], Rows]


def held_by(format_: str) -> str:
    """Return what a file of one of `FORMATS` holds where nobody says: the notes, if it can."""
    held = [what for what, suffix in EXPORTS if suffix == format_]
    return "notes" if "notes" in held else held[0]


def exported(
    format_: str,
    snapshot: Snapshot,
    *,
    what: str = "notes",
    pages: Mapping[str, bytes] | None = None,
    pictures: Mapping[PhotoId, bytes] | None = None,
) -> bytes:
    """Return the harvest in one of `FORMATS`, or `what` else that format can hold.

    Args:
        format_: the ending of the file.
        snapshot: the café.
        what: with `format_` a key of `EXPORTS`.
        pages: for the open harvest pack the PDFs of its editions, by their keys.
        pictures: the photos that are published; in the synthesis and the pack those stand of which
            there is one.

    Raises:
        NoDayYet: it is the agenda, and the café has no day.
    """
    shown = pictures or {}
    makers = MAKERS
    if shown:
        keys = (*_ILLUSTRATED, _BESIDE_PHOTOS) if what == PACK else _ILLUSTRATED
        makers = MAKERS | {key: _illustrated(*key, shown) for key in keys}
    if what == PACK:
        words = words_for(snapshot.cafe.language)
        return open_harvest(snapshot, words, makers, pages or {}, shown)
    return makers[what, format_](snapshot)


def _illustrated(
    what: str, format_: str, pictures: Mapping[PhotoId, bytes]
) -> Callable[[Snapshot], bytes]:
    return partial(made_text, what, format_, pictures=pictures)


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


def _text(write: Callable[[Snapshot, Words], str]) -> Callable[[Snapshot], bytes]:
    def made(snapshot: Snapshot) -> bytes:
        return write(snapshot, words_for(snapshot.cafe.language)).encode()

    return made


def _in_words(write: Callable[[Snapshot, Words], bytes]) -> Callable[[Snapshot], bytes]:
    def made(snapshot: Snapshot) -> bytes:
        return write(snapshot, words_for(snapshot.cafe.language))

    return made


def _agenda(snapshot: Snapshot, words: Words) -> bytes:
    from wcafe.exports.agenda import agenda_calendar  # it loads calendars, which takes its time

    return agenda_calendar(snapshot.cafe, words)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


MAKERS: dict[tuple[str, str], Callable[[Snapshot], bytes]] = {
    ("notes", "docx"): partial(made_text, "notes", "docx"),
    ("notes", "html"): partial(made_text, "notes", "html"),
    ("notes", "md"): partial(made_text, "notes", "md"),
    ("themes", "html"): partial(made_text, "themes", "html"),
    ("themes", "md"): partial(made_text, "themes", "md"),
    ("notes", "csv"): _csv(notes_sheet),
    ("notes", "xlsx"): _xlsx(notes_sheet, N_("Notes")),
    ("notes", "json"): _text(lambda snapshot, _words: _json(harvest_json(snapshot))),
    ("codes", "qdpx"): _in_words(refi_project),
    ("iramuteq", "txt"): _text(iramuteq_corpus),
    ("metagov", "json"): _text(lambda snapshot, words: _json(metagov_json(snapshot, words))),
    ("agenda", "ics"): _in_words(_agenda),
    (PACK, "zip"): lambda snapshot: exported("zip", snapshot, what=PACK),
    (FORM, "html"): amend_form,
    ("people", "csv"): _csv(people_sheet),
    ("plan", "csv"): _csv(plan_sheet),
}
"""What makes each export of the catalogue, by what it holds and its format."""
