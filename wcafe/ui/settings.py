"""What this computer remembers of the desk: language, look, recent cafés, where the window was."""

import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from wcafe.domain.shared_address import SharedAddress, place_of
from wcafe.errors.sharing import BadAddress, BadKey
from wcafe.i18n import LANGUAGES, interface_language
from wcafe.ui.widgets.theme import Look
from wcafe.whole_files import PRIVATE, make_private

MOST_RECENT = 10


def _keep_private(path: Path) -> None:
    """Let the file `path` be its owner's alone: it holds the words of a note under way.

    Qt gives a new file the rights of all, and keeps those of one that is there.
    """
    with suppress(OSError):  # where nothing can be kept, Qt keeps nothing either
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            make_private(path)
        path.chmod(PRIVATE)


def _named(text: str) -> Path | SharedAddress | None:
    try:
        return place_of(text)
    except (BadAddress, BadKey):
        return None


class Settings:
    """Typed access to `QSettings`; a value that makes no sense counts as not set."""

    def __init__(self, kept: QSettings) -> None:
        self._kept = kept
        if sys.platform not in ("win32", "darwin"):  # there the system keeps it, for its owner
            _keep_private(Path(kept.fileName()))

    @property
    def language(self) -> str:
        kept = self._text("language")
        if kept in LANGUAGES:
            return kept
        return interface_language(QLocale.system().uiLanguages())

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def look(self) -> Look:
        kept = self._text("look")
        return Look(kept) if kept in set(Look) else Look.SYSTEM

    @look.setter
    def look(self, look: Look) -> None:
        self._kept.setValue("look", look.value)

    @property
    def has_less_motion(self) -> bool:
        """Is nothing to fade or slide, whatever the computer's own wish is?"""
        return self._text("less motion") == "yes"

    @has_less_motion.setter
    def has_less_motion(self, is_wanted: bool) -> None:
        self._kept.setValue("less motion", "yes" if is_wanted else "")

    @property
    def recent(self) -> tuple[Path | SharedAddress, ...]:
        """Cafés opened lately, files only if they still exist, the last one first."""
        names = self._kept.value("recent", [])
        listed = [names] if isinstance(names, str) else names
        if not isinstance(listed, list):
            return ()
        named = map(_named, map(str, listed))
        return tuple(
            where
            for where in named
            if isinstance(where, SharedAddress) or (where is not None and where.is_file())
        )

    def remember(self, where: Path | SharedAddress) -> None:
        """Put a café at the head of the recent ones; a password of its server is not kept."""
        others = [str(other) for other in self.recent if other != where]
        self._kept.setValue("recent", [str(where), *others][:MOST_RECENT])

    def forget_recent(self) -> None:
        self._kept.remove("recent")

    @property
    def has_started(self) -> bool:
        """Was wcafe ever opened here? The first time it shows the example."""
        return self._text("started") == "yes"

    def start(self) -> None:
        self._kept.setValue("started", "yes")

    def bytes_of(self, name: str) -> QByteArray:
        """Return a state that Qt saved under `name`; empty if there is none."""
        value = self._kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        self._kept.setValue(name, state)

    def text_of(self, name: str) -> str:
        return self._text(name)

    def keep_text(self, name: str, text: str) -> None:
        self._kept.setValue(name, text)

    def _text(self, name: str) -> str:
        value = self._kept.value(name, "")
        return value if isinstance(value, str) else ""
