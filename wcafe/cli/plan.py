"""The command that composes the plan of a café, or repairs it."""

import argparse

from wcafe.cli.opening import open_to_change
from wcafe.cli.solve import tell_outcome
from wcafe.cli.tell import say
from wcafe.i18n import Words
from wcafe.services.badges import changed_badges
from wcafe.services.cafe import Snapshot


def plan(chosen: argparse.Namespace, words: Words) -> int:
    first = 0 if chosen.from_round is None else chosen.from_round - 1
    with open_to_change(chosen.file, words) as cafe:
        # from round 1 on there may be nothing to repair yet; then the plan is composed
        is_repair = chosen.from_round == 1 and cafe.cafes.snapshot().plan is not None
        outcome = cafe.plans.compose(
            seconds=chosen.seconds,
            seed=chosen.seed,
            from_round=first,
            is_repair=is_repair,
            spare=chosen.jokers,
        )
        after = cafe.cafes.snapshot()
    has_jokers = chosen.jokers is not None
    code = tell_outcome(outcome, chosen, words, is_kept=True, has_jokers=has_jokers)
    if code == 0 and not chosen.json and after.badges:
        say(_badges_to_make(after, words))
    return code


def _badges_to_make(snapshot: Snapshot, words: Words) -> str:
    """Say whose badge is to be made again, where people hold badges."""
    changed = set(changed_badges(snapshot))
    if not changed:
        return words.gettext("No badge has to be made again.")
    names = ", ".join(guest.name for guest in snapshot.people if guest.id in changed)
    return words.gettext("New badges are needed for: {names}.").format(names=names)
