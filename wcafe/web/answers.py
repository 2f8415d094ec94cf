"""What phones are answered: one JSON document, also where something is refused."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from wcafe.i18n import Words

WIRE = 1
"""The version of the wire: whatever says another one is not our computer."""


class Refused(Exception):
    """A request that is not granted: a status, a word for the page, a sentence for people.

    `why` is a phrase to translate, or a sentence in the phone's language where `is_told`.
    """

    def __init__(
        self,
        status: int,
        word: str,
        why: str,
        *,
        is_told: bool = False,
        retry_after: int | None = None,
        reference: str = "",
        allow: str = "",
    ) -> None:
        super().__init__(word)
        self.status = status
        self.word = word
        self.why = why
        self.is_told = is_told
        self.retry_after = retry_after
        self.reference = reference
        self.allow = allow


def answer(document: Mapping[str, Any], *, status: int = 200) -> Response:
    """Return `document` as our answer."""
    body = json.dumps({"wcafe": WIRE, **document}, ensure_ascii=False, separators=(",", ":"))
    return as_answer(body.encode(), status=status)


def as_answer(body: bytes, *, status: int = 200) -> Response:
    """Return an answer that was made before."""
    return Response(body, status, media_type="application/json; charset=utf-8")


def refusal(refused: Refused, words: Words) -> Response:
    """Return what the phone is told of `refused`, the same for everybody who is refused alike."""
    why = refused.why if refused.is_told else words.gettext(refused.why)
    document = {"error": refused.word, "why": why}
    if refused.reference:
        document["ref"] = refused.reference
    response = answer(document, status=refused.status)
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(refused.retry_after)
    if refused.allow:
        response.headers["Allow"] = refused.allow
    return response
