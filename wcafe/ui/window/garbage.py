"""Python's garbage is cleared away in the window's own thread, as it may be Qt's."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 500  # milliseconds between two glances at how much there is
_ENOUGH = (5_000, 10, 20)  # objects more than before, and how many looks to a longer one


class GarbageCollector(QObject):
    """Looks for what refers to itself alone, in place of Python, for as long as it lives.

    Python looks in whichever thread makes the one object too many: one that writes, reads ahead or
    answers a phone. What it finds may be a model, a timer or a menu entry of a page that is gone,
    and Qt ends the process where one of these goes in another thread than its own.

    What is loaded by now stays and is left out: a look through all modules as well would stop
    every thread for 150 to 500 ms.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_PAUSE)

    def look(self) -> None:
        """Look through as much as there is reason to: what is new, or what has stayed as well."""
        more = [count > enough for count, enough in zip(gc.get_count(), _ENOUGH, strict=True)]
        if any(more):
            gc.collect(max(generation for generation, is_more in enumerate(more) if is_more))
