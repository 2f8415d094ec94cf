"""The stand-in for the station: the page, a `Room`, and all that a network does to both."""

import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.phones import free_port
from wcafe.paths import resource_dir
from wcafe.web.words import phone_phrases

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
PORTAL = b"<!doctype html><title>Welcome</title><p>Please accept our terms."


class StandIn:
    """A server at a fixed port that can be killed, started again, and made to misbehave.

    Attributes:
        fault: None, or what befalls each request to the API: `hole` swallows it, `lose_request`
            and `lose_reply` cut the connection before and after it counts, `portal` answers with
            a page of somebody else, `busy` and `broken` refuse.
        has_stream: whether what goes on is told by itself; something on the way may hold it back.
        patches: files of the page that are another one here, for controls.
    """

    def __init__(self, room):
        self.room = room
        self.fault = None
        self.has_stream = True
        self.patches = {}
        self._files = {path.name: path.read_bytes() for path in resource_dir("phone").iterdir()}
        self._server = None
        self._open = set()
        self._turn = threading.Lock()
        self.port = free_port()
        self.start()

    @property
    def url(self):
        return f"http://cafe.test:{self.port}"

    def start(self):
        if self._server is None:
            self._server = _Server(self)
            threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def kill(self):
        """Stop as a killed program does: nothing answers, all connections are cut."""
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()
            self.cut()

    def cut(self):
        with self._turn:
            connections = list(self._open)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def heal(self):
        """Make everything work again."""
        was_hole, self.fault = self.fault == "hole", None
        if was_hole:
            self.cut()
        self.start()

    def file(self, name):
        """Return the bytes of a file of the page, as it is served."""
        content = self.patches.get(name) or self._files[name]
        return content.replace(b"/a/HASH/", f"/a/{len(self.patches)}-{self.port}/".encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, stand_in):
        self.stand_in = stand_in
        super().__init__(("127.0.0.1", stand_in.port), _Handler)

    def handle_error(self, request, client_address):
        """Say nothing of connections that break: they are meant to."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.stand_in = self.server.stand_in
        with self.stand_in._turn:
            self.stand_in._open.add(self.connection)

    def finish(self):
        with self.stand_in._turn:
            self.stand_in._open.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def log_message(self, *_said):
        pass

    def do_GET(self):
        self._serve()

    do_PUT = do_POST = do_GET  # noqa: N815 -- as http.server asks for them

    def _serve(self):
        if self.stand_in._server is not self.server:
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.path.startswith("/api/"):
            self._page()
            return
        fault = self.stand_in.fault
        if fault == "hole":
            while self.stand_in.fault == "hole" and self.stand_in._server is self.server:
                time.sleep(0.05)
            self.close_connection = True
        elif fault == "lose_request":
            self.close_connection = True
        elif fault == "portal":
            self._send(200, PORTAL, "text/html")
        elif fault in ("busy", "broken"):
            status = 503 if fault == "busy" else 500
            told = {"wcafe": 1, "error": fault, "why": "Later."}
            self._send(status, json.dumps(told).encode(), "application/json", ("Retry-After", "1"))
        elif self.path == "/api/v1/live":
            self._live()
        else:
            status, told = self.stand_in.room.answer(self.command, self.path, self.headers, body)
            if fault == "lose_reply":
                self.close_connection = True
            else:
                self._send(status, json.dumps(told).encode(), "application/json")

    def _page(self):
        name = "index.html" if self.path in ("/", "/t", "/s") else self.path.split("/")[-1]
        if self.path.startswith("/words/"):
            content = json.dumps(phone_phrases(name[:2])).encode()
            self._send(200, content, "application/json", ("Cache-Control", "max-age=86400"))
            return
        try:
            content = self.stand_in.file(name)
        except KeyError:
            self._send(404, b"{}", "application/json")
            return
        kind = KINDS[name[name.rindex(".") :]]
        kept = "private, max-age=86400"
        self._send(200, content, f"{kind}; charset=utf-8", ("Cache-Control", kept))

    def _live(self):
        room = self.stand_in.room
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        self.close_connection = True
        if not self.stand_in.has_stream:
            return
        if token not in room.tokens:
            self._send(401, b"{}", "application/json")
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        told = None
        while self.stand_in._server is self.server and token in room.tokens:
            if self.stand_in.fault is not None:
                time.sleep(0.05)
                continue
            with room.changed:
                tick = {"moment": room.moment(room.tokens[token]), "seq": room.seq}
                mark = json.dumps([room.seq, room.round, room.left, room.running])
                if mark == told:
                    room.changed.wait(0.3)
                    continue
            told = mark
            self.wfile.write(f"event: tick\ndata: {json.dumps(tick)}\n\n".encode())

    def _send(self, status, content, kind, *more):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
