"""Ctrl+C: one line, exit code 130, no trace of Python, whatever was under way."""

import signal
import subprocess
import sys

import pytest

PROGRAM = """
import os, signal, sys
import wcafe.__main__, wcafe.interrupts

class Bell:
    '''Presses Ctrl+C when so many modules were looked for.'''
    left = int(sys.argv.pop(1))

    def find_spec(self, name, path=None, target=None):
        Bell.left -= 1
        if Bell.left == 0:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Bell())
sys.exit(wcafe.__main__.main())
"""
MOMENTS = (2, 5, 40, 150, 300, 450, 600)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent as on POSIX")


def listen():
    """Let a program hear of Ctrl+C, also where whoever runs the tests does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(file, moment):
    return subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            PROGRAM,
            str(moment),
            "report",
            file,
            "-o",
            f"{file}.pdf",
        ],
        capture_output=True,
        text=True,
        preexec_fn=listen,
    )


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_command_is_stopped_in_one_line_while_it_loads(file, moment):
    done = interrupted(file, moment)

    assert done.returncode == 130, done.stderr
    assert done.stderr == "wcafe: Stopped before the end. What was saved is kept.\n"
    assert [each.name for each in file.parent.iterdir()] == [file.name]


WORK = """
import os, signal, sys
from wcafe.interrupts import Interrupts

interrupts = Interrupts()
interrupts.watch()
press = lambda: os.kill(os.getpid(), signal.SIGINT)
"""


def run(program):
    return subprocess.run(
        [sys.executable, "-P", "-c", WORK + program],
        capture_output=True,
        text=True,
        preexec_fn=listen,
    )


def test_work_is_given_time_to_put_things_away_and_a_second_time_is_meant():
    done = run(
        """
interrupts.working()
try:
    press()
except KeyboardInterrupt:
    print("put away", flush=True)
    press()
print("never")
"""
    )

    assert (done.returncode, done.stdout) == (130, "put away\n")
    assert done.stderr.count("\n") == 1


def test_it_is_not_lost_where_nothing_can_be_raised():
    done = run(
        """
class Gone:
    def __del__(self):
        press()
        [each for each in range(10)]

interrupts.working()
try:
    Gone()
    [each for each in range(1000)]
    print("never")
except KeyboardInterrupt:
    sys.exit(interrupts.tell())
"""
    )

    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.count("\n") == 1


def test_what_is_over_cannot_be_stopped_and_what_is_to_go_on_regardless_is_not():
    assert run("interrupts.over(); press(); print('over')").stdout == "over\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", WORK + "press(); print('goes on')"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # as nohup does
        restore_signals=False,
    )
    assert done.stdout == "goes on\n"


def test_an_error_that_a_library_makes_of_it_is_no_error(file, monkeypatch, wcafe):
    from wcafe.cli import paper
    from wcafe.cli import run as run_command
    from wcafe.interrupts import Interrupts

    interrupts = Interrupts()

    def fail(_chosen, _words):
        interrupts.has_come = True
        raise RuntimeError("Error calling __set_name__")

    monkeypatch.setattr(paper, "report", fail)
    assert run_command(["report", str(file), "-o", "x.pdf"], interrupts) == 130
