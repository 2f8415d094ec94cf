"""What somebody does while the desk waits for a server."""

from PySide6.QtCore import QTimer


class Meanwhile:
    """Looks every few milliseconds at what the desk waits with, and does `do` once it `fits`.

    Attributes:
        told: what was read there, each sentence once.
        turns: how often the window had its turn.
    """

    def __init__(self, desk, do=lambda _dialogue: None, fits=bool):
        self.told, self.turns, self.is_done = [], 0, False
        self._desk, self._do, self._fits = desk, do, fits
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)

    def __enter__(self):
        self._timer.start()
        return self

    def __exit__(self, *_failure):
        self._timer.stop()

    def _look(self):
        dialogue = self._desk.waiting.dialogue
        if dialogue is None:
            return
        self.turns += 1
        told = dialogue.told.text()
        if told not in self.told:
            self.told.append(told)
        if not self.is_done and self._fits(told):
            self.is_done = True
            self._do(dialogue)
