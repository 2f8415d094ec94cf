"""The desk's fixtures, for the stories that are told at the desk."""

from tests.ui.conftest import english_desk, qtbot, settings

__all__ = ["english_desk", "qtbot", "settings"]
