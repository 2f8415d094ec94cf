"""Long computing goes on in a process of its own."""

import os
import signal
import time

import pytest

from wcafe.errors import NoSuchRound, Stopped
from wcafe.workers.lasting import LastingWorker


@pytest.fixture
def apart():
    apart = LastingWorker()
    yield apart
    apart.close()


def refuse(number):
    raise NoSuchRound(number=number, rounds=3)


def die_unless_in(process):
    if os.getpid() != process:
        os._exit(3)
    return "done here"


def is_wanted():
    return False


def test_work_is_done_in_another_process_which_stays_for_the_next(apart):
    first = apart.run(is_wanted, os.getpid)

    assert first != os.getpid()
    assert apart.run(is_wanted, os.getpid) == first


def test_what_a_person_can_act_on_comes_out_whole(apart):
    with pytest.raises(NoSuchRound) as told:
        apart.run(is_wanted, refuse, 7)

    assert told.value.facts == {"number": 7, "rounds": 3}


def test_work_that_is_stopped_ends_at_once_and_the_next_is_done(apart):
    begun = time.monotonic()

    assert apart.run(lambda: True, time.sleep, 600) is None
    assert time.monotonic() - begun < 500
    assert apart.run(is_wanted, abs, -3) == 3


def test_where_the_process_ends_in_the_middle_the_work_is_done_here(apart):
    assert apart.run(is_wanted, die_unless_in, os.getpid()) == "done here"


def kill_unless_in(process):
    if os.getpid() != process:
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_the_system_ends_is_told_and_its_work_not_begun_again_here(apart):
    """It may be the memory of the computer that is at its end: then the window would be next."""
    with pytest.raises(Stopped, match="the system stopped it half-way"):
        apart.run(is_wanted, kill_unless_in, os.getpid())

    assert apart.run(is_wanted, abs, -3) == 3


def test_a_process_that_was_ended_while_it_had_nothing_to_do_is_replaced(apart):
    first = apart.run(is_wanted, os.getpid)
    os.kill(first, signal.SIGKILL)
    while apart._worker.is_alive:
        time.sleep(0.01)

    again = apart.run(is_wanted, os.getpid)
    assert again not in (first, os.getpid())


def test_where_no_process_can_be_started_the_work_is_done_here(apart, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")

    assert apart.run(is_wanted, os.getpid) == os.getpid()
