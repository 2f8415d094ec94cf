"""Photos, scans and folders of them, and all that is given instead: each told by its name."""

import io
from datetime import datetime

import pytest
import segno
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from wcafe.domain.pictures import ReadPicture, Unread
from wcafe.domain.sheet_code import NotRead
from wcafe.errors import (
    DamagedPicture,
    DamagedScan,
    EmptyPicture,
    FaxPicture,
    HeicPicture,
    LockedScan,
    NoPictureOnPage,
    NoSuchFile,
    NotAPicture,
    OtherFormat,
    PictureTooHeavy,
    SeveralOnPage,
    TooManyPages,
    TooManyPixels,
)
from wcafe.i18n import words_for
from wcafe.scan import door, find_sources, read_pictures
from wcafe.scan.limits import KEPT_EDGE, MOST_BYTES, MOST_PAGES

PRIVATE = b"Zoe was here 48.39N 4.49W"


@pytest.fixture
def here(monkeypatch):
    """Read in this process: what needs the fence is told in tests/trust."""
    monkeypatch.setattr(door, "fenced_within", lambda _limits, work, *args: work(*args))


def picture(width=400, height=300, mode="RGB"):
    code = io.BytesIO()
    segno.make("https://example.org/menu").save(code, kind="png", scale=6, border=4)
    drawn = Image.new("RGB", (width, height), (250, 240, 200))
    drawn.paste(Image.open(code).convert("RGB"), (20, 20))
    return drawn.convert(mode)


def saved(drawn, kind, **facts):
    file = io.BytesIO()
    drawn.save(file, kind, **facts)
    return file.getvalue()


def read(path):
    (found,) = read_pictures([path])
    return found


def with_facts():
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright, a quarter to the right
    exif[0x010F] = PRIVATE.decode()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:26 15:12:09"
    exif.get_ifd(0x8825)[1] = "N"
    return exif.tobytes()


KINDS = {
    "JPEG": {},
    "PNG": {},
    "WEBP": {"lossless": True},
}
MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), "JPEG": ("L", "RGB", "CMYK")}


@pytest.mark.parametrize(
    ("kind", "mode"),
    [(kind, mode) for kind in KINDS for mode in MODES.get(kind, ("RGB", "RGBA"))],
)
def test_each_picture_is_kept_as_jpeg_whatever_its_pixels_were(here, tmp_path, kind, mode):
    path = tmp_path / "photo.any"
    drawn = (
        picture(mode="L").convert("I").point(lambda v: v * 257).convert("I;16")
        if (mode == "I;16")
        else picture(mode=mode)
    )
    path.write_bytes(saved(drawn, kind, **KINDS[kind]))

    found = read(path)
    assert isinstance(found, ReadPicture)
    with Image.open(io.BytesIO(found.jpeg)) as kept:
        assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (400, 300))
    assert [code.sheet for code in found.codes] == [NotRead.FOREIGN]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_camera_and_place_is_kept_but_when_it_was_taken(here, tmp_path, kind):
    path = tmp_path / "photo.jpg"
    facts = {"exif": with_facts(), "icc_profile": PRIVATE, "xmp": b"<x>" + PRIVATE + b"</x>"}
    if kind == "JPEG":
        facts["comment"] = PRIVATE
    path.write_bytes(saved(picture(), kind, **KINDS[kind], **facts))
    assert PRIVATE in path.read_bytes() or kind == "PNG"

    found = read(path)
    assert found.taken == datetime(2026, 11, 26, 15, 12, 9)
    assert (found.width, found.height) == (300, 400)
    with Image.open(io.BytesIO(found.jpeg)) as kept:
        assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        assert not kept.getexif()
    assert b"Zoe" not in found.jpeg


@pytest.mark.parametrize("taken", ["", "yesterday", "0000:00:00 00:00:00", "2026:13:45 99:00:00"])
def test_a_camera_that_does_not_know_the_time_is_no_error(here, tmp_path, taken):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = taken
    path = tmp_path / "photo.jpg"
    path.write_bytes(saved(picture(), "JPEG", exif=exif.tobytes()))

    assert read(path).taken is None


