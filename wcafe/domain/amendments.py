"""What comes back after people have read: corrections, and what became of each."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CellText, LongText, require_short
from wcafe.domain.synthesis import StatementId, ThemeId
from wcafe.domain.text import has_words
from wcafe.errors import EmptyAmendment, Unexplained

AmendmentId = NewType("AmendmentId", str)


class Way(Choice):
    """How an amendment came in."""

    TYPED = "typed"
    SLIP = "slip"
    STRIP = "strip"
    FORM = "form"


class Decision(Choice):
    """What the organiser made of an amendment."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One correction or addition, in the words of whoever sent it. Tables and rounds from 0.

    Attributes:
        text: what is to be said instead, or added.
        who: the name that was given with it, if one was; never printed without being agreed to.
        may_be_named: whoever sent it agreed to stand beside it.
        table, round, theme, statement: what it is about, as far as that was said.
        came: the day it came in.
        decision: what was made of it; None while nobody decided.
        reason: why, which a refusal has to say.

    Raises:
        EmptyAmendment: it has no words. Unexplained: it is declined without a reason.
    """

    id: AmendmentId
    text: LongText
    who: CellText = ""
    may_be_named: bool = False
    table: int | None = None
    round: int | None = None
    theme: ThemeId | None = None
    statement: StatementId | None = None
    way: Way = Way.TYPED
    came: date | None = None
    decision: Decision | None = None
    reason: CellText = ""
    version: int = 0

    def __post_init__(self) -> None:
        require_short(self)
        if not has_words(self.text):
            raise EmptyAmendment
        if self.decision is Decision.DECLINED and not has_words(self.reason):
            raise Unexplained
