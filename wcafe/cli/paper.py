"""Commands that write files: what is printed, the report, the exports."""

import argparse
from collections.abc import Iterable

from wcafe.app import open_cafe, utc_now
from wcafe.cli.opening import open_to_change
from wcafe.cli.tell import say, warn
from wcafe.domain.artefacts import (
    BADGES,
    EXPORTS,
    HANDOUTS,
    PACK,
    Document,
    PrintOptions,
)
from wcafe.domain.badges import cut_in_columns, without_badge
from wcafe.domain.called import find_person
from wcafe.domain.people import PersonId
from wcafe.domain.strips import without_strip
from wcafe.domain.text import join_names
from wcafe.domain.withheld import held_in_words
from wcafe.errors import NoBadgeChanged, NoBadgeHeld, NoBadgeOf, NoPlanYet, WcafeError
from wcafe.exports import FORMATS, exported, held_by, open_editions
from wcafe.i18n import Words
from wcafe.reports import make_document
from wcafe.services.badges import changed_badges, printed_faces
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file
from wcafe.services.hiding import hide_names
from wcafe.services.names import names_found, tell_names

Pairs = Iterable[tuple[str, str]]
_MOST_NAMED = 20


def print_artefact(chosen: argparse.Namespace, words: Words) -> int:
    _refuse_other_than_pdf(chosen, words)
    if chosen.artefact != BADGES and (chosen.only_changed or chosen.who):
        chosen.refuse(words.gettext("--for and --only-changed are for badges"))
    snapshot = _snapshot(chosen)
    if HANDOUTS[chosen.artefact].needs_plan and snapshot.plan is None:
        raise NoPlanYet
    only = _badges_wanted(chosen, snapshot)
    now = utc_now().astimezone()
    document = make_document(chosen.artefact, snapshot, now, PrintOptions(only=only))
    if snapshot.is_plan_stale:
        _warn_of_stale_plan(words)
    told = (
        without_badge(document.left_out, words, most=_MOST_NAMED),
        cut_in_columns(document.cut, words, most=_MOST_NAMED),
        without_strip(document.without_strip, words, most=_MOST_NAMED),
    )
    warn(filter(None, told))
    names = [
        (person.name, f"{person.name} {person.organisation or person.group}")
        for person in snapshot.people
    ]
    code = _write(document, chosen, words, said=names)
    if chosen.artefact == BADGES and only is None and not snapshot.badges:
        _note_printed(chosen, snapshot, words)
    return code


def _badges_wanted(chosen: argparse.Namespace, snapshot: Snapshot) -> frozenset[PersonId] | None:
    """Return whose badges alone are asked for; None for everybody's.

    Raises:
        NoBadgeHeld, NoBadgeChanged, NoBadgeOf, NobodyCalled, SeveralCalled
    """
    wanted = None
    if chosen.who:
        people = [find_person(who, snapshot.people) for who in chosen.who]
        wanted = frozenset(person.id for person in people)
        if wanted.isdisjoint(printed_faces(snapshot)):
            raise NoBadgeOf(names=join_names([each.name for each in people], most=_MOST_NAMED))
    if chosen.only_changed:
        if not snapshot.badges:
            raise NoBadgeHeld
        changed = frozenset(changed_badges(snapshot))
        wanted = changed if wanted is None else wanted & changed
        if not wanted:
            raise NoBadgeChanged
    return wanted


def _note_printed(chosen: argparse.Namespace, snapshot: Snapshot, words: Words) -> None:
    """Note which badges people hold now, where the file can be written; they are printed anyway."""
    try:
        with open_to_change(chosen.file, words) as cafe:
            cafe.badges.note_printed(snapshot)
    except WcafeError as error:
        sentence = words.gettext("It was not noted in the café that its badges are printed. {why}")
        warn([sentence.format(why=error.describe(words))])


def report(chosen: argparse.Namespace, words: Words) -> int:
    _refuse_other_than_pdf(chosen, words)
    snapshot = _snapshot(chosen)
    if snapshot.is_plan_stale:
        _warn_of_stale_plan(words)
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
    document = make_document(chosen.edition, snapshot, now, options)
    places = [(f"T{note.table + 1} R{note.round + 1}", note.text) for note in snapshot.notes]
    return _write(document, chosen, words, said=places)


def export(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    format_ = chosen.output.suffix.lower().removeprefix(".")
    what = _held(format_, chosen, words)
    artefact = EXPORTS[what, format_]
    snapshot = _snapshot(chosen)
    if artefact.needs_plan and snapshot.plan is None:
        raise NoPlanYet
    if chosen.hide_names:
        if artefact.names_people and what != "notes":
            chosen.refuse(_("--hide-names is for the harvest"))
        _tell_of_names(snapshot, chosen, words)
        snapshot = hide_names(snapshot)
    elif what == PACK:  # the reports in it are without names
        _tell_of_names(snapshot, chosen, words)
    pages = _editions(hide_names(snapshot)) if what == PACK else {}
    write_file(chosen.output, exported(format_, snapshot, what=what, pages=pages))
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


def _editions(snapshot: Snapshot) -> dict[str, bytes]:
    """Return each edition that everybody may have, without names, by its key."""
    now = utc_now().astimezone()
    return {key: make_document(key, snapshot, now).pdf for key in open_editions(snapshot)}


def _warn_of_stale_plan(words: Words) -> None:
    warn([words.gettext("The café has changed since this plan was made: compose it again.")])


def _tell_of_names(snapshot: Snapshot, chosen: argparse.Namespace, words: Words) -> None:
    """Say what becomes of names that stand in the harvest: none is hidden in silence."""
    if told := tell_names(names_found(snapshot), words):
        how = words.gettext("See and decide: wcafe names list {path}")
        warn([f"{told} {how.format(path=chosen.file)}"])


def _snapshot(chosen: argparse.Namespace) -> Snapshot:
    with open_cafe(chosen.file, is_read_only=True) as cafe:
        return cafe.cafes.snapshot()


def _refuse_other_than_pdf(chosen: argparse.Namespace, words: Words) -> None:
    if chosen.output.suffix.lower() != ".pdf":
        sentence = words.gettext("“{name}” would be a PDF: let the file’s name end in .pdf")
        chosen.refuse(sentence.format(name=chosen.output.name))


def _write(document: Document, chosen: argparse.Namespace, words: Words, *, said: Pairs) -> int:
    """Keep `document`; tell which names or places of what is `said` in it have boxes."""
    write_file(chosen.output, document.pdf)
    if document.unprintable:
        told = words.gettext(
            "No font has these characters, which are printed as a box: {characters}"
        )
        warn([told.format(characters=" ".join(sorted(document.unprintable)))])
        boxed = list(dict.fromkeys(name for name, text in said if document.unprintable & set(text)))
        if boxed:
            where = words.gettext("They stand in: {names}")
            warn([where.format(names=join_names(boxed, most=_MOST_NAMED))])
    say(str(chosen.output))
    return 0
