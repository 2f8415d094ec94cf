"""Chosen photos in files: their JPEGs in the pack, and in the synthesis as page and as Word."""

import base64
import io
import json
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt

from tests.exports.harvests import harvest
from tests.exports.test_harvest_schema import SCHEMA, undescribed
from tests.exports.test_pack import files_of, unpacked
from tests.published import jpeg, photo, pictures_of
from wcafe.domain.artefacts import PACK
from wcafe.domain.notes import NoteId
from wcafe.domain.photos import Shown
from wcafe.exports import exported

HOSTILE = 'Une carte <script>alert(1)</script> "![x](http://evil.test)" de Wilhelmine Zorro'
PHOTOS = (
    photo(2, round=1, alternative=""),
    photo(0, alternative=HOSTILE),
    photo(1, shown=Shown.REFUSED),
    photo(1, id="asked", shown=Shown.ASK),
    photo(1, id="left", is_chosen=False),
    photo(1, id="held", typed=((1, NoteId("n4")),)),  # its note is withheld
)
PICTURES = pictures_of(PHOTOS)
SHOWN, KEPT_BACK = (1, 0), (2, 3, 4, 5)


@pytest.fixture(scope="module")
def shot():
    return replace(harvest(), photos=PHOTOS)


def packed(shot, pictures=PICTURES):
    made = exported("zip", shot, what=PACK, pictures=pictures)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def holds(files, picture):
    """Do these files hold a picture, as it is or spelled in a page?"""
    spelled = base64.b64encode(picture)
    return any(picture in each or spelled in each for _name, each in unpacked(files))


def test_the_pack_has_their_files_and_tells_of_each(shot):
    files = packed(shot)

    names = [name for name in files if name.endswith(".jpg")]
    assert {name: files[name] for name in names} == {
        f"photo-{number:02}.jpg": jpeg(n) for number, n in enumerate(SHOWN, start=1)
    }
    readme = files["README.md"].decode()
    assert (
        "- `photo-02.jpg` — Table 3, ronde 2. Photo de la feuille de la table 3, ronde 2" in readme
    )
    kinds = {
        child.type for token in MarkdownIt().parse(readme) for child in token.children or [token]
    }
    assert not kinds & {"html_block", "html_inline", "image", "link_open"}
    data = json.loads(files["recolte.json"])
    Draft202012Validator(SCHEMA).validate(data)
    assert list(undescribed(data, SCHEMA)) == []
    assert [(each["file"], each["table"], each["round"]) for each in data["photos"]] == [
        ("photo-01.jpg", 1, 1),
        ("photo-02.jpg", 3, 2),
    ]
    assert "[nom]" in data["photos"][0]["alternative"]
    assert "](photo-01.jpg)" in files["synthese.md"].decode()


def test_none_of_its_files_has_what_nobody_agreed_to_nor_what_a_photo_was_called(shot):
    files = packed(shot)

    assert [n for n in KEPT_BACK if holds(files, jpeg(n))] == []
    assert all(holds(files, jpeg(n)) for n in SHOWN)
    for secret in (b"IMG_SECRET", b"Wilhelmine", b"Zorro", b"Exif"):
        assert not [name for name, each in unpacked(files) if secret in each]


def test_one_that_was_published_by_mistake_would_be_found(shot):
    agreed = tuple(replace(each, shown=Shown.AGREED, is_chosen=True) for each in PHOTOS)
    files = packed(replace(shot, photos=agreed))

    assert [n for n in KEPT_BACK if holds(files, jpeg(n))] == [2, 3, 4]


def test_a_page_shows_them_in_itself_with_their_words(shot):
    page = html.fromstring(exported("html", shot, pictures=PICTURES).decode())

    images = page.xpath("//figure[@class='photo']/img")
    assert [base64.b64decode(each.get("src").partition(",")[2]) for each in images] == [
        jpeg(n) for n in SHOWN
    ]
    assert images[0].get("alt") == HOSTILE
    assert images[1].get("alt") == "Photo de la feuille de la table 3, ronde 2"
    assert page.xpath("//figure[@class='photo']/figcaption/text()") == [
        "Table 1, ronde 1",
        "Table 3, ronde 2",
    ]
    assert not page.xpath("//script")


def test_a_word_document_shows_them_with_their_words(shot):
    word = docx.Document(io.BytesIO(exported("docx", shot, pictures=PICTURES)))

    shapes = [each for each in word.inline_shapes if "affiche" in alt(each) or "arte" in alt(each)]
    shapes += [each for each in word.inline_shapes if alt(each).startswith("Photo de")]
    assert [alt(each) for each in shapes] == [
        HOSTILE,
        "Photo de la feuille de la table 3, ronde 2",
    ]
    parts = [each.blob for each in word.part.package.iter_parts()]
    assert all(jpeg(n) in parts for n in SHOWN)
    assert not any(jpeg(n) in parts for n in KEPT_BACK)


def alt(shape):
    return shape._inline.docPr.get("descr") or ""


@pytest.mark.parametrize("format_", ["html", "md", "docx"])
def test_nothing_is_said_of_photos_where_there_are_none(shot, format_):
    bare = exported(format_, harvest())

    assert exported(format_, shot) == bare
    kept = replace(shot, photos=tuple(PHOTOS[n] for n in KEPT_BACK))
    assert exported(format_, kept, pictures=PICTURES) == bare


def test_a_pack_without_pictures_names_none(shot):
    files = packed(shot, {})

    assert json.loads(files["recolte.json"])["photos"] == []
    assert not re.search(rb"photo-\d", files["README.md"])
    assert files.keys() == files_of(harvest(), pages={}).keys()
