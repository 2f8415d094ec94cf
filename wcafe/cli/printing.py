"""The command that prints what is handed out and hung up."""

import argparse
from dataclasses import replace

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
from wcafe.domain.badges import cut_in_columns, find_person, without_badge
from wcafe.domain.handouts import BADGES
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.people import PersonId
from wcafe.domain.sheets import PrintedForm
from wcafe.domain.strips import without_strip
from wcafe.domain.text import join_names
from wcafe.errors import NoBadgeChanged, NoBadgeHeld, NoBadgeOf, NoPlanYet, WcafeError
from wcafe.i18n import Words
from wcafe.reports import make_document
from wcafe.services.badges import changed_badges, printed_faces
from wcafe.services.cafe import Snapshot
from wcafe.services.sheet_forms import new_form


def print_artefact(chosen: argparse.Namespace, words: Words) -> int:
    refuse_other_than_pdf(chosen, words)
    artefact = HANDOUTS[chosen.artefact]
    _refuse_what_has_no_say(artefact, chosen, words)
    snapshot = snapshot_of(chosen)
    if artefact.needs_plan and snapshot.plan is None:
        raise NoPlanYet
    only = _badges_wanted(chosen, snapshot)
    now = utc_now().astimezone()
    document = make_document(artefact.key, snapshot, now, _options(chosen, only))
    if snapshot.is_plan_stale:
        warn_of_stale_plan(words)
    told = (
        without_badge(document.left_out, words, most=MOST_NAMED),
        cut_in_columns(document.cut, words, most=MOST_NAMED),
        without_strip(document.without_strip, words, most=MOST_NAMED),
    )
    warn(filter(None, told))
    names = [
        (person.name, f"{person.name} {person.organisation or person.group}")
        for person in snapshot.people
    ]
    code = write_document(document, chosen, words, said=names)
    if chosen.artefact == BADGES and only is None and not snapshot.badges:
        _note_badges(chosen, snapshot, words)
    if (form := new_form(artefact.key, snapshot)) is not None:
        _note_form(chosen, form, words)
    return code


def _refuse_what_has_no_say(artefact: Artefact, chosen: argparse.Namespace, words: Words) -> None:
    """End the program where an option was given that changes nothing of this `artefact`."""
    for option, said, has_say in (
        ("--for", chosen.who, artefact.per_person),
        ("--table", chosen.table, artefact.per_table),
        ("--round", chosen.round, artefact.per_round),
        ("--size", chosen.size, artefact.has_sizes),
        ("--only-changed", chosen.only_changed, artefact.key == BADGES),
    ):
        if said and not has_say:
            sentence = words.gettext("{option} changes nothing of “{artefact}”")
            chosen.refuse(sentence.format(option=option, artefact=artefact.key))


def _options(chosen: argparse.Namespace, only: frozenset[PersonId] | None) -> PrintOptions:
    options = PrintOptions(
        paper=PaperSize(chosen.paper),
        only=only,
        tables=_from_0(chosen.table),
        rounds=_from_0(chosen.round),
        shift=chosen.shift,
    )
    return replace(options, size=chosen.size) if chosen.size else options


def _from_0(numbers: list[int] | None) -> frozenset[int] | None:
    return None if numbers is None else frozenset(number - 1 for number in numbers)


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
            raise NoBadgeOf(names=join_names([each.name for each in people], most=MOST_NAMED))
    if chosen.only_changed:
        if not snapshot.badges:
            raise NoBadgeHeld
        changed = frozenset(changed_badges(snapshot))
        wanted = changed if wanted is None else wanted & changed
        if not wanted:
            raise NoBadgeChanged
    return wanted


def _note_badges(chosen: argparse.Namespace, snapshot: Snapshot, words: Words) -> None:
    """Note which badges people hold now, where the file can be written; they are printed anyway."""
    try:
        with open_to_change(chosen.file, words) as cafe:
            cafe.badges.note_printed(snapshot)
    except WcafeError as error:
        sentence = words.gettext("It was not noted in the café that its badges are printed. {why}")
        warn([sentence.format(why=error.describe(words))])


def _note_form(chosen: argparse.Namespace, form: PrintedForm, words: Words) -> None:
    """Note what the sheets ask for, where the file can be written; they are printed anyway."""
    try:
        with open_to_change(chosen.file, words) as cafe:
            cafe.printed.note((), form=form)
    except WcafeError as error:
        sentence = words.gettext(
            "It was not noted in the café what these sheets ask for: their boxes are known as "
            "long as its prompts stay. {why}"
        )
        warn([sentence.format(why=error.describe(words))])
