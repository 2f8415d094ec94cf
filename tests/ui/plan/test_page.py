"""The page of the plan as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTabBar

from tests.ui.plan.hands import click

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_every_control_has_a_name(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTabBar)
    controls = [w for kind in kinds for w in page.findChildren(kind)]
    shown = [w for w in controls if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert len(shown) > 12
    for widget in (*shown, page.room.view):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
