"""Qt's own words, on buttons of its dialogues, in the language of the desk."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from wcafe.i18n import N_
from wcafe.ui.words import _

_MISSING = {"QFileDialog": {N_("&Look in:"), N_("Files of &type:")}}
"""Phrases that Qt's French lacks, because they got a key since; by where they are said."""


class QtWords:
    """Speaks one language at a time; Qt's catalogue first, and ours for what it lacks."""

    def __init__(self, parent: QObject) -> None:
        self._ours = _OurWords(parent)
        self._theirs = QTranslator(parent)

    def use(self, language: str) -> None:
        """Speak `language` from now on, after the desk itself does."""
        for each in (self._theirs, self._ours):
            QCoreApplication.removeTranslator(each)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._theirs.load(f"qtbase_{language}", folder):
            # the one that is installed last is asked first
            QCoreApplication.installTranslator(self._ours)
            QCoreApplication.installTranslator(self._theirs)


class _OurWords(QTranslator):
    """Knows the missing phrases only."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        known = source in _MISSING.get(context, ())
        return _(source) if known else None  # type: ignore[return-value]  # Qt: nothing known
