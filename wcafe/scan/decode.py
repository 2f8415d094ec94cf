"""From bytes to pixels and back. For the fenced worker only: 109 kB may declare 900 megapixels.

What comes out has the colours of the picture and nothing else that was in its file.
"""

import io
import struct
import warnings
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from wcafe.errors import DamagedPicture, TooManyPixels
from wcafe.errors.pictures import PageOf
from wcafe.scan.formats import LOOKED_AT, webp_size
from wcafe.scan.limits import MOST_PIXELS, MOST_WEBP_PIXELS, QUALITY, WORKING_EDGE

FORMATS = ("JPEG", "PNG", "WEBP")
_BROKEN = (
    OSError,
    SyntaxError,  # what Pillow raises for a header that contradicts itself
    ValueError,
    EOFError,
    ArithmeticError,
    LookupError,
    AttributeError,
    TypeError,
    struct.error,
)
"""All that Pillow raises over bytes that make no sense."""

_EXIF, _TAKEN = 0x8769, 0x9003  # where the camera's own facts are; DateTimeOriginal
_EXIF_TIME = "%Y:%m:%d %H:%M:%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A picture in RGB, upright by what its camera says, and when that says it was taken."""

    image: Image.Image
    taken: datetime | None


def decode(data: bytes, name: str | PageOf) -> Decoded:
    """Return the picture that `data` holds, with `WORKING_EDGE` pixels at most.

    Args:
        data: a JPEG, PNG or WebP.
        name: what errors call it.

    Raises:
        TooManyPixels: said by its header; nothing was decoded.
        DamagedPicture: it is no such picture to its end.
    """
    if size := webp_size(data[:LOOKED_AT]):
        require_size(size, name, MOST_WEBP_PIXELS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow thinks of the metadata
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                require_size(image.size, name)
                taken = _taken(image)
                return Decoded(image=upright(image), taken=taken)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(name=name, most=MOST_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, *_BROKEN) as error:
        raise DamagedPicture(name=name) from error


def require_size(size: tuple[int, int], name: str | PageOf, most: int = MOST_PIXELS) -> None:
    """Refuse a picture of more pixels. Raises TooManyPixels."""
    if size[0] * size[1] > most:
        raise TooManyPixels(name=name, most=most // 1_000_000)


def upright(image: Image.Image) -> Image.Image:
    """Return only the pixels of `image`, as large as they are looked at, upright as it says.

    What is transparent becomes white. Raises what Pillow raises over broken data.
    """
    image.draft(None, (WORKING_EDGE, WORKING_EDGE))
    if image.mode.startswith("I"):
        image = Image.fromarray((np.asarray(image) >> 8).clip(0, 255).astype(np.uint8))
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image = _small(image)
    image = _turned(image)
    clean = Image.new("RGB", image.size, "white")
    clean.paste(
        image.convert("RGB"), mask=image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    )
    return clean


def encode(image: Image.Image) -> bytes:
    """Return an RGB picture as JPEG, with nothing in it but its pixels."""
    file = io.BytesIO()
    Image.fromarray(np.asarray(image)).save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def _small(image: Image.Image) -> Image.Image:
    """Return it as large as it is looked at, made small band by band: as one it would be copied."""
    bands, times = [], max(1, max(image.size) // WORKING_EDGE)
    for name in image.getbands():
        band = image.getchannel(name).reduce(times)
        band.thumbnail((WORKING_EDGE, WORKING_EDGE), Image.Resampling.LANCZOS)
        bands.append(band)
    small = Image.merge(image.mode, bands)
    small.info |= {key: image.info[key] for key in ("exif",) if key in image.info}
    return small


def _turned(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except _BROKEN:
        return image  # it does not say which way is up


def _taken(image: Image.Image) -> datetime | None:
    try:
        exif = image.getexif()
        told = exif.get_ifd(_EXIF).get(_TAKEN)
        return datetime.strptime(str(told).strip("\0 "), _EXIF_TIME)
    except _BROKEN:
        return None
