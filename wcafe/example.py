"""The example café, written for wcafe: what a newcomer looks at first, and tests walk through."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import Mode, Questions, Table, draft
from wcafe.domain.synthesis import Statement, StatementId, cite
from wcafe.domain.text import new_id
from wcafe.paths import resource_dir

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
            notes = {note.id: note for note in here.notes.all()}
            for theme in here.synthesis.themes():
                said = Statement(
                    id=StatementId(new_id()),
                    text=facts["themes"][theme.name],
                    cites=tuple(cite(notes[note]) for note in theme.notes),
                )
                here.synthesis.save(replace(theme, statements=(said,)))
    except BaseException:  # half an example would stand in the way of the next try
        path.unlink(missing_ok=True)
        raise
