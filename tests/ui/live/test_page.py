"""The page of Run as a whole: names, the keyboard, where a café that runs opens."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

from wcafe.app import open_cafe
from wcafe.doors import doors
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace


def test_every_control_has_a_name_and_is_reached_by_tab(page, presenter):
    presenter.toggle()
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    controls = [widget for kind in kinds for widget in page.findChildren(kind)]
    shown = [widget for widget in controls if widget.isVisible()]
    reached = [widget for widget in shown if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert len(reached) >= 11
    for widget in reached:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_a_café_that_was_running_opens_where_it_is_run(qtbot, cafe_file, settings, tmp_path):
    with open_cafe(cafe_file) as cafe:
        cafe.live.start("talk:0")
    desk = Desk(doors(), settings, home=tmp_path)

    desk.start(cafe_file)

    assert desk.window.here is Workspace.LIVE
    desk.window.close()
