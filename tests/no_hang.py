"""Nothing hangs a run: what pytest-timeout cannot end any more ends its process, and is named.

pytest-timeout raises once, in Python of the main thread. What blocks in C (a loop of Qt, a lock
between two threads), or blocks again while a test that failed is cleared away, or at the end of
the process, would last for ever. Here a thread of C tells where all threads stand and ends the
process; where there are several the test counts as failed, and the run ends with what is begun.
"""

import faulthandler
import os

import pytest

GRACE = 60  # seconds beyond the time that pytest-timeout gives a test
LONGEST_END = 600  # seconds for what comes behind the last test: reports, threads that end

_told_to = None


def pytest_configure():
    global _told_to  # before what is printed is captured
    _told_to = os.dup(2)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    _watch(item)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item):
    _watch(item)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    _watch(item)


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish():
    faulthandler.cancel_dump_traceback_later()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish():
    faulthandler.dump_traceback_later(LONGEST_END, exit=True, file=_told_to)


def _watch(item):
    """Begin anew: pytest ends what watches whenever a test has failed."""
    marker = item.get_closest_marker("timeout")
    usual = float(item.config.getini("timeout"))
    seconds = marker.args[0] if marker and marker.args else usual
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_told_to)
