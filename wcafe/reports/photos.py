"""The photos that were chosen: in a chapter of their own, or behind the notes of their table."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from wcafe.domain.photo_publishing import photo_alternative, photo_caption
from wcafe.domain.photos import Photo
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.columns import GAP
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.picture import Picture
from wcafe.reports.pages.side_by_side import SideBySide
from wcafe.reports.pages.styles import CAPTION

_PER_ROW = 2
_BELOW = 12  # points below a row


def photo_chapter(photos: Iterable[Photo], paper: Paper) -> list[Flowable]:
    """Return the chapter of published photos, two in a row; nothing where there are none."""
    shown = [photo for photo in photos if photo.id in paper.pictures]
    if not shown:
        return []
    head = paper.chapter(paper.words.gettext("Photos"))
    figures = pictures(shown, paper)
    rows = [figures[n : n + _PER_ROW] for n in range(0, len(figures), _PER_ROW)]
    return begin([head], [SideBySide(_filled(row), gap=GAP, pad=(0, _BELOW)) for row in rows])


def pictures(photos: Iterable[Photo], paper: Paper) -> list[Flowable]:
    """Return each of the published photos of which there is a picture, with where it is from."""
    made: list[Flowable] = []
    for photo in photos:
        if photo.id in paper.pictures:
            node = paper.root.add("Figure", alt=photo_alternative(photo, paper.words))
            caption = paper.text(photo_caption(photo, paper.words), CAPTION)
            made.append(Picture(paper.pictures[photo.id], caption, node))
    return made


def _filled(row: Sequence[Flowable]) -> list[list[Flowable]]:
    """Return a row of stacks, the last of which may be empty."""
    return [[each] for each in row] + [[]] * (_PER_ROW - len(row))
