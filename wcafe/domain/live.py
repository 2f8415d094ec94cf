"""The running café: where people really sat, which is not always where the plan put them."""

from dataclasses import dataclass, replace

from wcafe.domain.people import PersonId

Seating = tuple[tuple[PersonId, int], ...]
"""Who sat where in one round: a person and a table from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Actual seats, round by round. A round nobody recorded is absent, not empty."""

    actual: tuple[tuple[int, Seating], ...] = ()
    version: int = 0

    def seating(self, round_: int) -> Seating | None:
        """Return who really sat where in `round_`, or None where that was not recorded."""
        return dict(self.actual).get(round_)

    def with_seating(self, round_: int, seating: Seating) -> "Live":
        others = {r: s for r, s in self.actual if r != round_}
        return replace(self, actual=tuple(sorted({**others, round_: seating}.items())))
