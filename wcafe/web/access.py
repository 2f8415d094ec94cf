"""Who may do what: each route says what it needs, or the station does not start.

A route is a `Door`. It looks at the token before anything else, so that whoever has none is
told the same at each of them.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, Router
from starlette.types import Receive, Scope, Send

from wcafe.domain.phones import Phone
from wcafe.i18n import Words
from wcafe.web import refusals
from wcafe.web.languages import words_of

CONNECTION = "wcafe.connection"
"""Where a request says on which connection it came."""
_TOKEN = re.compile(r"[A-Za-z0-9_.-]{16,600}")


class Needs(Enum):
    """What a route asks for."""

    NOTHING = auto()  # it tells nothing of the café
    CODE = auto()  # the code of a table, which the route itself looks at
    PHONE = auto()  # the token of a phone that joined


@dataclass(frozen=True, slots=True)
class Call:
    """One request as a route gets it: allowed, with whoever asks.

    `phone` is there where the route needs one, `token` is what was given.
    """

    request: Request
    words: Words
    token: str
    asking: Phone | None

    @property
    def phone(self) -> Phone:
        if self.asking is None:  # a route that forgot to say what it needs
            raise refusals.unknown()
        return self.asking

    @property
    def address(self) -> str:
        return self.request.client.host if self.request.client else ""

    def known_as(self, phone: Phone) -> None:
        """Let the connection count as one of `phone`."""
        connection: Connection | None = self.request.scope.get(CONNECTION)
        if connection is not None:
            connection.belongs_to(phone.id)


class Connection(Protocol):
    """The connection on which a request came."""

    def belongs_to(self, owner: str) -> None: ...


Answering = Callable[[Call], Awaitable[Response]]


class Phones(Protocol):
    """Whoever knows phones by their tokens."""

    def who(self, token: str) -> Phone | None: ...


class Door:
    """What answers at one address: by which methods, and for whom."""

    def __init__(self, phones: Phones, needs: Needs, answers: Mapping[str, Answering]) -> None:
        self._phones = phones
        self.needs = needs
        self.answers = dict(answers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        token = bearer(request)
        asking = None
        if self.needs is Needs.PHONE:
            asking = await run_in_threadpool(self._phones.who, token) if token else None
            if asking is None:
                raise refusals.unknown()
        call = Call(request, words_of(request.headers.get("accept-language", "")), token, asking)
        if asking is not None:
            call.known_as(asking)
        answering = self.answers.get(scope["method"])
        if answering is None:
            raise refusals.no_such_method(self.answers)
        response = await answering(call)
        await response(scope, receive, send)


def bearer(request: Request) -> str:
    """Return the token of a request, empty where there is none that could be one."""
    scheme, _blank, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" and _TOKEN.fullmatch(token) else ""


def guarded(routes: Iterable[BaseRoute]) -> Router:
    """Return what finds the route of a request. Raises Unguarded if one does not say its needs."""
    kept = list(routes)
    for route in kept:
        door = route.endpoint if isinstance(route, Route) else None
        if not isinstance(door, Door) or not isinstance(door.needs, Needs) or not door.answers:
            raise Unguarded(getattr(route, "path", route))
    return Router(kept, redirect_slashes=False, default=_nowhere)


class Unguarded(RuntimeError):
    """A route that does not say who may ask: the station does not start."""


async def _nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    raise refusals.not_here()
