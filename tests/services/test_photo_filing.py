"""Pictures are kept whole or not at all, once, and nothing of one that was removed stays."""

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from wcafe.app import open_cafe
from wcafe.domain.photos import PhotoStatus
from wcafe.domain.pictures import ReadPicture
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import CannotWrite, NoSuchTable
from wcafe.store.sqlite import engine

CANARY = b"a face that nobody may keep 7f3a"


def read(name="IMG_1.jpg", jpeg=CANARY * 40):
    digest = hashlib.sha256(jpeg).hexdigest()
    return ReadPicture(name=name, digest=digest, jpeg=jpeg, width=3, height=4)


@pytest.fixture
def cafe(cafe_file):
    with open_cafe(cafe_file) as opened:
        yield opened


def test_the_same_bytes_are_noticed_and_not_kept_twice(cafe):
    first = cafe.photos.filing.keep(read())
    again = cafe.photos.filing.keep(read("copy of IMG_1.jpg"))

    assert (first.status, again.status) == (PhotoStatus.UNKNOWN, PhotoStatus.TWICE)
    assert again.is_known
    assert cafe.photos.all() == (first.photo,)


def test_a_full_disk_in_the_middle_is_told_and_what_was_kept_before_stands(cafe_file, monkeypatch):
    with open_cafe(cafe_file) as cafe:
        kept = cafe.photos.filing.keep(read()).photo
    with monkeypatch.context() as patched:
        patched.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "max_page_count = 1"))
        with open_cafe(cafe_file) as cafe, pytest.raises(CannotWrite):
            cafe.photos.filing.keep(read("IMG_2.jpg", bytes(3_000_000)))

    with open_cafe(cafe_file) as cafe:
        assert cafe.photos.all() == (kept,)
        assert cafe.photos.jpeg(kept.id) == CANARY * 40
        assert cafe.cafes.faults() == ()


def traces(cafe_file):
    """Keep a picture that is described, take it out again; return where a word of it is left."""
    name, said = "Ève Kériven devant l'école.jpg", "Zoé Kérivin, un foulard rouge"
    with open_cafe(cafe_file) as cafe:
        photo = cafe.photos.filing.keep(read(name)).photo
        cafe.photos.change({photo.id: replace(photo, alternative=said)})
        before = cafe_file.parent / "before.wcafe"
        cafe.copy_to(before)
    words = [text for each in (name, said) for text in (each, each.upper(), each.lower())]
    marks = [CANARY, *(word.encode(code) for word in words for code in ("utf-8", "utf-16-le"))]
    kept = before.read_bytes()  # so the search would find them
    assert all(mark in kept for mark in (CANARY, name.encode(), said.encode()))
    before.unlink()

    with open_cafe(cafe_file) as cafe:
        cafe.photos.remove(photo.id)
        lying = [path for path in cafe_file.parent.iterdir() if path != cafe_file]
        found = {path.name for path in lying if any(mark in path.read_bytes() for mark in marks)}
    return found | {"café"} if any(mark in cafe_file.read_bytes() for mark in marks) else found


def test_a_removed_photo_leaves_no_byte_of_it_nor_word_about_it(cafe_file):
    assert traces(cafe_file) == set()


def test_a_build_that_does_not_wipe_what_it_deletes_is_found_out(cafe_file, monkeypatch):
    pragmas = [each for each in engine._PRAGMAS if not each.startswith("secure_delete")]
    monkeypatch.setattr(engine, "_PRAGMAS", (*pragmas, "secure_delete = OFF"))

    assert traces(cafe_file) == {"café"}


def test_a_place_that_is_not_there_is_refused_and_nothing_changes(cafe):
    photo = cafe.photos.filing.keep(read()).photo
    with pytest.raises(NoSuchTable):
        cafe.photos.file(photo.id, SheetPlace(table=999, round=0))
    assert cafe.photos.all() == (photo,)


def test_nothing_of_the_camera_and_the_place_is_kept(cafe, tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "Canary Cameras"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:26 15:12:00"
    exif.get_ifd(0x8825)[2] = (48.0, 27.0, 30.0)
    data = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(data, "JPEG", exif=exif, comment=CANARY)
    path = tmp_path / "IMG_7.jpg"
    path.write_bytes(data.getvalue())
    assert b"Canary Cameras" in path.read_bytes()

    # the café's own file lies there too, and must not even be opened
    (taken,) = cafe.photos.filing.take_in(cafe.photos.filing.find([tmp_path]))

    jpeg = cafe.photos.jpeg(taken.photo.id)
    assert not any(mark in jpeg for mark in (b"Exif", b"Canary", CANARY))
    assert not Image.open(io.BytesIO(jpeg)).getexif()
    assert taken.photo.taken.hour == 15


def test_the_open_café_is_no_picture_under_whatever_name(cafe, cafe_file):
    link = cafe_file.with_name("IMG_8.jpg")
    link.hardlink_to(cafe_file)

    (told,) = cafe.photos.filing.take_in(cafe.photos.filing.find([link]))

    assert told.status is PhotoStatus.UNREADABLE
    assert "IMG_8.jpg is no picture" in str(told.error)
