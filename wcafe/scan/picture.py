"""One decoded picture, as far as it can be read."""

from wcafe.domain.pictures import ReadPicture
from wcafe.scan.codes import find_codes
from wcafe.scan.decode import Decoded, encode
from wcafe.scan.limits import KEPT_EDGE


def read_decoded(
    picture: Decoded, *, name: str, digest: str, leaf: int | None = None
) -> ReadPicture:
    """Return what the picture shows, and the picture as it is kept."""
    image = picture.image
    codes = find_codes(image)
    image.thumbnail((KEPT_EDGE, KEPT_EDGE))
    return ReadPicture(
        name=name,
        leaf=leaf,
        jpeg=encode(image),
        width=image.width,
        height=image.height,
        taken=picture.taken,
        digest=digest,
        codes=codes,
    )
