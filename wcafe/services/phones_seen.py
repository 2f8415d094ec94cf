"""What phones told of themselves while the station runs. It is kept nowhere."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from wcafe.domain.board import Seen
from wcafe.domain.settling import DeviceId


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
            count = before.unsent if unsent is None else unsent
            self._seen[phone] = replace(
                before,
                at=at,
                unsent=count,
                unsent_since=(before.unsent_since or at) if count else None,
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
