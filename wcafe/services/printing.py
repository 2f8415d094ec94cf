"""What is to be printed now, and what is noted once it is: the same by command and at the desk."""

from dataclasses import replace
from datetime import datetime

from wcafe.domain.artefact import Artefact, PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.handouts import BADGES, CERTIFICATES, HARVEST_SHEETS, STEP_CARDS, STICKERS, VOTES
from wcafe.domain.printings import Printing
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import number_of_tables
from wcafe.domain.step_rule import goings
from wcafe.errors import (
    NoBadgeChanged,
    NoBadgeHeld,
    NobodySeen,
    NoPlanYet,
    NothingChanged,
    NothingPrinted,
    NothingToPrint,
    WcafeError,
)
from wcafe.services.cafe import Snapshot
from wcafe.services.opened import OpenCafe
from wcafe.services.pieces import Piece, digests, print_state
from wcafe.services.votes import vote_form


def only_changed(artefact: Artefact, snapshot: Snapshot, options: PrintOptions) -> PrintOptions:
    """Return `options` for those pieces alone that say something else than was printed.

    Raises:
        NoBadgeHeld, NothingPrinted: nothing of it was printed yet.
        NoBadgeChanged, NothingChanged: all that is wanted says what was printed.
    """
    state, is_badges = print_state(artefact, snapshot), artefact.key == BADGES
    if not state.is_printed:
        raise NoBadgeHeld if is_badges else NothingPrinted(artefact=artefact.key)
    changed = [piece for piece in state.changed if is_wanted(piece, options)]
    if not changed:
        raise NoBadgeChanged if is_badges else NothingChanged(artefact=artefact.key)
    if artefact.per_person:
        people = frozenset(piece.person for piece in changed if piece.person is not None)
        return replace(options, only=people)
    if artefact.per_table and artefact.per_round:
        places = {
            (p.table, p.round) for p in changed if p.table is not None and p.round is not None
        }
        return replace(options, places=frozenset(places))
    if artefact.per_table:
        tables = frozenset(piece.table for piece in changed if piece.table is not None)
        return replace(options, tables=tables)
    if artefact.per_round:
        rounds = frozenset(piece.round for piece in changed if piece.round is not None)
        return replace(options, rounds=rounds)
    return options


def everything(
    snapshot: Snapshot, options: PrintOptions, *, is_new_only: bool = False
) -> tuple[dict[str, PrintOptions], dict[str, WcafeError]]:
    """Return what is wanted of each thing where all is printed, and why some of it is left out.

    With `is_new_only` what says something else than was printed, or was never printed; what has
    not changed, and what there is nothing for, is not told then.
    """
    wanted: dict[str, PrintOptions] = {}
    lacking: dict[str, WcafeError] = {}
    for key, artefact in HANDOUTS.items():
        state = print_state(artefact, snapshot)
        if artefact.needs_plan and snapshot.plan is None:
            lacking[key] = NoPlanYet()
        elif not state.pieces:
            lacking[key] = _why_none(key, snapshot)
        elif not (is_new_only and state.is_printed):
            wanted[key] = options
        elif state.changed:
            wanted[key] = only_changed(artefact, snapshot, options)
    return wanted, {} if is_new_only else lacking


def _why_none(key: str, snapshot: Snapshot) -> WcafeError:
    if key == CERTIFICATES:
        return NobodySeen()
    if key == STEP_CARDS and snapshot.plan is not None:
        try:
            goings(snapshot.plan, snapshot.cafe, snapshot.people)
        except WcafeError as error:
            return error
    return NothingToPrint()


def is_wanted(piece: Piece, options: PrintOptions) -> bool:
    """Is `piece` one of those that `options` ask for?"""
    chosen = (
        (piece.person, options.only),
        (piece.table, options.tables),
        (piece.round, options.rounds),
        ((piece.table, piece.round), options.places),
    )
    return all(wanted is None or one in wanted for one, wanted in chosen)


def note_printed(
    cafe: OpenCafe,
    artefact: Artefact,
    printed: Snapshot,
    options: PrintOptions,
    at: datetime,
    *,
    by: object | None = None,
) -> None:
    """Note that what `options` ask for is on paper, as it was in `printed`.

    Of badges it is noted who holds one when all are printed for the first time; after that,
    when somebody says that they were handed out.
    """
    if artefact.key == BADGES:
        mark = printed.plan.fingerprint if printed.plan is not None else ""
        cafe.printed.note([Printing(artefact=BADGES, digest=mark, at=at)], by=by)
        if options.only is None:
            cafe.badges.note_printed(printed, by=by)
        return
    now, form = digests(artefact, printed), None
    if artefact.key in (HARVEST_SHEETS, STICKERS):
        tables = number_of_tables(printed.cafe, printed.plan)
        form = form_of(printed.cafe).printed(tables)
    elif artefact.key == VOTES and (listed := vote_form(printed)).rows:
        form = listed.printed()
    cafe.printed.note(
        (
            Printing(artefact=artefact.key, unit=piece.unit, digest=digest, at=at)
            for piece, digest in now.items()
            if is_wanted(piece, options)
        ),
        form=form,
        by=by,
    )
