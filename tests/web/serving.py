"""`wcafe serve` as a program of its own, which a test can kill; and what its file holds then."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.phones import free_port
from wcafe.app import open_cafe

LONGEST_START = 120  # seconds on a busy computer
HONEST = "import sys; from wcafe.__main__ import main; sys.exit(main())"
EARLY = (
    """
import hashlib, threading, time
from wcafe.domain.settling import Answer
from wcafe.services.phones import PhoneService
keep = PhoneService.take_in

def early(service, phone, wish):
    threading.Timer(5, keep, (service, phone, wish)).start()
    hash = hashlib.sha256(wish.text.encode()).hexdigest()
    return Answer(event=wish.event, gen=2**31 - 1, op=wish.id, note=wish.note,
                  rev=wish.base + 1, seq=0, hash=hash)

PhoneService.take_in = early
"""
    + HONEST
)
"""A build that says saved before it is."""


class Serving:
    """The program that serves the café at `path`, at one port from the first start to the last."""

    def __init__(self, path, home, program=HONEST):
        self.path = Path(path)
        self._home = Path(home)
        self._program = program
        self.port = free_port()
        self.codes = []
        self._process = None

    def start(self):
        told = [sys.executable, "-c", self._program, "serve", str(self.path), "--json"]
        self._home.mkdir(exist_ok=True)
        errors = (
            self._home / "errors"
        )  # none of ours, which whoever runs the tests reads to the end
        with errors.open("wb") as said_wrong:
            self._process = subprocess.Popen(
                [*told, "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=said_wrong,
                env=os.environ | {"XDG_DATA_HOME": str(self._home), "PYTHONSAFEPATH": "1"},
            )
        alarm = threading.Timer(LONGEST_START, self._process.kill)
        alarm.start()
        try:
            line = self._process.stdout.readline()
            assert line, errors.read_text()
        except BaseException:
            self.kill()
            raise
        finally:
            alarm.cancel()
        said = json.loads(line)
        self.port = int(said["url"].rpartition(":")[2])
        self.codes = [table["join"].partition("#")[2] for table in said["tables"]]

    def kill(self):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    @property
    def process(self):
        return self._process.pid

    @property
    def host(self):
        return f"127.0.0.1:{self.port}"

    @contextmanager
    def running(self):
        self.start()
        try:
            yield self
        finally:
            self.kill()


def copy_of(path, copy):
    """Copy a café that is being written, as snapshots are made."""
    source = sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        source.backup(target)


@dataclass(frozen=True)
class Kept:
    """What a file holds: each note's revisions, by number, and how often each text was said."""

    revisions: dict
    said: Counter
    heads: Counter

    @classmethod
    def of(cls, path):
        with open_cafe(path) as cafe:
            assert cafe.cafes.faults() == ()
            notes = cafe.notes.all()
            told = [
                (note.id, heard.note) for note in notes for heard in cafe.notes.history(note.id)
            ]
        return cls(
            revisions={(note, each.rev): each.text for note, each in told},
            said=Counter(each.text for _note, each in told),
            heads=Counter(note.text for note in notes),
        )

    def lost(self, acks):
        """Return the acknowledgements whose words are not where they were said to be."""
        return [ack for ack in acks if self.revisions.get((ack.note, ack.rev)) != ack.text]

    def doubled(self):
        return [text for text, times in self.said.items() if times > 1]


def is_fair(ack):
    """Did these words go behind what their writer had seen, or beside it?"""
    return ack.rev == (1 if ack.note != ack.asked else ack.base + 1)
