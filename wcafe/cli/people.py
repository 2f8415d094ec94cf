"""Commands on people: bring in a list."""

import argparse
from collections.abc import Sequence
from typing import Any

from wcafe.cli.named import field_name
from wcafe.cli.opening import open_to_change, open_to_read, require_file
from wcafe.cli.tell import mapping, say, say_json, warn
from wcafe.domain.text import join_names
from wcafe.i18n import Words
from wcafe.services.people import Decisions, ImportReport, PeopleRead, Reason, RowRemark

_MOST_WORDS = 40  # in a line; the JSON has them all


def import_list(chosen: argparse.Namespace, words: Words) -> int:
    decisions = Decisions(columns=mapping(chosen, words), encoding=chosen.encoding)
    require_file(chosen.list)
    file, is_dry_run = chosen.file, chosen.dry_run
    with open_to_read(file, words) if is_dry_run else open_to_change(file, words) as cafe:
        report = cafe.people.import_list(chosen.list, decisions, is_dry_run=chosen.dry_run)
    if report.found.suspects:
        sentence = words.gettext(
            "Not used, though they look like names or like who comes: {columns}. "
            "If they are, say so: --map FIELD=COLUMN"
        )
        warn([sentence.format(columns=", ".join(report.found.suspects))])
    warn(_doubts_about_letters(report, words))
    if chosen.json:
        warn([*_guessed(report.found, words), *_told(report.found.notices, words)])
        warn(_told(report.found.unsure, words))
        say_json(_as_json(report, words))
    else:
        say(*_as_lines(report, words, is_dry_run=chosen.dry_run))
    return 0


def _doubts_about_letters(report: ImportReport, words: Words) -> list[str]:
    """Return what a person had better look at: letters that were mended, or are lost."""
    found, lines = report.found, []
    if found.is_mended:
        sentence = words.gettext(
            "The encoding of this list was broken (“BrÃ©hat”), and names were mended. "
            "If they are not right now, say which it is: --encoding NAME"
        )
        lines.append(sentence)
    if found.broken_rows:
        sentence = words.ngettext(
            "A wrong encoding destroyed letters in {number} row, where “�” stands: {rows}.",
            "A wrong encoding destroyed letters in {number} rows, where “�” stands: {rows}.",
            len(found.broken_rows),
        )
        numbers = join_names(list(map(str, found.broken_rows)), most=_MOST_WORDS)
        lines.append(sentence.format(number=len(found.broken_rows), rows=numbers))
    return lines


def _as_json(report: ImportReport, words: Words) -> dict[str, Any]:
    found = report.found
    return {
        "read": found.read,
        "added": report.added,
        "updated": report.updated,
        **{
            key: [
                {"row": told.row, "name": told.name, "reason": told.describe(words)}
                for told in rows
            ]
            for key, rows in (
                ("duplicates", found.duplicates),
                ("set_aside", found.set_aside),
                ("rejected", found.rejected),
            )
        },
        "columns": dict(found.columns),
        "encoding": found.encoding,
        "encoded_twice": found.is_mended,
        "broken_rows": list(found.broken_rows),
        "delimiter": found.delimiter,
        "header_row": found.header_row,
        "unused": list(found.unused),
        "status_words": {
            kind: list(dict.fromkeys(each.word for each in told_words))
            for kind, told_words in (
                ("coming", found.read_as(is_coming=True)),
                ("not_coming", found.read_as(is_coming=False)),
                ("unknown", found.read_as(is_coming=True, is_known=False)),
            )
        },
    }


def _as_lines(report: ImportReport, words: Words, *, is_dry_run: bool) -> list[str]:
    _ = words.gettext
    found = report.found
    lines = [
        _("Rows read: {read}; people added: {added}, updated: {updated}.").format(
            read=found.read, added=report.added, updated=report.updated
        ),
        _("Columns: {columns}").format(
            columns=", ".join(
                f"{field_name(field, words)} = {title}" for field, title in found.columns.items()
            )
        ),
    ]
    lines += _guessed(found, words)
    if found.unused:
        lines.append(_("Columns not used: {columns}").format(columns=", ".join(found.unused)))
    for title, told_words in (
        (_("Read as coming: {words}"), found.read_as(is_coming=True)),
        (_("Read as not coming: {words}"), found.read_as(is_coming=False)),
        (
            _("Not understood, counted as coming: {words}"),
            found.read_as(is_coming=True, is_known=False),
        ),
    ):
        if told_words:
            phrases = list(dict.fromkeys(each.phrase for each in told_words))
            lines.append(title.format(words=join_names(phrases, most=_MOST_WORDS)))
    for title, rows in (
        (_("Twice on the list, counted once:"), found.duplicates),
        (_("Set aside, not seated:"), found.set_aside),
        (_("Not read:"), found.rejected),
        (_("Several people, or fewer names than people:"), found.notices),
        (_("Not understood, whether they may be named:"), found.unsure_of(Reason.UNSURE_NAMED)),
        (_("Not understood, whether photos are all right:"), found.unsure_of(Reason.UNSURE_PHOTO)),
    ):
        if rows:
            lines += [title, *_told(rows, words)]
    if is_dry_run:
        lines.append(_("This was a dry run: nothing was changed."))
    return lines


def _guessed(found: PeopleRead, words: Words) -> list[str]:
    """Say which columns were taken by their cells alone."""
    sentence = words.gettext(
        "Taken by what their cells look like, not by their headings: {columns}"
    )
    return [sentence.format(columns=", ".join(found.guessed))] if found.guessed else []


def _told(remarks: Sequence[RowRemark], words: Words) -> list[str]:
    where = words.gettext("  row {row}: {name} — {reason}")
    return [
        where.format(row=told.row, name=told.name, reason=told.describe(words)) for told in remarks
    ]
