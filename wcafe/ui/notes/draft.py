"""What is being written and not kept yet: a new note, or other words for an old one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId
from wcafe.domain.text import clean, new_id
from wcafe.ui.draft_ids import id_of_words


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfEdit:
    """A note whose words are being changed: which one, its revision when that began, the words."""

    note: NoteId
    rev: int
    text: str

    def pack(self) -> str:
        """Return this edit as the settings keep it."""
        return json.dumps([self.note, self.rev, self.text])

    @classmethod
    def unpack(cls, kept: str) -> "HalfEdit | None":
        """Return the edit that the settings kept, or None where they hold none."""
        try:
            note, rev, text = json.loads(kept)
            return cls(note=NoteId(str(note)), rev=int(rev), text=str(text))
        except (ValueError, TypeError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An unfinished note. Table and round count from 0; `prompt` is what its sheet asks for.

    `seed` is this draft's own: with the words it gives the note its id, so that the same words
    tried again are the same note.
    """

    table: int = 0
    round: int = 0
    kind: Kind = Kind.INSIGHT
    prompt: str = ""
    text: str = ""
    seed: str = field(default_factory=new_id, compare=False)

    @property
    def note(self) -> NoteId:
        """The id of the note that this draft becomes."""
        return NoteId(id_of_words(self.seed, clean(self.text)))

    def next(self) -> "Draft":
        """Return an empty draft for the same place; whatever comes is another note."""
        return replace(self, text="", seed=new_id())

    def within(self, *, tables: int, rounds: int) -> "Draft":
        """Return this draft at a table and in a round that exist."""
        return replace(
            self,
            table=max(0, min(self.table, tables - 1)),
            round=max(0, min(self.round, rounds - 1)),
        )

    def following(self, before: Sequence[str], now: Sequence[str]) -> "Draft":
        """Return this draft once the prompts `before` are those of `now`.

        A prompt that is not there any more was renamed, where another one has its place.
        """
        if not self.prompt or self.prompt in now:
            return self
        place = before.index(self.prompt) if self.prompt in before else -1
        is_renamed = len(before) == len(now) and place >= 0 and now[place] not in before
        return replace(self, prompt=now[place] if is_renamed else "")

    def pack(self) -> str:
        """Return this draft as the settings keep it."""
        said = [self.table, self.round, self.kind, self.text, self.seed, self.prompt]
        return json.dumps(said)

    @classmethod
    def unpack(cls, kept: str) -> "Draft | None":
        """Return the draft that the settings kept, or None where they hold none."""
        try:
            table, round_, kind, text, *more = json.loads(kept)  # an older wcafe kept less
            seed = str(UUID(str(more[0]))) if more else new_id()
            return cls(
                table=int(table),
                round=int(round_),
                kind=Kind(kind),
                prompt=str(more[1]) if len(more) > 1 else "",
                text=str(text),
                seed=seed,
            )
        except (ValueError, TypeError):
            return None
