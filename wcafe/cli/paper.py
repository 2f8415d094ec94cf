"""Commands that write files: what is printed, the report, the exports."""

import argparse

from wcafe.app import open_cafe, utc_now
from wcafe.cli.tell import say, warn
from wcafe.errors import NoPlanYet
from wcafe.exports import FORMATS, exported
from wcafe.i18n import Words
from wcafe.reports import Document, printed, reported
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file


def print_artefact(chosen: argparse.Namespace, words: Words) -> int:
    snapshot = _snapshot(chosen)
    if snapshot.plan is None:
        raise NoPlanYet(path=chosen.file)
    now = utc_now().astimezone()
    document = printed(chosen.artefact, snapshot, snapshot.plan, now)
    if snapshot.is_plan_stale:
        warn([words.gettext("The café has changed since this plan was made: compose it again.")])
    return _write(document, chosen, words)


def report(chosen: argparse.Namespace, words: Words) -> int:
    document = reported(_snapshot(chosen), utc_now().astimezone())
    return _write(document, chosen, words)


def export(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    format_ = chosen.output.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        chosen.refuse(
            _("“{ending}” is not a format; the formats are: {formats}").format(
                ending=chosen.output.suffix, formats=", ".join(FORMATS)
            )
        )
    snapshot = _snapshot(chosen)
    if chosen.what == "plan" and snapshot.plan is None:
        raise NoPlanYet(path=chosen.file)
    write_file(chosen.output, exported(format_, snapshot, what=chosen.what))
    say(str(chosen.output))
    return 0


def _snapshot(chosen: argparse.Namespace) -> Snapshot:
    with open_cafe(chosen.file, is_read_only=True) as cafe:
        return cafe.cafes.snapshot()


def _write(document: Document, chosen: argparse.Namespace, words: Words) -> int:
    write_file(chosen.output, document.pdf)
    if document.unprintable:
        told = words.gettext(
            "No font has these characters, which are printed as a box: {characters}"
        )
        warn([told.format(characters=" ".join(sorted(document.unprintable)))])
    say(str(chosen.output))
    return 0
