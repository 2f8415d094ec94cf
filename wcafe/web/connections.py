"""How many connections there may be, and which one goes where there are too many.

Phones may share one address, so nobody is refused for what others at it do: where it is full, the
connection goes that has waited longest without saying whose it is. A phone says so at once, and
nothing goes that was heard a moment ago. After those go the connections of phones on which nothing
is asked just now: a browser opens another one without anybody noticing.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

MOST = 600
MOST_OF_ADDRESS = 60  # before they said whose they are
MOST_OF_PHONE = 4
A_MOMENT = 1.0  # seconds in which a phone has long said whose it is


@dataclass(eq=False, slots=True)
class Held:
    """One open connection: from where, whose, how it is closed, and when it asked last."""

    address: str
    close: Callable[[], None]
    owner: str = ""
    at: float = 0.0


class Connections:
    """Those of one station; they are told here from its own thread only."""

    def __init__(
        self,
        *,
        most: int = MOST,
        most_of_address: int = MOST_OF_ADDRESS,
        most_of_phone: int = MOST_OF_PHONE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._most_of_address = most_of_address
        self._most_of_phone = most_of_phone
        self._clock = clock
        # each set as a dict, whoever asked longest ago first
        self._nobodys: dict[Held, None] = {}
        self._of_address: defaultdict[str, dict[Held, None]] = defaultdict(dict)
        self._of_phone: defaultdict[str, dict[Held, None]] = defaultdict(dict)
        self._resting: dict[Held, None] = {}  # those of phones on which nothing is asked
        self._open: set[Held] = set()

    def __len__(self) -> int:
        return len(self._open)

    def open(self, address: str, close: Callable[[], None]) -> Held | None:
        """Return a connection that is now counted; None where there is no room for it."""
        here = self._of_address.get(address, {})
        if (waiting := self._waiting(here, self._most_of_address)) is not None:
            self._drop(waiting)
        elif len(self._open) >= self._most:
            waiting = self._waiting(self._nobodys, 1) or next(iter(self._resting), None)
            if waiting is None:
                return None
            self._drop(waiting)
        held = Held(address, close, at=self._clock())
        self._open.add(held)
        self._put(held)
        return held

    def own(self, held: Held, owner: str) -> None:
        """Let `held` be one of the phone `owner`; where it has too many, one of them goes."""
        if held not in self._open or held.owner == owner:
            return
        self._take_out(held)
        held.owner = owner
        self._put(held)
        of_phone = self._of_phone[owner]
        if len(of_phone) > self._most_of_phone:
            others = [each for each in of_phone if each is not held]
            self._drop(next((each for each in others if each in self._resting), others[0]))

    def touch(self, held: Held) -> None:
        """Let `held` be the youngest: it has just asked for something."""
        self._resting.pop(held, None)
        if held in self._open:
            self._take_out(held)
            held.at = self._clock()
            self._put(held)

    def rest(self, held: Held) -> None:
        """Let `held` be one on which all that was asked is answered."""
        if held in self._open and held.owner:
            self._resting[held] = None

    def closed(self, held: Held) -> None:
        self._resting.pop(held, None)
        if held in self._open:
            self._open.remove(held)
            self._take_out(held)

    def _waiting(self, among: Iterable[Held], most: int) -> Held | None:
        """Return the one that waited longest, where `most` have waited for more than a moment."""
        oldest = list(islice(among, most))
        if len(oldest) < most or oldest[-1].at > self._clock() - A_MOMENT:
            return None
        return oldest[0]

    def _put(self, held: Held) -> None:
        if held.owner:
            self._of_phone[held.owner][held] = None
        else:
            self._nobodys[held] = self._of_address[held.address][held] = None

    def _take_out(self, held: Held) -> None:
        if held.owner:
            _remove(self._of_phone, held.owner, held)
        else:
            del self._nobodys[held]
            _remove(self._of_address, held.address, held)

    def _drop(self, held: Held) -> None:
        self.closed(held)
        held.close()


def _remove(sets: dict[str, dict[Held, None]], name: str, held: Held) -> None:
    del sets[name][held]
    if not sets[name]:
        del sets[name]
