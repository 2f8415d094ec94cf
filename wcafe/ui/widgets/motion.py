"""Whether things may move on screen: as the person chose here, or told the computer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_CHOSEN = "wcafe.hasLessMotion"


def keep_still(is_wanted: bool) -> None:
    """Let nothing fade or slide from now on, if `is_wanted`."""
    _app().setProperty(_CHOSEN, is_wanted)


def is_still() -> bool:
    """Is everything to appear at once, without fading or sliding?"""
    if _app().property(_CHOSEN):
        return True
    hints = _app().styleHints()  # held, or what it returns would be gone at once
    return hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app
