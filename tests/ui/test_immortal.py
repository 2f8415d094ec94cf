"""None, True and False outlive a long day at the desk."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont


class Bell(QObject):
    """Rings."""

    rang = Signal()


def test_a_long_day_of_calls_into_qt_wears_out_no_constant(qapp):
    font, bell = QFont(), Bell()

    for _call in range(20_000):
        font.setPixelSize(12)
        bell.rang.emit()

    assert min(map(sys.getrefcount, (None, True, False))) > 1_000_000
