"""Phones for tests: what one says to a station over a real connection, and what it hears."""

import http.client
import json
import random
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import uuid4

NEWEST = 2**31 - 1
"""A generation: that of the café, whichever it is by now."""


@dataclass
class Told:
    """One answer."""

    status: int
    headers: http.client.HTTPMessage
    raw: bytes

    @property
    def json(self):
        return json.loads(self.raw)

    def __getitem__(self, name):
        return self.json[name]


@dataclass
class Asking:
    """Whoever asks the station at `address`, with the token of a phone or without one."""

    address: str
    token: str = ""
    tables: list[int] = field(default_factory=list)
    device: str = ""
    event: str = ""

    @classmethod
    def at(cls, url):
        return cls(url.removeprefix("http://"))

    def ask(self, method, path, body=None, *, token=None, headers=None):
        """Ask once; `body` may be a value for JSON or bytes. A header that is None is left out."""
        sent = {"X-Wcafe": "1"}
        token = self.token if token is None else token
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        sent |= headers or {}
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            kept = {name: value for name, value in sent.items() if value is not None}
            connection.request(method, path, body, kept)
            answer = connection.getresponse()
            return Told(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def join(self, code, **said):
        """Return the phone that comes in by `code`."""
        told = self.ask("POST", "/api/v1/devices", said or None, token=code)
        assert told.status == 200, told.raw
        found = told.json
        return Asking(
            self.address, found["token"], found["tables"], found["device"], found["event"]
        )

    def wish(self, text="Un banc manque.", **said):
        """Return what a phone sends to keep `text` as a new note."""
        return {
            "op": str(uuid4()),
            "event": self.event,
            "gen": NEWEST,
            "base": 0,
            "kind": "put",
            "text": text,
            "note_kind": "idea",
            "round": 1,
            **said,
        }

    def put(self, wish, note=None):
        return self.ask("PUT", f"/api/v1/notes/{note or uuid4()}", wish)

    def notes(self):
        told = self.ask("GET", "/api/v1/notes")
        assert told.status == 200, told.raw
        return told["notes"]

    def hello(self, **said):
        told = self.ask("POST", "/api/v1/hello", {"unsent": 0, "typing": False, **said})
        assert told.status == 200, told.raw
        return told.json

    def raw(self, *parts, wait=20):
        """Return all that comes back where these very bytes are sent, until it is closed."""
        host, port = self.address.rsplit(":", 1)
        with socket.create_connection((host, int(port)), timeout=wait) as line:
            for part in parts:
                line.sendall(part)
            heard = b""
            try:
                while more := line.recv(65536):
                    heard += more
            except ConnectionResetError:
                pass
            return heard


def free_port():
    """Return a port that is free, and stays so while the program that has it is killed.

    It is none of those that the system gives to whoever connects.
    """
    while True:
        with socket.socket() as line, suppress(OSError):
            line.bind(("127.0.0.1", random.SystemRandom().randrange(20_000, 32_000)))
            return line.getsockname()[1]


def status_of(raw):
    """Return the status that a raw answer begins with."""
    return int(raw.split(b" ", 2)[1])
