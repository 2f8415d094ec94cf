"""A note as it is compared, and how those are told apart that count."""

from dataclasses import dataclass

from wcafe.domain.notes import NoteId

LONGEST = 1_000
"""Characters of a note that are compared: what it is about is said by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNote:
    """A note with what a method has read of it."""

    id: NoteId
    text: str
    read: bytes
