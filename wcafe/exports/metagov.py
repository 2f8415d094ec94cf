"""The harvest for other tools of deliberation: JSON in the words that Metagov's cohort shares.

What is known of them, and what this is built on:

- The draft “Interoperable Deliberative Tools” (Metagov, 2 April 2024, CC0) asks each tool for a
  flat file such as JSON, with a licence and a data card. It fixes no fields.
- The cohort's “Deliberative Tools Ontology” 0.0.1 has `Statement` and `statementCategory`.
  Whatever it does not name is said in ActivityStreams 2.0, on which it rests: `Event`, `Question`,
  `Collection`, `Relationship`, `content`, `items`, `inReplyTo`.
- The licence is schema.org's `license`. What none of them has a word for is `wcafe:…`, in the words
  of our own documented JSON (`resources/schemas/harvest.json`).

So the file is JSON-LD whose context says what each word means, and a reader without JSON-LD takes
`statements` as rows. Should the cohort fix a schema, this is the place that follows it.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from wcafe.domain.note_fields import json_of
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.withheld import withheld_in_words
from wcafe.exports.public import with_agreed_names
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_people

_CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {
        "delib": "https://metagov.org/deliberative-tools-ontology#",
        "schema": "https://schema.org/",
        "wcafe": "urn:wcafe:",
        "Statement": "delib:Statement",
        "statementCategory": "delib:statementCategory",
        "license": "schema:license",
        "inLanguage": "schema:inLanguage",
        "dataCard": "wcafe:dataCard",
        "questions": {"@id": "wcafe:questions", "@container": "@list"},
        "statements": {"@id": "wcafe:statements", "@container": "@list"},
        "themes": {"@id": "wcafe:themes", "@container": "@list"},
        "syntheses": {"@id": "wcafe:syntheses", "@container": "@list"},
        "relations": {"@id": "wcafe:relations", "@container": "@list"},
    },
]
_NEVER_TOLD = ("withheld", "wall")


def metagov_json(snapshot: Snapshot, words: Words) -> dict[str, Any]:
    """Return the notes that anybody may read, with their themes, without a person's name beside.

    Tables and rounds count from 1. `statementCategory` is the kind of a note where kinds were
    told, and `synthesis` for a sentence written afterwards, whose `wcafe:cites` are notes.
    """
    _ = words.gettext
    shown = with_agreed_names(snapshot.handed_out)
    cafe, notes = shown.cafe, {note.id: note for note in shown.notes}
    asked = _questions(shown)
    told = has_kinds(shown.notes)
    missing = [] if shown.notes else [_("No notes have been taken yet.")]
    return {
        "@context": _CONTEXT,
        "id": _urn("cafe", cafe.id),
        "type": "Event",
        "name": cafe.title,
        "summary": cafe.purpose or None,
        "inLanguage": cafe.language,
        "wcafe:date": cafe.day.isoformat() if cafe.day else None,
        "location": {"type": "Place", "name": cafe.place} if cafe.place else None,
        "generator": {"type": "Application", "name": "wcafe"},
        "license": cafe.licence or None,
        "dataCard": {
            "method": _("World Café: people talk in rounds at small tables, and tables note."),
            "organiser": cafe.organiser or None,
            "people": known_people(snapshot) or None,
            "rounds": len(cafe.rounds),
            "privacy": _("This file does not say who wrote a note or who came."),
            "remarks": [*missing, *filter(None, [withheld_in_words(snapshot.notes, words)])],
            "vocabulary": "Deliberative Tools Ontology 0.0.1, ActivityStreams 2.0, schema.org",
        },
        "questions": [
            {"id": id_, "type": "Question", "content": text} for text, id_ in asked.items()
        ],
        "statements": [_statement(note, shown, asked, notes, told) for note in shown.notes],
        "themes": [
            {
                "id": _urn("theme", theme.id),
                "type": "Collection",
                "name": theme.name,
                "summary": theme.headline or None,
                "items": [_urn("note", note) for note in theme.notes if note in notes],
            }
            for theme in shown.themes
        ],
        "syntheses": [
            {
                "id": _urn("statement", said.id),
                "type": "Statement",
                "statementCategory": "synthesis",
                "content": said.text,
                "context": _urn("theme", theme.id),
                "wcafe:cites": [_urn("note", note) for note in said.notes if note in notes],
            }
            for theme in shown.themes
            for said in theme.statements
        ],
        "relations": [
            {
                "type": "Relationship",
                "relationship": "wcafe:opposed",
                "subject": _urn("note", pair.one),
                "object": _urn("note", pair.other),
            }
            for pair in sorted(shown.opposed)
            if {pair.one, pair.other} <= notes.keys()
        ],
    }


def _statement(
    note: Note,
    shown: Snapshot,
    asked: Mapping[str, str],
    notes: Mapping[NoteId, Note],
    told: bool,
) -> dict[str, Any]:
    facts = {f"wcafe:{key}": fact for key, fact in json_of(note).items() if key not in _NEVER_TOLD}
    return {
        "id": _urn("note", note.id),
        "type": "Statement",
        "statementCategory": note.kind.value if told else None,
        "content": note.text,
        "published": note.created or None,
        "context": asked.get(shown.cafe.question(note.table, note.round)),
        "inReplyTo": _urn("note", note.parent) if note.parent in notes else None,
        "wcafe:table": note.table + 1,
        "wcafe:round": note.round + 1,
        **facts,
    }


def _questions(shown: Snapshot) -> dict[str, str]:
    """Return the ids of the questions that were asked, by their words."""
    texts = dict.fromkeys(text for text in shown.cafe.questions.texts if text)
    return {
        text: _urn("question", f"{shown.cafe.id}/{number}")
        for number, text in enumerate(texts, start=1)
    }


def _urn(kind: str, id_: str | None) -> str:
    return f"urn:wcafe:{kind}:{quote(id_ or '', safe='')}"
