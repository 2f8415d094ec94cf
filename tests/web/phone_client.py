"""A phone as TRUST.md 4.4 wants it, in Python: an outbox, one wish of a note under way, its body
frozen once sent, and answers that are believed only where they fit.
"""

import hashlib
import http.client
import json
import random
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from uuid import UUID, uuid4, uuid5


@dataclass
class Sheet:
    """One note in the editor of a phone."""

    note: str
    rev: int = 0
    gen: int = 0
    text: str = ""
    draft: str = ""  # kept on the phone, not sent yet
    flying: dict | None = None  # what was sent, and is sent again until it is answered

    @property
    def is_unsent(self):
        return bool(self.draft or self.flying)


@dataclass(frozen=True)
class Ack:
    """What the phone showed as saved."""

    op: str
    asked: str  # the note of the wish
    base: int
    note: str
    rev: int
    text: str


@dataclass
class PhoneClient:
    """A phone at one table of the café at `host`, reached through `way` (host, port)."""

    host: str
    way: tuple[str, int]
    code: str
    chance: random.Random
    patience: float = 8.0
    token: str = ""
    event: str = ""
    gen: int = 0
    sheets: list[Sheet] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)  # all texts that ever left
    seen: dict[str, tuple[int, str]] = field(default_factory=dict)

    # What somebody does

    def write(self, text, sheet=None):
        """Type a new note, or other words of one on the screen."""
        if sheet is None:
            sheet = Sheet(str(uuid4()), gen=self.gen)
            self.sheets.append(sheet)
        sheet.draft = text
        return sheet

    def read(self):
        """Look at the notes of the table; those nobody writes in here are shown as they are."""
        told = self._ask("GET", "/api/v1/notes")
        if told is None:
            return
        ours = {sheet.note: sheet for sheet in self.sheets}
        for note in told["notes"]:
            sheet = ours.get(note["id"])
            if sheet is None:
                sheet = Sheet(note["id"])
                self.sheets.append(sheet)
            if not sheet.is_unsent and (told["gen"], note["rev"]) > (sheet.gen, sheet.rev):
                sheet.rev, sheet.gen, sheet.text = note["rev"], told["gen"], note["text"]

    # What the phone does by itself

    @property
    def unsent(self):
        return sum(sheet.is_unsent for sheet in self.sheets)

    def join(self):
        told = self._ask("POST", "/api/v1/devices", {}, token=self.code)
        if told is not None:
            self.token, self.event = told["token"], told["event"]
        return bool(self.token)

    def hello(self):
        """Say what is held; put again what the computer has not."""
        held = [each for each in self.sheets if each.rev]
        heads = {each.note: [each.rev, _hash(each.text)[:12]] for each in held}
        told = self._ask("POST", "/api/v1/hello", {"unsent": self.unsent, "heads": heads})
        if told is None or told.get("event") != self.event:
            return False
        self.gen = max(self.gen, told["gen"])
        for sheet in held:
            if sheet.note in told["wanted"] and not sheet.is_unsent:
                sheet.flying = self._again(sheet)
        return True

    def send(self):
        """Send one wish and hear what comes of it. Returns whether it is saved now."""
        waiting = [sheet for sheet in self.sheets if sheet.is_unsent]
        if not waiting:
            return False
        sheet = self.chance.choice(waiting)
        if sheet.flying is None:
            sheet.flying = self._body(str(uuid4()), sheet, sheet.draft)
            sheet.draft = ""
        body = sheet.flying
        self.sent.add(body["text"])
        asked = body["note"]
        told = self._ask("PUT", f"/api/v1/notes/{asked}", _wire(body))
        if told is None or not self._is_ours(told, body):
            return False
        self.acks.append(
            Ack(body["op"], asked, body["base"], told["note"], told["rev"], body["text"])
        )
        self.gen = max(self.gen, told["gen"])
        sheet.note, sheet.rev, sheet.gen = told["note"], told["rev"], told["gen"]
        sheet.text, sheet.flying = body["text"], None
        return True

    def _is_ours(self, told, body):
        right = {"wcafe": 1, "event": self.event, "op": body["op"], "hash": _hash(body["text"])}
        return all(told.get(name) == said for name, said in right.items()) and (
            told["gen"] >= self.gen
        )

    def _again(self, sheet):
        """By a wish that every phone which holds it makes alike."""
        name = f"{sheet.rev} {sheet.gen} {sheet.text}"
        return self._body(str(uuid5(UUID(sheet.note), name)), sheet, sheet.text)

    def _body(self, op, sheet, text):
        return {
            "op": op,
            "note": sheet.note,
            "event": self.event,
            "gen": sheet.gen,
            "base": sheet.rev,
            "kind": "put",
            "text": text,
            "round": 1,
        }

    def _ask(self, method, path, body=None, token=None):
        """Return the answer of a café; None where there was none, or it was refused."""
        link = http.client.HTTPConnection(*self.way, timeout=self.patience)
        headers = {
            "Host": self.host,
            "X-Wcafe": "1",
            "Authorization": f"Bearer {token or self.token}",
            "Connection": "close",
        }
        said = None
        if body is not None:
            said, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
        try:
            link.request(method, path, said, headers)
            answer = link.getresponse()
            told = json.loads(answer.read())
            return told if answer.status == 200 and told.get("wcafe") == 1 else None
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            link.close()


def _wire(body):
    return {name: said for name, said in body.items() if name != "note"}


def _hash(text):
    return hashlib.sha256(text.encode()).hexdigest()


def run_together(tasks, seconds):
    """Run each in a thread of its own; return once all have ended, and raise what the first raised.

    Each is given an event: once it is set a task has to end, as another one failed, or as many
    seconds have passed.
    """
    over = threading.Event()
    alarm = threading.Timer(seconds, over.set)
    alarm.start()

    def run(task):
        try:
            task(over)
        except BaseException:
            over.set()
            raise

    with ThreadPoolExecutor(max_workers=len(tasks)) as threads:
        try:
            for ended in as_completed([threads.submit(run, task) for task in tasks]):
                ended.result()
        finally:  # also where somebody has had enough of it: else all would wait for the threads
            over.set()
            alarm.cancel()
