"""The command that says how many people came, where nobody wrote down who."""

import argparse

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.cafe import Cafe
from wcafe.domain.marks import round_title
from wcafe.i18n import Words


def headcount(chosen: argparse.Namespace, words: Words) -> int:
    """Keep a number, forget one, or tell those there are."""
    if chosen.people is None and not chosen.forget:
        if chosen.round is not None:
            chosen.refuse(words.gettext("say how many people came to that round"))
        with open_to_read(chosen.file, words) as cafe:
            kept = cafe.cafes.get()
    elif chosen.people is not None and chosen.forget:
        chosen.refuse(words.gettext("--forget takes no number"))
    else:
        round_ = None if chosen.round is None else chosen.round - 1
        with open_to_change(chosen.file, words) as cafe:
            kept = cafe.cafes.count_people(chosen.people, round_=round_)
    if chosen.json:
        say_json({"people": kept.headcount, "rounds": [each.headcount for each in kept.rounds]})
    else:
        say(*_as_lines(kept, words))
    return 0


def _as_lines(cafe: Cafe, words: Words) -> list[str]:
    plural = words.ngettext
    counted = {words.gettext("In all"): cafe.headcount} | {
        round_title(number, round_, words): round_.headcount
        for number, round_ in enumerate(cafe.rounds)
    }
    lines = []
    for name, people in counted.items():
        if people is not None:
            told = plural("{name}: {n} person came.", "{name}: {n} people came.", people)
            lines.append(told.format(name=name, n=people))
    return lines or [words.gettext("Nobody was counted.")]
