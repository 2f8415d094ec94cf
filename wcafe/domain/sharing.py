"""A café that went from its file to a server, as the file remembers it."""

from dataclasses import dataclass
from datetime import datetime

from wcafe.domain.lengths import ShortText, require_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Where the café of a file is since then, and not in the file any more."""

    address: ShortText
    since: datetime

    def __post_init__(self) -> None:
        require_short(self)
