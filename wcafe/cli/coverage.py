"""The command that tells what the statements hold of the harvest, and what they leave out."""

import argparse
from collections.abc import Sequence
from typing import Any

from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.sourcing import Sourcing
from wcafe.i18n import Words
from wcafe.services.sourced import Doubt, doubts, sourcing


def coverage(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    found, doubted = sourcing(snapshot), list(doubts(snapshot))
    if chosen.json:
        say_json(_as_json(found, doubted))
    else:
        say(*_as_lines(found, doubted, words))
    return 0


def _as_json(found: Sourcing, doubted: Sequence[Doubt]) -> dict[str, Any]:
    return {
        "notes": found.notes,
        "cited": len(found.cited),
        "uncited": list(found.uncited),
        "tables": {str(table + 1): share.cited for table, share in found.tables.items()},
        "rounds": {str(round_ + 1): share.cited for round_, share in found.rounds.items()},
        "unsourced": list(found.unsourced),
        "quantifiers": [
            {
                "statement": each.statement.id,
                "word": each.claim.word,
                "tables": each.tables,
                "notes": len(each.notes),
            }
            for each in doubted
        ],
    }


def _as_lines(found: Sourcing, doubted: Sequence[Doubt], words: Words) -> list[str]:
    _ = words.gettext
    told = _("Notes cited: {cited} of {notes}; tables: {heard} of {tables}.")
    lines = [
        told.format(
            cited=len(found.cited),
            notes=found.notes,
            heard=found.heard,
            tables=len(found.tables),
        )
    ]
    if silent := [str(table + 1) for table, share in found.tables.items() if not share.cited]:
        lines.append(_("Tables never cited, by number: {tables}").format(tables=", ".join(silent)))
    share = _("Round {round}: {cited} of {notes} notes cited")
    lines += [
        share.format(round=round_ + 1, cited=each.cited, notes=each.notes)
        for round_, each in found.rounds.items()
    ]
    if found.questions.notes:
        share = _("Open questions: {cited} of {notes} cited")
        lines.append(share.format(cited=found.questions.cited, notes=found.questions.notes))
    if found.withheld:
        lines.append(_("Notes withheld, and counted nowhere: {n}").format(n=found.withheld))
    if found.unsourced:
        lines.append(_("Statements without a source: {n}").format(n=len(found.unsourced)))
    doubt = _("“{word}” in “{text}”: {notes} of the notes, {tables} of the tables")
    lines += [
        doubt.format(
            word=each.claim.word,
            text=each.statement.text.replace("\n", " / "),
            notes=len(each.notes),
            tables=each.tables,
        )
        for each in doubted
    ]
    return lines
