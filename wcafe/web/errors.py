"""Whatever goes wrong is answered here: in the phone's language, and nothing of ours in it."""

import logging
import traceback
from pathlib import Path

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wcafe.errors import WcafeError
from wcafe.web import refusals
from wcafe.web.answers import Refused, refusal
from wcafe.web.expected import refused_by
from wcafe.web.languages import words_of

_log = logging.getLogger("wcafe.web")


class Caught:
    """Answers in place of `app` where it raises. What is not foreseen is refused, and logged.

    The log has a number, the kind of error and its line: never a token, a name or a text.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_begun = False

        async def send_watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        words = words_of(Request(scope).headers.get("accept-language", ""))
        try:
            await self._app(scope, receive, send_watched)
        except Exception as error:  # noqa: BLE001 - the last wall: refused, and told by a number
            refused = _refused(error, scope)
            if has_begun:  # too late to say so: the phone sees an answer that is cut off
                raise _CutOff from None
            await refusal(refused, words)(scope, receive, send)


class _CutOff(Exception):
    """An answer that began and cannot be ended."""


def _refused(error: Exception, scope: Scope) -> Refused:
    if isinstance(error, Refused):
        return error
    if isinstance(error, WcafeError):
        words = words_of(Request(scope).headers.get("accept-language", ""))
        if (expected := refused_by(error, words)) is not None:
            return expected
    refused = refusals.unexpected()
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    _log.error("%s: %s at %s", refused.reference, type(error).__name__, place)
    return refused
