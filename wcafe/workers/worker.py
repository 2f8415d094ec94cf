"""A Python process of our own for work that must not be done here: how each one is started.

Python looks for modules in the current folder first, when it is started as other libraries start
it. A file there that came out of a mail and is named like a part of Python would then be run with
a person's rights. A worker therefore never looks into the folder the program was started in.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import IO

from wcafe.search_path import HOME, search_path, without_here
from wcafe.workers.ends import OUT_OF_MEMORY, End, Unfinished, end_of

ASKED_TO_SERVE = "--worker"
"""The argument by which a frozen bundle, which is no Python to everybody, becomes a worker."""

_SERVE = (
    "import sys; sys.path.insert(0, sys.argv[1]); import wcafe; del sys.path[0]; "
    "from wcafe.workers.worker import serve; serve(sys.argv[2:])"
)
_NUMBER = 8  # bytes that say how long the message after them is
_READY = b"ready"  # what a worker says first
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""What numpy reads: else it takes 40 MB of address space for each core, for nothing we compute."""
_LEAVING = 10.0  # seconds in which a process that has closed its pipes has ended


class Worker:
    """One process, which does what it is asked, one after the other, until `end`.

    What it would say on its own goes nowhere: whoever asks tells people what came of it.
    """

    def __init__(self, *, has_one_thread: bool = False) -> None:
        """Start it; with one thread it takes less memory, on whatever computer.

        Raises Unfinished where the system has no room for another process.
        """
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this Python and our own words
                _command(),
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=sys.prefix,
                env=_environment() | (_ONE_THREAD if has_one_thread else {}),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Unfinished(End.NOT_STARTED) from error
        self._asking: threading.Thread | None = None
        self._has_begun = False

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, work: Callable[..., object], *args: object, **kwargs: object) -> "Future[bytes]":
        """Begin `work`; return what becomes its result, for `result_of`.

        `work` must be a function of a module, and its arguments and result plain values. The
        answer is Unfinished where the process ends over it.
        """
        answer: Future[bytes] = Future()
        question = pickle.dumps((work, args, kwargs))
        self._asking = threading.Thread(
            target=self._exchange, args=(question, answer), name="worker", daemon=True
        )
        self._asking.start()
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing, and wait until it has."""
        self._process.kill()
        self._process.wait()
        if self._asking is not None:
            self._asking.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _exchange(self, question: bytes, answer: "Future[bytes]") -> None:
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None
        assert told is not None
        try:
            if not self._has_begun:
                self._has_begun = _receive(told) == _READY
            _send(asked, question)
            answer.set_result(_receive(told))
        except (OSError, EOFError):
            answer.set_exception(Unfinished(self._why_ended()))

    def _why_ended(self) -> End:
        """Return why the process gives no answer, once it has ended."""
        try:
            status = self._process.wait(_LEAVING)
        except subprocess.TimeoutExpired:
            return End.BROKEN
        return end_of(status, has_begun=self._has_begun)


def result_of(answer: "Future[bytes]", seconds: float) -> object:
    """Wait for an answer.

    Raises:
        TimeoutError: it has not come after so many seconds; it may be waited for again.
        Unfinished: the process ended before it, and says why.
    """
    return pickle.loads(answer.result(seconds))  # noqa: S301 - from our own process


def serve(handed: Iterable[str] = ()) -> None:
    """Be a worker: do what is asked until nobody is there to ask. A bug ends the process.

    `handed` are the folders in which the asking program looks for modules, except the current
    one; those that are known here come first.
    """
    sys.path += [folder for folder in handed if folder not in sys.path]
    asked, told = (os.fdopen(os.dup(number), mode, 0) for number, mode in ((0, "rb"), (1, "wb")))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):  # what a library prints must not get between the answers
        os.dup2(nowhere, number)
    with suppress(EOFError):
        _send(told, _READY)
        while True:
            try:
                work, args, kwargs = pickle.loads(_receive(asked))  # noqa: S301 - from ourselves
                _send(told, pickle.dumps(work(*args, **kwargs)))
            except MemoryError:
                os._exit(OUT_OF_MEMORY)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ASKED_TO_SERVE]
    settings = ["-P"]  # no folder of the script, and none that is current
    settings += ["-E"] * sys.flags.ignore_environment + ["-s"] * sys.flags.no_user_site
    handed = [folder for folder in search_path() if Path(folder).is_absolute()]
    return [
        sys.executable,
        *settings,
        "-X",
        f"utf8={sys.flags.utf8_mode}",
        "-c",
        _SERVE,
        HOME,
        *handed,
    ]


def _environment() -> dict[str, str]:
    """Return our environment; an empty entry in PYTHONPATH would be the current folder."""
    environment = dict(os.environ)
    folders = environment.pop("PYTHONPATH", "").split(os.pathsep)
    if kept := [each for each in without_here(folders) if Path(each).is_absolute()]:
        environment["PYTHONPATH"] = os.pathsep.join(kept)
    return environment


def _send(pipe: IO[bytes], message: bytes) -> None:
    left = memoryview(len(message).to_bytes(_NUMBER, "big") + message)
    while left:
        left = left[pipe.write(left) :]


def _receive(pipe: IO[bytes]) -> bytes:
    return _read(pipe, int.from_bytes(_read(pipe, _NUMBER), "big"))


def _read(pipe: IO[bytes], length: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < length:
        piece = pipe.read(length - len(pieces))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)
