"""What phones send, as far as it is allowed to be long, and as plain values. Trusts nothing."""

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from starlette.requests import ClientDisconnect, Request

from wcafe.web import refusals

LONGEST_JSON = 64 * 1024  # bytes
LARGEST_PHOTO = 12_000_000  # bytes
_MOST = 2**53  # of whatever is counted: no number of a page is greater
_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


async def read_json(request: Request) -> "Fields":
    """Return the object that a request holds.

    Raises:
        Refused: it is no JSON object, not said to be one, or longer than 64 KiB.
    """
    _require_type(request, "application/json")
    raw = await _read(request, LONGEST_JSON)
    try:
        found = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise refusals.unfit() from None
    if not isinstance(found, dict):
        raise refusals.unfit()
    return Fields(found)


def has_body(request: Request) -> bool:
    """Does anything come behind the headers?"""
    length = request.headers.get("content-length", "0")
    return length != "0" or "transfer-encoding" in request.headers


async def read_photo(request: Request) -> bytes:
    """Return the bytes of a JPEG that a request holds. Raises Refused as `read_json`: 12 MB."""
    _require_type(request, "image/jpeg")
    return await _read(request, LARGEST_PHOTO)


def require_id(said: str) -> str:
    """Return `said` if it is a UUID in its usual form. Raises Refused."""
    if not _ID.fullmatch(said):
        raise refusals.unfit()
    return said


class Fields:
    """The fields of a JSON object. What is not of its kind is refused, what is unknown is left."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self._found = found

    def has(self, name: str) -> bool:
        return self._found.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        found = self._found.get(name, default)
        return found if isinstance(found, str) else _refuse()

    def id(self, name: str) -> str:
        return require_id(self.text(name))

    def number(self, name: str, default: int | None = None) -> int:
        found = self._found.get(name, default)
        if type(found) is not int or not 0 <= found < _MOST:
            _refuse()
        return found

    def flag(self, name: str) -> bool:
        found = self._found.get(name, False)
        return found if isinstance(found, bool) else _refuse()

    def revisions(self, name: str) -> dict[str, tuple[int, str]]:
        """Return revisions by the ids of their notes; nothing where there are none.

        Each is a number, or a number with the beginning of the hash of its words.
        """
        found = self._found.get(name) or {}
        if not isinstance(found, dict):
            _refuse()
        fields = Fields(found)
        return {require_id(id_): fields._revision(id_) for id_ in found}

    def _revision(self, name: str) -> tuple[int, str]:
        said = self._found.get(name)
        if not isinstance(said, list):
            return self.number(name), ""
        told = Fields({"rev": said[0], "hash": said[1]}) if len(said) == 2 else Fields({})
        return told.number("rev"), told.text("hash")


def _refuse() -> NoReturn:
    raise refusals.unfit()


def _no_number(_said: str) -> NoReturn:
    raise ValueError("JSON knows no such number")


def _require_type(request: Request, wanted: str) -> None:
    kind, _semicolon, _more = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != wanted:
        raise refusals.wrong_type()


async def _read(request: Request, most: int) -> bytes:
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or len(said) > 10 or int(said) > most:
        raise refusals.too_large()
    raw = bytearray()
    try:
        async for part in request.stream():
            raw += part
            if len(raw) > most:
                raise refusals.too_large()
    except ClientDisconnect:
        raise refusals.malformed() from None
    return bytes(raw)
