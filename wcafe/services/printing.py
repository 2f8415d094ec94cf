"""What is to be printed now, and what is noted once it is: the same by command and at the desk."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from wcafe.domain.artefact import Artefact, PrintOptions
from wcafe.domain.handouts import BADGES, HARVEST_SHEETS, STICKERS
from wcafe.domain.printings import Printing
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import number_of_tables
from wcafe.errors import NoBadgeChanged, NoBadgeHeld, NothingChanged, NothingPrinted
from wcafe.services.cafe import Snapshot
from wcafe.services.opened import OpenCafe
from wcafe.services.pieces import Piece, digests, print_state


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


def changed_or_new(
    artefact: Artefact, snapshot: Snapshot, options: PrintOptions
) -> PrintOptions | None:
    """Return the same; all of it where nothing was printed yet, None where there is nothing new."""
    state = print_state(artefact, snapshot)
    if not state.is_printed:
        return options if state.pieces else None
    with suppress(NoBadgeChanged, NothingChanged):
        return only_changed(artefact, snapshot, options)
    return None


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
    cafe.printed.note(
        (
            Printing(artefact=artefact.key, unit=piece.unit, digest=digest, at=at)
            for piece, digest in now.items()
            if is_wanted(piece, options)
        ),
        form=form,
        by=by,
    )
