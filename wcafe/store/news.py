"""What one desk tells the others of a commit, and what a desk hears."""

import json
from dataclasses import dataclass
from typing import Self

from wcafe.domain.notes import NoteId
from wcafe.store.base import Row

_MOST = 150  # notes named one by one: a server carries 8,000 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a commit has changed.

    Attributes:
        by: which open store made it.
        tables: that it wrote.
        notes: that say something else; None where any of them may.
        has_removed: somebody was taken out.
        has_planned: the plan was changed.
        has_unthemed: a theme was taken out.
    """

    by: str
    tables: frozenset[str]
    notes: frozenset[NoteId] | None = None
    has_removed: bool = True
    has_planned: bool = True
    has_unthemed: bool = True

    @classmethod
    def of_all(cls) -> Self:
        """Return the news that anything may have changed."""
        return cls(by="", tables=frozenset(Row.metadata.tables))

    def written(self) -> str:
        """Return it as it is sent; of many notes nothing is said one by one."""
        notes = None if self.notes is None or len(self.notes) > _MOST else sorted(self.notes)
        told = {
            "by": self.by,
            "tables": sorted(self.tables),
            "notes": notes,
            "gone": [self.has_removed, self.has_planned, self.has_unthemed],
        }
        return json.dumps(told)

    @classmethod
    def read(cls, said: str | None) -> Self:
        """Return what was sent; where it is none of ours, that anything may have changed."""
        try:
            told = json.loads(said or "")
            removed, planned, unthemed = told["gone"]
            return cls(
                by=told["by"],
                tables=frozenset(told["tables"]),
                notes=None if told["notes"] is None else frozenset(map(NoteId, told["notes"])),
                has_removed=removed,
                has_planned=planned,
                has_unthemed=unthemed,
            )
        except (ValueError, KeyError, TypeError):
            return cls.of_all()
