"""The example café, written for wcafe: what a newcomer looks at first, and tests walk through."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import Mode, Questions, Table, draft
from wcafe.domain.notes import Note
from wcafe.domain.sourcing import note_label
from wcafe.domain.synthesis import Opposed, Statement, StatementId, cite
from wcafe.domain.text import new_id
from wcafe.i18n import ENGLISH
from wcafe.paths import resource_dir
from wcafe.services.opened import OpenCafe

_PLACE = "samples/quartier-2030"


def make_example(path: Path) -> None:
    """Make the example in the file `path`: people, plan, notes and themes, by the usual ways.

    Raises:
        FileThere: something is there already. Whatever else is raised, there is no file of it.
    """
    folder = resource_dir(_PLACE)
    facts = json.loads((folder / "cafe.json").read_text(encoding="utf-8"))
    cafe = draft(
        title=facts["title"],
        language="fr",
        rounds=len(facts["questions"]),
        day=date.fromisoformat(facts["date"]),
        place=facts["place"],
        tables=len(facts["tables"]),
    )
    create_cafe(
        path,
        replace(
            cafe,
            purpose=facts["purpose"],
            organiser=facts["organiser"],
            licence=facts["licence"],
            questions=Questions(mode=Mode.PER_ROUND, texts=tuple(facts["questions"])),
            tables=tuple(Table(name=name) for name in facts["tables"]),
        ),
    )
    try:
        with open_cafe(path) as here:
            here.people.import_list(folder / "participants.csv")
            here.plans.compose()
            here.notes.lists.import_list(folder / "notes.csv")
            _add_facts(here, facts)
            _write(here, facts)
    except BaseException:  # half an example would stand in the way of the next try
        path.unlink(missing_ok=True)
        raise


def _places(cafe: OpenCafe) -> dict[str, Note]:
    """Return the notes by where they were said, such as T4·R2·#3."""
    numbers = cafe.statements.numbers()
    notes = cafe.notes.all()
    return {note_label(note, numbers[note.id], ENGLISH): note for note in notes}


def _add_facts(cafe: OpenCafe, facts: Mapping[str, Any]) -> None:
    """Say what the list has no column for: who takes an action on, who agreed to be quoted."""
    notes = _places(cafe)
    said: dict[str, dict[str, Any]] = {place: dict(of) for place, of in facts["actions"].items()}
    for field, places in (("may_quote", facts["quoted"]), ("is_lone", facts["lone"])):
        for place in places:
            said.setdefault(place, {})[field] = True
    cafe.notes.change({replace(notes[p], **of): notes[p].rev for p, of in said.items()})


def _write(cafe: OpenCafe, facts: Mapping[str, Any]) -> None:
    """Write what the themes say, each statement with the notes it rests on."""
    notes = _places(cafe)
    for theme in cafe.synthesis.themes():
        told = facts["themes"][theme.name]
        statements = tuple(
            Statement(
                id=StatementId(new_id()),
                text=said["text"],
                cites=tuple(cite(notes[place]) for place in said["cites"]),
            )
            for said in told["statements"]
        )
        cafe.synthesis.save(replace(theme, headline=told["headline"], statements=statements))
    for one, other in facts["opposed"]:
        cafe.statements.set_apart(Opposed(one=notes[one].id, other=notes[other].id), is_in=True)
