"""The crash window: a bug is shown with a report to copy, and the app goes on."""

import logging
import platform
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from wcafe import __version__
from wcafe.errors import WcafeError
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _
from wcafe.whole_files import make_private

_log = logging.getLogger(__name__)


def diagnostics() -> str:
    """Return what a report needs to know of this computer; no name, no path of a café."""
    return (
        f"wcafe {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.system()} {platform.release()} · {QGuiApplication.platformName()}"
    )


class CrashWindow(QDialog):
    """Says that something unexpected happened, and offers the words to report it."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something unexpected happened"))
        self.report_edit = QPlainTextEdit(report)
        self.report_edit.setReadOnly(True)
        self.report_edit.setAccessibleName(_("Report"))
        self.copy_button = push_button(_("Copy the report"), self._on_copy)
        self.close_button = push_button(_("Go on"), self.accept, kind="primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(Text(_("Something unexpected happened"), "title", wraps=True))
        column.addWidget(
            Text(
                _(
                    "wcafe goes on, and what was saved is safe. Please send this report to those "
                    "who make wcafe; nothing is sent by itself."
                ),
                wraps=True,
            )
        )
        column.addWidget(self.report_edit, 1)
        column.addLayout(row)
        self.resize(640, 420)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report_edit.toPlainText())


class CrashWatch(QObject):
    """Catches what nobody else caught, in any thread, and shows it in the GUI thread.

    Signals:
        failed: a WcafeError met where no page waits for one, such as reading from a key that
            was pulled out; it is no bug.
        interrupted: by Ctrl+C in the terminal that the program was started from.
    """

    failed = Signal(object)
    interrupted = Signal()
    _met = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.window: CrashWindow | None = None
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take over the hooks of Python. Called once, by the program and not by tests."""
        sys.excepthook = self.caught
        threading.excepthook = lambda failure: self.caught(
            failure.exc_type, failure.exc_value or failure.exc_type(), failure.exc_traceback
        )

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log `error` and show it; Ctrl+C is none."""
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
            return
        if isinstance(error, WcafeError):
            self.failed.emit(error)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        whole = f"{diagnostics()}\n\n{report}"
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                make_private(self._log)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{whole}\n")
        except OSError:
            _log.exception("the report could not be written")
        self._met.emit(whole)

    def _on_met(self, report: str) -> None:
        self.window = CrashWindow(report)  # the newest one; an older one stays until closed
        self.window.show()
