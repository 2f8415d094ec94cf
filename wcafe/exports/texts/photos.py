"""The photos that were chosen, as a chapter of a text."""

from collections.abc import Iterator, Mapping

from wcafe.domain.photo_publishing import photo_alternative, photo_caption, published_names
from wcafe.domain.photos import PhotoId
from wcafe.exports.texts.document import Block, Figure
from wcafe.exports.texts.telling import Telling


def photos(telling: Telling, pictures: Mapping[PhotoId, bytes]) -> Iterator[Block]:
    """Yield the chapter of published photos of which there is a picture; often nothing."""
    voice, words = telling.voice, telling.words
    shown = [photo for photo in telling.snapshot.photos if photo.id in pictures]
    if shown:
        yield voice.heading(words.gettext("Photos"), "photos")
    for photo, name in published_names(shown):
        yield Figure(
            jpeg=pictures[photo.id],
            name=name,
            alternative=voice.say_on_one_line(photo_alternative(photo, words)),
            caption=voice.say_on_one_line(photo_caption(photo, words)),
        )
