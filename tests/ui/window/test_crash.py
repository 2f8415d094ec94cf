"""The crash window: a bug is shown, logged, and the desk goes on."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from wcafe.errors import CafeGone
from wcafe.ui.window.crash import CrashWatch


@pytest.fixture
def watch(qapp, tmp_path):
    watch = CrashWatch(tmp_path / "logs" / "crashes.log")
    yield watch
    if watch.window is not None:
        watch.window.close()
    watch.deleteLater()


def break_down():
    raise KeyError("Zoé")


def caught(watch):
    try:
        break_down()
    except KeyError:
        watch.caught(*sys.exc_info())


def test_a_bug_is_shown_with_a_report_that_can_be_copied(qtbot, watch, tmp_path):
    caught(watch)
    qtbot.waitUntil(lambda: watch.window is not None)

    assert watch.window.isVisible()
    qtbot.mouseClick(watch.window.copy_button, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "KeyError" in report
    assert "break_down" in report
    assert "Qt 6" in report
    assert "KeyError" in (tmp_path / "logs" / "crashes.log").read_text()


def test_a_bug_of_another_thread_is_shown_here(qtbot, watch):
    thread = threading.Thread(target=caught, args=[watch])

    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: watch.window is not None)


def test_a_report_that_cannot_be_written_is_shown_all_the_same(qtbot, qapp, tmp_path, caplog):
    (tmp_path / "logs").write_text("a file where a folder should be")
    watch = CrashWatch(tmp_path / "logs" / "crashes.log")

    caught(watch)

    qtbot.waitUntil(lambda: watch.window is not None)
    assert "could not be written" in caplog.text
    watch.window.close()


def test_an_interrupt_by_the_user_is_no_bug(qtbot, watch, capsys):
    watch.caught(KeyboardInterrupt, KeyboardInterrupt(), None)

    qtbot.wait(20)
    assert watch.window is None


def test_what_a_person_can_act_on_is_told_in_a_sentence_and_is_no_bug(qtbot, watch):
    with qtbot.waitSignal(watch.failed) as told:
        try:
            raise CafeGone(path="rue.wcafe")
        except CafeGone:
            watch.caught(*sys.exc_info())

    assert "is not where it was" in str(told.args[0])
    assert watch.window is None
