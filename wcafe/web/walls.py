"""The outermost wall: who asks by which name, from which page, for what; and what all answers bear.

It is plain ASGI and looks at the raw bytes of a request, before anything is made of them.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wcafe.web import refusals
from wcafe.web.answers import Refused, refusal
from wcafe.web.languages import words_of

_LONGEST_TARGET = 512  # bytes
_MOST_HEADERS = 8 * 1024  # bytes
_SINGLE = {
    b"host",
    b"content-length",
    b"content-type",
    b"content-encoding",
    b"transfer-encoding",
    b"authorization",
    b"origin",
    b"x-wcafe",
}
"""Headers that mean nothing when they come twice."""
_ODD_TARGET = re.compile(rb"//|\\|%5c|\.\.|%2e|%2f|%00|[\x00-\x20\x7f-\xff#]", re.IGNORECASE)
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, PUT",
    "Access-Control-Allow-Headers": "authorization, content-type, x-wcafe",
    "Access-Control-Max-Age": "600",
}
API = "/api/"
DEVICES = "/api/v1/devices"


class Walls:
    """Lets through what our own pages ask of this computer by one of its names.

    Args:
        app: what answers the others.
        hosts: the names and addresses of this computer with the port, as the header has them.
        origins: the addresses under which this café was served before, for pages still open.
    """

    def __init__(
        self, app: ASGIApp, *, hosts: Collection[str], origins: Collection[str] = ()
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.encode("ascii") for host in hosts)
        self._own = frozenset(f"http://{host}" for host in hosts)
        self._elsewhere = frozenset(origins) - self._own
        self._always = _always(self._elsewhere)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError("phones speak HTTP only")
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        found = dict(headers)
        origin = found.get(b"origin", b"").decode("latin-1")

        async def send_walled(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = MutableHeaders(scope=message)
                for name, value in self._always.items():
                    kept[name] = value
                kept.setdefault("Cache-Control", "no-store")
                if origin in self._elsewhere:
                    kept["Access-Control-Allow-Origin"] = origin
                    kept["Vary"] = "Origin"
            await send(message)

        words = words_of(found.get(b"accept-language", b"").decode("latin-1"))
        refused = self._refused(scope, headers, found, origin)
        if refused is not None:
            await refusal(refused, words)(scope, receive, send_walled)
        elif scope["method"] == "OPTIONS" and origin in self._elsewhere:
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send_walled)
        else:
            await self._app(scope, receive, send_walled)

    def bare_headers(self) -> list[tuple[bytes, bytes]]:
        """Return what an answer bears that is given before there is a request to speak of."""
        return [
            *((name.lower().encode(), value.encode()) for name, value in self._always.items()),
            (b"cache-control", b"no-store"),
        ]

    def _refused(
        self,
        scope: Scope,
        headers: list[tuple[bytes, bytes]],
        found: Mapping[bytes, bytes],
        origin: str,
    ) -> Refused | None:
        if sum(len(name) + len(value) + 4 for name, value in headers) > _MOST_HEADERS:
            return refusals.too_many_headers()
        times = Counter(name for name, _value in headers)
        if any(times[name] > 1 for name in _SINGLE):
            return refusals.malformed()
        if found.get(b"host", b"") not in self._hosts:
            return refusals.foreign()
        if is_odd_target(scope["raw_path"], scope["query_string"]):
            return refusals.malformed()
        if b"transfer-encoding" in found and b"content-length" in found:
            return refusals.malformed()
        if b"content-encoding" in found:
            return refusals.wrong_type()
        if b"origin" in found and origin not in self._own | self._elsewhere:
            return refusals.foreign()
        is_preflight = scope["method"] == "OPTIONS" and origin in self._elsewhere
        if _changes(scope, found) and not is_preflight and found.get(b"x-wcafe") != b"1":
            return refusals.foreign()
        return None


def _changes(scope: Scope, found: Mapping[bytes, bytes]) -> bool:
    """Is something to be changed, or a phone to come in without its code in a header?

    No page of another origin can send a header of ours, `Authorization` neither, before it has
    asked whether it may; and it may not.
    """
    if not scope["path"].startswith(API) or scope["method"] in ("GET", "HEAD"):
        return False
    return not (scope["path"] == DEVICES and b"authorization" in found)


def is_odd_target(path: bytes, query: bytes) -> bool:
    """Is this nothing that our pages ask for: another form of address, steps up, hidden slashes?"""
    if not path.startswith(b"/") or len(path) + len(query) + 1 > _LONGEST_TARGET:
        return True
    return bool(_ODD_TARGET.search(path)) or b"%00" in query


def _always(elsewhere: Collection[str]) -> dict[str, str]:
    """Return the headers of every answer; a page may ask the café's other addresses as well."""
    connect = " ".join(["'self'", *sorted(elsewhere)])
    return {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; "
            f"img-src 'self' blob: data:; connect-src {connect}; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
