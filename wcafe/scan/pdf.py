"""The pictures in a scanner's PDF, one a page. For the fenced worker only."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data

from wcafe.errors import (
    DamagedScan,
    FaxPicture,
    LockedScan,
    NoPictureOnPage,
    SeveralOnPage,
    TooManyPages,
)
from wcafe.errors.pictures import PageOf
from wcafe.scan.decode import Decoded, decode, require_size, upright
from wcafe.scan.limits import MOST_PAGES

_BROKEN = (
    PyPdfError,
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
)
"""All that pypdf raises over a document that makes no sense."""

_DEPTH = 3  # forms within forms in which a picture is looked for
_MOST_OBJECTS = 200  # that are looked at on one page
_SHARE = 0.2  # of the largest picture's pixels: a smaller one is a stamp or a logo
_FAX = {"/CCITTFaxDecode": "CCITT (fax)", "/JBIG2Decode": "JBIG2", "/JPXDecode": "JPEG 2000"}
_MODES = {("/DeviceGray", 8): "L", ("/DeviceRGB", 8): "RGB", ("/DeviceGray", 1): "1"}
_CHANNELS = {1: "L", 3: "RGB", 4: "CMYK"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """The picture of a page, and the SHA-256 of its bytes as they lie in the document."""

    picture: Decoded
    digest: str


def count_pages(path: Path, name: str | PageOf) -> int:
    """Return how many pages the document has, each of which is read by itself.

    Raises:
        LockedScan, DamagedScan, TooManyPages
    """
    with _opened(path, name) as reader:
        pages = len(reader.pages)
    if not pages:
        raise DamagedScan(name=name)
    if pages > MOST_PAGES:
        raise TooManyPages(name=name, pages=pages, most=MOST_PAGES)
    return pages


def read_page(path: Path, page: int, name: str | PageOf) -> Scanned:
    """Return the picture on a page, counted from 1.

    Raises:
        NoPictureOnPage, SeveralOnPage, FaxPicture, TooManyPixels, DamagedPicture
        LockedScan, DamagedScan
    """
    with _opened(path, name) as reader:
        found = reader.pages[page - 1]
        picture = _only_picture(list(_pictures(found.get("/Resources"), _DEPTH)), name)
        scanned = _scanned(picture, name)
        turn = -int(found.rotation or 0) % 360
    if turn:
        turned = scanned.picture.image.rotate(turn, expand=True)
        scanned = Scanned(picture=Decoded(image=turned, taken=None), digest=scanned.digest)
    return scanned


@contextmanager
def _opened(path: Path, name: str | PageOf) -> Iterator[PdfReader]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with path.open("rb") as file:
            reader = PdfReader(file, strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise LockedScan(name=name)
            yield reader
    except _BROKEN as error:
        raise DamagedScan(name=name) from error


def _pictures(resources: Any, depth: int) -> Iterator[Any]:
    """Yield the picture objects that a page or a form may draw."""
    objects = (resources or {}).get("/XObject") if depth else None
    for place, reference in enumerate((objects or {}).values()):
        if place == _MOST_OBJECTS:
            return
        found = reference.get_object()
        if found.get("/Subtype") == "/Image":
            yield found
        elif found.get("/Subtype") == "/Form":
            yield from _pictures(found.get("/Resources"), depth - 1)


def _only_picture(pictures: list[Any], name: str | PageOf) -> Any:
    by_size = sorted(pictures, key=_pixels, reverse=True)
    if not by_size or not _pixels(by_size[0]):
        raise NoPictureOnPage(name=name)
    if len(by_size) > 1 and _pixels(by_size[1]) > _SHARE * _pixels(by_size[0]):
        raise SeveralOnPage(name=name)
    return by_size[0]


def _pixels(picture: Any) -> int:
    return int(picture.get("/Width", 0)) * int(picture.get("/Height", 0))


def _scanned(picture: Any, name: str | PageOf) -> Scanned:
    require_size((int(picture["/Width"]), int(picture["/Height"])), name)
    filters = picture.get("/Filter", [])
    filters = [filters] if isinstance(filters, str) else list(filters)
    for each in filters:
        if each in _FAX:
            raise FaxPicture(name=name, format=_FAX[each])
    raw: bytes = picture._data  # as it lies there: pypdf decodes what it is asked for
    digest = hashlib.sha256(raw).hexdigest()
    if filters == ["/DCTDecode"]:
        return Scanned(picture=decode(raw, name), digest=digest)
    decoded = decode_stream_data(picture)
    if filters and filters[-1] == "/DCTDecode":
        return Scanned(picture=decode(decoded, name), digest=digest)
    return Scanned(picture=Decoded(image=_plain(picture, decoded), taken=None), digest=digest)


def _plain(picture: Any, data: bytes) -> Image.Image:
    """Return a picture whose pixels lie there one after the other. Raises ValueError."""
    size = int(picture["/Width"]), int(picture["/Height"])
    space, bits = (
        picture.get("/ColorSpace", "/DeviceGray"),
        int(picture.get("/BitsPerComponent", 1)),
    )
    if isinstance(space, str):
        mode = _MODES[space, bits]
    elif space[0] == "/ICCBased" and bits == 8:
        mode = _CHANNELS[int(space[1].get_object()["/N"])]
    elif space[0] in ("/CalGray", "/CalRGB") and bits == 8:
        mode = "L" if space[0] == "/CalGray" else "RGB"
    else:
        raise ValueError("pixels of a kind that no scanner writes")
    return upright(Image.frombytes(mode, size, data))
