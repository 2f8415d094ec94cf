"""The note that is being written: where it belongs, and its words so far."""

import json
from dataclasses import dataclass, replace

from wcafe.domain.notes import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An unfinished note. Table and round count from 0."""

    table: int = 0
    round: int = 0
    kind: Kind = Kind.INSIGHT
    text: str = ""

    def within(self, *, tables: int, rounds: int) -> "Draft":
        """Return this draft at a table and in a round that exist."""
        return replace(
            self,
            table=max(0, min(self.table, tables - 1)),
            round=max(0, min(self.round, rounds - 1)),
        )

    def packed(self) -> str:
        """Return this draft as the settings keep it."""
        return json.dumps([self.table, self.round, self.kind, self.text])

    @classmethod
    def unpacked(cls, kept: str) -> "Draft | None":
        """Return the draft that the settings kept, or None where they hold none."""
        try:
            table, round_, kind, text = json.loads(kept)
            return cls(table=int(table), round=int(round_), kind=Kind(kind), text=str(text))
        except (ValueError, TypeError):
            return None
