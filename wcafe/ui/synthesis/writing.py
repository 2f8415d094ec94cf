"""What is being written and not kept yet: a new statement, or other words for one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Cite, Statement, StatementId, ThemeId
from wcafe.domain.text import clean, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A statement under way: its words so far, and the notes that are marked for it.

    `seen` is the statement as it was when the writing began, None for a new one. A new one has the
    `id` of its words' first draft, so that it is kept once however often it is tried.
    """

    theme: ThemeId
    seen: Statement | None = None
    text: str = ""
    notes: tuple[NoteId, ...] = ()
    id: StatementId = field(default_factory=lambda: StatementId(new_id()), compare=False)

    @classmethod
    def of(cls, theme: ThemeId, statement: Statement) -> "Writing":
        """Return the words of `statement`, to be changed."""
        return cls(
            theme=theme,
            seen=statement,
            text=statement.text,
            notes=statement.notes,
            id=statement.id,
        )

    @property
    def key(self) -> str:
        return key_of_new(self.theme) if self.seen is None else self.seen.id

    @property
    def is_changed(self) -> bool:
        """Does it say or cite anything that is not kept?"""
        if self.seen is None:
            return bool(clean(self.text) or self.notes)
        return (clean(self.text), self.notes) != (self.seen.text, self.seen.notes)

    def toggled(self, note: NoteId) -> "Writing":
        """Return this with `note` marked, or not any more."""
        if note in self.notes:
            return replace(self, notes=tuple(each for each in self.notes if each != note))
        return replace(self, notes=(*self.notes, note))

    def with_notes(self, notes: Iterable[NoteId]) -> "Writing":
        """Return this with `notes` marked too."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))


def key_of_new(theme: ThemeId) -> str:
    return f"new:{theme}"


def pack(under_way: Mapping[str, Writing]) -> str:
    """Return what is under way as the settings keep it."""
    return json.dumps(
        [
            [
                each.theme,
                each.text,
                each.notes,
                each.id,
                None
                if each.seen is None
                else [each.seen.id, each.seen.text, [[c.note, c.read] for c in each.seen.cites]],
            ]
            for each in under_way.values()
            if each.is_changed
        ]
    )


def unpack(kept: str) -> dict[str, Writing]:
    """Return what the settings kept; nothing where they hold nothing that can be read."""
    try:
        found = [_unpack(*each) for each in json.loads(kept or "[]")]
    except (ValueError, TypeError):
        return {}
    return {each.key: each for each in found}


def _unpack(theme: object, text: object, notes: list[object], id_: object, seen: object) -> Writing:
    statement = None
    if isinstance(seen, list):
        said, words, cites = seen
        statement = Statement(
            id=StatementId(str(said)),
            text=str(words),
            cites=tuple(Cite(note=NoteId(str(note)), read=str(read)) for note, read in cites),
        )
    return Writing(
        theme=ThemeId(str(theme)),
        seen=statement,
        text=str(text),
        notes=tuple(NoteId(str(note)) for note in notes),
        id=StatementId(str(id_)),
    )
