"""What the tests of the seating plan do again and again."""

from PySide6.QtCore import Qt

from wcafe.ui.plan.items import WHOLE

LEFT = Qt.MouseButton.LeftButton


def plan(desk):
    return desk.services.cafes.snapshot().plan


def click(qtbot, page, table, place=WHOLE, modifier=Qt.KeyboardModifier.NoModifier):
    view = page.room.view
    point = view.point_of(table, place).toPoint()
    qtbot.mouseClick(view.viewport(), LEFT, modifier, point)


def composed(qtbot, desk, button):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(button, LEFT)


def strangers(page):
    """Return two places of people who sit at different tables and host none."""
    return (0, 1), (1, 1)


def seat(page, table, place):
    return page.room.view.seat(table, place)
