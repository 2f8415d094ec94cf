"""The command that solves a bare problem, and how a composed plan is told.

It opens no café, so nothing that keeps one is loaded.
"""

import argparse
import json

from wcafe.cli.named import field_name
from wcafe.cli.tell import say, say_json, warn
from wcafe.errors import CannotRead, NoSuchFile, NotJson
from wcafe.exports import plan_json
from wcafe.i18n import Words, interface_language
from wcafe.reasons import reason_of
from wcafe.services.plan import Outcome, solve_bare, solve_problem
from wcafe.written import percent

_MOST_BYTES = 20_000_000  # of a problem, as of a list


def solve(chosen: argparse.Namespace, words: Words) -> int:
    numbers = (chosen.tables, chosen.seats, chosen.rounds)
    if chosen.problem is not None:
        if (*numbers, chosen.people) != (None, None, None, None):
            chosen.refuse(words.gettext("--problem says it all: leave the numbers out"))
        data = _read(chosen)
        outcome = solve_problem(data, seconds=chosen.seconds, seed=chosen.seed)
    elif None in numbers:
        chosen.refuse(words.gettext("give --tables, --seats and --rounds, or --problem"))
        return 2
    else:
        outcome = solve_bare(
            tables=chosen.tables,
            seats=chosen.seats,
            rounds=chosen.rounds,
            people=chosen.people,
            seconds=chosen.seconds,
            seed=chosen.seed,
        )
    return tell_outcome(outcome, chosen, words, is_kept=False)


def tell_outcome(
    outcome: Outcome,
    chosen: argparse.Namespace,
    words: Words,
    *,
    is_kept: bool,
    has_jokers: bool = False,
) -> int:
    """Print the plan or what keeps it from being one; return the exit code."""
    _ = words.gettext
    found = outcome.solution
    if chosen.json:
        say_json(plan_json(outcome, words, has_jokers=has_jokers))
    elif not found.violations:
        say(*_as_lines(outcome, words))
    if not found.violations:
        return 0
    why = outcome.why(found.violations[0], words)
    sentence = (
        _("The rules cannot all be kept: {why}")
        if found.conflicts
        else _("No plan that keeps all rules was found in the time: {why}")
    )
    told = [sentence.format(why=why)]
    if more := len(found.violations) - 1:
        sentence = words.ngettext(
            "There is {number} more case.", "There are {number} more cases.", more
        )
        told.append(sentence.format(number=more))
    if is_kept:
        told.append(_("Nothing was stored; relax a rule, or change people or tables."))
    told += outcome.collision(words)
    warn([f"wcafe: {' '.join(told)}"])
    return 1


def _read(chosen: argparse.Namespace) -> object:
    try:
        with chosen.problem.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:  # or it has no end, as some devices
            raise NotJson(key=chosen.problem)
        return json.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        raise NoSuchFile(path=chosen.problem) from None
    except OSError as error:
        raise CannotRead(path=chosen.problem, reason=reason_of(error)) from error
    except (ValueError, RecursionError) as error:
        raise NotJson(key=chosen.problem) from error


def _as_lines(outcome: Outcome, words: Words) -> list[str]:
    _, plural = words.gettext, words.ngettext
    found = outcome.solution
    people = sum(set(route) != {None} for route in zip(*found.seats, strict=True))  # with a seat
    tables, rounds = outcome.tables, len(found.seats)
    counts = (
        plural("{n} person", "{n} people", people).format(n=people),
        plural("{n} table", "{n} tables", tables).format(n=tables),
        plural("{n} round", "{n} rounds", rounds).format(n=rounds),
    )
    repeats = _("Repeat meetings: {repeats}; proven minimum: {bound}.")
    if found.repeat_meetings > found.bounds.repeats == 0:
        repeats = _("Repeat meetings: {repeats}; a plan without any is not ruled out.")
    lines = [
        ", ".join(counts) + ".",
        repeats.format(repeats=found.repeat_meetings, bound=found.bounds.repeats),
    ]
    if found.is_proven_optimal:
        lines.append(_("No plan can do better."))
    if outcome.jokers:
        told = plural("{n} joker route", "{n} joker routes", len(outcome.jokers))
        lines.append(told.format(n=len(outcome.jokers)) + ".")
    for name, share in found.balance.items():
        told = _("Mixed by {attribute}: {share}")
        lines.append(
            told.format(
                attribute=field_name(name, words), share=percent(share, interface_language())
            )
        )
    return lines + [notice.describe(words) for notice in outcome.notices]
