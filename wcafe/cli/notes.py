"""Commands on notes: add one, bring in a list, list them."""

import argparse

from wcafe.app import open_cafe
from wcafe.cli.opening import open_to_change
from wcafe.cli.tell import mapping, say, say_json
from wcafe.domain.notes import kind_name
from wcafe.exports import notes_json
from wcafe.i18n import Words


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
    with open_to_change(chosen.file, words) as cafe:
        report = cafe.notes.import_list(chosen.list, wanted)
    facts = {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "known": report.known,
        "themes": report.themes,
    }
    if chosen.json:
        say_json(facts)
    else:
        sentence = words.gettext(
            "Notes read: {read}; added: {added}, updated: {updated}, here already: {known}; "
            "themes: {themes}."
        )
        say(sentence.format(**facts))
        table, round_ = words.gettext("Table {n}: {name}"), words.gettext("Round {n}: {name}")
        say(*(table.format(n=n, name=name) for n, name in enumerate(report.table_words, 1)))
        say(*(round_.format(n=n, name=name) for n, name in enumerate(report.round_words, 1)))
    return 0


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