def test_a_large_photo_is_kept_no_larger_than_it_is_looked_at(here, tmp_path):
    path = tmp_path / "photo.jpg"
    picture(4000, 3000).save(path, quality=90)

    found = read(path)
    assert (found.width, found.height) == (KEPT_EDGE, KEPT_EDGE * 3 // 4)


def test_the_same_file_has_the_same_digest_under_any_name(here, tmp_path):
    data = saved(picture(), "JPEG")
    for name in ("one.jpg", "two.png"):
        (tmp_path / name).write_bytes(data)

    one, two = read_pictures([tmp_path])
    assert one.digest == two.digest
    assert (one.name, two.name) == ("one.jpg", "two.png")


def heic(brand):
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic"


OTHERS = {
    "empty": (lambda: b"", EmptyPicture),
    "words": (lambda: "Chère Zoé,".encode(), NotAPicture),
    "zeros": (lambda: bytes(5000), NotAPicture),
    "heic": (lambda: heic(b"heic"), HeicPicture),
    "heif of another brand": (lambda: heic(b"mif1"), HeicPicture),
    "avif": (lambda: heic(b"avif"), OtherFormat),
    "film": (lambda: heic(b"qt  "), OtherFormat),
    "gif": (lambda: saved(picture(), "GIF"), OtherFormat),
    "tiff": (lambda: saved(picture(), "TIFF"), OtherFormat),
    "bmp": (lambda: saved(picture(), "BMP"), OtherFormat),
    "svg": (
        lambda: b"<?xml version='1.0'?>\n<!-- hello -->\n<svg onload='alert(1)'/>",
        OtherFormat,
    ),
    "svg with a mark": (lambda: b"\xef\xbb\xbf<svg xmlns='x'>", OtherFormat),
    "web page": (lambda: b"<!DOCTYPE html><script>alert(1)</script>", OtherFormat),
    "archive": (lambda: b"PK\x03\x04" + bytes(100), OtherFormat),
    "jpeg that breaks off": (lambda: saved(picture(), "JPEG")[:3000], DamagedPicture),
    "png that breaks off": (lambda: saved(picture(), "PNG")[:700], DamagedPicture),
    "webp that breaks off": (lambda: saved(picture(), "WEBP", lossless=True)[:200], DamagedPicture),
    "only the beginning of a jpeg": (lambda: b"\xff\xd8\xff\xe0", DamagedPicture),
    "only the beginning of a png": (lambda: b"\x89PNG\r\n\x1a\n", DamagedPicture),
    "jpeg of garbage": (lambda: b"\xff\xd8\xff" + bytes(range(256)) * 40, DamagedPicture),
    "too many bytes": (lambda: saved(picture(), "JPEG") + bytes(MOST_BYTES), PictureTooHeavy),
    "900 megapixels": (lambda: saved(Image.new("1", (30_000, 30_000)), "PNG"), TooManyPixels),
    "51 megapixels": (lambda: saved(Image.new("1", (51_000, 1000)), "PNG"), TooManyPixels),
    "pdf of nothing": (lambda: b"%PDF-1.7\n", DamagedScan),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_picture_is_told_by_its_name_and_the_others_go_on(here, tmp_path, name):
    make, error = OTHERS[name]
    (tmp_path / "a Zoé <b>.jpg").write_bytes(make())
    (tmp_path / "b.jpg").write_bytes(saved(picture(), "JPEG"))

    unread, other = read_pictures([tmp_path])
    assert isinstance(unread, Unread)
    assert type(unread.error) is error
    for words in (words_for("en"), words_for("fr")):
        assert unread.error.describe(words).startswith("a Zoé <b>.jpg ")
    assert isinstance(other, ReadPicture)


def test_a_folder_is_walked_in_the_order_of_its_names_without_what_is_hidden(here, tmp_path):
    outside = tmp_path / "elsewhere"
    folder = tmp_path / "photos"
    for path in (
        outside / "secret.jpg",
        folder / "10.jpg",
        folder / "2.JPEG",
        folder / "day two" / "1.jpg",
        folder / ".trash" / "old.jpg",
        folder / ".DS_Store",
        folder / "Thumbs.db",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(saved(picture(), "JPEG"))
    (folder / "link.jpg").symlink_to(outside / "secret.jpg")
    (folder / "way out").symlink_to(outside)

    names = [source.path.relative_to(folder).as_posix() for source in find_sources([folder])]
    assert names == ["10.jpg", "2.JPEG", "day two/1.jpg"]


def test_a_file_that_is_not_there_is_told(here, tmp_path):
    assert type(read(tmp_path / "none.jpg").error) is NoSuchFile


def test_nothing_is_read_before_it_is_asked_for(here, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(door, "read_source", lambda source, _shapes: asked.append(source.path.name))
    for name in "abc":
        (tmp_path / name).write_bytes(saved(picture(), "JPEG"))

    outcomes = read_pictures([tmp_path])
    next(outcomes)
    outcomes.close()
    assert asked == ["a"]


def scan_of(*pages, **facts):
    return saved(pages[0], "PDF", save_all=True, append_images=pages[1:], **facts)


def test_each_page_of_a_scan_is_a_picture(here, tmp_path):
    path = tmp_path / "scan-03.pdf"
    path.write_bytes(scan_of(picture(), picture(mode="L"), picture(500, 700)))

    one, two, three = read_pictures([path])
    assert [(each.name, each.leaf) for each in (one, two, three)] == [
        ("scan-03.pdf", 1),
        ("scan-03.pdf", 2),
        ("scan-03.pdf", 3),
    ]
    assert (three.width, three.height) == (500, 700)
    assert len({one.digest, two.digest, three.digest}) == 3
    assert all(each.codes for each in (one, two, three))


def changed(data, change):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_page_that_was_scanned_lying_is_turned(here, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(changed(scan_of(picture()), lambda writer: writer.pages[0].rotate(90)))

    found = read(path)
    assert (found.width, found.height) == (300, 400)


def test_a_scan_that_breaks_off_is_told(here, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan_of(picture())[:900])

    assert type(read(path).error) is DamagedScan


def as_fax(writer):
    (image,) = writer.pages[0]["/Resources"]["/XObject"].values()
    image.get_object()[NameObject("/Filter")] = NameObject("/JBIG2Decode")


def in_pieces(writer):
    objects = writer.pages[0]["/Resources"]["/XObject"]
    objects[NameObject("/second")] = next(iter(objects.values()))


SCANS = {
    "blank page": (lambda writer: writer.add_blank_page(100, 100), NoPictureOnPage),
    "fax": (as_fax, FaxPicture),
    "in pieces": (in_pieces, SeveralOnPage),
    "locked": (lambda writer: writer.encrypt("secret"), LockedScan),
    "too many pages": (
        lambda writer: [writer.add_blank_page(9, 9) for _page in range(MOST_PAGES)],
        TooManyPages,
    ),
}


@pytest.mark.parametrize("name", SCANS)
def test_a_scan_that_cannot_be_read_says_what_to_do(here, tmp_path, name):
    change, error = SCANS[name]
    path = tmp_path / "scan.pdf"
    path.write_bytes(changed(scan_of(picture()), change))

    last = list(read_pictures([path]))[-1]
    assert type(last.error) is error
    assert last.error.describe(words_for("fr")).startswith("scan.pdf")
    assert ("page 2" in str(last.error)) == (name == "blank page")
