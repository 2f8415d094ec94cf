"""Whatever becomes of a process that reads a list, it is told in a sentence of its own."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from wcafe.errors import ListTooLarge, UnreadList
from wcafe.intake import sheet
from wcafe.intake.table import too_large
from wcafe.workers import fence, worker
from wcafe.workers.ends import End, Unfinished
from wcafe.workers.fence import fenced

LIMITED = pytest.mark.skipif(sys.platform == "win32", reason="no limits of the system there")


def burst():
    return len(bytearray(1 << 40))


def burst_once_answered():
    """The result fits, and the message that it becomes does not."""
    return "x" * (100 << 20), b"y" * (100 << 20)


def compute_for_ever():
    while True:
        pass


def wait_for_ever():
    time.sleep(600)


def be_killed(number):
    os.kill(os.getpid(), number)


def break_the_pipe():
    os.closerange(3, 64)


def fail():
    raise KeyError("a bug")


def give_what_cannot_be_sent():
    return lambda: None


def refuse():
    raise too_large(Path("list.csv"))


ENDS = {
    "no memory": (End.MEMORY, burst),
    "no memory for the answer": (End.MEMORY, burst_once_answered),
    "aborted, as C does without memory": (End.MEMORY, be_killed, signal.SIGABRT),
    "killed": (End.KILLED, be_killed, getattr(signal, "SIGKILL", 0)),
    "a wrong address": (End.BROKEN, be_killed, signal.SIGSEGV),
    "left": (End.BROKEN, os._exit, 0),
    "left with an error": (End.BROKEN, os._exit, 3),
    "a broken pipe": (End.BROKEN, break_the_pipe),
    "a bug": (End.BROKEN, fail),
    "no plain value": (End.BROKEN, give_what_cannot_be_sent),
}


def end_of(work, *args):
    with pytest.raises(Unfinished) as told:
        fenced(work, *args)
    return told.value.end


@LIMITED
@pytest.mark.parametrize("way", ENDS)
def test_each_way_to_end_is_told_apart(way):
    end, *work = ENDS[way]

    assert end_of(*work) is end


@LIMITED
def test_computing_for_ever_ends_at_the_limit_of_the_processor(monkeypatch):
    monkeypatch.setattr(fence, "_PROCESSOR", 1)

    assert end_of(compute_for_ever) is End.TIME


def test_waiting_for_ever_ends_at_the_limit_of_the_clock(monkeypatch):
    monkeypatch.setattr(fence, "_WALL", 0.01)

    assert end_of(wait_for_ever) is End.TIME


def test_a_program_that_cannot_be_started_is_told(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert end_of(abs, -1) is End.NOT_STARTED


@pytest.mark.parametrize("start", ["import nothing_of_that_name", "raise SystemExit", "x = ("])
def test_a_worker_that_fails_at_its_start_is_told(monkeypatch, start):
    monkeypatch.setattr(worker, "_SERVE", start)

    assert end_of(abs, -1) is End.NOT_BEGUN


def test_what_a_person_can_act_on_comes_out_whole():
    with pytest.raises(ListTooLarge, match=r"list\.csv is too large"):
        fenced(refuse)


def test_an_answer_comes_whatever_the_work_prints():
    assert fenced(print, "x" * 100_000) is None
    assert fenced(abs, -3) == 3


@pytest.mark.parametrize("end", End)
def test_a_list_that_is_not_read_to_its_end_is_told_by_one_sentence(end, tmp_path, monkeypatch):
    def unfinished(*_work):
        raise Unfinished(end)

    monkeypatch.setattr(sheet, "fenced", unfinished)
    path = tmp_path / "list.csv"
    path.write_text("Nom\n" + "Zoé\n" * 50_000, encoding="utf-8")

    with pytest.raises(UnreadList) as told:
        sheet.read_sheet(path)
    said = str(told.value)
    assert said.count("\n") == 0
    assert said.endswith("Nothing was imported.")
    assert end.value in said
