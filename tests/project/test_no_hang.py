"""A test that hangs where pytest-timeout does not reach ends all the same, and is named."""

import os
import subprocess
import sys

import pytest

from tests.project.places import ROOT

pytestmark = pytest.mark.slow

CONFTEST = """
import sys
sys.path.append({root!r})
from tests import no_hang
no_hang.GRACE = no_hang.LONGEST_END = 1
{hooks}
"""
HOOKS = "from tests.no_hang import *"

CLEARED_AWAY = """
import threading, pytest

@pytest.fixture
def stuck():
    yield
    threading.Event().wait()

@pytest.mark.timeout(1)
def test_hangs(stuck):
    threading.Event().wait()
"""
IN_C = """
import threading, pytest
from PySide6.QtCore import QCoreApplication

@pytest.mark.timeout(1)
def test_hangs():
    QCoreApplication([]).exec()
"""
AT_THE_END = """
import threading

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait).start()
"""


def run(folder, test, hooks=HOOKS, seconds=60):
    (folder / "conftest.py").write_text(CONFTEST.format(root=str(ROOT), hooks=hooks))
    (folder / "pytest.ini").write_text("[pytest]\ntimeout = 300\n")
    (folder / "test_it.py").write_text(test)
    without = [f"-pno:{name}" for name in ("xdist", "randomly", "cov", "hypothesispytest")]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *without, "-pno:cacheprovider", "test_it.py"],
        cwd=folder,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


@pytest.mark.parametrize(
    ("test", "named"),
    [(CLEARED_AWAY, "in stuck"), (IN_C, "in test_hangs"), (AT_THE_END, "in _shutdown")],
    ids=["while it is cleared away", "in a loop of Qt", "behind the last test"],
)
def test_what_hangs_ends_and_is_named(tmp_path, test, named):
    ended = run(tmp_path, test)

    assert ended.returncode == 1
    assert "Timeout (0:00:0" in ended.stderr
    assert named in ended.stderr


def test_without_it_it_would_hang(tmp_path):
    """The control: pytest-timeout raises once, and not again."""
    with pytest.raises(subprocess.TimeoutExpired):
        run(tmp_path, CLEARED_AWAY, hooks="", seconds=5)
