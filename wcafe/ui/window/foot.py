"""The strip below the page: what is told at the left, work under way at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from wcafe.ui.tasks import Job, Tasks
from wcafe.ui.widgets.parts import WIDE, Text, push_button
from wcafe.ui.window.tell import TellBar
from wcafe.ui.words import _

_HIGH = 46  # pixels that are always there, so that nothing moves when something is told


class WorkLine(QWidget):
    """What runs, how far it is, and Cancel, which leaves everything as it was."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.label = Text("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Work under way"))
        self.cancel_button = push_button(_("Cancel"), self._on_cancel, kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self.bar, self.cancel_button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        tasks.started.connect(self._on_started)
        tasks.said.connect(self._on_said)
        tasks.ended.connect(self._on_ended)
        self.setVisible(bool(tasks.running))

    def _on_started(self, job: Job) -> None:
        self.label.setText(job.title)
        self.cancel_button.setEnabled(True)
        self.show()

    def _on_said(self, job: Job, words: str) -> None:
        self.label.setText(f"{job.title} {words}")

    def _on_ended(self, _job: Job) -> None:
        self.setVisible(bool(self._tasks.running))

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        for job in self._tasks.running:
            job.stop()


class Foot(QWidget):
    """Always as high as one line of words, so that the page above stays where it is."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.tell = TellBar()
        self.work = WorkLine(tasks)
        self.setMinimumHeight(_HIGH)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(24, 3, 24, 7)
        row.setSpacing(WIDE)
        row.addWidget(self.tell, 1)
        row.addWidget(self.work, 0, Qt.AlignmentFlag.AlignRight)

    def add(self, part: QWidget) -> None:
        """Let `part` stand at the right end."""
        self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
