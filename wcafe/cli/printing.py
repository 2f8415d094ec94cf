"""The command that prints what is handed out and hung up."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from wcafe.app import utc_now
from wcafe.cli.opening import open_to_change
from wcafe.cli.pdf import (
    MOST_NAMED,
    refuse_other_than_pdf,
    snapshot_of,
    warn_of_stale_plan,
    write_document,
)
from wcafe.cli.tell import warn
from wcafe.domain.artefact import Artefact, PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.called import find_person
from wcafe.domain.document_words import tell_document
from wcafe.domain.handouts import ALL, BADGES, HARVEST_SHEETS, VOTES
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import PersonId
from wcafe.domain.text import join_names
from wcafe.errors import NoBadgeOf, NoPlanYet, NothingToPrint, WcafeError
from wcafe.errors.sharing import SharedElsewhere
from wcafe.i18n import Words
from wcafe.reports import make_document, make_one_document
from wcafe.services.badges import printed_faces
from wcafe.services.cafe import Snapshot
from wcafe.services.files import make_folder
from wcafe.services.printing import everything, note_printed, only_changed


def print_artefact(chosen: argparse.Namespace, words: Words) -> int:
    if chosen.artefact == ALL:
        return print_all(chosen, words)
    refuse_other_than_pdf(chosen, words)
    artefact = HANDOUTS[chosen.artefact]
    _refuse_what_has_no_say(artefact, chosen, words)
    _refuse_other_sizes(chosen, words)
    snapshot = snapshot_of(chosen, words)
    if artefact.needs_plan and snapshot.plan is None:
        raise NoPlanYet
    options = _options(chosen, snapshot)
    if chosen.only_changed:
        options = only_changed(artefact, snapshot, options)
    now = utc_now().astimezone()
    document = make_document(artefact.key, snapshot, now, options)
    if snapshot.is_plan_stale:
        warn_of_stale_plan(words)
    warn(tell_document(document, words, most=MOST_NAMED))
    write_document(document, chosen.output, words, said=_names(snapshot))
    _note({artefact.key: options}, snapshot, now, chosen, words)
    return 0


def print_all(chosen: argparse.Namespace, words: Words) -> int:
    """Print everything into a folder, or where a PDF is named into one file of many pages."""
    _ = words.gettext
    if chosen.who or chosen.table or chosen.round:
        chosen.refuse(_("--for, --table and --round are for one thing at a time"))
    _refuse_other_sizes(chosen, words)
    snapshot, now = snapshot_of(chosen, words), utc_now().astimezone()
    options = _options(chosen, snapshot)
    wanted, lacking = everything(snapshot, options, is_new_only=chosen.only_changed)
    if not wanted:
        raise NothingToPrint
    if snapshot.is_plan_stale:
        warn_of_stale_plan(words)
    if chosen.output.suffix.lower() == ".pdf":
        together = make_one_document(wanted, snapshot, now)
        lacking |= together.lacking
        warn(tell_document(together, words, most=MOST_NAMED))
        write_document(together, chosen.output, words, said=_names(snapshot))
    else:
        lacking |= _print_into_folder(wanted, snapshot, now, chosen, words)
    for key, error in lacking.items():
        why = error.describe(words)
        warn([_("“{artefact}” is left out. {why}").format(artefact=key, why=why)])
    made = {key: each for key, each in wanted.items() if key not in lacking}
    _note(made, snapshot, now, chosen, words)
    return 0


def _print_into_folder(
    wanted: Mapping[str, PrintOptions],
    snapshot: Snapshot,
    now: datetime,
    chosen: argparse.Namespace,
    words: Words,
) -> dict[str, WcafeError]:
    """Write a file for each thing; return why there is none of some.

    Raises:
        WcafeError: there is nothing for any of them; why is said of the first.
    """
    lacking: dict[str, WcafeError] = {}
    for key, options in wanted.items():
        try:
            document = make_document(key, snapshot, now, options)
        except WcafeError as error:
            lacking[key] = error
            continue
        make_folder(chosen.output)
        warn(tell_document(document, words, most=MOST_NAMED))
        write_document(document, chosen.output / f"{key}.pdf", words, said=_names(snapshot))
    if len(lacking) == len(wanted):
        raise next(iter(lacking.values()))
    return lacking


def _names(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return what a name is beside it, where characters that no font has are to be found."""
    return [
        (person.name, f"{person.name} {person.organisation or person.group}")
        for person in snapshot.people
    ]


def _refuse_what_has_no_say(artefact: Artefact, chosen: argparse.Namespace, words: Words) -> None:
    """End the program where an option was given that changes nothing of this `artefact`."""
    for option, said, has_say in (
        ("--for", chosen.who, artefact.per_person),
        ("--table", chosen.table, artefact.per_table),
        ("--round", chosen.round, artefact.per_round),
        ("--size", chosen.size, artefact.has_sizes),
        ("--sheets", chosen.sheets, artefact.key in (HARVEST_SHEETS, VOTES)),
    ):
        if said not in (None, False) and not has_say:
            sentence = words.gettext("{option} changes nothing of “{artefact}”")
            chosen.refuse(sentence.format(option=option, artefact=artefact.key))


def _refuse_other_sizes(chosen: argparse.Namespace, words: Words) -> None:
    """End the program where badges of the size that was given do not fit on their paper."""
    if chosen.size is not None:
        try:
            badge_sheet(chosen.size, PaperSize(chosen.paper))
        except WcafeError as error:
            chosen.refuse(error.describe(words))


def _options(chosen: argparse.Namespace, snapshot: Snapshot) -> PrintOptions:
    """Return what was chosen. Raises NobodyCalled, SeveralCalled, FreeJoker, NoBadgeOf."""
    options = PrintOptions(
        paper=PaperSize(chosen.paper),
        only=_people(chosen, snapshot),
        tables=_from_0(chosen.table),
        rounds=_from_0(chosen.round),
        sheets=chosen.sheets or 1,
        shift=chosen.shift,
    )
    return options if chosen.size is None else replace(options, size=chosen.size)


def _from_0(numbers: list[int] | None) -> frozenset[int] | None:
    return None if numbers is None else frozenset(number - 1 for number in numbers)


def _people(chosen: argparse.Namespace, snapshot: Snapshot) -> frozenset[PersonId] | None:
    """Return for whom alone it is asked for; None for everybody."""
    if not chosen.who:
        return None
    jokers = snapshot.plan.jokers if snapshot.plan is not None else ()
    people = [find_person(who, snapshot.people, jokers) for who in chosen.who]
    wanted = frozenset(person.id for person in people)
    if chosen.artefact == BADGES and wanted.isdisjoint(printed_faces(snapshot)):
        raise NoBadgeOf(names=join_names([each.name for each in people], most=MOST_NAMED))
    return wanted


def _note(
    made: Mapping[str, PrintOptions],
    snapshot: Snapshot,
    at: datetime,
    chosen: argparse.Namespace,
    words: Words,
) -> None:
    """Note what is on paper now, where the file can be written; it is printed anyway."""
    try:
        with open_to_change(chosen.file, words) as cafe:
            for key, options in made.items():
                note_printed(cafe, HANDOUTS[key], snapshot, options, at)
    except SharedElsewhere:
        return  # a keepsake was printed, and that was said
    except WcafeError as error:
        sentence = words.gettext("It was not noted in the café what was printed. {why}")
        warn([sentence.format(why=error.describe(words))])
