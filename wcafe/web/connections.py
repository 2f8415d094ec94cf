"""How many connections there may be, and which one goes where there are too many.

Phones may share one address, so nobody is refused for what others at it do: where it is full, the
connection goes that has waited longest without saying whose it is. A phone says so at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

MOST = 600
MOST_OF_ADDRESS = 60  # before they said whose they are
MOST_OF_PHONE = 4


@dataclass(eq=False, slots=True)
class Held:
    """One open connection: from where, whose, and how it is closed."""

    address: str
    close: Callable[[], None]
    owner: str = ""


@dataclass
class Connections:
    """Those of one station; they are told here from its own thread only. The oldest come first."""

    most: int = MOST
    most_of_address: int = MOST_OF_ADDRESS
    most_of_phone: int = MOST_OF_PHONE
    _held: dict[Held, None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._held)

    def open(self, address: str, close: Callable[[], None]) -> Held | None:
        """Return a connection that is now counted; None where there is no room for it."""
        nobodys = [each for each in self._held if not each.owner]
        here = [each for each in nobodys if each.address == address]
        if len(here) >= self.most_of_address:
            self._drop(here[0])
        elif len(self._held) >= self.most:
            if not nobodys:
                return None
            self._drop(nobodys[0])
        held = Held(address, close)
        self._held[held] = None
        return held

    def own(self, held: Held, owner: str) -> None:
        """Let `held` be one of the phone `owner`; its oldest goes where it has too many."""
        if held not in self._held or held.owner == owner:
            return
        held.owner = owner
        of_phone = [each for each in self._held if each.owner == owner]
        if len(of_phone) > self.most_of_phone:
            self._drop(of_phone[0])

    def touch(self, held: Held) -> None:
        """Let `held` be the youngest: it has just asked for something."""
        if held in self._held:
            del self._held[held]
            self._held[held] = None

    def closed(self, held: Held) -> None:
        self._held.pop(held, None)

    def _drop(self, held: Held) -> None:
        self.closed(held)
        held.close()
