"""What people mean to do, as a table: what, who, by when, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import Note
from wcafe.domain.placing import Chapter, Nested
from wcafe.exports.texts.document import Block, Grid, Row
from wcafe.exports.texts.telling import Telling
from wcafe.written import long_day


def actions(telling: Telling) -> Iterator[Block]:
    """Yield the chapter of all actions."""
    if notes := telling.placing.of(Chapter.ACTION):
        labels = telling.snapshot.cafe.kind_labels
        title = kind_group(Kind.ACTION, telling.words, labels)
        yield telling.voice.heading(title, "actions")
        yield action_table(telling, notes)


def action_table(telling: Telling, notes: Iterable[Nested]) -> Grid:
    """Return actions as a table, with where each was said."""
    _ = telling.words.gettext
    heads = (_("What"), _("Who"), _("By when"), _("What became of it"), _("Said at"))
    rows = tuple(_action(telling, note) for nested in notes for note, _depth in nested)
    return Grid(told=_("Actions: what, who and by when"), heads=heads, rows=rows)


def _action(telling: Telling, note: Note) -> Row:
    bare = replace(note, who="", due="", state=None)  # they have cells of their own
    told, voice = telling.parts(bare, Kind.ACTION), telling.voice
    cells = (
        (*told.label, *told.text),
        (voice.run(telling.who(note)),),
        (voice.run(note.due),),
        (voice.run(_state(telling, note)),),
        (*told.source, *told.links),
    )
    return Row(cells=cells, anchor=telling.anchor(note.id))


def _state(telling: Telling, note: Note) -> str:
    """Return what became of an action and when that was told, as far as it was."""
    if note.state is None:
        return ""
    day = long_day(note.state_on, telling.voice.language) if note.state_on else ""
    told = ", ".join(filter(None, (state_name(note.state, telling.words), day)))
    return ": ".join(filter(None, (told, note.state_why)))
