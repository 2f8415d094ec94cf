"""What was printed already, and what it said: by this it is known what is to be printed anew."""

from dataclasses import dataclass
from datetime import datetime

from wcafe.domain.lengths import ShortText, require_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """That one piece of paper was printed last with what its digest stands for.

    Attributes:
        artefact: what the catalogue calls it.
        unit: which piece of it: “table 3”, “round 1 table 3”, a person's id; empty for the whole.
        digest: a hash of all that it said, the time of printing left out.
        at: when it was printed.
    """

    artefact: ShortText
    unit: ShortText = ""
    digest: ShortText
    at: datetime

    def __post_init__(self) -> None:
        require_short(self)
