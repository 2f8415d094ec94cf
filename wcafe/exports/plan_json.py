"""The JSON of the command line: plans and lists of notes (PRODUCT.md holds the contract)."""

from collections.abc import Iterable
from typing import Any

from wcafe.domain.lineage import fingerprint
from wcafe.domain.nesting import parents_of
from wcafe.domain.note_fields import json_of
from wcafe.domain.notes import Note
from wcafe.domain.synthesis import themes_by_note
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.plan import Outcome


def plan_json(outcome: Outcome, words: Words, *, has_jokers: bool = False) -> dict[str, Any]:
    """Return a composed plan; tables and rounds count from 0, a seat is null when absent.

    With `has_jokers` the spare routes are told as well, each a table for each round.
    """
    found = outcome.solution
    jokers = {"jokers": [list(joker.route) for joker in outcome.jokers]} if has_jokers else {}
    return {
        "people": len(outcome.ids),
        "tables": outcome.tables,
        "rounds": len(found.seats),
        "ids": [outcome.as_given(person) for person in outcome.ids],
        "seats": [list(row) for row in found.seats],
        "repeat_meetings": found.repeat_meetings,
        "lower_bound": found.bounds.repeats,
        "coincidences": found.coincidences,
        "coincidences_bound": found.bounds.coincidences,
        "proven_optimal": found.is_proven_optimal,
        "violations": [
            {
                "rule": violation.rule,
                "who": [outcome.as_given(person) for person in violation.who],
                "rounds": list(violation.rounds),
                "why": outcome.why(violation, words),
            }
            for violation in found.violations
        ],
        "notices": [
            *(notice.describe(words) for notice in outcome.notices),
            *outcome.collision(words),
        ],
        "balance": dict(found.balance),
        "seconds": round(found.seconds, 3),
        "method": found.method,
        "seed": found.seed,
        **jokers,
    }


def notes_json(notes: Iterable[Note], snapshot: Snapshot) -> list[dict[str, Any]]:
    """Return notes as `notes list` prints them; tables and rounds count from 1.

    `parent` is the note that one belongs to, `said_parent` the one it is said to belong to, which
    may be gone, and `versions` what it has said so far (`lineage`), for another copy of the café.

    Args:
        notes: those that are wanted.
        snapshot: of the same café, with all that stand.
    """
    parents, themes = parents_of(snapshot.notes), themes_by_note(snapshot.themes)
    return [
        {
            "id": note.id,
            "table": note.table + 1,
            "round": note.round + 1,
            "kind": note.kind.value,
            "text": note.text,
            "rev": note.rev,
            "created": note.created,
            "author": note.author,
            "conflict_of": note.conflict_of,
            "late": note.is_late,
            "parent": parents.get(note.id),
            "said_parent": note.parent,
            "themes": themes.get(note.id, []),
            **json_of(note),
            "versions": list(snapshot.edited.get(note.id) or (fingerprint(note),)),
        }
        for note in notes
    ]
