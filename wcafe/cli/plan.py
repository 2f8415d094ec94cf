"""The command that composes the plan of a café, or repairs it."""

import argparse

from wcafe.app import open_cafe
from wcafe.cli.solve import tell_outcome
from wcafe.i18n import Words


def plan(chosen: argparse.Namespace, words: Words) -> int:
    first = 0 if chosen.from_round is None else chosen.from_round - 1
    with open_cafe(chosen.file) as cafe:
        # from round 1 on there may be nothing to repair yet; then the plan is composed
        is_repair = chosen.from_round == 1 and cafe.cafes.snapshot().plan is not None
        outcome = cafe.plans.compose(
            seconds=chosen.seconds,
            seed=chosen.seed,
            from_round=first,
            is_repair=is_repair,
            spare=chosen.jokers,
        )
    has_jokers = chosen.jokers is not None
    return tell_outcome(outcome, chosen, words, is_kept=True, has_jokers=has_jokers)
