"""What emerged: themes named by people, each with the notes it rests on."""

from dataclasses import dataclass
from typing import NewType

from wcafe.domain.notes import NoteId
from wcafe.errors import BadTheme

ThemeId = NewType("ThemeId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of notes. Its statement is written by a person; nothing is summarised by us."""

    id: ThemeId
    name: str
    statement: str = ""
    notes: tuple[NoteId, ...] = ()  # in the order they were filed, which ranks nothing
    version: int = 0

    def __post_init__(self) -> None:
        if not self.name or len(set(self.notes)) < len(self.notes):
            raise BadTheme
