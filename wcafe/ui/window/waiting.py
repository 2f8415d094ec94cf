"""Waiting for a server, while the window goes on drawing: what for, how far it is, and Cancel."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from wcafe.errors import WcafeError
from wcafe.errors.sharing import Cancelled
from wcafe.ui.tasks import Job, Tasks
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import WIDE, Text, push_button
from wcafe.ui.words import _

T = TypeVar("T")

_WIDE = 420  # pixels
_SOON = 250  # milliseconds; what takes no longer is not worth a word
_EVENTS = QEventLoop.ProcessEventsFlag


class WaitDialog(QDialog):
    """Says what is waited for; Escape, its cross and its button ask for the end of it.

    Args:
        sentence: what is waited for.
        told: how far it is.
        stop: ends the work and returns whether that is not too late; without it, the work is
            left to itself at once.
        parent: the window that waits.
    """

    def __init__(
        self, sentence: str, told: str, stop: Callable[[], bool] | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._stop = stop
        self.setWindowTitle("wcafe")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sentence = Text(sentence, wraps=True)
        self.sentence.setMinimumWidth(_WIDE)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Work under way"))
        self.told = Text(told, "muted", wraps=True)
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        for part in (self.sentence, self.bar, self.told):
            column.addWidget(part)
        column.addLayout(foot)

    def say(self, words: str) -> None:
        """Say how far it is, until somebody cancels it."""
        if self.cancel_button.isEnabled():
            self.told.setText(words)

    def reject(self) -> None:
        if self._stop is None:
            super().reject()
        elif self.cancel_button.isEnabled():
            self.setFocus()  # where what is told is read, once the button has no use
            self.cancel_button.setEnabled(False)
            is_stopped = self._stop()
            late = _("It is done and cannot be cancelled any more. One moment…")
            self.told.setText(_("Cancelling…") if is_stopped else late)
            announce(self, self.told.text())


def asking_window() -> QWidget | None:
    """Return the window that asks for something now, active or not; None where there is none."""
    seen = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return QApplication.activeModalWidget() or QApplication.activeWindow() or next(seen, None)


class _Outcome(Generic[T]):
    """What comes of the work, handed over in the GUI thread."""

    def __init__(self, unwanted: Callable[[T], object]) -> None:
        self._unwanted = unwanted
        self.is_wanted = True
        self.value: T | None = None
        self.error: WcafeError | None = None

    def done(self, value: T) -> None:
        if self.is_wanted:
            self.value = value
        else:
            self._unwanted(value)

    def failed(self, error: WcafeError) -> None:
        self.error = error


class Waiting(QObject):
    """Does what takes long in the background, and comes back once it is done.

    Nobody types or clicks meanwhile but in the dialogue that says so; all windows are drawn, and
    clocks go on. It is for wishes that come back before the next one; others are `Tasks`'.

    Attributes:
        dialogue: that is on screen, if one is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._job: Job | None = None  # that is waited for
        self._told = ""
        self.dialogue: WaitDialog | None = None
        self._unseen = QEventLoop(self)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_SOON)
        self._moment.timeout.connect(self._on_moment)
        self._tasks.said.connect(self._on_said)
        # later, so that the outcome was handed over before
        self._tasks.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Is something waited for, or left to itself and not over yet?"""
        return bool(self._tasks.running)

    def wait(
        self,
        sentence: str,
        work: Callable[[Job], T],
        *,
        stop: Callable[[], bool] | None = None,
        unwanted: Callable[[T], object] = lambda _value: None,
    ) -> T | None:
        """Return what comes of `work`, which runs in another thread; None if it is cancelled.

        Args:
            sentence: what is waited for.
            work: what takes long.
            stop: see `WaitDialog`.
            unwanted: is given what comes of work that was left to itself, such as to close it.

        Raises: the WcafeError of `work`.
        """
        outcome = _Outcome(unwanted)
        self._told = ""
        self._job = self._tasks.run(sentence, work, done=outcome.done, failed=outcome.failed)
        self._wait(sentence, stop)
        outcome.is_wanted = self._job is None
        self._job = None
        if isinstance(outcome.error, Cancelled):
            return None
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def close(self) -> None:
        """Wait for what was left to itself."""
        self._tasks.close()

    def _wait(self, sentence: str, stop: Callable[[], bool] | None) -> None:
        """Come back once the job is over, or left to itself."""
        self._moment.start()
        self._unseen.exec(_EVENTS.ExcludeUserInputEvents)  # most is over by then
        self._moment.stop()
        if self._job is None:
            return
        dialogue = self.dialogue = WaitDialog(sentence, self._told, stop, asking_window())
        dialogue.exec()
        self.dialogue = None
        dialogue.deleteLater()
        if self._job is not None and stop is not None:  # the program is asked to end
            stop()
            while self._job is not None:
                QCoreApplication.processEvents(_EVENTS.WaitForMoreEvents)

    @Slot()
    def _on_moment(self) -> None:
        self._unseen.quit()

    @Slot(object, str)
    def _on_said(self, job: Job, words: str) -> None:
        if job is self._job:
            self._told = words
            if self.dialogue is not None:
                self.dialogue.say(words)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._unseen.quit()
            if self.dialogue is not None:
                self.dialogue.accept()
