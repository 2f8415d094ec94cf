"""Commands on the plan: compose it, repair it, or solve a bare problem."""

import argparse
import json

from wcafe.app import open_cafe
from wcafe.cli.tell import say, say_json, warn
from wcafe.errors import BadProblem, CannotRead, NoSuchFile
from wcafe.exports import plan_json
from wcafe.i18n import Words
from wcafe.services.plan import Outcome, solve_bare, solve_problem


def plan(chosen: argparse.Namespace, words: Words) -> int:
    with open_cafe(chosen.file) as cafe:
        outcome = cafe.plans.compose(
            seconds=chosen.seconds,
            seed=chosen.seed,
            from_round=chosen.from_round - 1,
            words=words,
        )
    return _tell(outcome, chosen, words, is_kept=True)


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
    return _tell(outcome, chosen, words, is_kept=False)


def _read(chosen: argparse.Namespace) -> object:
    try:
        return json.loads(chosen.problem.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise NoSuchFile(path=chosen.problem) from None
    except OSError as error:
        raise CannotRead(path=chosen.problem, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise BadProblem(key=chosen.problem) from error


def _tell(outcome: Outcome, chosen: argparse.Namespace, words: Words, *, is_kept: bool) -> int:
    """Print the plan or what keeps it from being one; return the exit code."""
    _ = words.gettext
    found = outcome.solution
    if chosen.json:
        say_json(plan_json(outcome, words))
    elif not found.violations:
        say(*_as_lines(outcome, words))
    if not found.violations:
        return 0
    sentence = _("The rules cannot all be kept: {why} ({number} in all).").format(
        why=outcome.why(found.violations[0], words), number=len(found.violations)
    )
    kept = _("Nothing was stored; relax a rule, or change people or tables.") if is_kept else ""
    warn([" ".join(filter(None, (f"wcafe: {sentence}", kept, *outcome.collision(words))))])
    return 1


def _as_lines(outcome: Outcome, words: Words) -> list[str]:
    _ = words.gettext
    found = outcome.solution
    lines = [
        _("{people} people, {tables} tables, {rounds} rounds.").format(
            people=len(outcome.ids), tables=outcome.tables, rounds=len(found.seats)
        ),
        _("Repeat meetings: {repeats}; proven minimum: {bound}.").format(
            repeats=found.repeat_meetings, bound=found.bounds.repeats
        ),
    ]
    if found.is_proven_optimal:
        lines.append(_("No plan can do better."))
    for name, share in found.balance.items():
        lines.append(
            _("Mixed by {attribute}: {share}").format(attribute=name, share=f"{share:.0%}")
        )
    return lines + [notice.describe(words) for notice in outcome.notices]
