"""The hands of the tests: what they leave behind for the next one, which is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

NONE = Qt.KeyboardModifier.NoModifier
HELD = [
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
]


@pytest.mark.parametrize("held", HELD)
def test_nothing_is_held_any_more_after_a_click(qtbot, held):
    field = QLineEdit()
    qtbot.addWidget(field)

    qtbot.keyClick(field, Qt.Key.Key_V, held)
    assert QGuiApplication.keyboardModifiers() == NONE
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, held)
    assert QGuiApplication.keyboardModifiers() == NONE

    QTest.keyClick(field, Qt.Key.Key_V, held)
    assert QGuiApplication.keyboardModifiers() == held  # which the next test begins without


@pytest.mark.parametrize("words", ["what the other test", "does not find"])
def test_nothing_is_on_the_clipboard_at_first(words):
    assert QGuiApplication.clipboard().text() == ""
    QGuiApplication.clipboard().setText(words)
