"""Photos as values, and a JPEG for each, that is told by its colour."""

import hashlib
import io
from datetime import UTC, datetime

from PIL import Image

from wcafe.domain.photos import Photo, PhotoId, Shown

CAME = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


def photo(n, *, is_chosen=True, shown=Shown.NOBODY, **facts):
    """The photo number `n`, from 0; of the table and round of the same number, if nothing else."""
    made = {
        "name": f"IMG_SECRET_{n}.jpg",
        "digest": f"digest-{n}",
        "came": CAME,
        "width": 60,
        "height": 80,
        "size": 900,
        "sha256": hashlib.sha256(jpeg(n)).hexdigest(),
        "table": n,
        "round": 0,
        "alternative": f"Une affiche, la {n}e",
    }
    return Photo(
        **{"id": PhotoId(f"photo-{n}"), **made, "is_chosen": is_chosen, "shown": shown, **facts}
    )


def jpeg(n, size=(60, 80)):
    file = io.BytesIO()
    Image.new("RGB", size, (37 * n % 256, 91 * n % 256, 151 * n % 256)).save(
        file, "JPEG", quality=85
    )
    return file.getvalue()


def pictures_of(photos):
    """A picture for each of `photos`, also for those that nobody may see."""
    return {each.id: jpeg(n) for n, each in enumerate(photos)}
