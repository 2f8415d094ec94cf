"""What Python clears away may be Qt's: it goes in the window's own thread, whoever works beside."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from wcafe.ui.window.garbage import GarbageCollector


@pytest.fixture
def collecting():
    """Python's own search, as it is when a program starts; then as the other tests have it."""
    thresholds = gc.get_threshold()
    gc.enable()
    yield
    gc.disable()
    gc.set_threshold(*thresholds)


def leave_pages():
    """Return the threads in which three pages go that are referred to by themselves alone."""
    threads = []

    def leave():
        page = QObject()
        page.itself = page
        page.destroyed.connect(
            lambda: threads.append(threading.current_thread().name),
            Qt.ConnectionType.DirectConnection,
        )

    gc.collect()
    for _ in range(3):
        leave()
    return threads


def work_beside():
    """Let another thread make far more than Python takes for a reason to look."""
    kept = []

    def work():
        kept.extend([each] for each in range(100_000))

    worker = threading.Thread(target=work, name="beside")
    worker.start()
    worker.join()
    return kept


def test_what_another_thread_makes_too_much_is_looked_for_in_the_windows_own(qtbot, collecting):
    collector = GarbageCollector(None)
    gone = leave_pages()
    kept = work_beside()

    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 3)
    assert set(gone) == {"MainThread"}
    assert len(kept) == 100_000
    collector.deleteLater()


def test_python_itself_would_look_in_the_thread_that_made_it(qapp, collecting):
    gone = leave_pages()
    kept = work_beside()

    assert set(gone) == {"beside"}
    assert len(kept) == 100_000
