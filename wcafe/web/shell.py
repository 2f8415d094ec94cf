"""The page itself: read once into memory, so that nothing of a request ever names a file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response

from wcafe.web import refusals
from wcafe.web.access import Answering, Call

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_PAGE = "index.html"
_ASSETS = b"/a/HASH/"
"""What stands in the page where the folder of its assets is to stand."""
_FOR_EVER = "private, max-age=31536000, immutable"
_FOR_A_DAY = "private, max-age=86400"


@dataclass(frozen=True, slots=True)
class Shell:
    """The page and its assets, which have an address of their own for each version of them."""

    page: bytes
    version: str
    assets: Mapping[str, bytes]


def read_shell(folder: Path) -> Shell:
    """Read the page of `folder` with all that belongs to it. Folders in it are not looked into."""
    found = {
        path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in _KINDS
    }
    version = hashlib.sha256()
    for name, content in found.items():
        version.update(f"{name}\0{len(content)}\0".encode() + content)
    hash_ = version.hexdigest()[:16]
    page = found.pop(_PAGE).replace(_ASSETS, f"/a/{hash_}/".encode())
    return Shell(page, hash_, found)


def tell_page(shell: Shell) -> Answering:
    """Return what answers with the page; it opens again while the computer restarts."""

    async def tell(call: Call) -> Response:
        return _cached(call, shell.page, _KINDS[".html"], _FOR_A_DAY)

    return tell


def tell_asset(shell: Shell) -> Answering:
    async def tell(call: Call) -> Response:
        wanted = call.request.path_params
        content = shell.assets.get(wanted["name"])
        if content is None or wanted["version"] != shell.version:
            raise refusals.not_here()
        kind = _KINDS[Path(wanted["name"]).suffix]
        return Response(content, media_type=kind, headers={"Cache-Control": _FOR_EVER})

    return tell


def tell_words(phrases: Mapping[str, bytes]) -> Answering:
    """Return what answers with the phrases of a language."""

    async def tell(call: Call) -> Response:
        content = phrases.get(call.request.path_params["language"])
        if content is None:
            raise refusals.not_here()
        return _cached(call, content, _KINDS[".json"], _FOR_A_DAY)

    return tell


def _cached(call: Call, content: bytes, kind: str, how_long: str) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"Cache-Control": how_long, "ETag": tag}
    if call.request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)
