"""Which pictures are published, in which order, and what is said of each and of those left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wcafe.domain.notes import Note
from wcafe.domain.photo_words import sheet_name
from wcafe.domain.photos import Photo
from wcafe.domain.sheets import TABLECLOTH
from wcafe.domain.text import clean
from wcafe.i18n import Words

_FILE = "photo-{number:02}.jpg"


def published_photos(photos: Iterable[Photo], notes: Iterable[Note]) -> tuple[Photo, ...]:
    """Return the pictures that leave the house, by table and round; last those of no table.

    They were chosen, nobody on them has to be asked, and no note that was typed from one is
    withheld: on the picture anybody could read it.

    Args:
        photos: all pictures, in the order in which they came.
        notes: all notes, those that are withheld too.
    """
    withheld = {note.id for note in notes if note.withheld}
    shown = (
        photo
        for photo in photos
        if photo.may_be_published and withheld.isdisjoint(note for _box, note in photo.typed)
    )
    return tuple(sorted(shown, key=_order))


def _order(photo: Photo) -> tuple[bool, int, int, int]:
    place = photo.place
    if place is None:
        return True, 0, 0, 0
    return False, place.table, place.round, place.page


def published_names(photos: Iterable[Photo]) -> Iterator[tuple[Photo, str]]:
    """Yield the pictures that `published_photos` returned, each with the name of its file."""
    for number, photo in enumerate(photos, start=1):
        yield photo, _FILE.format(number=number)


def photo_caption(photo: Photo, words: Words) -> str:
    """Return what stands below a picture: where it was filed."""
    if photo.place is None:
        return words.gettext("Table and round not known")
    return sheet_name(replace(photo.place, page=max(photo.place.page, 1)), words)


def photo_alternative(photo: Photo, words: Words) -> str:
    """Return what a picture shows, for who does not see it; where nobody said, what is known."""
    if said := clean(photo.alternative).strip():
        return said
    if photo.place is None:
        return words.gettext("Photo whose table and round are not known")
    facts = {"table": photo.place.table + 1, "round": photo.place.round + 1}
    if photo.place.page == TABLECLOTH:
        return words.gettext("Photo from table {table}, round {round}").format(**facts)
    return words.gettext("Photo of the sheet of table {table}, round {round}").format(**facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosAside:
    """How many chosen photos are to be told of, as no page shows why.

    Attributes:
        asked: those left out, as people on them said no or were not asked.
        withheld: those left out, as a note that was typed from them is withheld.
        undescribed: those that are published, and of which nobody said what they show.
    """

    asked: int = 0
    withheld: int = 0
    undescribed: int = 0


def photos_aside(photos: Iterable[Photo], notes: Iterable[Note]) -> PhotosAside:
    """Count them, of all photos and notes."""
    chosen = [photo for photo in photos if photo.is_chosen]
    shown = published_photos(chosen, notes)
    asked = sum(not photo.may_be_published for photo in chosen)
    return PhotosAside(
        asked=asked,
        withheld=len(chosen) - asked - len(shown),
        undescribed=sum(not photo.alternative.strip() for photo in shown),
    )


def tell_photos(aside: PhotosAside, words: Words) -> tuple[str, ...]:
    """Say which chosen pictures are left out, and how many nobody described; often nothing."""
    plural = words.ngettext
    told = (
        (
            aside.asked,
            plural(
                "{n} chosen photo is left out, as people on it have not agreed.",
                "{n} chosen photos are left out, as people on them have not agreed.",
                aside.asked,
            ),
        ),
        (
            aside.withheld,
            plural(
                "{n} chosen photo is left out, as a note on it is withheld.",
                "{n} chosen photos are left out, as notes on them are withheld.",
                aside.withheld,
            ),
        ),
        (
            aside.undescribed,
            plural(
                "{n} photo has no alternative text: say in Harvest › Photos what it shows.",
                "{n} photos have no alternative text: say in Harvest › Photos what they show.",
                aside.undescribed,
            ),
        ),
    )
    return tuple(sentence.format(n=number) for number, sentence in told if number)
