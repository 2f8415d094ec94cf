"""The command that rehearses absences: what they would do to the plan of a café."""

import argparse

from babel.numbers import format_decimal

from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.i18n import Words, interface_language
from wcafe.services.planning.rehearsal import Rehearsed
from wcafe.written import percent


def rehearse(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        found = cafe.plans.rehearse(draws=chosen.draws, seed=chosen.seed)
    assert found is not None  # nobody stops it
    if chosen.json:
        say_json(_as_json(found, chosen.seed))
    else:
        say(*_as_lines(found, words))
    return 0


def _as_json(found: Rehearsed, seed: int) -> dict[str, object]:
    return {
        "people": found.people,
        "tables": found.planned,
        "draws": found.draws,
        "seed": seed,
        "best": found.best,
        "missing": list(found.missing),
        "lines": [
            {
                "tables": line.tables,
                "absent": line.absent,
                "thin": round(line.thin, 2),
                "repeats": round(line.repeats, 2),
                "moves": round(line.moves, 2),
            }
            for line in found.lines
        ],
    }


def _as_lines(found: Rehearsed, words: Words) -> list[str]:
    """Return a small table for each number of tables, then what to make of it."""
    _, plural, language = words.gettext, words.ngettext, interface_language()
    heads = (_("absent"), _("under 3"), _("repeats"), _("moves"))
    wide = max(map(len, heads)) + 2
    lines = []
    for tables in dict.fromkeys(line.tables for line in found.lines):
        lines.append(plural("{n} table", "{n} tables", tables).format(n=tables))
        lines.append("".join(head.rjust(wide) for head in heads))
        for line in found.of(tables):
            figures = (line.thin, line.repeats, line.moves)
            told = [format_decimal(round(each, 1), "0.0", locale=language) for each in figures]
            cells = (percent(line.absent, language), *told)
            lines.append("".join(cell.rjust(wide) for cell in cells))
        lines.append("")
    explained = _(
        "under 3: tables that fall under 3 people in some round · repeats: repeat meetings left · "
        "moves: seats a repair would change; each the mean of so many draws: {draws}."
    )
    lines.append(explained.format(draws=found.draws))
    return lines + [told for told in (found.lacking(words), found.verdict(words)) if told]
