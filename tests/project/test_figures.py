"""What tests counted is told at the end of a run, also by tests of another process."""

import subprocess
import sys

import pytest

from tests.project.places import ROOT

pytestmark = pytest.mark.slow  # starts pytest, twice

COUNTING = """
import pytest

@pytest.mark.parametrize("bells", [3, 4])
def test_bells(figure, bells):
    figure(f"{bells} bells counted")
    assert bells == 3
"""


def test_figures_of_both_processes_are_told_whatever_became_of_the_test(tmp_path):
    (tmp_path / "test_bells.py").write_text(COUNTING)
    mine = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-c", "pyproject.toml", "-q"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", *mine, "-n", "2", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    assert "1 failed, 1 passed" in told
    assert told.partition("= figures =")[2].splitlines()[1:3] == [
        "3 bells counted",
        "4 bells counted",
    ]
