"""Chosen photos on paper: each once, with what it shows and where it is from; no other ever."""

import io
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from tests.published import jpeg, photo, pictures_of
from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import FLASH, RECORD, SYNTHESIS
from wcafe.domain.photos import Shown
from wcafe.reports import make_document

PHOTOS = (
    photo(5, round=1),
    photo(1, alternative=""),
    photo(0, shown=Shown.AGREED, alternative="Deux <b>mains</b> & une carte"),
    photo(2, shown=Shown.REFUSED),
    photo(3, shown=Shown.ASK),
    photo(4, is_chosen=False),
    photo(6, table=None, round=None),
)
SHOWN = (2, 1, 0, 6)
"""The places in `PHOTOS` of those that stand on paper, in their order."""


SHOT = snapshot()


def printed(edition=SYNTHESIS, photos=PHOTOS, language="fr", pictures=None, **options):
    shot = replace(SHOT, cafe=replace(SHOT.cafe, language=language), photos=photos)
    given = pictures_of(photos) if pictures is None else pictures
    return make_document(edition, shot, NOW, PrintOptions(**options), pictures=given)


def images(document):
    """The bytes of the JPEGs in the order of the pages."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages:
        found += [each.data for each in page.images]
    return found


def alternatives(document):
    """What figures with a photo say, in the order in which they are read."""
    opened, found = pikepdf.open(io.BytesIO(document.pdf)), []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == "/Figure":
                found.append(str(node.get("/Alt", "")))
            walk(node.get("/K", pikepdf.Array()))

    walk(opened.Root.StructTreeRoot.K)
    return found


@pytest.mark.parametrize("edition", [SYNTHESIS, RECORD])
@pytest.mark.parametrize("options", [{}, {"by_question": True}, {"has_annex": True}])
def test_each_chosen_photo_stands_once_with_its_words_and_its_place(edition, options):
    document = printed(edition, **options)

    assert sorted(images(document)) == sorted(jpeg(n) for n in SHOWN)
    told = [each for each in alternatives(document) if "affiche" in each or "hoto" in each]
    assert sorted(told) == [
        "Photo de la feuille de la table 2, ronde 1",
        "Une affiche, la 5e",
        "Une affiche, la 6e",
    ]
    assert "Deux <b>mains</b> & une carte" in alternatives(document)
    text = " ".join(text_of(document).split())
    for caption in ("Table 1, ronde 1", "Table 6, ronde 2", "Table et ronde inconnues"):
        assert text.count(caption) == 1
    assert b"IMG_SECRET" not in document.pdf
    assert "SECRET" not in text


def test_in_the_synthesis_they_stand_in_a_chapter_by_table_and_round():
    document = printed(language="en")

    words = ("Deux <b>mains</b>", "Photo of the sheet", "Une affiche, la 5e", "Une affiche, la 6e")
    told = [each for each in alternatives(document) if each.startswith(words)]
    assert all(each.startswith(start) for each, start in zip(told, words, strict=True))
    text = " ".join(text_of(document).split())
    chapter = text[text.rindex(" Photos ") :]
    assert chapter.index("Table 1, round 1") < chapter.index("Table 6, round 2")
    assert document.photos.asked == 2
    assert document.photos.undescribed == 1


@pytest.mark.parametrize("edition", [SYNTHESIS, RECORD])
def test_nothing_is_said_of_photos_where_none_is_chosen_or_none_is_handed_over(edition):
    none = printed(edition, photos=())

    assert "Photos" not in text_of(none)
    assert text_of(printed(edition, pictures={})) == text_of(none)
    kept = tuple(each for each in PHOTOS if not each.may_be_published)
    assert text_of(printed(edition, photos=kept)) == text_of(none)
    assert images(printed(edition, photos=kept)) == []


def test_a_photo_that_people_refused_would_be_found_by_these_tests():
    agreed = tuple(replace(each, shown=Shown.NOBODY, is_chosen=True) for each in PHOTOS)

    assert len(images(printed(photos=agreed))) == len(PHOTOS)


def test_other_editions_have_none():
    assert images(printed(FLASH)) == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", [SYNTHESIS, RECORD])
@pytest.mark.parametrize("size", [(60, 80), (2000, 60), (60, 2000), (1, 1)])
def test_pages_with_photos_conform_whatever_their_shape(edition, size):
    pictures = {each.id: jpeg(n, size) for n, each in enumerate(PHOTOS)}

    assert failures(printed(edition, pictures=pictures).pdf) == []


@pytest.mark.slow
def test_fifty_photos_stand_four_on_a_page():
    many = tuple(photo(n) for n in range(50))
    document = printed(photos=many)

    per_page = [len(page.images) for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages]
    assert sum(per_page) == 50
    assert max(per_page) >= 4
