"""What is chosen of the editions on this computer, by the id of the café."""

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import EDITIONS, PRINTED, SYNTHESIS
from wcafe.ui.presenter import DeskCafe

_CHOSEN = ("names", "is_white", "has_annex", "by_question")
"""The fields of `PrintOptions` that are remembered."""


class EditionChoices(QObject):
    """Which document is looked at, and how editions are made; another window has it too.

    `changed` says that editions are made in another way.
    """

    changed = Signal()

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = desk.settings
        self._place = f"editions:{desk.services.cafes.get().id}"
        kept = _unpack(desk.settings.text_of(self._place))
        artefact = kept.get("artefact")
        self.artefact = artefact if isinstance(artefact, str) and artefact in PRINTED else SYNTHESIS
        self.options = PrintOptions(
            names=kept.get("names") is True,
            is_white=kept.get("is_white") is True,
            has_annex=kept.get("has_annex") is True,
            by_question=kept.get("by_question") is True,
        )

    def options_of(self, artefact: str) -> PrintOptions:
        """Return how `artefact` is made; only editions can be made in several ways."""
        return self.options if artefact in EDITIONS else PrintOptions()

    def look_at(self, artefact: str) -> None:
        self.artefact = artefact
        self._remember()

    def choose(self, name: str, value: bool) -> None:
        """Make editions in another way, by a field of `PrintOptions`."""
        if getattr(self.options, name) != value:
            chosen: dict[str, Any] = {name: value}
            self.options = replace(self.options, **chosen)
            self._remember()
            self.changed.emit()

    def _remember(self) -> None:
        chosen: dict[str, object] = {name: getattr(self.options, name) for name in _CHOSEN}
        self._settings.keep_text(self._place, json.dumps(chosen | {"artefact": self.artefact}))


def _unpack(kept: str) -> dict[str, object]:
    """Return what the settings kept; nothing where they hold nothing that can be read."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
