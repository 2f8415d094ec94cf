"""Commands that write files: what is printed, the report, the exports."""

import argparse
from collections.abc import Mapping

from wcafe.app import utc_now
from wcafe.cli.pdf import (
    refuse_other_than_pdf,
    snapshot_with_pictures,
    warn_of_stale_plan,
    write_document,
)
from wcafe.cli.tell import say, typed, warn
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import EDITIONS, EXPORTS, PACK
from wcafe.domain.photo_publishing import photos_aside, tell_photos
from wcafe.domain.photos import PhotoId
from wcafe.domain.withheld import held_in_words
from wcafe.errors import NoPlanYet
from wcafe.exports import FORMATS, exported, held_by, open_editions
from wcafe.i18n import Words
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file
from wcafe.services.hiding import hide_names
from wcafe.services.names import names_found, tell_names


def report(chosen: argparse.Namespace, words: Words) -> int:
    refuse_other_than_pdf(chosen, words)
    edition = EDITIONS[chosen.edition]
    snapshot, pictures = snapshot_with_pictures(chosen, words, shows_photos=edition.shows_photos)
    if snapshot.is_plan_stale:
        warn_of_stale_plan(words)
    if chosen.hide_names or not chosen.names:
        _tell_of_names(snapshot, chosen, words)
        snapshot = hide_names(snapshot)
    now = utc_now().astimezone()
    options = PrintOptions(
        names=chosen.names,
        is_white=chosen.cover == "white",
        has_annex=chosen.annex == "record",
        by_question=chosen.by == "question",
    )
    document = make_document(chosen.edition, snapshot, now, options, pictures=pictures)
    places = [(f"T{note.table + 1} R{note.round + 1}", note.text) for note in snapshot.notes]
    write_document(document, chosen.output, words, said=places)
    return 0


def export(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    format_ = chosen.output.suffix.lower().removeprefix(".")
    what = _held(format_, chosen, words)
    artefact = EXPORTS[what, format_]
    snapshot, pictures = snapshot_with_pictures(chosen, words, shows_photos=artefact.shows_photos)
    if artefact.needs_plan and snapshot.plan is None:
        raise NoPlanYet
    if chosen.hide_names:
        if artefact.names_people and what != "notes":
            chosen.refuse(_("--hide-names is for the harvest"))
        _tell_of_names(snapshot, chosen, words)
        snapshot = hide_names(snapshot)
    elif what == PACK:  # the reports in it are without names
        _tell_of_names(snapshot, chosen, words)
    if artefact.shows_photos:
        warn(tell_photos(photos_aside(snapshot.photos, snapshot.notes), words))
    pages = _editions(hide_names(snapshot), pictures) if what == PACK else {}
    made = exported(format_, snapshot, what=what, pages=pages, pictures=pictures)
    write_file(chosen.output, made)
    if artefact.holds_withheld:
        warn(filter(None, [held_in_words(snapshot.notes, words)]))
    say(str(chosen.output))
    return 0


def _held(format_: str, chosen: argparse.Namespace, words: Words) -> str:
    """Return what the file is to hold, by its ending, `--what` and `--as`."""
    _ = words.gettext
    if format_ not in FORMATS:
        chosen.refuse(
            _("“{ending}” is not a format; the formats are: {formats}").format(
                ending=chosen.output.suffix, formats=", ".join(FORMATS)
            )
        )
    if chosen.what and (chosen.what, format_) not in EXPORTS:
        endings = ", ".join(f".{suffix}" for what, suffix in EXPORTS if what == chosen.what)
        sentence = _("--what {what} is for files that end in: {endings}")
        chosen.refuse(sentence.format(what=chosen.what, endings=endings))
    wanted = vars(chosen)["as"]  # a word of Python
    if wanted and (wanted, format_) not in EXPORTS:
        ending = next(suffix for what, suffix in EXPORTS if what == wanted)
        chosen.refuse(
            _("--as {wanted} is for files that end in .{ending}").format(
                wanted=wanted, ending=ending
            )
        )
    return str(wanted or chosen.what or held_by(format_))


def _editions(snapshot: Snapshot, pictures: Mapping[PhotoId, bytes]) -> dict[str, bytes]:
    """Return each edition that everybody may have, without names, by its key."""
    now = utc_now().astimezone()
    return {
        key: make_document(key, snapshot, now, pictures=pictures).pdf
        for key in open_editions(snapshot)
    }


def _tell_of_names(snapshot: Snapshot, chosen: argparse.Namespace, words: Words) -> None:
    """Say what becomes of names that stand in the harvest: none is hidden in silence."""
    if told := tell_names(names_found(snapshot), words):
        how = words.gettext("See and decide: wcafe names list {path}")
        warn([f"{told} {how.format(path=typed(chosen.file))}"])
