"""What is asked of a plan that is to be composed."""

from dataclasses import dataclass
from typing import TypedDict

from wcafe.domain.cafe import Spare


class Wishes(TypedDict, total=False):
    """The fields of an `Order` that somebody names."""

    seconds: float
    seed: int
    from_round: int
    is_repair: bool
    spare: Spare | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order for a plan.

    Attributes:
        seconds: how long composing it may take.
        seed: the same café, seed and seconds give the same plan.
        from_round: from 0; later ones are repaired and earlier ones stay.
        is_repair: keep the seats there are as far as can be, also from the first round on.
        spare: how many joker routes from now on; without it what the café wants, and in a
            repair as many as are free.
    """

    seconds: float = 2.0
    seed: int = 1
    from_round: int = 0
    is_repair: bool = False
    spare: Spare | None = None

    @property
    def keeps_seats(self) -> bool:
        return self.is_repair or self.from_round > 0
