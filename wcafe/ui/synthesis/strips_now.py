"""What tables are asked and say, as the café stands now, and how far each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from wcafe.domain.sourcing import Standing
from wcafe.domain.strips import Asked, TableStrip, strips_of, unasked
from wcafe.domain.synthesis import StatementId
from wcafe.domain.verdicts import (
    Confirmation,
    Verdict,
    confirmation_of,
    standing_verdicts,
    verdicts_on_other_words,
)
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_tables


class Reached(Enum):
    """How far a table is with its strip."""

    MISSING = auto()  # it has not answered all of it
    AGAIN = auto()  # a sentence was written anew since it answered
    ANSWERED = auto()  # with something else than yes
    CONFIRMED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSentence:
    """A sentence as a table is asked about it.

    Attributes:
        asked: the sentence with its notes.
        source: on what it rests, in words.
        code: of its words, as on paper.
        verdict: what the table says, if it did.
        before: what it said of other words.
        is_taken_in: whether its own words are among the corrections.
    """

    asked: Asked
    source: str
    code: str
    verdict: Verdict | None
    before: Verdict | None
    is_taken_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StripsNow:
    """What tables are asked and say, as the café stands now."""

    strips: tuple[TableStrip, ...]
    without: tuple[int, ...]  # the tables that no sentence cites
    found: Confirmation
    stands: Mapping[StatementId, Mapping[int, Verdict]]
    past: Mapping[StatementId, Mapping[int, Verdict]]

    @classmethod
    def of(cls, snapshot: Snapshot, standing: Standing) -> "StripsNow":
        verdicts, themes = snapshot.verdicts, snapshot.themes
        strips = strips_of(themes, standing)
        return cls(
            strips=strips,
            without=unasked(strips, known_tables(snapshot)),
            found=confirmation_of(verdicts, themes, standing),
            stands=standing_verdicts(verdicts, themes),
            past=verdicts_on_other_words(verdicts, themes),
        )
