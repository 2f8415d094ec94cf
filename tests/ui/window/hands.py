"""What the tests of the window do again and again."""

from PySide6.QtGui import QAction


def entry(desk, name):
    """The menu entry called `name`."""
    found = [a for a in desk.window.findChildren(QAction) if a.text().replace("&", "") == name]
    assert found, name
    return found[0]
