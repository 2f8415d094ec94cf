"""What stands in a text of several lines comes out of it as it is."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from wcafe.ui.widgets.text_area import TextArea

SAID = "« Rester\u00a0: oui\u202f!\u00a0»\n\tdeux\u2003lignes"


@pytest.fixture
def area(qtbot):
    area = TextArea()
    qtbot.addWidget(area)
    area.setPlainText(SAID)
    yield area
    QGuiApplication.clipboard().clear()  # what lies there at the very end brings Python down


def test_no_break_spaces_and_lines_come_back(qtbot, area):
    assert area.toPlainText() == SAID

    qt_s_own = QPlainTextEdit()
    qtbot.addWidget(qt_s_own)
    qt_s_own.setPlainText(SAID)
    assert qt_s_own.toPlainText() != SAID  # the control: else it would not be needed


def test_what_is_copied_is_the_same_too(area):
    area.selectAll()
    area.copy()

    assert QGuiApplication.clipboard().text() == SAID
