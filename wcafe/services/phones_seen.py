"""What phones told of themselves while the station runs. It is kept nowhere."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from wcafe.domain.settling import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one phone told last.

    Attributes:
        since: when it was first heard of, at this start of the station.
        at: when it was heard last.
        unsent: how many notes it holds that are not here yet.
        typed_at: when somebody was last typing there; None where nobody was yet.
        address: where it is reached, as the network says it.
    """

    since: datetime
    at: datetime
    unsent: int = 0
    typed_at: datetime | None = None
    address: str = ""


class PhonesSeen:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._seen: dict[DeviceId, Seen] = {}
        self._lock = threading.Lock()

    def hear(
        self,
        phone: DeviceId,
        *,
        at: datetime,
        unsent: int | None = None,
        is_typing: bool = False,
        address: str = "",
    ) -> None:
        """Remember that `phone` was heard; what it does not say stays as it was."""
        with self._lock:
            before = self._seen.get(phone) or Seen(since=at, at=at)
            self._seen[phone] = replace(
                before,
                at=at,
                unsent=before.unsent if unsent is None else unsent,
                typed_at=at if is_typing else before.typed_at,
                address=address or before.address,
            )

    def all(self) -> Mapping[DeviceId, Seen]:
        with self._lock:
            return dict(self._seen)

    def forget(self) -> None:
        """Begin anew: nobody was heard."""
        with self._lock:
            self._seen.clear()
