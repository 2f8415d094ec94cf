"""How lists were read the last time, known again by their headings.

Nothing of a list itself is kept: its headings as a fingerprint, columns by their numbers, and of
words only those that were decided one by one.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from wcafe.domain.text import fold
from wcafe.ui.settings import Settings

MOST = 30  # lists that are remembered; the oldest goes first

Remembered = Mapping[str, Any]
"""What was decided about one list, as JSON has it."""


def fingerprint(headings: Sequence[str]) -> str:
    """Return what stands for `headings`, capitals and accents aside; it does not tell them."""
    return hashlib.sha256("\n".join(map(fold, headings)).encode()).hexdigest()


class Memory:
    """What is remembered about lists of one kind.

    Args:
        settings: where it is kept.
        about: the kind, such as people.
    """

    def __init__(self, settings: Settings, about: str) -> None:
        self._settings = settings
        self._key = f"read-as:{about}"

    def all(self) -> dict[str, Remembered]:
        """Return all that is remembered, by fingerprint, the newest last."""
        try:
            kept = json.loads(self._settings.text_of(self._key) or "{}")
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        return {key: value for key, value in kept.items() if isinstance(value, dict)}

    def keep(self, headings: Sequence[str], decided: Remembered) -> None:
        """Remember what was `decided` about a list with these `headings`; nothing forgets it."""
        key = fingerprint(headings)
        kept = {known: value for known, value in self.all().items() if known != key}
        if decided:
            kept[key] = decided
        newest = dict(list(kept.items())[-MOST:])
        self._settings.keep_text(self._key, json.dumps(newest))
