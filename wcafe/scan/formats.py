"""What a file is by its first bytes, whatever its name ends in."""

import re
from pathlib import Path

from wcafe.errors import EmptyPicture, HeicPicture, NotAPicture, OtherFormat
from wcafe.errors.pictures import PageOf
from wcafe.i18n import N_, Phrase

LOOKED_AT = 1024
"""How many of the first bytes are enough."""

_HEIC = re.compile(rb"....ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)", re.DOTALL)
_OTHERS = (
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "AVIF"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"BM....\0\0\0\0", re.DOTALL), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "TIFF"),
    (re.compile(rb"\0\0\0\x0cjP {2}|\xff\x4f\xff\x51"), "JPEG 2000"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "JPEG XL"),
    (re.compile(rb"8BPS"), "PSD"),
    (
        re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.S),
        "SVG",
    ),
    (re.compile(rb"\s*<(!doctype html|html)\b", re.IGNORECASE), Phrase(N_("a web page"))),
    (re.compile(rb"PK\x03\x04"), Phrase(N_("an archive or a document"))),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh"), Phrase(N_("an archive or a document"))),
    (re.compile(rb"....ftyp", re.DOTALL), Phrase(N_("a film"))),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def is_pdf(head: bytes) -> bool:
    """Do these first bytes belong to a PDF? Some programs write a little before its own first."""
    return b"%PDF-" in head and not is_picture(head)


def is_picture(head: bytes) -> bool:
    """Do these first bytes belong to a JPEG, PNG or WebP?"""
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4], head[8:12]) == (
        b"RIFF",
        b"WEBP",
    )


def require_known(head: bytes, name: str | PageOf) -> None:
    """Refuse what is neither a picture nor a PDF, by what it is.

    Raises:
        EmptyPicture, HeicPicture, OtherFormat, NotAPicture
    """
    if not head:
        raise EmptyPicture(name=name)
    if is_picture(head) or is_pdf(head):
        return
    if _HEIC.match(head):
        raise HeicPicture(name=name)
    text = head.removeprefix(_BYTE_ORDER_MARK)
    for pattern, called in _OTHERS:
        if pattern.match(text):
            raise OtherFormat(name=name, format=called)
    raise NotAPicture(name=name)


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LOOKED_AT)


def webp_size(head: bytes) -> tuple[int, int] | None:
    """Return the pixels across and down that a WebP declares; None if it is no WebP.

    Pillow takes its memory before it says them.
    """
    if (head[:4], head[8:12]) != (b"RIFF", b"WEBP"):
        return None
    kind, said = head[12:16], head[20:30]
    if kind == b"VP8X":
        return (
            1 + int.from_bytes(said[4:7], "little"),
            1 + int.from_bytes(said[7:10], "little"),
        )
    if kind == b"VP8L":
        both = int.from_bytes(said[1:5], "little")
        return 1 + (both & 0x3FFF), 1 + (both >> 14 & 0x3FFF)
    return (
        int.from_bytes(said[6:8], "little") & 0x3FFF,
        int.from_bytes(said[8:10], "little") & 0x3FFF,
    )
