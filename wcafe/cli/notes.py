"""Commands on notes: add one, bring in a list, list them."""

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event
from typing import Any

from wcafe.cli.actions import state_said
from wcafe.cli.arguments import kind_said
from wcafe.cli.opening import open_to_change, open_to_read, require_file
from wcafe.cli.tell import mappings, say, say_json, warn
from wcafe.domain.agenda import Round
from wcafe.domain.kinds import Labels, kind_name
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.note_fields import all_facts_in_words
from wcafe.domain.notes import Note, NoteId, Said, Support
from wcafe.exports import notes_json
from wcafe.i18n import Words
from wcafe.interrupts import CODE
from wcafe.services.note_finding import FoundNotes
from wcafe.services.note_lists import (
    Arriving,
    ImportStopped,
    NoteDecisions,
    NotesReport,
    RowRejected,
    other_outcomes,
)


def add(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        labels = cafe.cafes.get().kind_labels
        support, from_table = chosen.support, chosen.from_table
        kind = kind_said(chosen, chosen.kind, labels, words)
        said = Said(
            table=chosen.table - 1,
            round=chosen.round - 1,
            kind=kind,
            text=chosen.text,
            prompt=chosen.prompt,
            support=None if support is None else Support(support),
            from_table=None if from_table is None else from_table - 1,
            votes=chosen.votes,
            who=chosen.who,
            due=chosen.due,
            withheld=chosen.withheld,
            may_quote=chosen.may_quote,
            is_lone=chosen.lone,
            parent=None if chosen.parent is None else NoteId(chosen.parent),
            **state_said(chosen, kind),
        )
        answer = cafe.notes.write(said, themes=chosen.themes)
    say(answer.note)
    return 0


def import_list(chosen: argparse.Namespace, words: Words) -> int:
    decisions = NoteDecisions(
        columns=mappings(chosen, words),
        table=None if chosen.table is None else chosen.table - 1,
        round=None if chosen.round is None else chosen.round - 1,
        encoding=chosen.encoding,
    )
    require_file(chosen.list)
    file, is_dry_run = chosen.file, chosen.dry_run
    opened = open_to_read(file, words) if is_dry_run else open_to_change(file, words)
    try:
        with _stopped_by_key(words) as arriving, opened as cafe:
            labels = cafe.cafes.get().kind_labels
            kinds = {word: kind_said(chosen, said, labels, words) for word, said in chosen.kinds}
            decisions = replace(decisions, kinds=kinds)
            report = cafe.notes.lists.import_list(
                chosen.list, decisions, is_dry_run=is_dry_run, arriving=arriving
            )
    except ImportStopped as error:
        warn([f"wcafe: {error.describe(words)}"])
        return CODE
    if chosen.json:
        say_json(_as_json(report, words))
    else:
        say(*_as_lines(report, words, is_dry_run=is_dry_run))
    return 0


@contextmanager
def _stopped_by_key(words: Words) -> Iterator[Arriving]:
    """Tell on a terminal how far an import is, and let Ctrl+C leave everything as it was."""
    stop, is_seen = Event(), sys.stderr.isatty()
    sentence = words.gettext("Notes looked at: {done} of {all}")

    def tell(done: int, all_: int) -> None:
        if is_seen:
            sys.stderr.write("\r" + sentence.format(done=done, all=all_))
            sys.stderr.write("\r\x1b[K" if done == all_ else "")
            sys.stderr.flush()

    before = signal.signal(signal.SIGINT, lambda _number, _frame: stop.set())
    try:
        yield Arriving(tell, stop.is_set)
    finally:
        signal.signal(signal.SIGINT, before)


def _as_json(report: NotesReport, words: Words) -> dict[str, Any]:
    found = report.found
    return {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "known": report.known,
        "rejected": [{"row": told.row, "reason": _reason(told, words)} for told in report.rejected],
        "tables": {each.word: each.place + 1 for each in found.all_tables if each.is_somewhere},
        "rounds": {each.word: each.place + 1 for each in found.all_rounds if each.is_somewhere},
        "kinds": {
            "known": {each.word: each.kind.value for each in found.kinds if each.is_known},
            "unknown": [each.word for each in found.kinds if not each.is_known],
        },
        "themes": {"kept": report.kept, "moved": report.moved},
        "columns": {field: list(columns) for field, columns in found.columns.items()},
        "unused": list(report.unused),
        "remarks": [{"row": told.row, "reason": _reason(told, words)} for told in report.remarks],
        "encoding": found.encoding,
        "delimiter": found.delimiter,
        "header_row": found.header_row,
    }


def _reason(told: RowRejected, words: Words) -> str:
    """Say why a row was left out, and in which column that is to be seen."""
    reason = told.reason.describe(words)
    if not told.column:
        return reason
    return words.gettext("Column {column}: {reason}").format(column=told.column, reason=reason)


def _as_lines(report: NotesReport, words: Words, *, is_dry_run: bool) -> list[str]:
    _, found = words.gettext, report.found
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
        *other_outcomes(report, words),
    ]
    if found.columns:
        named = (f"{field} = {' + '.join(said)}" for field, said in found.columns.items())
        lines.append(_("Columns: {columns}").format(columns=", ".join(named)))
    lines += [
        table_title(each.place, each.word, words) for each in found.all_tables if each.is_somewhere
    ]
    lines += [
        round_title(each.place, Round(name=each.word), words)
        for each in found.all_rounds
        if each.is_somewhere
    ]
    if unknown := [each.word for each in found.kinds if not each.is_known]:
        told = _(
            "Words that are no kind of note, kept as insights: {words}. If they are: {example}"
        )
        example = f"--kind {unknown[0]!r}=idea"
        lines.append(told.format(words=", ".join(unknown), example=example))
    if report.unused:
        lines.append(_("Columns not used: {columns}").format(columns=", ".join(report.unused)))
    for title, rows in ((_("Not read:"), report.rejected), (_("To be looked at:"), report.remarks)):
        if rows:
            lines.append(title)
            where = _("  row {row}: {reason}")
            lines += [where.format(row=told.row, reason=_reason(told, words)) for told in rows]
    if is_dry_run:
        lines.append(_("This was a dry run: nothing was changed."))
    return lines


def list_notes(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        found = cafe.notes.find(chosen.search, either=words.gettext("OR"))
        warn(_what_was_found(chosen.search, found, words))
        if chosen.json:
            say_json(notes_json(found.notes, cafe.cafes.snapshot()))
            return 0
        labels = cafe.cafes.get().kind_labels
    say(*(_as_line(note, labels, words) for note in found.notes))
    return 0


def _as_line(note: Note, labels: Labels, words: Words) -> str:
    _ = words.gettext
    told = all_facts_in_words(note, words)
    line = _("T{table} R{round} {kind}: {text}").format(
        table=note.table + 1,
        round=note.round + 1,
        kind=kind_name(note.kind, words, labels),
        text=note.text.replace("\n", " / "),
    )
    return f"{line} ({' · '.join(told)})" if told else line


def _what_was_found(search: str, found: FoundNotes, words: Words) -> Iterator[str]:
    """Yield in a sentence what the notes alone do not tell."""
    _ = words.gettext
    if search.strip() and not found.has_words:
        yield _("There are no words in “{search}”: all notes are listed.").format(search=search)
    elif search.strip() and not found.notes:
        none = _("No note fits “{search}”.").format(search=search)
        near = _("Near it: “{near}”.").format(near=found.near) if found.near else ""
        yield f"{none} {near}".rstrip()
