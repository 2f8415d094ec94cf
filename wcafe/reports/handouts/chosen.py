"""Which tables and rounds of a plan were chosen, where not all of it is printed."""

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.plan import Plan
from wcafe.errors import NoSuchRound, NoSuchTable


def chosen_tables(options: PrintOptions, plan: Plan) -> list[int]:
    """Return the chosen tables, from 0; all of them where none were chosen.

    Raises:
        NoSuchTable: the plan does not have one of them.
    """
    chosen = range(plan.tables) if options.tables is None else sorted(options.tables)
    if unknown := [table for table in chosen if table not in range(plan.tables)]:
        raise NoSuchTable(number=unknown[0] + 1, tables=plan.tables)
    return list(chosen)


def chosen_rounds(options: PrintOptions, plan: Plan) -> list[int]:
    """Return the chosen rounds, from 0; all of them where none were chosen.

    Raises:
        NoSuchRound: the plan does not have one of them.
    """
    chosen = range(plan.rounds) if options.rounds is None else sorted(options.rounds)
    if unknown := [round_ for round_ in chosen if round_ not in range(plan.rounds)]:
        raise NoSuchRound(number=unknown[0] + 1, rounds=plan.rounds)
    return list(chosen)
