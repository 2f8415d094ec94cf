"""Commands on notes: add one, bring in a list, list them."""

import argparse
from typing import Any

from wcafe.app import open_cafe
from wcafe.cli.opening import open_to_change, require_file
from wcafe.cli.tell import mapping, say, say_json
from wcafe.domain.notes import kind_name
from wcafe.exports import notes_json
from wcafe.i18n import Words
from wcafe.services.note_list import NotesReport, sorted_notes


def add(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        answer = cafe.notes.add(
            table=chosen.table - 1,
            round_=chosen.round - 1,
            kind=chosen.kind,
            text=chosen.text,
        )
    say(answer.note)
    return 0


def import_list(chosen: argparse.Namespace, words: Words) -> int:
    wanted = mapping(chosen, words)
    require_file(chosen.list)
    with open_to_change(chosen.file, words) as cafe:
        report = cafe.notes.import_list(chosen.list, wanted)
    if chosen.json:
        say_json(_as_json(report, words))
    else:
        say(*_as_lines(report, words))
    return 0


def _as_json(report: NotesReport, words: Words) -> dict[str, Any]:
    return {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "known": report.known,
        "rejected": [
            {"row": told.row, "reason": told.reason.describe(words)} for told in report.rejected
        ],
        "themes": {"kept": report.kept, "moved": report.moved},
        "unused": list(report.unused),
    }


def _as_lines(report: NotesReport, words: Words) -> list[str]:
    _ = words.gettext
    sentence = _(
        "Notes read: {read}; added: {added}, updated: {updated}, here already: {known}; "
        "themes: {themes}."
    )
    lines = [
        sentence.format(
            read=report.read,
            added=report.added,
            updated=report.updated,
            known=report.known,
            themes=report.named,
        ),
        *sorted_notes(report, words),
    ]
    table, round_ = _("Table {n}: {name}"), _("Round {n}: {name}")
    lines += [table.format(n=n, name=name) for n, name in enumerate(report.table_words, 1)]
    lines += [round_.format(n=n, name=name) for n, name in enumerate(report.round_words, 1)]
    if report.unused:
        lines.append(_("Columns not used: {columns}").format(columns=", ".join(report.unused)))
    if report.rejected:
        where = _("  row {row}: {reason}")
        lines.append(_("Not read:"))
        lines += [
            where.format(row=told.row, reason=told.reason.describe(words))
            for told in report.rejected
        ]
    return lines


def list_notes(chosen: argparse.Namespace, words: Words) -> int:
    with open_cafe(chosen.file, is_read_only=True) as cafe:
        found = cafe.notes.all(search=chosen.search)
    if chosen.json:
        say_json(notes_json(found))
        return 0
    line = words.gettext("T{table} R{round} {kind}: {text}")
    for note in found:
        facts = {"table": note.table + 1, "round": note.round + 1}
        said = note.text.replace("\n", " / ")
        say(line.format(**facts, kind=kind_name(note.kind, words), text=said))
    return 0
