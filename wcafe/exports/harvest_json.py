"""The harvest as documented JSON: what was said, without who wrote it and who came."""

from typing import Any

from wcafe.domain.lineage import fingerprint
from wcafe.domain.note_fields import json_of
from wcafe.domain.photo_publishing import photo_alternative, published_names
from wcafe.domain.publication import Publication
from wcafe.domain.verdicts import standing_verdicts
from wcafe.exports.amendments_json import amendment_json
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_people

VERSION = 1


def harvest_json(snapshot: Snapshot) -> dict[str, Any]:
    """Return the harvest; tables and rounds count from 1.

    `named_rounds` are those that have a name or a day of their own. `parent` is the note that one
    is said to belong to, which may be gone, and `versions` what it has said so far (`lineage`),
    for another copy of the café. Withheld notes are there with their reason, as other copies
    learn of them in this way; whoever publishes leaves them out. `kind_labels` are what the café
    calls its kinds, `prompts` what its sheets ask for, and `words` those of the day.
    `opposed` are pairs of notes that somebody set against each other, by their ids.
    `themes[].notes` are ids of `notes`, in the order they were filed; `question` is what the
    table was to talk about in that round. `people` is how many of the list mean to come, or have
    a seat once there is a plan, and null where nobody was counted; where somebody counted them it
    is that number. `headcounts` are the people counted in each round. `verdicts` are what tables
    answered to statements as they read now, `amendments` the corrections that came in, and
    `publication` what the organiser tells; `photos` are those chosen to be published. Who sent a
    correction is said where that was agreed to.
    `resources/schemas/harvest.json` describes each key.
    """
    cafe = snapshot.cafe
    return {
        "wcafe_harvest": VERSION,
        "cafe": {
            "id": cafe.id,
            "title": cafe.title,
            "language": cafe.language,
            "date": cafe.day.isoformat() if cafe.day else None,
            "place": cafe.place,
            "purpose": cafe.purpose,
            "organiser": cafe.organiser,
            "licence": cafe.licence,
            "people": known_people(snapshot) or None,
            "rounds": len(cafe.rounds),
            "headcounts": [round_.headcount for round_ in cafe.rounds],
            "tables": [
                {"table": number, "name": table.name}
                for number, table in enumerate(cafe.tables, start=1)
            ],
            "named_rounds": [
                {
                    "round": number,
                    "name": each.name,
                    "date": each.day.isoformat() if each.day else None,
                }
                for number, each in enumerate(cafe.rounds, start=1)
                if each.name or each.day
            ],
            "prompts": list(cafe.prompts),
            "kind_labels": {
                label.kind.value: {"one": label.one, "many": label.many}
                for label in cafe.kind_labels
            },
            "words": list(cafe.words),
            "publication": _publication(cafe.publication),
            "questions": {"mode": cafe.questions.mode.value, "texts": list(cafe.questions.texts)},
        },
        "notes": [
            {
                "id": note.id,
                "table": note.table + 1,
                "round": note.round + 1,
                "question": cafe.question(note.table, note.round),
                "kind": note.kind.value,
                "text": note.text,
                "rev": note.rev,
                "created": note.created,
                "conflict_of": note.conflict_of,
                "late": note.is_late,
                "parent": note.parent,
                **json_of(note),
                "versions": list(snapshot.edited.get(note.id) or (fingerprint(note),)),
            }
            for note in snapshot.notes
        ],
        "opposed": sorted([pair.one, pair.other] for pair in snapshot.opposed),
        "themes": [
            {
                "id": theme.id,
                "name": theme.name,
                "headline": theme.headline,
                "statement": theme.wording,
                "statements": [
                    {"id": said.id, "text": said.text, "cites": list(said.notes)}
                    for said in theme.statements
                ],
                "notes": list(theme.notes),
            }
            for theme in snapshot.themes
        ],
        "verdicts": [
            {
                "statement": verdict.statement,
                "table": verdict.table + 1,
                "answer": verdict.answer.value,
                "words": verdict.words,
            }
            for by_table in standing_verdicts(snapshot.verdicts, snapshot.themes).values()
            for _table, verdict in sorted(by_table.items())
        ],
        "amendments": [
            amendment_json(each, cafe.publication.amend_until, is_for_all=True)
            for each in snapshot.amendments
        ],
        "photos": [
            {
                "file": name,
                "table": None if photo.table is None else photo.table + 1,
                "round": None if photo.round is None else photo.round + 1,
                "alternative": photo_alternative(photo, words_for(cafe.language)),
            }
            for photo, name in published_names(snapshot.handed_out.photos)
        ],
    }


def _publication(told: Publication) -> dict[str, Any]:
    return {
        "opening": told.opening,
        "context": told.context,
        "conclusion": told.conclusion,
        "next_steps": told.next_steps,
        "contact": told.contact,
        "credits": told.credits,
        "amend_until": told.amend_until.isoformat() if told.amend_until else None,
        "is_final": told.is_final,
    }
