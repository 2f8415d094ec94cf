"""The look and the language of the desk, as this computer's settings have them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.settings import Settings
from wcafe.ui.widgets.motion import keep_still
from wcafe.ui.widgets.theme import Look, apply_look
from wcafe.ui.window.qt_words import QtWords


class Looks(QObject):
    """Applies them at the start, whenever they are changed, and when the computer's look is."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._qt_words = QtWords(self)
        self.use_language()
        self.apply()
        keep_still(settings.has_less_motion)
        _app().styleHints().colorSchemeChanged.connect(self._on_system_look)

    def apply(self) -> None:
        apply_look(_app(), self._settings.look)

    def use_language(self) -> None:
        language = self._settings.language
        words.use(words_for(language), language)
        self._qt_words.use(language)

    def _on_system_look(self) -> None:
        if self._settings.look is Look.SYSTEM:
            self.apply()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
