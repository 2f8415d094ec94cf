"""Slow work, its progress and its outcome."""

import threading
from concurrent.futures import wait

import pytest

from wcafe.errors import NobodyToSeat
from wcafe.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_work_runs_elsewhere_and_its_outcome_comes_back_here(qtbot, tasks):
    threads, outcome = [], []

    with qtbot.waitSignal(tasks.ended):
        tasks.run(
            "Counting",
            lambda _job: threads.append(threading.current_thread()) or 42,
            done=lambda value: outcome.append((value, threading.current_thread())),
            failed=outcome.append,
        )
    qtbot.waitUntil(lambda: bool(outcome))

    assert threads[0] is not threading.main_thread()
    assert outcome == [(42, threading.main_thread())]


def test_work_that_ends_at_once_is_handed_over_after_it_was_asked_for(qtbot, tasks, monkeypatch):
    order, submit = [], tasks._workers.submit

    def submit_and_wait(work, job):
        wait([future := submit(work, job)])
        return future

    monkeypatch.setattr(tasks._workers, "submit", submit_and_wait)
    tasks.run("Counting", lambda _job: 42, done=order.append, failed=print)
    order.append("asked")

    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["asked", 42]


def test_a_failure_a_person_can_act_on_is_handed_over(qtbot, tasks):
    failures = []

    def fail(_job):
        raise NobodyToSeat

    tasks.run("Failing", fail, done=failures.append, failed=failures.append)

    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], NobodyToSeat)


def test_a_bug_is_left_to_the_crash_window(qtbot, tasks):
    with qtbot.captureExceptions() as caught:
        tasks.run("Breaking", lambda _job: 1 / 0, done=print, failed=print)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


def test_work_that_is_stopped_hands_over_the_best_it_has(qtbot, tasks):
    outcome, begun = [], threading.Event()

    def search(job):
        begun.set()
        while not job.is_stopped():
            job.say("3 repeats")
        return "the best so far"

    with qtbot.waitSignal(tasks.said) as said:
        job = tasks.run("Searching", search, done=outcome.append, failed=outcome.append)
        begun.wait(60)
    job.stop()

    qtbot.waitUntil(lambda: bool(outcome))
    assert outcome == ["the best so far"]
    assert said.args == [job, "3 repeats"]


def test_closing_stops_what_runs_and_waits_for_it(qapp):
    tasks, ends = Tasks(), []
    begun = threading.Event()

    def search(job):
        begun.set()
        while not job.is_stopped():
            pass
        ends.append("stopped")

    tasks.run("Searching", search, done=ends.append, failed=ends.append)
    begun.wait(60)
    tasks.close()

    assert ends == ["stopped"]
